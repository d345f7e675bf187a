"""The answers that the page in the browser gets about a Word file, and the files it gets back."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from reslint.formats import CannotRead, open_file
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp

from .webpage import asked_of_page

BLOCKS = (
    WordBlock("paragraph", "*The General Assembly*,"),
    WordBlock("paragraph", "*Noting* the lamps of the the harbours,"),
    WordBlock("paragraph", "*Welcomes* the lamps;", "1."),
    WordBlock("paragraph", "*Decides* to remain seized of the matter.", "2."),
)
DATA = build(BLOCKS, Stamp("x", "2026-01-01T00:00:00Z", 1))[0]


def ask(do: str, text: str = "", data: bytes = DATA) -> dict[str, Any]:
    encoded = base64.b64encode(data).decode()
    return asked_of_page(do=do, name="a.docx", data=encoded, text=text, packs=[], profile="")


def opened(answer: dict[str, Any], version: Any = "final") -> str:
    return open_file(Path("a.docx"), base64.b64decode(answer["data"]), version).text.content


def test_its_words_come_and_go_back_as_tracked_changes() -> None:
    text = ask("word-read")["text"]
    assert "the the harbours" in text
    fixed = text.replace("the the", "the")
    answer = ask("word-tracked", fixed)
    assert (answer["changed"], answer["left"]) == (1, [])
    assert opened(answer) == fixed
    assert opened(answer, "original") == text


def test_comments_stand_on_what_is_left() -> None:
    text = ask("word-read")["text"]
    answer = ask("word-commented", text)
    assert answer["comments"] == 1
    assert opened(answer) == text
    assert ask("word-commented", text.replace("the the", "the"))["comments"] == 0


def test_a_draft_becomes_a_new_word_file_of_the_same_words() -> None:
    text = ask("word-read")["text"]
    answer = ask("word-new", text)
    assert answer["left"] == []
    assert opened(answer) == text


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(CannotRead, match="damaged or cut short"):
        ask("word-read", data=DATA[:300])
