"""Word files through the server: as a draft, and back as tracked changes; bytes in base64."""

from __future__ import annotations

import base64
from pathlib import Path
from types import SimpleNamespace

import pytest
from pygls.exceptions import JsonRpcException

from reslint.formats import open_file
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp
from reslint.lsp.word import draft_to_word, word_to_draft

DATA = build([WordBlock("paragraph", "*Decides* to meet.", "1.")], Stamp("x", "2026-01-01T00:00:00Z", 1))[0]


class Here:
    """A server that does its work at once."""

    answers = None

    async def run_in(self, pool, work, *arguments):
        assert pool is self.answers
        return work(*arguments)


SESSION = SimpleNamespace(server=Here())


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


async def test_a_word_file_is_a_draft_and_takes_its_changes_back() -> None:
    draft = await word_to_draft(SESSION, "a.docx", encoded(DATA))
    assert draft == {"text": "1. *Decides* to meet.\n", "notice": ""}
    changed = draft["text"].replace("meet", "rest") + "\n2. *Requests* a report.\n"
    saved = await draft_to_word(SESSION, "a.docx", encoded(DATA), changed)
    assert saved["changed"] == 1
    assert saved["left"] == ["To add after this: “2. *Requests* a report.”"]
    written = base64.b64decode(saved["data"])
    assert open_file(Path("a.docx"), written).text.content == "1. *Decides* to rest.\n"
    assert open_file(Path("a.docx"), written, "original").text.content == draft["text"]


async def test_what_is_no_word_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(JsonRpcException, match=r"a\.docx: this Word file is damaged"):
        await word_to_draft(SESSION, "a.docx", encoded(DATA[:200]))
    with pytest.raises(JsonRpcException, match="not in base64"):
        await word_to_draft(SESSION, "a.docx", "…")
