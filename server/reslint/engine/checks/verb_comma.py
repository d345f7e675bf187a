"""A verb that is joined to the opener without a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ._verbs import VALUES, JoinedVerbs, Verbs, options

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..data.schema import Record

_ENDS_WORD = lazy(r"[\w)”’»]")


class VerbCommaCheck:
    """Asks whether a comma stands before the joining word where a new verb of the organ follows."""

    KIND: ClassVar[str] = "verb-comma"
    OPTIONS: ClassVar[Record] = options("A comma before a joined verb.")
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._joined = JoinedVerbs(options, resources, "", _lacks_comma)
        self.keywords = self._joined.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The joining words without a comma before them, in the order of the text."""
        for opening, match in self._joined.among(nodes, draft):
            start, end = match.start("joint"), match.end("verb")
            at = opening.view.span(start - 2, start - 1).end
            found = match.string[start:end]
            values = {"found": found, "fixed": f", {found}", "verb": match["verb"]}
            yield Match(opening.view.span(start, end), values, (Edit(Span(at, at), ","),))


def _lacks_comma(match: re.Match[str], verbs: Verbs, wording: Wording) -> bool:
    return _ENDS_WORD.match(match.string, match.start("joint") - 2) is not None and verbs.opens(match, wording.kind)
