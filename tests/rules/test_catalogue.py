"""The catalogue beside the packs is the one that the rules make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reslint.engine import Ruleset, load
from reslint.engine.data.finding import Problem
from reslint.engine.packs.folders import shipped
from reslint.reports.catalogue import NAME, catalogue, shipped_catalogue
from reslint.text.record import replace


@pytest.fixture(scope="module")
def page() -> str:
    return (shipped() / NAME).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load(["un"], cache=False)


def test_the_catalogue_is_that_of_the_rules(page: str) -> None:
    assert page == shipped_catalogue(), "run python -m reslint.develop regenerate"


def test_every_rule_stands_in_a_table_and_has_a_page(page: str, ruleset: Ruleset) -> None:
    for rule in ruleset.rules:
        assert page.count(f"| [{rule.name}](#") == 1
        assert page.count(f"\n#### {rule.name}\n") == 1


def test_every_link_leads_to_a_file_or_a_heading(page: str) -> None:
    anchors = {re.sub(r"[^\w-]", "", name) for name in re.findall(r"^#### (\S+)$", page, re.MULTILINE)}
    links = re.findall(r"\]\(([^)\s]+)\)", page)
    assert links
    for link in links:
        assert link[1:] in anchors if link.startswith("#") else (shipped() / link).is_file(), link


def test_rules_with_mistakes_make_no_catalogue(ruleset: Ruleset) -> None:
    broken = replace(ruleset, problems=(Problem(Path("x.yaml"), 1, 1, "no good"),))
    with pytest.raises(ValueError, match="no good"):
        catalogue([broken], shipped())
