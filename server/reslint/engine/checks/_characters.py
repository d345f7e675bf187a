"""Shared parts of the kinds of check about characters that the parser reads as others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...text import Edit, Span
from ..data.check import Match

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.notation import Replaced

VALUES = frozenset({"count", "names"})
"""The values of every match."""
_NAMED = 3


def odd_characters(nodes: Iterable[Node], draft: Draft, *, alike: bool) -> Sequence[Match]:
    """One finding at the first of the odd characters, if it lies in the nodes, with the edits for all of them.

    With `alike` those are letters and figures of another alphabet or width, and those of mathematics; else those with
    which the words look the same as with what is to be written.
    """
    content = draft.text.content
    odd = [one for one in draft.odd_characters if _is_alike(content, one) == alike]
    if not odd or not any(node.span.start <= odd[0].start < node.span.end for node in nodes):
        return ()
    names = dict.fromkeys(_name(character) for one in odd for character in content[one.start : one.end])
    more = ", …" if len(names) > _NAMED else ""
    values = {"count": str(len(odd)), "names": ", ".join([*names][:_NAMED]) + more}
    edits = tuple(Edit(Span(one.start, one.end), one.words) for one in odd)
    return (Match(Span(odd[0].start, odd[0].end), values, edits),)


def _is_alike(content: str, change: Replaced) -> bool:
    """Whether other letters are to be read, and not the same ones without what nobody sees."""
    written = content[change.start : change.end]
    is_ligature = "\ufb00" <= written[:1] <= "\ufb06"
    return (
        len(written) == len(change.words) == 1
        and written != " "
        and change.words.strip() != "-"
        and not (is_ligature or change.words.isspace())
    )


def _name(character: str) -> str:
    from unicodedata import name

    return f"U+{ord(character):04X} {name(character, 'control character').lower()}"
