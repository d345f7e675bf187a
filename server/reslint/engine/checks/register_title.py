"""Titles of cited resolutions, against the register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.schema import Pattern, Record
from ..language.dated import Dated
from ._registered import VALUES, Comparison, Slip

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...register import Register
    from ..data.check import Match
    from ..data.context import Context
    from ..data.resources import Resources


class RegisterTitleCheck:
    """Titles of cited resolutions that are not those the register holds; capitals and signs may differ."""

    KIND: ClassVar[str] = "register-title"
    OPTIONS: ClassVar[Record] = Record(
        {"unless": Pattern("Words right before a citation whose title is that of a part only.")},
        "Titles of cited resolutions against the register.",
    )
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._unless = lazy(rf"(?:{options['unless']})\Z") if options["unless"] else None
        self._comparison = Comparison(resources, self._slip)
        self.keywords = self._comparison.words.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The titles in the words of the selected nodes that are wrong. Raises CannotRun."""
        yield from self._comparison.among(nodes, draft)

    def _slip(self, item: Dated, text: str, register: Register) -> Slip | None:
        entry = register.lookup(item.body, item.number) if item.title else None
        if entry is None or not entry.title_sure or _letters(entry.title) == _letters(item.title):
            return None
        if not item.named and item.date and entry.date != self._comparison.words.day(item.date):
            return None
        if self._unless is not None and self._unless.search(text[: item.head]):
            return None
        return Slip(entry, item.title_start, item.title_end, entry.title)


def _letters(title: str) -> str:
    """The part of a title that must agree: its letters and digits, in any capitals."""
    return "".join(re.findall(r"\w", title.casefold()))
