"""Queries in the words that have been typed: for a resolution by its number, its body or the words of its title."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ..text.record import NamedTuple
from ..text.regex import compiled, lazy

if TYPE_CHECKING:
    from ..engine.language.citations import CitationWords

_SYMBOL = lazy(r"[A-Z]+/")
_BARE = lazy(
    r"(?<![\w/.\-])((?:[A-Z]{1,3}-)?\d[\d.]*/[\d.]*|(?:[A-Z]+(?:/[A-Z.\d]+)*/)?RES/[\w/().\-]*|\d{3,4} \(\d*)\Z"
)
_SINGLE = lazy(r"[^,;:“”]{0,80}\Z")
_HAS_NUMBER = lazy(r"\d")
LONG = lazy(r"[\w’'\-]{4,}")
"""A word that tells one title from another."""


class Query(NamedTuple):
    """A query: offsets into the folded words before the place."""

    words: str
    start: int
    """Where that begins which a whole citation replaces."""
    at: int
    """Where the number or title begins."""
    body: str = ""
    """The body that is named before it; "" where none is."""
    own: bool = False
    """Whether it says "its resolution"."""
    kind: str = ""
    """"resolution" or "decision" where one of them stands there."""
    listed: bool = False
    """Whether it is one of a list, in which only the number and the date are added."""


@lru_cache(maxsize=8)
def _head(words: CitationWords) -> re.Pattern[str]:
    """The words in front of a number: body, "its", "resolution"."""
    bodies, own, kinds = (
        "|".join(map(re.escape, each)) for each in (words.bodies, words.own, sorted(words.kinds, reverse=True))
    )
    return compiled(rf"(?:\b(?:(?P<body>{bodies})|(?P<own>{own})) )?\b(?P<kind>{kinds}) ")


@lru_cache(maxsize=8)
def _listed(words: CitationWords) -> re.Pattern[str]:
    """The last number of a list, behind a comma or "and"."""
    joint = "|".join(map(re.escape, sorted(words.joining)))
    return compiled(rf"(?:,(?: (?:{joint}))?| (?:{joint})) ((?:[A-Z]{{1,3}}-)?\d[\w/().\-]*)\Z")


def _singular(words: CitationWords) -> frozenset[str]:
    """The forms of the kinds after which one number follows: the first of each, in either capitals."""
    first: dict[str, str] = {}
    for form, kind in words.kinds.items():
        first.setdefault(kind, form)
    return frozenset(form for form in words.kinds if form.lower() in {each.lower() for each in first.values()})


@lru_cache(maxsize=8)
def _described(words: CitationWords) -> re.Pattern[str]:
    """The pattern of the words that may stand between the kind and the words of a title."""
    return compiled("(?:" + "|".join(map(re.escape, (*words.descriptive, *words.entitled))) + ") ")


def query(
    text: str, words: CitationWords, least: int = 0, numbered: Callable[[str], object] | None = None
) -> Query | None:
    """The query at the end of some folded words; None where they ask for no resolution.

    `least` is where the words behind the opener begin. A kind alone, without a body or "its", asks for one where a
    number, or the beginning of one, follows; with nothing behind it right after the opener, and where what stands
    before it is `numbered`.
    """
    head = None
    for head in _head(words).finditer(text):  # noqa: B007
        pass
    if head is not None:
        rest = text[head.end() :]
        body, own, kind = head["body"] or "", bool(head["own"]), words.kinds[head["kind"]]
        listed = _listed(words).search(rest)
        if listed is not None and _HAS_NUMBER.search(rest[: listed.start()]):
            at = head.end() + listed.start(1)
            return Query(listed[1], at, at, body, own, kind, listed=True)
        described = _described(words).match(rest)
        asked = rest[described.end() :] if described is not None else rest
        told = body or own or head.start() == least or (numbered and numbered(text[: head.start()]))
        plain = not asked.strip() or (LONG.search(asked) and (body or own or described))
        if _SINGLE.match(rest) and (_HAS_NUMBER.match(asked.lstrip()) or _SYMBOL.match(asked) or (told and plain)):
            several = head["kind"] not in _singular(words)
            at = len(text) - len(asked)
            return Query(asked, head.end() if several else head.start(), at, body, own, kind, listed=several)
    bare = _BARE.search(text)
    if bare is not None:
        body = next((name for name in words.bodies if text[: bare.start()].endswith(f"{name} ")), "")
        return Query(bare[1], bare.start() - (len(body) + 1 if body else 0), bare.start(), body)
    return None
