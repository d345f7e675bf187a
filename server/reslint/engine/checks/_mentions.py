"""Shared parts of the kinds of check about first and later mentions of resolutions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ..language.dated import Dated, DatedWords
from ..search.spoken import Spoken
from ._citations import BodyNumbers

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.resources import Resources


class _Named(NamedTuple):
    """A resolution that a paragraph names, the date it stands under ("" for none), and what it is known by."""

    item: Dated
    date: str
    key: tuple[str, str, str]


class Mention(NamedTuple):
    """A resolution that a node names, with the date it stands under ("" for none), and where it was named before."""

    node: Node
    item: Dated
    date: str
    before: Mention | None


class MentionSearch:
    """The mentions of resolutions, each resolution of a file for itself.

    Resolutions adopted on one day share the date that follows the last of them. A number that its body does not use
    belongs to another one and is left alone. `unless` finds words right after a number that stand for its date.
    """

    def __init__(self, resources: Resources, words: DatedWords, unless: re.Pattern[str] | None = None) -> None:
        self._words = words
        self._numbers = BodyNumbers(resources).patterns
        self._unless = unless
        self._named = Spoken(self._names, words.cited)

    def among(self, nodes: Collection[Node], draft: Draft) -> Iterator[Mention]:
        """The mentions in the words of some nodes, in the order of the text.

        The one before is the first that has a date, or the first of all. A fragment may have mentioned all of them
        before: it has none.
        """
        if not draft.is_whole:
            return
        known: dict[tuple[Node, tuple[str, str, str]], Mention] = {}
        for node, named in self._named.among(nodes, draft):
            resolution = draft.resolution(node)
            for item, date, key in named:
                before = known.get((resolution, key))
                mention = Mention(node, item, date, before)
                if before is None or (date and not before.date):
                    known[resolution, key] = mention
                yield mention

    def _names(self, wording: Wording, own: str) -> list[_Named]:
        """The resolutions numbered as their bodies do, with their dates; those of one day share the last one's."""
        items = self._words.spoken.at(wording, own) or ()
        found: list[_Named] = []
        shared = ""
        for index in range(len(items) - 1, -1, -1):
            item = items[index]
            follows = index + 1 < len(items) and items[index + 1].head == item.head
            shared = item.date or (shared if follows else self._otherwise(item, wording.text))
            if self._numbered(item) and not self._words.quotations.hold(wording.text, item.start):
                found.insert(0, _Named(item, shared, (item.body, item.kind, item.number)))
        return found

    def _numbered(self, item: Dated) -> bool:
        """Whether the body of a resolution numbers its resolutions so."""
        pattern = self._numbers.get(item.body)
        return pattern is not None and pattern.fullmatch(item.number) is not None

    def _otherwise(self, item: Dated, text: str) -> str:
        """The words after a number that stand for its date, "" for none."""
        found = self._unless.match(text, item.end) if self._unless is not None else None
        return found[0] if found else ""
