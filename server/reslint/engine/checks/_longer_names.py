"""Whether words in capitals are part of a longer name."""

from __future__ import annotations

import re
from collections.abc import Collection

from ...text.regex import compiled

_LEFT = 160
"""How many characters before the words are looked at: more than a name has there."""


class LongerNames:
    """Looks for further words in capitals before and after some words, joined to them by `links` or by nothing.

    The first word of a paragraph has its capital for another reason, and so have the words `alone`.
    """

    def __init__(self, links: Collection[str], alone: Collection[str]) -> None:
        joints = "|".join(re.escape(link) for link in sorted(links))
        others = "".join(rf"(?<!\b{re.escape(word)})" for word in sorted(alone))
        self._before = compiled(rf"(?<=\s)[A-Z][\w’‑-]*{others},?(?: (?:{joints}))* \Z")
        self._after = compiled(rf"(?:’s?)?(?: (?:{joints}))* [A-Z\d]|[/–]")

    def hold(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] (code points) goes on as a name on its left or on its right."""
        first = max(0, start - _LEFT)
        return bool(self._after.match(text, end) or self._before.search(text[first:start]))
