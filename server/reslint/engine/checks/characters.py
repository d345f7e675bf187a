"""Characters that nobody sees, or takes for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ..data.check import Match
from ..data.schema import Choice, Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.notation import Replaced
    from ..data.context import Context
    from ..data.resources import Resources

_NAMED = 3


class CharactersCheck:
    """Characters that the parser reads as others: they stop a search from finding the words they stand in.

    `unseen`: those without width, unusual spaces and line ends, ligatures, loose accents; with what to write, the words
    look the same. `alike`: letters and figures of another alphabet or width, and those of mathematics. One finding
    speaks for all.
    """

    KIND: ClassVar[str] = "characters"
    OPTIONS: ClassVar[Record] = Record(
        {"report": Choice(["unseen", "alike"], "What is reported.", required=True)}, "Characters that mislead."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"count", "names"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._alike = options["report"] == "alike"

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first such character inside the selected nodes, with the edits for all of them."""
        content = draft.text.content
        odd = [one for one in draft.odd_characters if _is_alike(content, one) == self._alike]
        if odd and any(node.span.start <= odd[0].start < node.span.end for node in nodes):
            names = dict.fromkeys(_name(character) for one in odd for character in content[one.start : one.end])
            more = ", …" if len(names) > _NAMED else ""
            values = {"count": str(len(odd)), "names": ", ".join([*names][:_NAMED]) + more}
            edits = tuple(Edit(Span(one.start, one.end), one.words) for one in odd)
            yield Match(Span(odd[0].start, odd[0].end), values, edits)


def _is_alike(content: str, change: Replaced) -> bool:
    """Whether other letters are to be read, and not the same ones without what nobody sees."""
    written = content[change.start : change.end]
    is_ligature = "\ufb00" <= written[:1] <= "\ufb06"
    return (
        len(written) == len(change.words) == 1
        and written != " "
        and change.words.strip() != "-"
        and not (is_ligature or change.words.isspace())
    )


def _name(character: str) -> str:
    from unicodedata import name

    return f"U+{ord(character):04X} {name(character, 'control character').lower()}"
