"""A word printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import LocalMatch
from ..data.schema import ListOf, Record, TextField
from ..search.batch import Clues

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources

# Blanks alone may stand between: a comma or a full stop makes two clauses of it. A hyphen or an apostrophe beside
# a word makes it part of a longer one.
_TWICE = lazy(r"(?<![\w’'/-])([^\W\d_]+)(?P<again>\s+\1)(?![\w’'/-])", re.IGNORECASE)


class RepetitionCheck:
    """The same word twice with nothing but blanks between, apart from words of which that may be right."""

    KIND: ClassVar[str] = "repetition"
    OPTIONS: ClassVar[Record] = Record(
        {"except": ListOf(TextField("A word."), "Words that may stand twice, in small letters.", default=[])},
        "A word printed twice.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"word"})
    clues = Clues(repeating=True)
    keywords: frozenset[str] | None = None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._except = frozenset(word.lower() for word in options["except"])

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """Each pair of equal words, with the first of them as the proposal; a name in capitals is left alone."""
        for match in _TWICE.finditer(words.text):
            word, second = match[1], match["again"].strip()
            if word.lower() in self._except or (second != word and second != word.lower()):
                continue
            yield LocalMatch(match.start(), match.end(), {"word": word}, word)
