"""A small register of our own: a village assembly and its council."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.register import CitationPhrases, Register, Table

TABLE = """\
# A table for the tests.
#body\tVA\tVillage Assembly\tV/RES/{number}\t401
#body\tHB\tHarbour Board\tH/{session}/B.{item}\t
HB\t7/2\t2001-05-04\t1\t\t?\tNets and lines\t1
VA\t7/2\t1998-03-01\tpage\t1998-03-02×2\t\tMooring of boats\tpage
VA\t7/20\t1998-03-01\t12\t1998-03-09×1; 1998-04-01×1\t\t\t
VA\t7/405\t1998-06-01\t9\t\t\t\t
VA\t8/3 B\t1999-03-01\t4\t\t\tBoats and “old” lanterns\t?
"""
INSTRUMENTS = {
    "Convention on Ropes": {"short": ["the Rope Convention", "the Convention"], "volumes": [12, 13], "number": 77},
    "Convention on Knots": {"short": ["the Convention"], "volumes": [9], "number": "5–8", "league": True},
    "Pledge of the Lighthouse": {"aliases": ["Beacon Pledge"], "resolution": "7/2", "part": "annex", "see": True},
    "Lantern Principles": {"note": "V/CONF.1/3, annex."},
}
TEMPLATES = {
    "kinds": {"resolution": "resolution", "decision": "decision"},
    "first": {"own": "its {kind} {number} of {date}", "other": "{body} {kind} {number} of {date}"},
    "undated": {"own": "its {kind} {number}", "other": "{body} {kind} {number}"},
    "later": {"own": "{kind} {number}", "other": "{body} {kind} {number}"},
    "footnote": {"own": "{Kind} {number}{part}.", "other": "{body} {kind} {number}{part}."},
    "see": {"own": "See {kind} {number}{part}.", "other": "See {body} {kind} {number}{part}."},
    "titled": "{phrase}, entitled “{title}”",
    "organs": {"Harbour Board": {"first": {"own": "its {kind} {number}", "other": "{body} {kind} {number}"}}},
    "cited": {"Harbour Board": {"footnote": {"own": "{symbol}.", "other": "{symbol}."}}},
    "instrument": {
        "body": "Village Assembly",
        "first": "the {title}",
        "later": "{short}",
        "treaty": "Treaty Series, {volumes}, {numbers}.",
        "league": "Old Treaty Series, {volumes}, {numbers}.",
        "part": ", {part}",
        "volume": {"one": "vol. {list}", "several": "vols. {list}"},
        "number": {"one": "No. {list}", "several": "Nos. {list}"},
        "and": " and ",
    },
    "evidence": {
        "page": "its own first page",
        "citation": "one citation",
        "citations": "{agree} citations",
        "majority": "{agree} of {total} citations",
        "user": "your own entry",
        "unsure": "{evidence}, unsure",
    },
}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
MONTHS += ["November", "December"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    (folder / "register").mkdir(parents=True)
    (folder / "register" / "village.tsv").write_text(TABLE, encoding="utf-8")
    return folder


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "data" / "register.tsv"


@pytest.fixture
def register(pack: Path, user: Path) -> Register:
    return Register.open([pack], INSTRUMENTS, user)


@pytest.fixture
def table(pack: Path) -> Table:
    return Table(pack / "register" / "village.tsv")


@pytest.fixture
def phrases() -> CitationPhrases:
    return CitationPhrases(TEMPLATES, lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}")
