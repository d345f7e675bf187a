"""The suggestions of the extension for Writer: words alone, as a proofreader cannot set italics."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "editors" / "libreoffice" / "pythonpath"


@pytest.fixture
def replaced(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("reslint_writer.judging").replaced


def plain(old: str, new: str) -> tuple[str, list[int], str, list[int]]:
    return old, [0] * len(old), new, [0] * len(new)


def test_the_words_of_the_finding_are_replaced_with_what_stands_around_them_that_changes(replaced: Any) -> None:
    old, new = "of the the coast", "of the coast"
    start, end, words = replaced(*plain(old, new), 3, 10)
    assert old[:start] + words + old[end:] == new
    assert (start, end) == (3, 11)


def test_italics_that_change_are_not_offered(replaced: Any) -> None:
    assert replaced("Noting it", [0] * 9, "Noting it", [2] * 6 + [0] * 3, 0, 6) is None


def test_words_that_look_like_those_they_replace_are_offered_whatever_the_blanks_are(replaced: Any) -> None:
    old, new = "Recalling it", "Recalling also it"
    assert replaced(old, [2] * 9 + [0] * 3, new, [2] * 14 + [0] * 3, 0, 9) == (0, 10, "Recalling also ")


def test_a_footnote_marker_is_never_replaced_and_nothing_is_offered_for_nothing(replaced: Any) -> None:
    assert replaced(*plain("work\ufffc,", "work,\ufffc"), 4, 6) is None
    assert replaced(*plain("one", ""), 0, 3) is None
