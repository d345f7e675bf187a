"""Each place where a pattern is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import compiled
from ..data.check import LocalMatch
from ..data.schema import Choice, Field, Flag, Issue, Path, Pattern, Record
from ..patterns.compiled import LazyPattern
from ._words import in_title, outside_of, outside_quotes, outside_titles

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources


class _Group(Field):
    """A group of a pattern: its number or its name."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            yield Issue(path, "expected the number or the name of a group")

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"type": ["integer", "string"], "minimum": 1}


class PatternCheck:
    """Finds a regular expression in the words of a node, and gives its groups as values, by number and by name."""

    KIND: ClassVar[str] = "pattern"
    OPTIONS: ClassVar[Record] = Record(
        {
            "find": Pattern("What is reported.", required=True),
            "unless": Pattern("Not reported where this is found and touches or overlaps the span."),
            "at": Choice(["start", "end", "anywhere"], "Where in the words it may stand.", default="anywhere"),
            "ignore-case": Flag("Whether capitals and small letters are the same.", default=False),
            "group": _Group(
                "The group of `find` that is marked and replaced, by number or name; all of it if left out."
            ),
            "outside-quotes": outside_quotes(),
            "outside-titles": outside_titles(),
        },
        "Each place where a pattern is found.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset()
    keywords: frozenset[str] | None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._find = LazyPattern(options["find"], ignore_case=options["ignore-case"])
        self._unless: LazyPattern | None = None
        if options["unless"]:
            self._unless = LazyPattern(options["unless"], ignore_case=options["ignore-case"])
        self._at = options["at"]
        self._group = _group(options["group"])
        if self._group is not None and not _has(options["find"], self._group):
            raise ValueError(f"the pattern has no group “{self._group}”")
        self._quotations = outside_of(options, resources)
        self._outside_titles = options["outside-titles"]
        self.keywords = self._find.keywords
        self.sift = self._find.sift

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The matches from left to right; an empty match, or one whose marked group took no part, is none."""
        spared: list[tuple[int, int]] | None = None
        for match in self._find.finditer(words.text):
            start, end = match.span(self._group or 0)
            if start < 0 or match.end() == match.start() or not self._stands(match, words.text):
                continue
            if self._quotations and self._quotations.hold(words.text, start):
                continue
            if self._outside_titles and in_title(words, start):
                continue
            if self._unless is not None:
                if spared is None:
                    spared = [other.span() for other in self._unless.finditer(words.text)]
                if any(first <= match.end() and match.start() <= last for first, last in spared):
                    continue
            yield LocalMatch(start, end, _values(match))

    def _stands(self, match: re.Match[str], text: str) -> bool:
        if self._at == "start":
            return match.start() == 0
        return self._at == "anywhere" or match.end() == len(text)


def _group(name: str | int | None) -> str | int | None:
    return int(name) if isinstance(name, str) and name.isdecimal() else name


def _has(pattern: str, group: str | int) -> bool:
    find = compiled(pattern)
    return group <= find.groups if isinstance(group, int) else group in find.groupindex


def _values(match: re.Match[str]) -> dict[str, str]:
    values = {str(number): group or "" for number, group in enumerate(match.groups(), start=1)}
    values["0"] = match[0]
    values.update((name, group or "") for name, group in match.groupdict().items())
    return values
