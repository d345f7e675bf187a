"""A proposal: what may be written at a place of a text."""

from __future__ import annotations

from typing import Literal

from ..text import Edit, Span
from ..text.record import NamedTuple, dataclass
from ..text.regex import lazy

Sort = Literal[
    "opener",
    "words",
    "number",
    "citation",
    "instrument",
    "organ",
    "phrase",
    "note",
    "paragraph",
    "rule",
    "key",
]
"""The sorts of proposals; "words" are those that follow an opener, "key" is a key or value of a configuration."""

_FIELD = lazy(r"<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may be written.

    `span` is what it replaces: from the first character that the writer has typed of it, on the line of the writer's
    place, which lies in it or at its end. `edits` are made elsewhere at the same time.
    """

    sort: Sort
    label: str
    """The line in a list: the words without mark-up."""
    span: Span
    text: str
    typed: str = ""
    """The part that has been typed, with what would follow if the writer went on typing; the label where it is ""."""
    detail: str = ""
    """A few words beside the label."""
    about: tuple[str, ...] = ()
    """The key that `describe` explains; its first word is the sort of thing."""
    fields: tuple[Span, ...] = ()
    """The parts of `text` that the writer has to fill in or to check, as offsets into it."""
    edits: tuple[Edit, ...] = ()
    rest: str = ""
    """The text behind the writer's new place, which is at the end of `text`."""


class Proposals(NamedTuple):
    """Proposals, the best first, and whether others were left out or may come as the writer goes on."""

    items: tuple[Proposal, ...] = ()
    cut: bool = False


class Template(NamedTuple):
    """Words with fields."""

    text: str
    fields: tuple[Span, ...]


def template(words: str) -> Template:
    """Words in which `<…>` marks what the writer fills in; the brackets are left out of the text."""
    pieces: list[str] = []
    fields: list[Span] = []
    at = length = 0
    for found in _FIELD.finditer(words):
        before = words[at : found.start()]
        length += len(before)
        fields.append(Span(length, length + len(found[1])))
        length += len(found[1])
        pieces += (before, found[1])
        at = found.end()
    return Template("".join((*pieces, words[at:])), tuple(fields))
