"""Every kind of check is used by a rule, named in the map, and tested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reslint.engine.checks import KINDS, check_class

PROJECT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def used() -> frozenset[str]:
    """The kinds that rules name, of the packs that come with the program and of those of tests."""
    files = [*PROJECT.glob("rules/*/*/*.yaml"), *PROJECT.glob("tests/rules/*/*/*.yaml")]
    named = (re.findall(r"\bkind: ([a-z-]+)", path.read_text(encoding="utf-8")) for path in files)
    return frozenset(kind for kinds in named for kind in kinds)


@pytest.fixture(scope="module")
def tested() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "tests" / "engine").rglob("test_*.py"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_rule_a_line_in_the_map_and_a_test(kind: str, used: frozenset[str], tested: str):
    assert kind in used, f"no rule uses it: python -m reslint.develop new-rule AREA/NAME, then write `kind: {kind}`"
    chart = (PROJECT / "server" / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^\|.*`{kind}`.*\|$", chart, re.MULTILINE), "server/README.md has no line for it"
    assert f'"{kind}"' in tested, "no test of the engine names it"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_what_it_is_about(kind: str):
    options = check_class(kind).OPTIONS
    assert options.doc.endswith(".")
    assert all(field.doc for field in options.fields.values())
