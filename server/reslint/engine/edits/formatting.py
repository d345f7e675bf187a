"""Formatting a draft: its spaces and blank lines, and the fixes of rules that belong to it, such as numbers and quotes.

Which fixes these are the rules say (`formatting: true`), so that a house that writes its quotes otherwise, a rule that
is off and a finding that is suppressed are respected. No word is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ...text import Edit, Span, Text, apply_edits, chained
from .fix import clashes, one_round
from .spacing import Frozen, Spacing, blocks_of, spacing_edits

if TYPE_CHECKING:
    from ...draft import Draft
    from ..data.finding import Finding

Parse = Callable[[Text], "Draft"]
Lint = Callable[["Draft"], Sequence["Finding"]]
ROUNDS = 20
"""More rounds than any text needs: new numbers and blank lines settle in two or three."""


def formatting_edits(
    draft: Draft, parse: Parse, lint: Lint, spacing: Spacing | None = None, within: Span | None = None
) -> tuple[Edit, ...]:
    """The edits that format a draft, none of them longer than what it changes; formatted again, it stays as it is.

    `within` is a span of code points: then only blocks that it touches are formatted, and only fixes are made that stay
    inside them. A text that is not a resolution is left alone.
    """
    if not draft.is_resolution:
        return ()
    spacing = spacing or Spacing()
    region = Span(0, len(draft.text)) if within is None else _touched(draft, within)
    if region is None:
        return ()
    rounds = _rounds(draft, parse, lint, spacing, region)
    if rounds is None:
        # Rules that undo each other: the spaces can be put in order all the same.
        rounds = _rounds(draft, parse, lambda _draft: (), spacing, region) or []
    return chained(draft.text.content, rounds)


def _rounds(draft: Draft, parse: Parse, lint: Lint, spacing: Spacing, region: Span) -> list[tuple[Edit, ...]] | None:
    """The edits of each round until nothing changes; None when it goes on for ever."""
    rounds: list[tuple[Edit, ...]] = []
    after = len(draft.text) - region.end
    while len(rounds) < ROUNDS:
        edits = _round(draft, lint(draft), spacing, Span(region.start, len(draft.text) - after))
        if not edits:
            return rounds
        rounds.append(edits)
        draft = parse(Text(apply_edits(draft.text.content, edits)))
    return None


def _round(draft: Draft, findings: Iterable[Finding], spacing: Spacing, region: Span) -> tuple[Edit, ...]:
    frozen = Frozen(draft)

    def may(edit: Edit) -> bool:
        return region.covers(edit.span) and not frozen.holds(edit.span)

    fixable = [each for each in findings if each.fix and each.fix.formatting and all(map(may, each.fix.edits))]
    chosen, _ = one_round(draft.text.content, fixable)
    spaces = (edit for edit in spacing_edits(draft, spacing) if region.covers(edit.span))
    return (*chosen, *(edit for edit in spaces if not clashes(chosen, edit)))


def _touched(draft: Draft, within: Span) -> Span | None:
    """The lines of the blocks that a span touches, and what of the blank lines beside them it covers itself."""
    text = draft.text
    touched = [
        block.span for block in blocks_of(draft) if block.span.start <= within.end and within.start <= block.span.end
    ]
    if not touched:
        return within if len(within) else None
    first, last = touched[0].start, max(span.end for span in touched)
    start = text.line_starts[text.line_of(first)]
    end = text.line_span(text.line_of(last)).end
    return Span(min(start, within.start), max(end, within.end))
