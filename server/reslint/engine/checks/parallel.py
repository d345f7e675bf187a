"""The items of a list begin alike: all with an infinitive, say, or all with a gerund."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.record import NamedTuple
from ..data.check import Match
from ..data.schema import MapOf, Pattern, Record
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ..tokens.search import TokenSearch, look_of
from .tokens import TokenPatterns, in_capitals

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class _Item(NamedTuple):
    node: Node
    form: str
    end: int
    """Offset in the words of the item at which its form ends."""


class ParallelCheck:
    """Items of one list that begin with another form than most of the list; none where two forms are as frequent.

    Items that begin with none of the forms count for nothing, so that a list of nouns with a gerund among them is left
    alone. A list is read as tokens only where `mixed` is found in some of its items and not in others.
    """

    KIND: ClassVar[str] = "parallel"
    OPTIONS: ClassVar[Record] = Record(
        {
            "forms": MapOf(
                TokenPatterns("Patterns of tokens at the start of an item; the longest match counts."),
                "The forms with which items begin, by names that the message shows.",
                required=True,
            ),
            "mixed": Pattern("A cheap look at the start of an item.", required=True, at_start=True),
        },
        "Items of a list that do not begin alike.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "form", "other", "count", "first"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        pattern = LazyPattern(options["mixed"])
        kinds = resources.kinds
        # Not its keywords: the paragraphs that hold none of them count, too.
        self._mixed = Search(lambda wording: pattern.regex.match(wording.folded.text) is not None, kinds=kinds)
        self._forms = {
            name: TokenSearch(in_capitals(patterns), look_of(None, None, kinds))
            for name, patterns in options["forms"].items()
        }

    @property
    def pipelines(self) -> frozenset[str]:
        """The pipelines that it reads with, as `tokens.pipelines.find` takes them."""
        return frozenset(search.wanted for search in self._forms.values())

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:
        """The first words of every item that begins otherwise. Raises CannotRun, and NotYet."""
        alike = {node for node, _ in self._mixed.among(nodes, draft)}
        if not alike:
            return
        chosen = set(nodes)
        runs = dict.fromkeys(draft.siblings(node) for node in nodes if node in alike)
        for run in runs:
            items = [node for node in run if node in chosen]
            if not all(node in alike for node in items):
                yield from self._judge(items, draft, patient=context.patient)

    def _judge(self, nodes: Sequence[Node], draft: Draft, *, patient: bool) -> Iterator[Match]:
        found: dict[Node, _Item] = {}
        for form, search in self._forms.items():
            for node, matches in search.among(nodes, draft, patient=patient):
                start, end, _ = matches[0]
                if start == 0:
                    found.setdefault(node, _Item(node, form, end))
        items = [found[node] for node in nodes if node in found]
        counts = Counter(item.form for item in items)
        if len(counts) < 2:
            return
        (meant, most), (_, next_most) = counts.most_common(2)
        if most == next_most:
            return
        first = next(item for item in items if item.form == meant)
        for item in items:
            if item.form != meant:
                yield self._match(item, first, counts[meant], draft)

    @staticmethod
    def _match(item: _Item, first: _Item, count: int, draft: Draft) -> Match:
        view, other = draft.view(item.node), draft.view(first.node)
        values = {"found": view.text[: item.end], "form": item.form, "other": first.form, "count": str(count)}
        values["first"] = other.text[: first.end]
        return Match(view.span(0, item.end), values, (), other.span(0, first.end))
