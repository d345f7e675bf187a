"""The lines of the form “Name: value” at the head of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.record import NamedTuple
from ...text.regex import compiled
from ..data.check import Match
from ..data.schema import Choice, Flag, MapOf, Pattern, Record, Short

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..data.context import Context
    from ..data.resources import Resources


class _Line(NamedTuple):
    place: int
    name: str
    start: int
    end: int
    view: View


class FieldsCheck:
    """Lines of a heading block that are missing, there twice, empty, or out of their order.

    A text that has none of the fields has no heading block, and nothing is missing from it. One field may be written
    in many ways (“Sponsors:”, “Submitted by:”): the pattern says which.
    """

    KIND: ClassVar[str] = "fields"
    OPTIONS: ClassVar[Record] = Record(
        {
            "fields": MapOf(
                Short(
                    "line",
                    {
                        "line": Pattern("How the line begins, with its colon.", at_start=True, required=True),
                        "needed": Flag("Whether it must be there.", default=False),
                    },
                    "A field: how its line begins.",
                ),
                "The fields in their order, by names that the message shows.",
                required=True,
            ),
            "report": Choice(["missing", "double", "order", "empty"], "What is reported.", required=True),
        },
        "The heading block of a draft.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "field", "expected"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._names = list(options["fields"])
        self._patterns = [compiled(field["line"]) for field in options["fields"].values()]
        self._needed = [field["needed"] for field in options["fields"].values()]
        self._report = getattr(self, f"_{options['report']}")

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The lines that are wrong; what is missing is reported at the first line of the block."""
        lines = [line for node in nodes if node.body and (line := self._line(draft.view(node)))]
        if lines:
            yield from self._report(lines)

    def _line(self, view: View) -> _Line | None:
        for place, pattern in enumerate(self._patterns):
            match = pattern.match(view.text)
            if match and match.end():
                return _Line(place, self._names[place], match.start(), match.end(), view)
        return None

    def _missing(self, lines: Sequence[_Line]) -> Iterator[Match]:
        there = {line.place for line in lines}
        for place, name in enumerate(self._names):
            if self._needed[place] and place not in there:
                yield _match(lines[0], name)

    def _double(self, lines: Sequence[_Line]) -> Iterator[Match]:
        first: dict[int, _Line] = {}
        for line in lines:
            before = first.setdefault(line.place, line)
            if before is not line:
                yield _match(line, line.name, before)

    def _order(self, lines: Sequence[_Line]) -> Iterator[Match]:
        furthest = lines[0]
        for line in lines[1:]:
            if line.place < furthest.place:
                yield _match(line, line.name, furthest)
            else:
                furthest = line

    def _empty(self, lines: Sequence[_Line]) -> Iterator[Match]:
        return (_match(line, line.name) for line in lines if not line.view.text[line.end :].strip(" *_"))


def _match(line: _Line, name: str, other: _Line | None = None) -> Match:
    span = line.view.span(line.start, line.end)
    found = line.view.text[line.start : line.end].strip()
    if other is None:
        return Match(span, {"found": found, "field": name, "expected": ""})
    words = other.view.text[other.start : other.end].strip()
    values = {"found": found, "field": name, "expected": words}
    return Match(span, values, (), other.view.span(other.start, other.end))
