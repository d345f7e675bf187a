"""The register that comes with the program."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from reslint.register import Register, Table

UN = Path(__file__).parents[2] / "rules" / "un"


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(UN / "register" / "resolutions.tsv")


def test_every_line_is_an_entry_and_stands_once(table: Table):
    keys = [(entry.body, entry.number) for entry in map(table.entry, table.lines())]
    assert len(keys) == len(set(keys)) > 8000


@pytest.mark.parametrize(
    ("body", "number", "day"),
    [
        ("General Assembly", "66/181", date(2011, 12, 19)),
        ("General Assembly", "217 A (III)", date(1948, 12, 10)),
        ("General Assembly", "54/21", date(1999, 11, 9)),
        ("Human Rights Council", "54/21", date(2023, 10, 12)),
        ("Security Council", "1325 (2000)", date(2000, 10, 31)),
        ("Economic and Social Council", "1980/67", date(1980, 7, 25)),
    ],
)
def test_well_known_dates(table: Table, body: str, number: str, day: date):
    assert table.lookup(body, number).date == day


def test_a_sure_date_lies_in_the_year_that_its_number_names(table: Table):
    for entry in map(table.entry, table.lines()):
        if entry.sure and entry.body == "Security Council":
            assert entry.number.endswith(f"({entry.date.year})")
        if entry.sure and entry.body == "General Assembly" and entry.number[:2].isdigit() and "/" in entry.number:
            session = int(entry.number.partition("/")[0])
            assert entry.date.year - 1945 in {session, session + 1}


def test_an_entry_that_has_no_page_is_sure_only_with_several_citations(table: Table):
    for entry in map(table.entry, table.lines()):
        if entry.source == "citations" and entry.sure:
            assert entry.agree >= 2
            assert entry.agree >= 3 * (entry.total - entry.agree)


def test_every_instrument_has_a_footnote():
    facts = yaml.safe_load((UN / "lexicon" / "instruments.yaml").read_text(encoding="utf-8"))["instruments"]
    assert len(facts) >= 60
    for item in Register([], facts).instruments:
        assert (bool(item.volumes) and bool(item.number)) + bool(item.resolution) + bool(item.note) == 1, item.title


def test_the_resolutions_of_instruments_are_numbered_as_their_body_numbers():
    lexicon = {
        name: yaml.safe_load((UN / "lexicon" / f"{name}.yaml").read_text("utf-8")) for name in ("instruments", "organs")
    }
    for item in Register([], lexicon["instruments"]["instruments"]).instruments:
        patterns = lexicon["organs"]["organs"][item.body or "General Assembly"]["numbers"]
        assert not item.resolution or any(re.fullmatch(pattern, item.resolution) for pattern in patterns), item.title
