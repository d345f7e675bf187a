"""The punctuation at the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Flag, ListOf, Record, TextField
from ..language.openings import is_item
from ..search.words import words_of

if TYPE_CHECKING:
    from ...draft import Draft, Grammar, Node, View
    from ..data.context import Context
    from ..data.resources import Resources

_MARKS = (",", ";", ".", ":", "none")
_WRITTEN = ",;:.!?"
_CLOSING = "”’\"'»)]"
_OPENED_BY_COLON = ("declaration", "paragraph", "table", "annex", "heading")
_NUMBER = lazy(r"(?<=[,;:.])\s?\d{1,3}$")
"""A number behind the last mark: the marker of a footnote that nothing tells from a number."""
_LAST_WORD = lazy(r"\S+$")


class _Tail(NamedTuple):
    """Words without what may follow their last mark, and the marks: with and without closing quotation marks."""

    text: str
    marks: frozenset[str]


class EndingCheck:
    """The last mark of a node's own words, whatever mark-up or footnote marker stands around it.

    `expect` holds for every selected node, `lead` for those that introduce subparagraphs or an embedded text, `last`
    for the last paragraph of a resolution (its last subparagraph, when it has some). In a fragment nobody knows
    whether the last paragraph is the last of its resolution, so there both will do.
    """

    KIND: ClassVar[str] = "ending"
    OPTIONS: ClassVar[Record] = Record(
        {
            "expect": ListOf(
                Choice(_MARKS, "A mark."),
                "The mark expected; of several any will do and a fix writes the first; `none` for no mark at all.",
                required=True,
            ),
            "lead": ListOf(
                Choice(_MARKS, "A mark."),
                "The mark expected of a node that introduces subparagraphs; if not given, `expect` holds for it, too.",
            ),
            "last": ListOf(
                Choice(_MARKS, "A mark."),
                "The mark expected at the end of the last operative paragraph of a resolution.",
            ),
            "closing": ListOf(
                Choice(_MARKS, "A mark."),
                "The mark expected at the end of a preamble, where it is another than between its paragraphs.",
            ),
            "bare": Flag(
                "Whether a list may go without marks: an item is skipped if no other one has any, but for the one "
                "that ends its paragraph.",
                default=False,
            ),
            "steady": Flag(
                "Whether of several marks that will do a run has one: that of most of it. Its end is left alone.",
                default=False,
            ),
            "after": ListOf(
                TextField("A word."),
                "Words that may follow the mark at the end of a subparagraph: [and, or].",
                default=[],
            ),
        },
        "The mark at the end of a paragraph.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._expect: tuple[str, ...] = tuple(options["expect"])
        self._lead: tuple[str, ...] | None = tuple(options["lead"]) if options["lead"] else None
        self._last: tuple[str, ...] | None = tuple(options["last"]) if options["last"] else None
        self._closing: tuple[str, ...] | None = tuple(options["closing"]) if options["closing"] else None
        self._bare: bool = options["bare"]
        self._steady: bool = options["steady"]
        self._after: tuple[str, ...] = tuple(options["after"])
        words = "|".join(re.escape(word) for word in self._after)
        self._following = lazy(rf"(?<=[,;])\s+(?:{words})$") if words else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The nodes with another mark at their end; `found` is the mark, or the last word where there is none."""
        ends = _last_of_each(draft) if self._last is not None else frozenset()
        closings = _closing_of_each(draft) if self._closing is not None else frozenset()
        for node in nodes:
            words = draft.wording(node).text
            expected = self._expected(node, draft, is_last=node in ends, closes=node in closings)
            if self._steady and (usual := self._usual(node, draft)) in expected:
                expected = (usual,)
            # Most end as expected, which takes no more than a look at their last mark.
            if words.endswith(expected) and "none" not in expected:
                continue
            tail = self._tail(draft.vocabulary.grammar.without_tail(words.rstrip()))
            if tail is None or node in words_of(draft).too_long:
                continue
            text, marks = tail
            if not marks.isdisjoint(expected) or self._is_bare(node, draft):
                continue
            if self._lead is not None and _introduces(node, draft):
                expected += self._lead
            if is_item(node, draft):
                continue
            if len(expected) > 1 and "none" in expected and text[-1] not in _WRITTEN:
                continue
            if expected[0] == "none":
                yield from _surplus(draft.view(node), text)
            elif marks.isdisjoint(expected):
                yield _wrong(draft.view(node), text, expected, draft.vocabulary.grammar)

    def _usual(self, node: Node, draft: Draft) -> str:
        """The mark with which most of a run end, without the last of it, to which nothing applies; "" for none."""
        run = draft.siblings(node)[:-1]
        if node not in run:
            return ""
        key = (EndingCheck, "usual", run[0])
        return draft.memo.once(key, lambda: self._most([draft.wording(each).text for each in run], draft))

    def _most(self, words: Sequence[str], draft: Draft) -> str:
        grammar = draft.vocabulary.grammar
        tails = [self._tail(grammar.without_tail(each.rstrip())) for each in words]
        marks = [next((mark for mark in _WRITTEN if mark in tail.marks), "") for tail in tails if tail is not None]
        most = max(set(marks), key=marks.count, default="")
        return most if 2 * marks.count(most) > len(words) > 1 else ""

    def _is_bare(self, node: Node, draft: Draft) -> bool:
        """Whether a node is an item of a list without marks, and not the end of its paragraph."""
        if not self._bare or node.kind != "subparagraph":
            return False
        end = next((each for each in (node, *draft.ancestors(node)) if each.kind in ("preambular", "operative")), node)
        end = _end_of(end)
        items = [each for each in draft.siblings(node) if each is not end and not each.children]
        return node is not end and all(draft.wording(each).text.rstrip()[-1:] not in _WRITTEN for each in items)

    def _tail(self, text: str) -> _Tail | None:
        text = text.rstrip()
        if self._following is not None and text.endswith(self._after) and (found := self._following.search(text)):
            text = text[: found.start()]
        if text[-1:].isdigit() and (number := _NUMBER.search(text)) is not None:
            text = text[: number.start()]
        return _Tail(text, frozenset((text[-1], text.rstrip(_CLOSING)[-1:]))) if text else None

    def _expected(self, node: Node, draft: Draft, *, is_last: bool, closes: bool) -> tuple[str, ...]:
        """The marks with which this node may end."""
        if self._lead is not None and node.children and any(child.kind == "subparagraph" for child in node.children):
            return self._lead
        if self._last is not None and is_last:
            return self._last if draft.is_whole else self._last + self._expect
        if self._closing is not None and closes:
            return self._closing
        return self._expect


def _surplus(view: View, text: str) -> Iterator[Match]:
    if text[-1] in _WRITTEN:
        span = view.span(len(text) - 1, len(text))
        yield Match(span, {"found": text[-1], "expected": ""}, (Edit(span, ""),))


def _wrong(view: View, text: str, expected: Sequence[str], grammar: Grammar) -> Match:
    end, mark = len(text), grammar.mark(expected[0])
    if text[-1] in _WRITTEN:
        # Where marks have a space before them, it comes and goes with the mark.
        at = len(text[:-1].rstrip()) if grammar.spaced else end - 1
        edits = (Edit(view.span(at, end), mark),)
        return Match(view.span(end - 1, end), {"found": text[-1], "expected": expected[0]}, edits)
    word = _LAST_WORD.search(text)
    start = word.start() if word else 0
    place = _after_emphasis(view, end)
    if grammar.note_marker == "before":
        places = [marker.local for marker in view.folded.markers if marker.at == end]
        place = max([place, *(view.source(span).end for span in places)])
    values = {"found": text[start:end], "expected": expected[0]}
    return Match(view.span(start, end), values, (Edit(Span(place, place), mark),))


def _after_emphasis(view: View, end: int) -> int:
    """Where a mark goes after ``text[:end]``: behind the mark-up that closes there, before a footnote marker."""
    local = view.folded.local(end - 1, end)
    while True:
        closing = next((e.closing for e in view.folded.emphasis if e.end == end and e.closing.start == local.end), None)
        if closing is None or closing.end == local.end:
            return view.source(Span(local.end - 1, local.end)).end
        local = closing


def _introduces(node: Node, draft: Draft) -> bool:
    """Whether an embedded text (a declaration, a table) comes right after this node."""
    if any(child.kind in _OPENED_BY_COLON for child in node.children):
        return True
    following = draft.following(node)
    return following is not None and (following.kind in _OPENED_BY_COLON or is_item(following, draft))


def _last_of_each(draft: Draft) -> frozenset[Node]:
    """The nodes with which resolutions end: their last operative paragraph, or its last subparagraph."""
    last: dict[Node, Node] = {}
    for node in draft.nodes("operative"):
        owner = draft.resolution(node)
        last[owner] = node
    return frozenset(map(_end_of, last.values()))


def _closing_of_each(draft: Draft) -> frozenset[Node]:
    """The nodes with which preambles end, where something follows them."""
    runs = {draft.siblings(node)[-1] for node in draft.nodes("preambular")}
    return frozenset(_end_of(node) for node in runs if draft.following(node) is not None)


def _end_of(node: Node) -> Node:
    """The last subparagraph of a paragraph, or the paragraph itself."""
    while lettered := [child for child in node.children if child.kind == "subparagraph"]:
        node = lettered[-1]
    return node
