"""The parts I, II, III of a resolution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Pattern, Record
from ..language.labels import slips, value, written

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class PartsCheck:
    """Parts whose numerals do not run on (`order`), or a part that is the only one of its resolution (`single`)."""

    KIND: ClassVar[str] = "parts"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["order", "single"], "What is reported.", required=True),
            "unless": Pattern("Headings, from their beginning, of parts that keep the numerals of another text."),
        },
        "The parts of a resolution.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._single = options["report"] == "single"
        self._unless = lazy(options["unless"]) if options["unless"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The wrong parts among the children of the selected nodes; only whole drafts are looked at."""
        if not draft.is_whole:
            return
        for node in nodes:
            parts = [child for child in node.children if child.kind == "part" and self._counts(child, draft)]
            if self._single and len(parts) == 1:
                yield Match(_numeral(parts[0], draft), {"found": parts[0].label, "expected": ""})
            elif not self._single and len(parts) > 1:
                yield from _order(parts, draft)

    def _counts(self, part: Node, draft: Draft) -> bool:
        if self._unless is None or part.children[0].kind != "heading":
            return True
        return self._unless.match(draft.view(part.children[0]).text) is None


def _order(parts: Sequence[Node], draft: Draft) -> Iterator[Match]:
    numbers = [value(part.label, "roman") for part in parts]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return
    for index, expected in slips(known, 1):
        span = _numeral(parts[index], draft)
        fixed = written(expected, "roman").upper()
        before = parts[index - 1] if index else None
        values = {"found": parts[index].label, "expected": fixed, "before": before.label if before else ""}
        yield Match(span, values, (Edit(span, fixed),), _numeral(before, draft) if before else None)


def _numeral(part: Node, draft: Draft) -> Span:
    """The numeral of a part where it stands in its heading; the first line where it cannot be found."""
    heading = next((child for child in part.children if child.kind == "heading"), part)
    view = draft.view(heading)
    found = re.search(rf"\b{re.escape(part.label)}\b", view.text)
    return view.span(*found.span()) if found else Span(part.span.start, part.span.start + 1)
