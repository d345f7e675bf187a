"""The rest of a phrase that stands elsewhere in the draft: resolutions name their subject over and over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..text import Span
from ..text.regex import lazy
from .proposal import Proposal

if TYPE_CHECKING:
    from .cursor import Cursor

_TYPED = lazy(r"(?:(?<=[\s*_“(])|\A)[^\W_][\w’'-]*(?: [^\W_][\w’'-]*)* ?\Z")
_RUN = lazy(r"[\w’' -]+")
_WORDS = (5, 4, 3, 2)
"""How many of the last words are looked for, the last of them perhaps begun only: more say more."""
_LEAST = 3
"""Letters of a last word that has only been begun."""
_SHORTEST, _LONGEST = 6, 80
_MOST = 40


def propose_repeated(cursor: Cursor) -> Proposal | None:
    """How the last words go on wherever else they stand; None where they stand once at most, or go on in several ways.

    It ends before a sign of punctuation or mark-up, and with a whole word.
    """
    content, at = cursor.draft.text.content, cursor.offset
    typed = _TYPED.search(content, cursor.start, at)
    if typed is None:
        return None
    words = typed[0].split(" ")
    if words[-1] and len(words[-1]) < _LEAST:
        return None
    for count in _WORDS:
        if len(words) < count:
            continue
        several = list(_continued(" ".join(words[-count:]), cursor))
        if len(several) < 2:
            continue
        rest = _agreed(several)
        if len(rest.strip()) >= _SHORTEST:
            return Proposal("words", rest.strip(), Span(at, at), rest, about=("text",))
    return None


def _continued(context: str, cursor: Cursor) -> Iterator[str]:
    """The text after some words on other lines, up to the next sign."""
    content, line = cursor.draft.text.content, cursor.line
    at = content.find(context)
    for _ in range(_MOST):
        if at < 0:
            return
        end = at + len(context)
        if not line.start <= at < line.end and not content[at - 1 : at].isalnum():
            found = _RUN.match(content, end, end + _LONGEST)
            yield found[0] if found else ""
        at = content.find(context, end)


def _agreed(several: list[str]) -> str:
    """The common beginning of several texts, up to the end of a word."""
    shortest = min(several, key=len)
    ends = (at for at in range(len(shortest)) if any(each[at] != shortest[at] for each in several))
    alike = shortest[: next(ends, len(shortest))]
    whole = all(each[len(alike) :][:1] in ("", " ") for each in several) and len(alike) < _LONGEST
    return alike.rstrip() if whole else alike.rpartition(" ")[0]
