"""Notes that refer to the note before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, MapOf, Pattern, Record, TextField
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_SERIES = Record(
    {
        "source": Pattern("How a note names the series in full, at its beginning.", required=True),
        "after": Pattern("What follows the reference where it stands for this series.", required=True),
    },
    "A series of publications.",
)


class _Source(NamedTuple):
    """What a note names: the series it belongs to and the words that name it; "" for any other source."""

    series: str
    words: str


class IbidCheck:
    """A reference to the note before ("Ibid.") that does not mean what that note names, or that should be one.

    `antecedent`: there is no note before; it names another series than the one whose volume or session follows; or it
    names several sources and nothing follows that tells them apart. `repeat`: a note names in full the series that the
    note before names, too; a note that was there before is a duplicate and not
    reported here.
    """

    KIND: ClassVar[str] = "ibid"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["antecedent", "repeat"], "What is reported.", required=True),
            "word": Pattern("The word that refers to the note before.", required=True),
            "write": TextField("The word as a fix writes it.", required=True),
            "several": Pattern("What shows that a note names several sources.", required=True),
            "series": MapOf(_SERIES, "The series by a name of their own.", required=True),
        },
        "References to the note before.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "before", "fixed"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._repeats = options["report"] == "repeat"
        self._write = options["write"]
        self._word = lazy(options["word"])
        self._several = lazy(options["several"])
        self._source = {name: lazy(one["source"]) for name, one in options["series"].items()}
        self._after = {name: lazy(one["after"]) for name, one in options["series"].items()}
        self._speaking = Search(self._speaks, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The selected notes that refer wrongly to the one before, or should refer to it."""
        # A source is repeated where two notes name one.
        if len(self._speaking.everywhere(draft)) < (2 if self._repeats else 1):
            return
        before: Node | None = None
        source = _Source("", "")
        seen: set[str] = set()
        for node in nodes:
            view = draft.view(node)
            word = self._word.match(view.text)
            found = self._wrong(word, before, source, draft) if word else ""
            if self._repeats:
                if not word and before is not None and view.text not in seen:
                    yield from self._repeat(view, before, source, draft)
            elif word and found:
                shown = draft.view(before).text if before else ""
                related = before.span if before else None
                yield Match(view.span(*word.span()), {"found": word[0], "before": shown}, (), related)
            seen.add(view.text)
            before, source = node, self._named(view.text, word, source)

    def _speaks(self, wording: Wording) -> bool:
        """Whether a note names a series, or where that is what matters, refers to the note before."""
        if self._repeats:
            return bool(self._named(wording.text, None, _Source("", "")).series)
        return self._word.match(wording.text) is not None

    def _wrong(self, word: re.Match[str], before: Node | None, source: _Source, draft: Draft) -> str:
        if before is None:
            return "first"
        means = [name for name, after in self._after.items() if after.match(word.string, word.end())]
        if means:
            return "" if source.series in means else "other"
        return "several" if self._several.search(draft.view(before).text) else ""

    def _named(self, text: str, word: re.Match[str] | None, source: _Source) -> _Source:
        if word is not None:
            return source
        for name, pattern in self._source.items():
            if match := pattern.match(text):
                return _Source(name, match[0])
        return _Source("", "")

    def _repeat(self, view: View, before: Node, source: _Source, draft: Draft) -> Iterator[Match]:
        named = self._named(view.text, None, source)
        shown = draft.view(before).text
        if not named.series or named != source or self._several.search(shown):
            return
        end = len(named.words)
        edits = self._edits(view, end, draft)
        span = view.span(0, end)
        values = {"found": named.words, "before": shown, "fixed": self._write}
        yield Match(span, values, edits, before.span)

    def _edits(self, view: View, end: int, draft: Draft) -> tuple[Edit, ...]:
        """The word for ``text[:end]``; italics that go on behind it begin after the comma instead."""
        span = view.span(0, end)
        stop = span.end
        start = min([span.start, *(view.source(run.opening).start for run in view.folded.emphasis if run.start == 0)])
        for run in view.folded.emphasis:
            if run.start < end < run.end:
                after = view.span(end, run.end)
                rest = draft.text.slice(after)
                at = after.start + len(rest) - len(rest.lstrip(" ,"))
                opening = draft.text.slice(view.source(run.opening))
                return Edit(Span(start, stop), self._write), Edit(Span(at, at), opening)
            if run.end <= end:
                stop = max(stop, view.source(run.closing).end)
        return (Edit(Span(start, stop), self._write),)
