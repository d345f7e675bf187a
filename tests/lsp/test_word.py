"""Word files through the server: as a draft, and back as tracked changes; bytes in base64."""

from __future__ import annotations

import base64
from asyncio import CancelledError
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
    units = 1_000_000
    """After so many the client cancels."""

    def is_wanted(self, request):
        assert request == "asked"
        self.units -= 1
        return self.units >= 0

    async def run_in(self, pool, work, *arguments):
        assert pool is self.answers
        return work(*arguments)


SESSION = SimpleNamespace(server=Here(), request="asked")


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


@pytest.mark.parametrize("units", [0, 1, 40])
async def test_reading_stops_where_the_client_cancels(units: int) -> None:
    blocks = [WordBlock("paragraph", f"*Decides* to meet at {at}.", f"{at}.") for at in range(1, 81)]
    data = encoded(build(blocks, Stamp("x", "2026-01-01T00:00:00Z", 1))[0])
    here = Here()
    here.units = units
    with pytest.raises(CancelledError):
        await word_to_draft(SimpleNamespace(server=here, request="asked"), "a.docx", data)
    assert here.units == -1


async def test_writing_stops_where_the_client_cancels() -> None:
    draft = (await word_to_draft(SESSION, "a.docx", encoded(DATA)))["text"]
    here = Here()
    here.units = 2  # the paragraph, and the line that is compared
    with pytest.raises(CancelledError):
        await draft_to_word(
            SimpleNamespace(server=here, request="asked"), "a.docx", encoded(DATA), draft + "2. More.\n"
        )
    assert here.units == -1
