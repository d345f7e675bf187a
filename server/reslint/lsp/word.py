"""Commands for drafts in Word, which editors cannot open: a Word file as a draft, and a draft back into the file.

The bytes of files come and go in base64: the server may be where no file can be read. Nothing is shown or saved here.
A request that is cancelled (`$/cancelRequest`) stops the work.
"""

from __future__ import annotations

import base64
from asyncio import CancelledError
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException

from ..text.stopping import Stopped, stoppable
from .feature import Command, Session

if TYPE_CHECKING:
    from ..formats import Original

_INVALID = -32602
_FAILED = -32803


async def word_to_draft(session: Session, name: str, data: str) -> dict[str, str]:
    """The text of a file in a format other than text, with its comments: {text, notice}. `name` is the file's."""
    return dict(await _in_thread(session, _draft, name, data))


async def draft_to_word(session: Session, name: str, data: str, text: str) -> dict[str, Any]:
    """A Word file with what a draft changes as tracked changes: {data, changed, left}.

    `text` is the draft, which was made of the file with `word_to_draft`. `left` are the changes for which the file has
    no place: they are comments in it. `changed` counts the others.
    """
    return dict(await _in_thread(session, _word, name, data, text))


async def _in_thread(session: Session, work: Callable[..., dict[str, Any]], *arguments: str) -> dict[str, Any]:
    """The result of some work in a thread of the server, which stops between two paragraphs when it is cancelled."""

    def until_cancelled() -> dict[str, Any]:
        with stoppable(lambda: session.server.is_wanted(session.request)):
            return work(*arguments)

    try:
        return dict(await session.server.run_in(session.server.answers, until_cancelled))
    except Stopped:
        raise CancelledError from None


def _draft(name: str, data: str) -> dict[str, str]:
    original = _opened(name, data)
    return {"text": original.told.content, "notice": original.notice}


def _word(name: str, data: str, text: str) -> dict[str, Any]:
    from ..formats import CannotRead, CannotWrite
    from ..formats.merging import merge

    original = _opened(name, data)
    edits, remarks = merge(original, text)
    try:
        written = original.write(edits, remarks)
    except (CannotRead, CannotWrite) as error:
        raise JsonRpcException(f"{name}: {error}", _FAILED) from None
    encoded = base64.b64encode(written).decode("ascii")
    return {"data": encoded, "changed": len(edits), "left": [remark.words for remark in remarks]}


def _opened(name: str, data: str) -> Original:
    from ..formats import CannotRead, open_file

    try:
        return open_file(Path(name), base64.b64decode(data, validate=True))
    except CannotRead as error:
        raise JsonRpcException(f"{name}: {error}", _FAILED) from None
    except ValueError:
        raise JsonRpcException("the bytes of the file are not in base64", _INVALID) from None


COMMANDS = (
    Command("reslint.wordToDraft", word_to_draft),
    Command("reslint.draftToWord", draft_to_word),
)
