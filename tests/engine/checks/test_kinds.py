"""Every kind of check is used by a rule, named in the map, and tested."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.engine.checks import KINDS, check_class
from reslint.engine.data.schema import LexiconName, Record

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


def described(record: Record) -> Iterator[tuple[str, str]]:
    """The options of a record and of the records in it, each by its name and description.

    Not those that name a lexicon and have a default: a pack sets them by having a lexicon of that name.
    """
    for name, field in record.fields.items():
        if not (isinstance(field, LexiconName) and field.default):
            yield name, field.doc
        inner = getattr(field, "item", None)
        for one in (field, inner):
            if isinstance(one, Record):
                yield from described(one)


def keys(value: object) -> Iterator[str]:
    """The keys of a mapping and of everything in it."""
    if isinstance(value, Mapping):
        yield from map(str, value)
    for one in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from keys(one)


@pytest.fixture(scope="module")
def set_options() -> frozenset[tuple[str, str]]:
    """The options that rules set; kinds with one option of the same name and description share it."""
    found: set[tuple[str, str]] = set()
    changed: dict[str, set[str]] = {}
    for path in PROJECT.glob("rules/*/pack.yaml"):
        for name, change in (read(path).get("rules") or {}).items():
            if isinstance(change, Mapping):
                changed.setdefault(name, set()).update(keys(change.get("options")))
    for path in [*PROJECT.glob("rules/*/*/*.yaml"), *PROJECT.glob("tests/rules/*/*/*.yaml")]:
        data = read(path)
        checks = data.get("check") if isinstance(data, Mapping) else None
        for check in checks if isinstance(checks, list) else [checks]:
            if isinstance(check, Mapping) and check.get("kind") in KINDS:
                given = {*keys(check), *changed.get(f"{path.parent.name}/{path.stem}", ())}
                found.update(one for one in described(check_class(check["kind"]).OPTIONS) if one[0] in given)
    return frozenset(found)


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@pytest.mark.parametrize("kind", KINDS)
def test_every_option_is_set_by_a_rule_or_by_a_pack_of_the_tests(kind: str, set_options: frozenset[tuple[str, str]]):
    assert [name for name, doc in described(check_class(kind).OPTIONS) if (name, doc) not in set_options] == []
