"""A place in a draft as a writer sees it: which paragraph begins or goes on here, and what stands before it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..draft.view import View
from ..text import Span
from ..text.fold import fold
from ..text.record import dataclass, replace
from ..text.regex import lazy

if TYPE_CHECKING:
    from ..draft import Draft, Node, Organ

PARAGRAPHS = ("preambular", "operative", "subparagraph")
_FRAME = (*PARAGRAPHS, "enacting-line", "part", "heading", "annex", "declaration", "title", "chapeau")
_HOLDERS = frozenset({"document", "resolution", "part", "annex", "declaration"})
_BEGUN_NUMBER = lazy(r"\d/\Z")
_BLANKS = " \t\u00a0"
_MARK = lazy(r"(?<![\w*_])([*_]{1,3})(?=[^\W\d_])")


@dataclass(frozen=True)
class Cursor:
    """A place in a draft; `offset` counts code points."""

    draft: Draft
    offset: int

    @cached_property
    def line(self) -> Span:
        """The line of the place, without its line end."""
        text = self.draft.text
        return text.line_span(text.line_of(self.offset))

    @cached_property
    def node(self) -> Node | None:
        """The innermost node that holds the place or ends there, blanks apart, if it is no mere container."""
        content, at = self.draft.text.content, self.offset
        while at > self.line.start and content[at - 1] in _BLANKS:
            at -= 1
        at = at if at > self.line.start else self.offset
        found: Node | None = None
        here: Node | None = self.draft.root
        while here is not None:
            found = here
            here = next((each for each in here.children if each.span.start <= at <= each.span.end), None)
        return found if found is not None and found.kind not in _HOLDERS else None

    @cached_property
    def begins(self) -> bool:
        """Whether the line of the place is the first of its paragraph."""
        return self.node is None or self.node.span.start >= self.line.start

    @cached_property
    def label(self) -> Span | None:
        """The number or letter at the start of the line."""
        node = self.node
        if node is None or not self.begins or node.kind not in PARAGRAPHS:
            return None
        return node.label_span

    @cached_property
    def start(self) -> int:
        """Where the words of the line begin: after its label and the blanks after that."""
        content = self.draft.text.content
        at = self.label.end if self.label else self.line.start
        while at < self.offset and content[at] in _BLANKS:
            at += 1
        return at

    @cached_property
    def before(self) -> Node | None:
        """The last of the paragraphs, headings and the like that begin above the line."""
        nodes = [node for node in self.draft.nodes(*_FRAME) if node.span.start < self.line.start]
        if self.begins or not nodes:
            return nodes[-1] if nodes else None
        return nodes[-1]

    @cached_property
    def following(self) -> Node | None:
        """The first paragraph that begins below the line."""
        return next((node for node in self.draft.nodes(*PARAGRAPHS) if node.span.start > self.line.end), None)

    @cached_property
    def organ(self) -> Organ | None:
        """The organ whose resolution is written here."""
        node = self.node or self.before
        found = self.draft.organ(node) if node is not None else None
        if found is None and self.before is not None:
            found = self.draft.organ(self.before)
        return found

    @cached_property
    def written(self) -> View:
        """The words on the line before the place, folded, with the way back to the source."""
        span = Span(min(self.start, self.offset), self.offset)
        source = self.draft.text.slice(span)
        if not _BEGUN_NUMBER.search(source):
            return View(fold((source,)), (span,))
        # "66/" is the beginning of a number here, and not the marker of a footnote as older texts write it.
        folded = fold((f"{source}0",))
        return View(replace(folded, text=folded.text[:-1]), (span,))

    @property
    def in_paragraph(self) -> bool:
        """Whether the place is in words that rules and citations concern: no note, comment, title or masthead."""
        return self.node is None or self.node.kind in {*PARAGRAPHS, "heading", "paragraph", "note"}

    @property
    def words_start(self) -> int:
        """Where the words of the node begin, behind its label; the place where there is no node."""
        return self.node.body[0].start if self.node is not None and self.node.body else self.offset

    @property
    def is_followed(self) -> bool:
        """Whether words or marks stand behind the place on its line."""
        return bool(self.draft.text.content[self.offset : self.line.end].strip())

    def source(self, start: int) -> Span:
        """The source span from an offset into `written` to the place."""
        if start >= len(self.written.text):
            return Span(self.offset, self.offset)
        return Span(self.written.span(start, start + 1).start, self.offset)


def italic_mark(draft: Draft) -> str:
    """How a draft writes italics: "*" or "_"; "" where several of its openers were found and none is in italics."""
    counts: dict[str, int] = {}
    plain = 0
    for node in draft.nodes("preambular", "operative"):
        opener = draft.opener(node)
        if opener is None or not node.body:
            continue
        if opener.italic is None:
            plain += 1
            continue
        mark = _MARK.match(draft.text.content, node.body[0].start)
        if mark is not None:
            counts[mark[1]] = counts.get(mark[1], 0) + 1
    if counts:
        return max(counts, key=lambda mark: counts[mark])
    return "" if plain > 1 else "*"
