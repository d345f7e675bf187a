"""Patterns from rule packs: compiled when first needed, prefiltered by what they must contain, and never endless."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..text.regex import compiled

MAXIMUM_LENGTH = 4_000
_known: dict[str, frozenset[str] | None] = {}


@lru_cache(maxsize=4096)
def objection(pattern: str, *, ignore_case: bool = False, at_start: bool = False) -> str:
    """Why a pattern cannot be used ("" when it can): it does not compile, or it could run for ever.

    `at_start` says that it is only tried at the first character of a text.
    """
    if len(pattern) > MAXIMUM_LENGTH:
        return f"this pattern has more than {MAXIMUM_LENGTH:,} characters; divide it into several"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        return f"this is no regular expression: {error}"
    from .runaway import danger

    return danger(pattern, ignore_case=ignore_case, at_start=at_start)


class LazyPattern:
    """A regular expression of a rule, compiled when it is first run."""

    __slots__ = ("_regex", "ignore_case", "text")

    def __init__(self, text: str, *, ignore_case: bool = False) -> None:
        self.text = text
        self.ignore_case = ignore_case
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._regex is None:
            self._regex = compiled(self.text, re.IGNORECASE if self.ignore_case else 0)
        return self._regex

    @property
    def keywords(self) -> frozenset[str] | None:
        """Lower-case strings one of which the lower-cased text of every match contains; None if there are none."""
        return keywords(self.text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match at or after `start`."""
        return self.regex.search(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, from left to right."""
        return self.regex.finditer(text)


def keywords(pattern: str) -> frozenset[str] | None:
    """Lower-case strings one of which the lower-cased text of every match contains; None if there are none."""
    if pattern not in _known:
        from .regex import required

        _known[pattern] = required(pattern)
    return _known[pattern]


def known_keywords() -> Mapping[str, frozenset[str] | None]:
    """The keywords found so far, by pattern: what the cache of rule packs keeps."""
    return _known


def learn_keywords(found: Mapping[str, list[str] | None]) -> None:
    """Take over keywords that an earlier run found."""
    for pattern, words in found.items():
        _known.setdefault(pattern, None if words is None else frozenset(words))
