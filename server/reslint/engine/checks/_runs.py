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
