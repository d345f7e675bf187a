"""A verb that is joined to the opener in the other form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ..data.check import Match
from ._verbs import VALUES, JoinedVerbs, options

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources
    from ..data.schema import Record


class VerbMoodCheck:
    """Asks whether a verb joined to the opener has the form of the paragraph: "and noting", not "and notes"."""

    KIND: ClassVar[str] = "verb-mood"
    OPTIONS: ClassVar[Record] = options("The form of a joined verb.")
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._joined = JoinedVerbs(
            options, resources, "[,;]", lambda match, verbs, wording: verbs.opens_other(match, wording.kind)
        )
        self.keywords = self._joined.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The verbs in the form of the other kind of paragraph, in the order of the text."""
        verbs = self._joined.verbs(draft.vocabulary)
        for opening, match in self._joined.among(nodes, draft):
            verb = match["verb"]
            fixed = verbs.counterpart(verb)
            span = opening.view.span(*match.span("verb"))
            edits = (Edit(span, fixed),) if fixed else ()
            yield Match(span, {"found": verb, "verb": verb, "fixed": fixed}, edits)
