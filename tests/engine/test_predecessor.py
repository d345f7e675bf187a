"""The latest resolution of a title, and what has changed since."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reslint.engine import load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.data.library import Library
from reslint.engine.predecessor import predecessor_of, succession
from reslint.engine.project.configuration import Configuration
from reslint.register.titles import number_before, title_key
from reslint.text import Text

BODY = """\
*The General Assembly*,

*Mindful* of the silence that has settled over so many of the belfries of this region,

1. *Requests* the Secretary-General to count the bells in each of the belfries of this region;

2. *Invites* Member States to ring them.
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checkers(lambda _: load(["un"])).of(Configuration())


@pytest.fixture
def read(checker: Checker) -> Any:
    return lambda title, body=BODY: checker.parse(Text(f"Eightieth session\n\n**{title}**\n\n{body}"), forced=True)


def test_titles_are_compared_without_number_and_years():
    assert title_key("79/12. Bells, 2024–2030") == title_key("Bells, 2031")
    assert number_before("**78/12.** Bells") == ""
    assert number_before("78/12. Bells") == "78/12"


def test_the_register_names_the_latest_of_an_earlier_session(checker: Checker, read: Any):
    found = predecessor_of(read("The Syrian Golan"), checker)
    assert found is not None
    assert found.number.startswith("79/")
    assert found.draft is None


def test_a_title_that_nobody_knows_has_no_predecessor(checker: Checker, read: Any):
    assert predecessor_of(read("Belfries of the region"), checker) is None


def test_the_library_has_the_text_and_the_newest_counts(checker: Checker, read: Any, tmp_path: Path):
    for number in ("77/1", "78/9", "80/2"):
        (tmp_path / f"{number.replace('/', '-')}.md").write_text(f"**{number}. Belfries of the region**\n\n{BODY}")
    (tmp_path / "other.md").write_text(f"**79/3. Towers of the region**\n\n{BODY}")
    found = predecessor_of(read("Belfries of the region"), checker, Library([tmp_path]))
    assert found is not None
    assert (found.number, found.of) == ("78/9", "78/9")


def test_what_is_new_and_dropped_is_told(checker: Checker, read: Any):
    new = BODY.replace("2. *Invites* Member States to ring them.", "2. *Urges* Governments to cast bells.")
    changed = succession(read("Bells"), read("Bells", new), checker)
    assert [each.asked.action for each in changed.asked] == ["cast bells"]
    assert [each.asked.action for each in changed.dropped] == ["ring them"]
    assert 0.5 < changed.share < 1


def test_a_text_that_stayed_the_same_has_all_in_common(checker: Checker, read: Any):
    changed = succession(read("Bells"), read("Bells"), checker)
    assert (changed.share, changed.asked, changed.dropped, changed.count("added")) == (1, [], [], 0)
