"""Sessions that are over when the text is adopted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import LexiconName, Pattern, Record
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ...text import Span
    from ..data.context import Context
    from ..data.resources import Resources

_SESSION = "session"


class SessionOrderCheck:
    """Each session that a text speaks of as to come and that is before the session of the masthead.

    Both patterns have a group `session`, an ordinal number in words. Without a masthead nothing is reported.
    """

    KIND: ClassVar[str] = "session-order"
    OPTIONS: ClassVar[Record] = Record(
        {
            "find": Pattern("A session to come; its ordinal is the group `session`.", required=True),
            "current": Pattern("The session in the masthead; its ordinal is the group `session`.", required=True),
            "lexicon": LexiconName("The ordinals in words, from the first on.", "ordinals", default="ordinals"),
        },
        "Sessions that are over.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "session", "current"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        data = resources.lexicon(options["lexicon"])
        words = data.get(options["lexicon"], data) if isinstance(data, Mapping) else data
        self._ordinals = {str(word): number for number, word in enumerate(words, start=1)}
        self._find = LazyPattern(options["find"])
        self._current = LazyPattern(options["current"])
        for pattern in (self._find, self._current):
            if _SESSION not in pattern.regex.groupindex:
                raise ValueError(f"the pattern has no group “{_SESSION}”")
        self.keywords = self._find.keywords
        self._sessions = Search(self._spoken_of, keywords=self.keywords, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The ordinals of sessions that are over, with the session of the masthead."""
        current = self._masthead(draft)
        if current is None:
            return
        number, words, place = current
        for node, sessions in self._sessions.among(nodes, draft):
            for session, start, end in sessions:
                if self._ordinals.get(session.lower(), number) < number:
                    values = {"found": session, "session": session, "current": words}
                    yield Match(draft.view(node).span(start, end), values, related=place)

    def _spoken_of(self, wording: Wording) -> list[tuple[str, int, int]]:
        """The ordinals of sessions to come, with their places in the words."""
        return [(match[_SESSION], *match.span(_SESSION)) for match in self._find.finditer(wording.text)]

    def _masthead(self, draft: Draft) -> tuple[int, str, Span] | None:
        for node in draft.nodes("masthead"):
            view = draft.view(node)
            match = self._current.search(view.text)
            if match is not None and (number := self._ordinals.get(match[_SESSION].lower())):
                return number, match[_SESSION].lower(), view.span(*match.span(_SESSION))
        return None
