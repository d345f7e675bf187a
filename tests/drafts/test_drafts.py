"""Whole drafts: those in `ok` are clean, those in `bad` have the findings listed beside them, and no others.

`NAME.findings.txt` holds a line for each finding: line, column, rule. Fixed twice, a draft is what it was fixed once.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.draft import Draft, parse
from reslint.engine import Finding, Ruleset, fix_all, lint, load
from reslint.formats import open_file
from reslint.text import Span, Text

HERE = Path(__file__).parent
OK = sorted((HERE / "ok").glob("*.res.md"))
BAD = sorted((HERE / "bad").glob("*.res.md"))


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    loaded = load(["un"], cache=False)
    assert loaded.problems == ()
    return loaded


def read(path: Path, ruleset: Ruleset) -> Draft:
    return parse(open_file(path, path.read_bytes()).text, ruleset.vocabulary)


def listed(findings: tuple[Finding, ...], text: Text) -> list[str]:
    places = [(text.position(finding.span.start), finding.rule) for finding in findings]
    return [f"{line + 1}:{column + 1} {rule}" for (line, column), rule in places]


def name_of(path: Path) -> str:
    return path.name.removesuffix(".res.md")


@pytest.mark.parametrize("path", OK, ids=name_of)
def test_a_good_draft_is_recognised_and_clean(path: Path, ruleset: Ruleset):
    draft = read(path, ruleset)
    assert draft.is_resolution
    outcome = lint(draft, ruleset)
    assert listed(outcome.findings, draft.text) == []
    assert outcome.notices == ()


@pytest.mark.parametrize("path", BAD, ids=name_of)
def test_a_bad_draft_has_the_findings_listed_beside_it(path: Path, ruleset: Ruleset):
    draft = read(path, ruleset)
    expected = path.with_name(f"{name_of(path)}.findings.txt").read_text(encoding="utf-8").splitlines()
    assert listed(lint(draft, ruleset).findings, draft.text) == expected


@pytest.mark.parametrize("path", BAD, ids=name_of)
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "all"])
def test_fixing_a_second_time_changes_nothing(path: Path, ruleset: Ruleset, unsafe: bool):
    def findings(text: Text) -> tuple[Finding, ...]:
        return lint(parse(text, ruleset.vocabulary), ruleset).findings

    before = open_file(path, path.read_bytes()).text
    once = fix_all(before, findings, unsafe=unsafe)
    assert once.text.content != before.content
    assert once.unstable == ()
    assert fix_all(once.text, findings, unsafe=unsafe).text.content == once.text.content


@pytest.mark.parametrize("path", [*OK, *BAD], ids=name_of)
def test_every_edit_of_a_fix_lies_in_the_text(path: Path, ruleset: Ruleset):
    draft = read(path, ruleset)
    everything = Span(0, len(draft.text))
    for finding in lint(draft, ruleset).findings:
        assert everything.covers(finding.span)
        assert all(everything.covers(edit.span) for edit in (finding.fix.edits if finding.fix else ()))
