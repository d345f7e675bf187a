"""Shared parts of the kinds of check about numbers of paragraphs and letters of subparagraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ..data.schema import Choice
from ..edits.renumber import NumberedRun, operative_runs, subparagraph_runs
from ..language.labels import Style, value
from ..language.openings import is_item
from ..search.chosen import once_for

if TYPE_CHECKING:
    from ...draft import Draft, Node

STYLES: tuple[Style, ...] = ("arabic", "letter", "roman")
"""How paragraphs and subparagraphs may be numbered: 1, a or i."""


LABELS = "labels"
"""Instead of a style: that of the labels in the grammar, level by level."""


def styles_of(nodes: Sequence[Node], draft: Draft) -> Iterator[tuple[Style, Sequence[Node]]]:
    """Subparagraphs by the style in which the grammar labels those of their level; none where it says nothing."""
    for level in sorted({node.level for node in nodes}):
        first = draft.vocabulary.grammar.first_label(level)
        if style := _STYLE_OF_FIRST.get(first):
            yield style, [node for node in nodes if node.level == level]


_STYLE_OF_FIRST: dict[str, Style] = {"1": "arabic", "a": "letter", "i": "roman"}


class Disorder(NamedTuple):
    """A run that does not count from 1 in the style that is wanted, and the members whose labels are not of it."""

    run: NumberedRun
    wrong: Sequence[Node]


def style_field(doc: str, *more: str) -> Choice:
    """The option `style`, with whatever styles a kind knows besides."""
    return Choice([*STYLES, *more], doc, required=True)


def disorders(nodes: Sequence[Node], draft: Draft, style: Style) -> Iterator[Disorder]:
    """The runs among `nodes` in which something may be wrong, in the order of the text.

    A run of operative paragraphs goes through the parts of a resolution and begins again in a part that has its own
    preamble.
    """
    for run in once_for(nodes, draft, ("runs", style), lambda: _runs(nodes, draft, style)):
        if run.is_in_order and run.style == style:
            continue
        other = run.style != style
        yield Disorder(run, [node for node in run.nodes if node.label and (other or value(node.label, style) is None)])


def _runs(nodes: Sequence[Node], draft: Draft, style: Style) -> list[NumberedRun]:
    own = [node for node in nodes if node.kind == "operative" and not is_item(node, draft)]
    return [*operative_runs(own, draft), *subparagraph_runs(nodes, draft, style)]
