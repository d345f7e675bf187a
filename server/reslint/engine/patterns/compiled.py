"""Patterns from rule packs: compiled when first needed, prefiltered by what they must contain, and never endless."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...text.memo import forget_oldest
from ...text.regex import compiled
from .folding import Literals

if TYPE_CHECKING:
    from ...draft.wording import Wording

MAXIMUM_LENGTH = 4_000

_known: dict[str, Literals] = {}
_MOST_KNOWN = 4096
"""Far more than the packs have; a rule that is being written brings another with every key."""
_UNKNOWN: Literals = (None, None)
_sound: dict[tuple[str, bool, bool], None] = {}
"""Patterns that can be used, with `ignore_case` and `at_start`: judging one takes milliseconds."""


@lru_cache(maxsize=4096)
def objection(pattern: str, *, ignore_case: bool = False, at_start: bool = False) -> str:
    """Why a pattern cannot be used ("" when it can): it does not compile, or it could run for ever.

    `at_start` says that it is only tried at the first character of a text. What can be looked for instead of the
    pattern is worked out at the same time, so that the cache of rule packs has it.
    """
    key = (pattern, ignore_case, at_start)
    if key in _sound:
        _literals(pattern)
        return ""
    if len(pattern) > MAXIMUM_LENGTH:
        return f"this pattern has more than {MAXIMUM_LENGTH:,} characters; divide it into several"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        return f"this is not a regular expression: {error}"
    from .runaway import danger

    found = danger(pattern, ignore_case=ignore_case, at_start=at_start)
    if not found:
        _literals(pattern)
        if len(_sound) >= _MOST_KNOWN:
            forget_oldest(_sound)
        _sound[key] = None
    return found


def known_verdicts() -> dict[str, Any]:
    """The results for patterns so far, for `learn_verdicts` of a later run."""
    return {"sound": list(_sound), "literals": dict(_known)}


def learn_verdicts(cached: Mapping[str, Any]) -> None:
    """Take over what an earlier run of the same program and Python worked out."""
    _sound.update(dict.fromkeys(cached.get("sound", ())))
    for pattern, literals in cached.get("literals", {}).items():
        _known.setdefault(pattern, literals)


class LazyPattern:
    """A regular expression of a rule, compiled when it is first run, and run where it can match."""

    __slots__ = ("_landmark", "_regex", "ignore_case", "text")

    def __init__(self, text: str, *, ignore_case: bool = False) -> None:
        self.text = text
        self.ignore_case = ignore_case
        self._regex: re.Pattern[str] | None = None
        self._landmark: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._regex is None:
            self._regex = compiled(self.text, re.IGNORECASE if self.ignore_case else 0)
        return self._regex

    @property
    def keywords(self) -> frozenset[str] | None:
        """Strings one of which is in every text, once `lowered` and `zeroed`, in which it is found; None if unknown."""
        return _literals(self.text)[0]

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match at or after `start`."""
        return self.regex.search(text, start)

    @property
    def glance(self) -> Callable[[str], object]:
        """A function that says of a text whether it is worth searching, sooner than a search does."""
        landmark = self._landmark
        if landmark is None:
            # Nothing is worked out here: what is not known since the pack was read is not worth the time now.
            simpler = None if self.ignore_case else _known.get(self.text, _UNKNOWN)[1]
            landmark = self._landmark = self.regex if simpler is None else compiled(simpler)
        return landmark.search

    def sift(self, wordings: Iterable[Wording]) -> list[Wording]:
        """Those of some wordings that are worth searching."""
        glance = self.glance
        return [wording for wording in wordings if glance(wording.text)]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, from left to right."""
        glance = self.glance
        if self._landmark is not self._regex and glance(text) is None:
            return iter(())
        return self.regex.finditer(text)


def joint_keywords(patterns: Iterable[LazyPattern]) -> frozenset[str] | None:
    """Strings one of which is in every text, `lowered` and `zeroed`, in which one of them is found; None if unknown."""
    keywords = [pattern.keywords for pattern in patterns]
    return None if None in keywords else frozenset().union(*(words for words in keywords if words))


def _literals(pattern: str) -> Literals:
    if pattern not in _known:
        from .literals import literals

        _learn(pattern, literals(pattern))
    return _known[pattern]


def _learn(pattern: str, found: Literals) -> None:
    if len(_known) >= _MOST_KNOWN:
        forget_oldest(_known)
    _known[pattern] = found


def known_literals() -> Mapping[str, Literals]:
    """The literals worked out so far, by pattern: what the cache of rule packs keeps."""
    return _known


def learn_literals(found: Mapping[str, Literals]) -> None:
    """Take over what an earlier run worked out."""
    for pattern, literals in found.items():
        # Again, so that the patterns of packs that are read again are not forgotten first.
        _learn(pattern, _known.pop(pattern, literals))
