"""Two versions of a draft, compared paragraph by paragraph as delegates read them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from ..text.record import NamedTuple, dataclass

if TYPE_CHECKING:
    from .draft import Draft
    from .model import Node

What = Literal["added", "removed", "moved", "renumbered", "opener", "words"]
ALIKE = 0.5
"""Two paragraphs are versions of one where so much of their words is the same."""
_COMPARED = ("title", "heading", "chapeau", "preambular", "operative", "subparagraph", "paragraph", "note")


@dataclass(frozen=True, slots=True, eq=False)
class ComparedParagraph:
    """A paragraph of one version: its kind, its number with those above it ("2 (a)"), its words, its opener."""

    at: int
    """Its place among the paragraphs of its version."""
    kind: str
    label: str
    text: str
    opener: str
    line: int
    """The one-based line it begins on."""


class DiffPiece(NamedTuple):
    """Words that stand in both versions ("="), in the new one only ("+") or in the old one only ("-")."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """The fate of a paragraph; `what` is empty where it stayed as it was."""

    old: ComparedParagraph | None
    new: ComparedParagraph | None
    what: tuple[What, ...] = ()
    pieces: tuple[DiffPiece, ...] = ()


def compare(old: Draft, new: Draft) -> list[ParagraphChange]:
    """Every paragraph of both versions, in the order of the new one; what was removed stands where it had stood."""
    before, after = list(_paragraphs(old)), list(_paragraphs(new))
    pairs = _pairs(before, after)
    moved = _moved(pairs)
    partner = {new_one: old_one for old_one, new_one in pairs}
    kept = {old_one.at for old_one in partner.values()}
    # What was removed stands behind the last paragraph before it that is still in its place.
    fixed = sorted(old_one.at for old_one in partner.values() if old_one not in moved)
    removed: dict[int, list[ParagraphChange]] = defaultdict(list)
    for one in before:
        if one.at not in kept:
            removed[bisect_left(fixed, one.at)].append(ParagraphChange(one, None, ("removed",)))
    changes = removed[0]
    for one in after:
        other = partner.get(one)
        if other is None:
            changes.append(ParagraphChange(None, one, ("added",)))
            continue
        changes.append(_change(other, one, is_moved=other in moved))
        if other not in moved:
            changes += removed[bisect_left(fixed, other.at) + 1]
    return changes


def _paragraphs(draft: Draft) -> Iterator[ComparedParagraph]:
    nodes = [node for node in draft.nodes(*_COMPARED) if node.body]
    for at, node in enumerate(nodes):
        opener = draft.opener(node) if node.kind in {"preambular", "operative"} else None
        text = " ".join(draft.view(node).text.split())
        line = draft.text.line_of(node.span.start) + 1
        yield ComparedParagraph(at, node.kind, _label(draft, node), text, opener.text if opener else "", line)


def _label(draft: Draft, node: Node) -> str:
    if node.kind == "note":
        return node.label
    chain = [
        node,
        *(each for each in draft.ancestors(node) if each.kind in {"operative", "subparagraph", "preambular"}),
    ]
    labels = [f"({each.label})" if each.kind == "subparagraph" else each.label for each in reversed(chain)]
    return " ".join(filter(None, labels))


def _pairs(
    before: Sequence[ComparedParagraph], after: Sequence[ComparedParagraph]
) -> list[tuple[ComparedParagraph, ComparedParagraph]]:
    """Which paragraphs are versions of one another: first those of the same words, then the most alike."""
    waiting: dict[tuple[str, str], list[ComparedParagraph]] = defaultdict(list)
    for one in before:
        waiting[one.kind, one.text].append(one)
    pairs = []
    fresh = []
    for one in after:
        same = waiting[one.kind, one.text]
        if same:
            pairs.append((same.pop(0), one))
        else:
            fresh.append(one)
    left = sorted((one for rest in waiting.values() for one in rest), key=lambda one: one.at)
    return pairs + _alike(left, fresh)


def _alike(
    before: Iterable[ComparedParagraph], after: Sequence[ComparedParagraph]
) -> list[tuple[ComparedParagraph, ComparedParagraph]]:
    ranked = []
    bags = {one: set(one.text.lower().split()) for one in after}
    for old in before:
        words = old.text.split()
        bag = {word.lower() for word in words}
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(words)
        for new in after:
            # So few words in common cannot come to ALIKE, and are sooner counted.
            if new.kind != old.kind or 3 * len(bag & bags[new]) < min(len(bag), len(bags[new])):
                continue
            matcher.set_seq1(new.text.split())
            ratio = matcher.ratio()
            if ratio >= ALIKE:
                ranked.append((-ratio, abs(old.at - new.at), old.at, new.at, old, new))
    ranked.sort(key=lambda each: each[:4])
    taken: set[ComparedParagraph] = set()
    pairs = []
    for *_, old, new in ranked:
        if not {old, new} & taken:
            taken |= {old, new}
            pairs.append((old, new))
    return pairs


def _moved(pairs: Sequence[tuple[ComparedParagraph, ComparedParagraph]]) -> set[ComparedParagraph]:
    """The old paragraphs that stand elsewhere in the order: all but a longest row of those that kept it."""
    ordered = [old for old, _ in sorted(pairs, key=lambda pair: pair[1].at)]
    ends: list[int] = []
    best: list[int] = []
    previous: list[int] = []
    for index, old in enumerate(ordered):
        length = bisect_left(ends, old.at)
        previous.append(best[length - 1] if length else -1)
        if length == len(ends):
            ends.append(old.at)
            best.append(index)
        else:
            ends[length], best[length] = old.at, index
    stayed = set()
    at = best[-1] if best else -1
    while at >= 0:
        stayed.add(ordered[at])
        at = previous[at]
    return {old for old in ordered if old not in stayed}


def _change(old: ComparedParagraph, new: ComparedParagraph, *, is_moved: bool) -> ParagraphChange:
    what: list[What] = []
    if is_moved:
        what.append("moved")
    if old.label != new.label:
        what.append("renumbered")
    if old.opener != new.opener:
        what.append("opener")
    if old.text == new.text:
        return ParagraphChange(old, new, tuple(what))
    return ParagraphChange(old, new, (*what, "words"), tuple(_pieces(old.text, new.text)))


def _pieces(old: str, new: str) -> Iterator[DiffPiece]:
    before, after = old.split(), new.split()
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield DiffPiece("=", " ".join(before[first:last]))
            continue
        if first < last:
            yield DiffPiece("-", " ".join(before[first:last]))
        if start < end:
            yield DiffPiece("+", " ".join(after[start:end]))
