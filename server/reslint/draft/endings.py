"""How the words of a paragraph end."""

from __future__ import annotations

from ..text.regex import lazy

_TAIL = 60
_FINISHED = lazy(
    r"[,;:.!?](?:[\s”\"’'»)\]*_]|\[\^[^\]\s]{1,40}\]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]|<sup>\w{1,4}</sup>|\d{1,2}/)*"
    r"(?:(?<=\s)\w{1,3})?\s*\Z"
)


def finished(text: str) -> bool:
    """Whether words end as a paragraph may: with a comma, semicolon, colon or stop, markers and an "and" aside."""
    return text.endswith((",", ";", ":", ".", "!", "?")) or _FINISHED.search(text[-_TAIL:]) is not None
