"""Shared parts of the kinds of check about the lines “Name: value” at the head of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ...text import Span
from ...text.record import NamedTuple
from ...text.regex import compiled
from ..data.check import Match
from ..data.schema import MapOf, Pattern

if TYPE_CHECKING:
    from ...draft import Draft, Node, View


class FieldLine(NamedTuple):
    """A line of the heading block: the field it is for, by name and by place among the fields, and its words.

    `start` and `end` are those of the name with its colon in the words of the line.
    """

    place: int
    name: str
    start: int
    end: int
    view: View

    @property
    def span(self) -> Span:
        """Where the name stands in the source."""
        return self.view.span(self.start, self.end)

    @property
    def shown(self) -> str:
        """The name as written."""
        return self.view.text[self.start : self.end].strip()


def begins(*, required: bool = False) -> Pattern:
    """How the line of a field begins."""
    return Pattern("How the line begins, with its colon.", at_start=True, required=required)


def fields_option() -> MapOf:
    """The option `fields` where nothing but the beginnings of the lines matters."""
    return MapOf(begins(), "The fields in their order, by names that the message shows.", required=True)


def field_lines(nodes: Iterable[Node], draft: Draft, fields: Mapping[str, str]) -> list[FieldLine]:
    """The lines of the fields among the nodes. One field may be written in many ways: its pattern says which."""
    patterns = [(name, compiled(begin)) for name, begin in fields.items()]
    found = []
    for node in nodes:
        if not node.body:
            continue
        view = draft.view(node)
        for place, (name, pattern) in enumerate(patterns):
            match = pattern.match(view.text)
            if match and match.end():
                found.append(FieldLine(place, name, match.start(), match.end(), view))
                break
    return found


def field_match(line: FieldLine, other: FieldLine | None = None) -> Match:
    """The match for a line, and for another that it has to do with."""
    values = {"found": line.shown, "field": line.name}
    if other is None:
        return Match(line.span, values)
    return Match(line.span, {**values, "expected": other.shown}, (), other.span)
