"""Drafts whose operative part is that of the last resolution of their title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...register.titles import number_before, session_in, titled
from ...text.regex import compiled, lazy
from ..data.check import Match
from ..data.library import title_of
from ..data.schema import ListOf, Pattern, Record
from ..language.register import register_of
from ..language.session import first_session
from ._requests import heading_holds

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_COMPARED = ("operative", "subparagraph")
_APART = lazy(r"[\W_]+")


class NearCopyCheck:
    """A resolution whose operative paragraphs are those of its predecessor but for some words that change every time.

    The predecessor is the latest resolution of the title, of which the library must have the text. What has an annex is
    not compared: all that is new may stand there.
    """

    KIND: ClassVar[str] = "near-copy"
    OPTIONS: ClassVar[Record] = Record(
        {
            "apart": ListOf(Pattern("Words that may differ."), "The words that may differ.", required=True),
            "unless": Pattern("Not reported where this is found in the title."),
            "unless-heading": Pattern("Not reported in texts in whose heading this is found."),
        },
        "An operative part that is that of the predecessor.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number"})
    NEEDS_LIBRARY: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._apart = [lazy(pattern) for pattern in options["apart"]]
        self._unless = options["unless"] or r"(?!)"
        self._heading = options["unless-heading"]
        self._resources = resources

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:
        """The title of such a draft."""
        if context.library is None or len(draft.nodes("resolution")) != 1 or draft.nodes("annex"):
            return
        title = title_of(draft)
        place = next((node for node in nodes if node.body), None)
        if place is None:
            return
        if compiled(self._unless).search(title) or (self._heading and heading_holds(draft, self._heading)):
            return
        organ = next(iter(draft.organs), "")
        before = session_in(number_before(title)) or first_session(draft, context.lexicons, context.session)
        old = context.library.latest(title, before, draft.vocabulary)
        if old is None or old.draft.nodes("annex") or self._words(old.draft) != self._words(draft):
            return
        known = titled(register_of(self._resources).tables, organ, title, before)
        # Of a text that is not the last one nothing is said.
        if not any(session_in(entry.number) > session_in(old.number) for entry in known[:1]):
            yield Match(place.span, {"number": old.number})

    def _words(self, draft: Draft) -> list[str]:
        return draft.memo.once(
            (self, "near-copy"), lambda: [self._plain(draft, node) for node in draft.nodes(*_COMPARED)]
        )

    def _plain(self, draft: Draft, node: Node) -> str:
        """The words of a paragraph without those that may differ, and without marks."""
        words = draft.view(node).text
        for pattern in self._apart:
            words = pattern.sub(" ", words)
        return _APART.sub(" ", words.casefold()).strip()
