"""A parsed draft and the questions that rules ask of it; every answer is computed once, when first asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from ..text import Span, Text
from ..text.folded import Folded
from ..text.memo import Memo
from .lexicon import lexicon_of
from .model import Marker, Node
from .notation import Replaced, odd_characters
from .notation.places import SourcePlaces
from .opener import Opener
from .view import View
from .vocabulary import Organ, Vocabulary
from .wording import Wording, wordings_of

SKIPPED = frozenset({"note", "comment", "page-line", "separator", "front-matter"})
"""The kinds that stand between two paragraphs without parting them."""


class Draft:
    """A text and the tree of what is in it. Made by `parse`."""

    def __init__(
        self,
        text: Text,
        root: Node,
        vocabulary: Vocabulary,
        folded: Mapping[int, Folded],
        places: SourcePlaces | None = None,
        *,
        is_resolution: bool,
        is_whole: bool,
    ) -> None:
        """`folded` has the words of paragraphs as `fold` gives them, by the offset at which they begin.

        `places` knows the words of a text that is not read as it was written.
        """
        self.text = text
        self.root = root
        self.vocabulary = vocabulary
        self.is_resolution = is_resolution
        self.is_whole = is_whole
        self.memo = Memo()
        """The values that others have worked out of the draft."""
        self._lexicon = lexicon_of(vocabulary)
        self._known = wordings_of(self._lexicon)
        self._known.expect(len(text))
        self._folded = folded
        self._places = places
        self.is_paged = places is not None and places.is_paged
        """Whether the text was taken from printed pages, so that what belongs together was worked out."""
        self.is_rewritten = places is not None
        """Whether the text came in another notation than the parser reads."""
        self.bracketed: tuple[Span, ...] = self._open(places.bracketed) if places is not None else ()
        """The places under negotiation: brackets with their words, remarks of delegations, struck text, in order."""
        self._wordings: dict[Node, Wording] = {}
        self._views: dict[Node, View] = {}
        self._resolutions: dict[Node | None, Node] = {}
        self._adopters: dict[Node, Organ | None] = {}
        self._runs: dict[tuple[Node, str, int], tuple[Node, ...]] = {}

    @cached_property
    def _all(self) -> tuple[Node, ...]:
        return tuple(self.root.walk())

    @cached_property
    def _parents(self) -> dict[Node, Node]:
        return {child: node for node in self._all if node.children for child in node.children}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Node, ...]]:
        found: dict[str, list[Node]] = {}
        for node in self._all:
            found.setdefault(node.kind, []).append(node)
        return {kind: tuple(nodes) for kind, nodes in found.items()}

    @cached_property
    def stage(self) -> Literal["draft", "adopted"]:
        """Says "adopted" for a text that says that it was adopted or at which meeting, else "draft"."""
        adopted = self.vocabulary.layout.adopted
        if self._by_kind.get("meeting-line"):
            return "adopted"
        for node in self._by_kind.get("masthead", ()):
            if any(pattern.match(self.view(node).text) for pattern in adopted):
                return "adopted"
        return "draft"

    def nodes(self, *kinds: str) -> tuple[Node, ...]:
        """All nodes of these kinds in the order of the text; all nodes when no kind is named."""
        if not kinds:
            return self._all
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return tuple([node for node in self._all if node.kind in kinds])

    def parent(self, node: Node) -> Node | None:
        """The node that holds this one; None for the root."""
        return self._parents.get(node)

    def ancestors(self, node: Node) -> Iterator[Node]:
        """The nodes that hold this one, the nearest first."""
        parent = self.parent(node)
        while parent is not None:
            yield parent
            parent = self.parent(parent)

    def _open(self, bracketed: tuple[Span, ...]) -> tuple[Span, ...]:
        """The brackets that leave something open: what says how a text was adopted is printed in brackets, too."""
        adopted = [node.span for node in self._all if node.kind == "meeting-line"] if bracketed else ()
        return tuple(span for span in bracketed if not any(span.overlaps(one) for one in adopted))

    def siblings(self, node: Node) -> tuple[Node, ...]:
        """The numbered or lettered run that a node stands in, itself included, in order.

        Operative paragraphs run on through the parts of a resolution, unless its parts have preambles of their own.
        """
        parent = self.parent(node)
        if parent is None:
            return (node,)
        key = (parent, node.kind, node.level)
        if key not in self._runs:
            self._runs[key] = self._run(node, parent)
        return self._runs[key]

    def _run(self, node: Node, parent: Node) -> tuple[Node, ...]:
        if node.kind == "operative" and parent.kind in ("part", "resolution"):
            whole = parent if parent.kind == "resolution" else self.parent(parent)
            parts = [child for child in whole.children if child.kind == "part"] if whole is not None else []
            if not any(child.kind == "preambular" for part in parts for child in part.children):
                holders = [whole or parent, *parts]
                return tuple(child for holder in holders for child in holder.children if child.kind == "operative")
        return tuple(child for child in parent.children if child.kind == node.kind and child.level == node.level)

    @cached_property
    def _neighbours(self) -> dict[Node, tuple[Node | None, Node | None]]:
        found: dict[Node, tuple[Node | None, Node | None]] = {}
        for node in self._all:
            if node.children:
                shown = [child for child in node.children if child.kind not in SKIPPED]
                found.update(zip(shown, zip([None, *shown], [*shown[1:], None], strict=False), strict=False))
        return found

    def previous(self, node: Node) -> Node | None:
        """The child before this one of the same parent; notes, comments, separators and page lines do not count."""
        return self._neighbours.get(node, (None, None))[0]

    def following(self, node: Node) -> Node | None:
        """The child after this one of the same parent; notes, comments, separators and page lines do not count."""
        return self._neighbours.get(node, (None, None))[1]

    def wording(self, node: Node) -> Wording:
        """The node's own words, without label and children; the same object wherever such a node has such words."""
        wording = self._wordings.get(node)
        if wording is None:
            content = self.text.content
            if self._places is not None:
                pieces = tuple([content[start:end] for start, end in node.body])
                wording = self._known.rewritten(node, pieces, self._places)
            elif len(node.body) == 1:
                start, end = node.body[0]
                wording = self._known.get(node.kind, (content[start:end],), self._folded.get(start))
            else:
                wording = self._known.get(node.kind, tuple([content[start:end] for start, end in node.body]))
            self._wordings[node] = wording
        return wording

    @cached_property
    def _lost(self) -> tuple[Span, ...]:
        return self._places.lost(self.text.content) if self._places is not None else ()

    def is_closed(self, span: Span) -> bool:
        """Whether no fix may write over a span: it is not a word (a tag, a sign) or not agreed (a bracket)."""
        if any(one.start <= span.end and span.start <= one.end for one in self.bracketed):
            return True
        lost = self._lost
        at = bisect_left(lost, span) if lost else 0
        return any(one.start < span.end and span.start < one.end for one in lost[max(at - 1, 0) : at + 1])

    def view(self, node: Node) -> View:
        """The folded words of the node's own body, without label and children, and the way back to the source."""
        view = self._views.get(node)
        if view is None:
            view = self._views[node] = View(self.wording(node).folded, node.body)
        return view

    def opener(self, node: Node) -> Opener | None:
        """The opener of a preambular or operative paragraph; None for other nodes and where none is recognised."""
        return self.wording(node).opener

    @cached_property
    def _organs(self) -> dict[Node, Organ]:
        found: dict[Node, Organ] = {}
        for line in self.nodes("enacting-line"):
            known = self._lexicon.organ(self._source(line)) if line.body else None
            holder = self.parent(line)
            if known is not None and holder is not None:
                found[holder] = known[1] or Organ(known[0])
        if not any(organ in self.vocabulary.organs for organ in found.values()) and (named := self._named_by_heading()):
            return {self.root: named}
        return found

    def _source(self, node: Node) -> str:
        """The first of a node's own words, mark-up and all."""
        return self._places.words(node)[0] if self._places is not None else self.text.slice(node.body[0])

    def _named_by_heading(self) -> Organ | None:
        """The listed organ whose name stands in a line such as "Committee: …"."""
        for node in self._by_kind.get("masthead", ()):
            words = self.view(node).text
            for pattern in self.vocabulary.layout.committee:
                match = pattern.match(words)
                name = match[match.lastindex or 0].lower() if match else ""
                known = [organ for organ in self.vocabulary.organs if organ.name.lower() in name]
                if known:
                    return max(known, key=lambda organ: len(organ.name))
        return None

    def resolution(self, node: Node) -> Node:
        """The resolution that a node stands in; the document where there is none."""
        holder = self._parents.get(node)
        if holder not in self._resolutions:
            above = (node for node in self.ancestors(node) if node.kind == "resolution")
            self._resolutions[holder] = next(above, self.root)
        return self._resolutions[holder]

    @cached_property
    def organs(self) -> tuple[str, ...]:
        """The names of the organs that adopt something in the text, each once."""
        return tuple({organ.name: None for organ in self._organs.values()})

    def organ(self, node: Node) -> Organ | None:
        """The organ whose resolution a node belongs to; None where no enacting line names one, and no heading.

        An organ that only a pattern knows has a name and nothing else.
        """
        if not self._organs:
            return None
        if node not in self._adopters:
            above = self.parent(node)
            self._adopters[node] = self._organs.get(node) or (self.organ(above) if above is not None else None)
        return self._adopters[node]

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """The footnote markers in the order of the text."""
        found = []
        for node in self._all:
            if node.body and (markers := self.wording(node).folded.markers):
                source = self.view(node).source
                found += [Marker(at.label, source(at.local), node) for at in markers]
        return tuple(sorted(found, key=lambda marker: marker.span))

    @cached_property
    def notes(self) -> Mapping[str, tuple[Node, ...]]:
        """The texts of footnotes by label, each tuple in the order of the text."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes("note"):
            found.setdefault(node.label, []).append(node)
        return {label: tuple(nodes) for label, nodes in found.items()}

    @cached_property
    def odd_characters(self) -> tuple[Replaced, ...]:
        """The characters that are read as others, and what is read for them, in order."""
        return odd_characters(self.text.content) if self._places is not None else ()

    @property
    def uncalled(self) -> frozenset[str]:
        """The labels of notes whose markers cannot be told from numbers: of their order nothing is known."""
        return self._places.uncalled if self._places is not None else frozenset()

    @property
    def comments(self) -> tuple[Node, ...]:
        """The HTML comments in the order of the text."""
        return self.nodes("comment")
