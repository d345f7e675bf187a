"""Reports that are asked for one session, while their item stands on the agenda of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Pattern, Record, TextField
from ..mandates.model import AgendaInWords, Deadline
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ._requests import mandate_words_of

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class AgendaSessionCheck:
    """The one report of a resolution, at another session than that on whose agenda the resolution puts its item.

    Where several reports or decisions on the agenda name sessions nothing is reported: which belongs to which is
    not for a check to say.
    """

    KIND: ClassVar[str] = "agenda-session"
    OPTIONS: ClassVar[Record] = Record(
        {
            "near": Pattern("What must stand in a paragraph that asks for a report.", required=True),
            "agenda": Pattern("What must stand in a paragraph that decides on the agenda.", required=True),
            "deliverable": TextField("The name of what is to be delivered.", required=True),
            "unless": Pattern("Not reported where this is found in what is asked."),
        },
        "Reports and agenda items at different sessions.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "report", "agenda"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        near, agenda = LazyPattern(options["near"]), LazyPattern(options["agenda"])
        self._deliverable = options["deliverable"]
        self._unless = LazyPattern(options["unless"] or r"(?!)")
        self._words = mandate_words_of(resources)
        self.keywords = agenda.keywords
        self._decided = Search(self._decisions, keywords=agenda.keywords, kinds=resources.kinds, sift=agenda.sift)
        self._reports = Search(self._due, keywords=near.keywords, kinds=resources.kinds, sift=near.sift)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The session of the report, with the decision on the agenda."""
        decisions = [(node, each) for node, found in self._decided.among(nodes, draft) for each in found]
        if not decisions:
            return
        reports = [(node, each) for node, found in self._reports.among(nodes, draft) for each in found]
        for holder in dict.fromkeys(draft.resolution(node) for node, _ in decisions):
            decided = [each for each in decisions if draft.resolution(each[0]) is holder]
            due = [each for each in reports if draft.resolution(each[0]) is holder]
            if len(decided) == len(due) == 1:
                (place, agenda), (node, report) = decided[0], due[0]
                if not {*agenda.sessions} & {*report.sessions}:
                    values = {
                        "found": report.text,
                        "report": self._said(report.sessions),
                        "agenda": self._said(agenda.sessions),
                    }
                    related = draft.view(place).span(agenda.start, agenda.end)
                    yield Match(draft.view(node).span(report.start, report.end), values, related=related)

    def _said(self, sessions: Sequence[int]) -> str:
        return ", ".join(map(self._words.ordinal, sessions))

    def _decisions(self, wording: Wording) -> list[AgendaInWords]:
        return list(self._words.agenda(wording.text))

    def _due(self, wording: Wording) -> list[Deadline]:
        return [
            deadline
            for asked in self._words.read(wording.text).asked
            if any(each.kind == self._deliverable for each in asked.deliverables)
            and self._unless.search(asked.action) is None
            for deadline in asked.deadlines[:1]
            if deadline.sessions
        ]
