"""Runs of numbered paragraphs and lettered subparagraphs, and how they are renumbered.

Operative paragraphs are numbered from 1 through the whole resolution; a part that has its own preamble begins again
(adopted practice: compare parts after one common preamble with the special subjects of the Fifth Committee).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ...text import Edit, Span
from ...text.record import dataclass
from ..language.labels import Style, slips, value, written

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..language.references import ReferenceWords

STYLES: dict[int, Style] = {0: "arabic", 1: "letter", 2: "roman", 3: "letter", 4: "roman"}
"""The style of each level: 1. (a) (i) a. i. (Editorial Manual, "Paragraphs and subparagraphs")."""


@dataclass(frozen=True, slots=True)
class NumberedRun:
    """Nodes that are numbered or lettered one after the other."""

    owner: Node
    """The resolution or part, or for subparagraphs the paragraph, whose run it is."""
    nodes: tuple[Node, ...]
    style: Style

    @property
    def is_in_order(self) -> bool:
        """Whether it counts from 1 without gaps, each label written in its style."""
        return [node.label for node in self.nodes] == _counted(len(self.nodes), self.style)


@lru_cache(maxsize=256)
def _counted(count: int, style: Style) -> list[str]:
    return [written(number, style) for number in range(1, count + 1)]


def owner_of(node: Node, draft: Draft) -> Node:
    """The part with its own preamble, the resolution or the document through which a paragraph is numbered."""
    outer: Node = draft.root
    for ancestor in draft.ancestors(node):
        if ancestor.kind == "resolution":
            return ancestor
        if ancestor.kind == "part":
            if any(child.kind == "preambular" for child in ancestor.children):
                return ancestor
            outer = ancestor if outer is draft.root and draft.parent(ancestor) is None else outer
    return outer


def operative_runs(nodes: Iterable[Node], draft: Draft) -> list[NumberedRun]:
    """The operative paragraphs among `nodes`, run by run; a text without a single number has none."""
    grouped: dict[Node, list[Node]] = {}
    beside: dict[Node | None, list[Node]] = {}
    for node in nodes:
        if node.kind == "operative":
            parent = draft.parent(node)
            if parent not in beside:
                beside[parent] = grouped.setdefault(owner_of(node, draft), [])
            beside[parent].append(node)
    found = []
    for owner, members in grouped.items():
        for run in _restarts(owner, members, draft):
            if any(node.label for node in run):
                found.append(NumberedRun(owner, tuple(run), "arabic"))
    return found


def _restarts(owner: Node, members: Sequence[Node], draft: Draft) -> Iterator[list[Node]]:
    """The members, parted where the numbers begin again: after a preamble, or beside a part that has its own."""
    if all(node.label != "1" for node in members[1:]):
        yield [*members]
        return
    parts = [part for part in draft.nodes("part") if owner.span.start <= part.span.start < owner.span.end]
    mixed = any(child.kind == "preambular" for part in parts for child in part.children)
    run: list[Node] = []
    parent: Node | None = None
    for node in members:
        above = draft.parent(node)
        if run and node.label == "1" and ((mixed and above is not parent) or _after_preamble(node, draft)):
            yield run
            run = []
        parent = above
        run.append(node)
    if run:
        yield run


def _after_preamble(node: Node, draft: Draft) -> bool:
    before = draft.previous(node)
    return before is not None and before.kind == "preambular"


def _written_style(members: Sequence[Node], wanted: Style) -> Style:
    """The style of a list as written: (i) is roman where it comes first, and a letter after (h)."""
    labels = [node.label.lower() for node in members[:2]]
    return "roman" if wanted == "letter" and labels in (["i"], ["i", "ii"]) else wanted


def subparagraph_runs(nodes: Iterable[Node], draft: Draft, style: Style | None = None) -> list[NumberedRun]:
    """The subparagraphs among `nodes`, list by list; a list begins again at a label that counts 1.

    It does so where something else stands before it, or where the next label counts 2; not where nothing but a
    comment stands between: there a converter parted one list into two.
    """
    grouped: dict[Node, list[Node]] = {}
    for node in nodes:
        if node.kind == "subparagraph":
            grouped.setdefault(draft.parent(node) or draft.root, []).append(node)
    found = []
    for owner, members in grouped.items():
        wanted = _written_style(members, style or STYLES.get(members[0].level, "letter"))
        values = [value(node.label, wanted) for node in members]
        cuts = [0]
        for index in range(1, len(members)):
            if values[index] != 1:
                continue
            before = draft.previous(members[index])
            apart = before is not None and before.kind != "subparagraph"
            restarts = apart or values[index + 1 : index + 2] == [2]
            if restarts and not _only_comment_between(members[index - 1], members[index], owner):
                cuts.append(index)
        for first, end in zip(cuts, [*cuts[1:], len(members)], strict=True):
            found.append(NumberedRun(owner, tuple(members[first:end]), wanted))
    return found


def _only_comment_between(first: Node, second: Node, owner: Node) -> bool:
    start, end = first.span.end, second.span.start
    between = [node for node in owner.children if start <= node.span.start and node.span.end <= end]
    return bool(between) and all(node.kind == "comment" for node in between)


def renumber_paragraphs(draft: Draft, references: ReferenceWords) -> tuple[Edit, ...]:
    """The edits that number all operative paragraphs in order, with the references to them in the same resolution.

    A run with a paragraph whose number is not a number ("4 bis") is left alone. So is a reference to a number that two
    paragraphs carry: nobody knows which of them it means.
    """
    edits: list[Edit] = []
    for run in operative_runs(draft.nodes("operative"), draft):
        edits += renumber_run(run, draft, references)
    return tuple(edits)


def renumber_run(run: NumberedRun, draft: Draft, references: ReferenceWords) -> tuple[Edit, ...]:
    """The edits that number or letter one run in order, with the references to its members."""
    labelled = [node for node in run.nodes if node.label]
    values = [value(node.label, run.style) for node in labelled]
    if not labelled or any(number is None for number in values):
        return ()
    first = 1 if draft.is_whole or run.nodes[0].kind == "subparagraph" else values[0] or 1
    edits: list[Edit] = []
    renamed: dict[str, str] = {}
    times = Counter(node.label for node in labelled)
    for index, node in enumerate(labelled):
        new = written(first + index, run.style)
        if new == node.label:
            renamed[node.label] = new
            continue
        edits += relabel(node, new, draft)
        if times[node.label] == 1:
            renamed[node.label] = new
    changed = {old: new for old, new in renamed.items() if times[old] == 1 and old != new}
    if changed:
        edits += _follow(run, changed, draft, references)
    return tuple(edits)


def relabel(node: Node, new: str, draft: Draft) -> tuple[Edit, ...]:
    """The edit that puts `new` in place of a node's number or letter, leaving its punctuation."""
    if node.label_span is None:
        return ()
    at = draft.text.slice(node.label_span).find(node.label)
    if at < 0:
        return ()
    start = node.label_span.start + at
    return (Edit(Span(start, start + len(node.label)), new),)


def run_slips(run: NumberedRun, *, whole: bool, start: int = 1) -> list[tuple[Node, str]]:
    """The members of a run whose label breaks it, each with the label expected; none where labels are not numbers.

    A `whole` run counts from `start`, any other from where it begins.
    """
    values = [value(node.label, run.style) for node in run.nodes]
    numbers = [number for number in values if number is not None]
    if len(numbers) < len(values):
        return []
    wrong = slips(numbers, start if whole else None)
    return [(run.nodes[index], written(number, run.style)) for index, number in wrong]


def _follow(run: NumberedRun, changed: dict[str, str], draft: Draft, references: ReferenceWords) -> Iterator[Edit]:
    """The edits of the references to the members of a run."""
    if run.nodes[0].kind != "subparagraph":
        by_number = references.index(run.owner, draft).by_number
        for old, new in changed.items():
            yield from (Edit(found.number.span, new) for found in by_number.get(old, ()) if found.number is not None)
        return
    index = references.index(owner_of(run.owner, draft), draft)
    inside = (node for node in index.by_node if run.owner in (node, *draft.ancestors(node)))
    labels = [reference.letters[0] for node in inside for reference in index.by_node[node] if reference.letters]
    number, *letters = _path(run.owner, draft)
    for reference in index.by_number.get(number, ()):
        cited = [letter.text for letter in reference.letters]
        if len(cited) > len(letters) and cited[: len(letters)] == letters:
            labels.append(reference.letters[len(letters)])
    for label in labels:
        if label.text in changed:
            yield Edit(label.span, changed[label.text])


def _path(node: Node, draft: Draft) -> list[str]:
    """The labels by which a node is cited, from the number of its paragraph on: 4, a, ii.

    One that a node beside it has too is "" here, as nobody knows which of them is meant.
    """
    beside = [each.label for each in draft.siblings(node)]
    label = node.label if beside.count(node.label) == 1 else ""
    above = draft.parent(node)
    return [*_path(above, draft), label] if node.kind == "subparagraph" and above is not None else [label]
