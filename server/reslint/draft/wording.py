"""The words of a node, shared by all nodes of its kind that have the same words.

An edit changes the words of one paragraph. What is worked out from words alone is therefore kept by wording, and
the next version of the draft, whose other paragraphs have the same wordings as before, need not work it out again.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from ..text import Span
from ..text.fold import fold
from .recent import Recent
from .view import View

if TYPE_CHECKING:
    from ..text.folded import Folded
    from .lexicon import Lexicon
    from .model import Node
    from .notation.places import SourcePlaces
    from .opener import Opener
    from .vocabulary import Vocabulary

_OPENED = ("preambular", "operative")
_LEAST = 1_000_000
"""Characters that are remembered of short texts, which often have paragraphs of one another."""
_UNKNOWN: Any = object()
_Key = tuple[str, tuple[str, ...], Hashable]
"""A kind, the source of the words, and how they are read where that is not as they were written."""


class Wording:
    """The folded words of nodes of one kind. Two wordings are the same only if they are the same object.

    `batch` is for whoever searches wordings, to note with which others this one was first met.
    """

    __slots__ = ("_alone", "_lexicon", "_opener", "batch", "folded", "kind", "text")

    def __init__(self, kind: str, folded: Folded, lexicon: Lexicon) -> None:
        self.kind = kind
        self.folded = folded
        self.text = folded.text
        """The folded words."""
        self.batch: Any = None
        self._lexicon = lexicon
        self._opener: Opener | None = _UNKNOWN
        self._alone: View | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary by which its opener is recognised."""
        return self._lexicon.vocabulary

    @property
    def alone(self) -> View:
        """A view of the words as if they were all there is: its positions are local ones."""
        if self._alone is None:
            self._alone = View(self.folded, (Span(0, self.folded.local_length),))
        return self._alone

    @property
    def opener(self) -> Opener | None:
        """The opener of a preambular or operative paragraph; None for other kinds and where none is recognised."""
        if self._opener is _UNKNOWN:
            self._opener = self._lexicon.opener(self.folded) if self.kind in _OPENED else None
        return self._opener


class Wordings:
    """The wordings that were met under one lexicon lately, by kind and source."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: Recent[_Key, Wording] = Recent(_length, _LEAST)

    def expect(self, length: int) -> None:
        """Makes room for a text of so many characters."""
        self._known.expect(length)

    def get(self, kind: str, pieces: tuple[str, ...], folded: Folded | None = None) -> Wording:
        """The wording of a node of this kind whose own words stand in these pieces of the source.

        `folded` is what folding them gives, where that is known.
        """
        key: _Key = kind, pieces, None
        known = self._known.get(key)
        if known is None:
            known = Wording(kind, folded or fold(pieces), self._lexicon)
            self._known.keep(key, known)
        return known

    def rewritten(self, node: Node, pieces: tuple[str, ...], places: SourcePlaces) -> Wording:
        """The wording of a node whose words, in these pieces of the source, are not read as they were written."""
        key = node.kind, pieces, places.key(node)
        known = self._known.get(key)
        if known is None:
            known = Wording(node.kind, places.folded(node), self._lexicon)
            self._known.keep(key, known)
        return known


def _length(key: _Key) -> int:
    return sum(map(len, key[1]))


def wordings_of(lexicon: Lexicon) -> Wordings:
    """The wordings that were met under a lexicon, kept as long as it lives."""
    return lexicon.memo.once(Wordings, lambda: Wordings(lexicon))
