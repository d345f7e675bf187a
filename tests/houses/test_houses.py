"""Drafts of every house and of six styles of conferences: clean ones stay silent, planted mistakes are found.

A folder of `drafts` is a house or a style. `planted.yaml` has, for each of its drafts, words of it, the words that a
hasty writer puts instead, and the rule that sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from reslint.engine import Finding, load
from reslint.engine.checker import Checkers
from reslint.engine.project.configuration import Configuration
from reslint.text import Text

DRAFTS = Path(__file__).parent / "drafts"
PACKS = {"mun-highschool": "mun-us"}
"""The pack that the drafts of a folder call for, where it has another name."""
CHECKERS = Checkers(lambda configuration: load(configuration.packs, configuration=configuration))
CLEAN = sorted(DRAFTS.glob("*/*.res.md"))


def found(content: str) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The packs that a text calls for, and what they find in it."""
    text = Text(content)
    checker, notices = CHECKERS.of(Configuration()).for_text(None, text)
    assert notices == ()
    draft = checker.parse(text)
    assert draft.is_resolution
    return tuple(map(str, checker.configuration.packs)), checker.lint(draft, patient=False).findings


def planted() -> Iterator[tuple[Path, dict[str, str]]]:
    for path in sorted(DRAFTS.glob("*/planted.yaml")):
        for name, mistakes in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for mistake in mistakes:
                yield path.with_name(f"{name}.res.md"), mistake


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name.removesuffix('.res.md')}"


@pytest.mark.parametrize("path", CLEAN, ids=name_of)
def test_a_clean_draft_is_known_by_its_head_and_has_no_findings(path: Path):
    packs, findings = found(path.read_text(encoding="utf-8"))
    assert packs == (PACKS.get(path.parent.name, path.parent.name),)
    assert [(finding.rule, finding.message) for finding in findings] == []


def id_of(each: Path | dict[str, str]) -> str:
    return name_of(each) if isinstance(each, Path) else each["rule"]


@pytest.mark.parametrize(("path", "mistake"), list(planted()), ids=id_of)
def test_a_planted_mistake_is_found(path: Path, mistake: dict[str, str]):
    content = path.read_text(encoding="utf-8")
    assert content.count(mistake["instead"]) == 1
    _, findings = found(content.replace(mistake["instead"], mistake["write"]))
    assert mistake["rule"] in {finding.rule for finding in findings}
