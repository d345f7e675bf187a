"""The adopted texts in the folders of a library, and what a rule says of a draft that is a copy of one."""

from __future__ import annotations

import builtins
import os
from pathlib import Path
from typing import Any

import pytest

from reslint.engine import load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.data.library import Library
from reslint.engine.project.configuration import Configuration
from reslint.text import Text

COPY = "mandate/near-copy"
TITLE = "Belfries of the region"
BODY = """\
*The General Assembly*,

*Mindful* of the silence that has settled over so many of the belfries of this region,

1. *Requests* the Secretary-General to count the bells by 3 May 2026;

2. *Invites* Member States to ring them.
"""
LATER = BODY.replace("3 May 2026", "4 June 2027")


@pytest.fixture(scope="module")
def family() -> Checkers:
    return Checkers(lambda _: load(["un"]))


@pytest.fixture
def adopted(tmp_path: Path) -> Any:
    def write(number: str, title: str = "Belfries of the region", body: str = BODY) -> Path:
        path = tmp_path / f"{number.replace('/', '-')}.md"
        path.write_text(f"**{number}. {title}**\n\n{body}", encoding="utf-8")
        return path

    return write


def found(
    checker: Checker, body: str = LATER, title: str = "Belfries of the region", head: str = "Eighty-first"
) -> Any:
    draft = checker.parse(Text(f"{head} session\n\n**{title}**\n\n{body}"), forced=True)
    return [(draft.text.slice(each.span), each.message) for each in checker.lint(draft).findings if each.rule == COPY]


@pytest.fixture
def checker(family: Checkers, tmp_path: Path) -> Checker:
    return family.of(Configuration().changed({"library": [str(tmp_path)]}, "test"))


def test_a_copy_but_for_numbers_and_dates_is_said_at_its_title(checker: Checker, adopted: Any):
    adopted("79/4")
    adopted("80/9")
    ((title, message),) = found(checker)
    assert title == "**Belfries of the region**"
    assert "resolution 80/9 " in message


@pytest.mark.parametrize(
    "body",
    [
        LATER.replace("ring them", "ring and oil them"),
        LATER + "\n3. *Decides* to listen.\n",
        LATER.replace("1. *Requests* the Secretary-General to count the bells by 4 June 2027;\n\n2.", "1."),
    ],
)
def test_a_change_in_what_is_decided_is_enough(checker: Checker, adopted: Any, body: str):
    adopted("80/9")
    assert found(checker, body) == []


def test_before_the_session_in_which_it_was_asked_for_nothing_is_said(checker: Checker, adopted: Any):
    adopted("79/4")
    assert found(checker, head="Eightieth") == []


def test_a_text_that_is_not_the_latest_of_its_title_is_not_compared(checker: Checker, adopted: Any):
    title = "Oil slick on Lebanese shores"
    adopted("70/4", title)
    assert found(checker, title=title) == []
    adopted("80/4", title)
    assert len(found(checker, title=title)) == 1


def test_without_a_library_no_file_is_read(family: Checkers, monkeypatch: pytest.MonkeyPatch):
    checker = family.of(Configuration())
    found(checker)
    monkeypatch.setattr(os, "walk", lambda _: pytest.fail("a folder is looked through"))
    monkeypatch.setattr(builtins, "open", lambda *_: pytest.fail("a file is read"))
    assert found(checker) == []


def test_files_that_come_change_and_go_are_noticed(checker: Checker, adopted: Any, tmp_path: Path):
    vocabulary = checker.ruleset.vocabulary
    library = Library([tmp_path])
    first = adopted("78/1")

    def latest() -> str:
        text = library.latest("Belfries of the region", 81, vocabulary)
        return text.number if text else ""

    def touched(folder: Path, seconds: int) -> None:
        os.utime(folder, (seconds, seconds))

    assert latest() == "78/1"
    adopted("80/3")
    touched(tmp_path, 1)
    assert latest() == "80/3"
    (tmp_path / "80-3.md").unlink()
    touched(tmp_path, 2)
    assert latest() == "78/1"
    first.write_text(first.read_text(encoding="utf-8").replace("Belfries", "Towers and belfries"), encoding="utf-8")
    assert latest() == ""


def test_what_cannot_be_read_has_no_title(checker: Checker, adopted: Any, tmp_path: Path):
    adopted("78/1")
    (tmp_path / "80-1.docx").write_bytes(b"PK\x03\x04 and no more")
    found = Library([tmp_path, tmp_path / "missing"]).latest("Belfries of the region", 0, checker.ruleset.vocabulary)
    assert found is not None
    assert found.number == "78/1"
