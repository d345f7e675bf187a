"""Resolutions that the text calls the latest, and that the register knows a later one of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...register import DamagedTable
from ...register.titles import session_in, titled
from ...text.regex import lazy
from ..data.check import Match
from ..data.context import CannotRun
from ..data.schema import Pattern, Record
from ..language.dated import Dated, DatedWords
from ..language.register import register_of
from ..language.session import first_session
from ..patterns.compiled import LazyPattern
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ...register import Entry
    from ..data.context import Context
    from ..data.resources import Resources

_BEHIND = 80
"""So many characters before a citation are searched for what it is called."""


class RegisterLatestCheck:
    """A citation that the text calls the latest, while the register has a later resolution of the same title.

    Years in titles are left aside; resolutions of the draft's own session and of later ones do not count.
    """

    KIND: ClassVar[str] = "register-latest"
    OPTIONS: ClassVar[Record] = Record(
        {
            "said": Pattern(
                "Words right before a citation that call it the latest; searched at their end.", required=True
            ),
        },
        "Resolutions that are called the latest, against the register.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "latest", "body"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._resources = resources
        self._words = DatedWords.shared(resources)
        self._said = lazy(rf"(?:{options['said']})\Z")
        self.keywords = LazyPattern(options["said"]).keywords or self._words.keywords
        self._claims = Spoken(self._claimed, self._words.cited)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:
        """The numbers of such citations. Raises CannotRun."""
        claims = self._claims.among(nodes, draft)
        if not claims:
            return
        session = first_session(draft, context.lexicons, context.session)
        for node, items in claims:
            for item in items:
                latest = self._latest(item, session)
                if latest is not None:
                    values = {"found": item.number, "number": item.number, "latest": latest.number, "body": item.body}
                    yield Match(draft.view(node).span(item.start, item.end), values)

    def _claimed(self, wording: Wording, own: str) -> tuple[Dated, ...]:
        called: dict[int, Dated] = {}
        for item in self._words.spoken.at(wording, own) or ():
            if not (self._calls(wording.text, item.start) or self._calls(wording.text, item.head)):
                continue
            # “The most recent of which are resolutions 77/3, 78/2 and 79/1” speaks of the last of them first of all.
            known = called.setdefault(item.head, item)
            if session_in(known.number) < session_in(item.number):
                called[item.head] = item
        return tuple(item for item in called.values() if item.body)

    def _calls(self, text: str, at: int) -> bool:
        return self._said.search(text, max(0, at - _BEHIND), at) is not None

    def _latest(self, item: Dated, session: int) -> Entry | None:
        """The latest entry of the title of a resolution, where that is another one."""
        register = register_of(self._resources)
        try:
            cited = register.lookup(item.body, item.number)
            if cited is None or not cited.title or not cited.title_sure:
                return None
            found = titled(register.tables, item.body, cited.title, session)
        except DamagedTable as error:
            raise CannotRun(str(error)) from None
        return found[0] if found and session_in(found[0].number) > session_in(item.number) else None
