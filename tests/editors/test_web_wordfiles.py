"""The answers that the page in the browser gets about a Word file, and the files it gets back."""

from __future__ import annotations

import base64
import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reslint.formats import CannotRead, open_file
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp

PAGE = Path(__file__).parents[2] / "editors" / "web"
BLOCKS = (
    WordBlock("paragraph", "*The General Assembly*,"),
    WordBlock("paragraph", "*Noting* the lamps of the the harbours,"),
    WordBlock("paragraph", "*Welcomes* the lamps;", "1."),
    WordBlock("paragraph", "*Decides* to remain seized of the matter.", "2."),
)
DATA = build(BLOCKS, Stamp("x", "2026-01-01T00:00:00Z", 1))[0]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PAGE))
    return importlib.import_module("wordfiles")


def ask(page: ModuleType, do: str, text: str = "", data: bytes = DATA) -> dict[str, Any]:
    encoded = base64.b64encode(data).decode()
    asked = {"do": do, "name": "a.docx", "data": encoded, "text": text, "packs": [], "profile": ""}
    return dict(json.loads(page.answer(json.dumps(asked))))


def opened(answer: dict[str, Any], version: Any = "final") -> str:
    return open_file(Path("a.docx"), base64.b64decode(answer["data"]), version).text.content


def test_its_words_come_and_go_back_as_tracked_changes(page: ModuleType) -> None:
    text = ask(page, "word-read")["text"]
    assert "the the harbours" in text
    fixed = ask(page, "fix", text)["text"]
    answer = ask(page, "word-tracked", fixed)
    assert (answer["changed"], answer["left"]) == (1, [])
    assert opened(answer) == fixed
    assert opened(answer, "original") == text


def test_comments_stand_on_what_is_left(page: ModuleType) -> None:
    text = ask(page, "word-read")["text"]
    answer = ask(page, "word-commented", text)
    assert answer["comments"] == 1
    assert opened(answer) == text
    assert ask(page, "word-commented", text.replace("the the", "the"))["comments"] == 0


def test_other_requests_are_answered_as_before(page: ModuleType) -> None:
    assert ask(page, "lint", "*The General Assembly*,")["recognised"] in (True, False)
    with pytest.raises(CannotRead, match="damaged or cut short"):
        ask(page, "word-read", data=DATA[:300])
