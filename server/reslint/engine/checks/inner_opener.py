"""Openers at the start of a line inside a paragraph: two paragraphs that nothing parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...draft.lexicon import lexicon_of
from ...text import Span
from ...text.fold import fold
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_BEGUN = lazy(r"(?:\r\n|\n|\r)[ \t]*([*_]{1,3})(?=[^\W\d_a-z])([^*_\r\n]{2,60})\1(?=[ \t\u00a0])")


class InnerOpenerCheck:
    """Lines of a paragraph that begin with an opener in italics and with a capital.

    The opener is one that may begin a paragraph of this part: a finite verb in an operative paragraph and what hangs
    from it, another form in a preambular one.
    """

    KIND: ClassVar[str] = "inner-opener"
    OPTIONS: ClassVar[Record] = Record({}, "Openers at the start of a line inside a paragraph.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers, in the order of the text."""
        content, lexicon = draft.text.content, lexicon_of(draft.vocabulary)
        has_returns = "\r" in content
        for node in nodes:
            form = "participle" if node.kind == "preambular" else "finite"
            for piece in node.body:
                if not has_returns and content.find("\n", *piece) < 0:
                    continue
                for found in _BEGUN.finditer(content, piece.start, piece.end):
                    opener = lexicon.opener(fold((f"{found[2]} ",)))
                    if opener is not None and opener.entry is not None and opener.entry.form == form:
                        yield Match(Span(*found.span(2)), {"found": found[2]})
