"""The tree of a draft resolution.

Lossless: the nodes only point into the text, and every character of the text belongs to exactly one block.
All positions are code-point offsets, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from ..text import Span
from ..text.record import dataclass

Doubt = Literal["", "stop", "letters"]
"""Why a node may be something else than it is taken for: its number has no stop; an item lost its letter."""
Kind = Literal[
    "document",  # the whole file
    "front-matter",  # YAML between two lines of ---
    "masthead",  # symbol, Distr., date, session, agenda item, "Resolution adopted by …"
    "sponsors",  # "Italy: revised draft resolution"
    "chapeau",  # "The Commission … recommends … the following draft resolution:"
    "title",
    "resolution",  # one complete text: enacting line, preamble, operative part
    "enacting-line",
    "part",  # a part headed I, II, … of one resolution
    "preambular",
    "operative",
    "subparagraph",  # lettered or numbered below a paragraph, four levels
    "heading",
    "meeting-line",
    "annex",
    "declaration",  # "We, the Heads of State …" inside a resolution
    "paragraph",  # a paragraph of an annex, a declaration or a text that is not a resolution
    "table",
    "note",  # the text of a footnote
    "comment",  # <!-- … -->
    "separator",  # a rule or asterisks between two texts
    "page-line",  # a running head, a job number: brought in by the page
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One element of a draft. Two nodes are the same only if they are the same object."""

    kind: Kind
    span: Span
    """From the first character of its label or words to the last of its last child; no line end at its end."""
    label: str = ""
    """Number, letter or name without its punctuation: "4", "a", "iv", "II", "[^1]" has "1"."""
    label_span: Span | None = None
    """The label as written, with its punctuation: "4.", "(a)", "1\\.", "[^1]:", "¹"."""
    level: int = 0
    """The depth of a subparagraph: 1 for (a), 2 for (i), 3 for a., 4 for i.; of a heading its depth; else 0."""
    body: tuple[Span, ...] = ()
    """Its own words, without label and children, in order: several when a page break cut the paragraph."""
    children: tuple[Node, ...] = ()
    doubt: Doubt = ""

    def shifted(self, by: int) -> Node:
        """The same node and all below it `by` code points later."""
        start, end = self.span
        span = Span(start + by, end + by)
        whole = len(self.body) == 1 and self.body[0] == self.span
        return Node(
            self.kind,
            span,
            self.label,
            self.label_span and self.label_span.shift(by),
            self.level,
            (span,) if whole else tuple([piece.shift(by) for piece in self.body]),
            tuple([child.shifted(by) for child in self.children]) if self.children else (),
            self.doubt,
        )

    @property
    def is_empty(self) -> bool:
        """Whether it has neither words of its own nor anything below it."""
        return not self.body and not self.children

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in the order of the text."""
        yield self
        for child in self.children:
            if child.children:
                yield from child.walk()
            else:
                yield child


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote marker in the words of a node."""

    label: str
    span: Span
    node: Node
    """The node whose words it stands in."""
