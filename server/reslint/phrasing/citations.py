"""Resolutions and decisions: from a number, a body or words of a title to the whole phrase as the organ writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..register import Entry
from ..text.record import NamedTuple, replace
from ..text.regex import compiled, lazy
from .following import behind_opener, usual
from .mentions import Mention, cited_before
from .proposal import Proposal

if TYPE_CHECKING:
    from ..engine.citations import CitationWords
    from ..register import Form, Phrases
    from .sources import Sources
    from .spot import Spot

_UNTITLED = "without its title"
_SYMBOL = lazy(r"[A-Z]+/")
_BARE = lazy(
    r"(?<![\w/.\-])((?:[A-Z]{1,3}-)?\d[\d.]*/[\d.]*|(?:[A-Z]+(?:/[A-Z.\d]+)*/)?RES/[\w/().\-]*|\d{3,4} \(\d*)\Z"
)
_SINGLE = lazy(r"[^,;:“”]{0,80}\Z")
_NUMBER = lazy(r"\d+/\d*\Z")
_HAS_NUMBER = lazy(r"\d")
_TITLE_WORDS = lazy(r"(?:[\w’'\-]{2,} ){1,7}[\w’'\-]{3,}\Z")
_LONG = lazy(r"[\w’'\-]{4,}")
"""A word that tells one title from another."""


class Query(NamedTuple):
    """What is asked for: offsets into the folded words before the place."""

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


@lru_cache(maxsize=8)
def _begun(words: CitationWords) -> re.Pattern[str]:
    """A body or "its", and the first letters of the word behind it."""
    lead = "|".join(map(re.escape, (*words.bodies, *words.own)))
    return compiled(rf"\b(?P<lead>{lead}) (?P<typed>\w+)\Z")


def _singular(words: CitationWords) -> frozenset[str]:
    """The forms of the kinds after which one number follows: the first of each, in either capitals."""
    first: dict[str, str] = {}
    for form, kind in words.kinds.items():
        first.setdefault(kind, form)
    return frozenset(form for form in words.kinds if form.lower() in {each.lower() for each in first.values()})


@lru_cache(maxsize=8)
def _described(words: CitationWords) -> re.Pattern[str]:
    """What may stand between the kind and the words of a title."""
    return compiled("(?:" + "|".join(map(re.escape, (*words.descriptive, *words.entitled))) + ") ")


def query(
    text: str, words: CitationWords, least: int = 0, numbered: Callable[[str], object] | None = None
) -> Query | None:
    """What the end of some folded words asks for; None where they ask for no resolution.

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
        told = body or own or described or head.start() == least or (numbered and numbered(text[: head.start()]))
        plain = not asked.strip() or (_LONG.search(asked) and (body or own or described))
        if _SINGLE.match(rest) and (_HAS_NUMBER.match(asked.lstrip()) or _SYMBOL.match(asked) or (told and plain)):
            several = head["kind"] not in _singular(words)
            at = len(text) - len(asked)
            return Query(asked, head.end() if several else head.start(), at, body, own, kind, listed=several)
    bare = _BARE.search(text)
    if bare is not None:
        body = next((name for name in words.bodies if text[: bare.start()].endswith(f"{name} ")), "")
        return Query(bare[1], bare.start() - (len(body) + 1 if body else 0), bare.start(), body)
    return None


def propose_citations(spot: Spot, sources: Sources, limit: int) -> Iterator[Proposal]:
    """The resolutions that may be meant by what has been typed: in full at first mention, short later.

    One that the draft has cited before comes first.
    """
    words, citing = sources.citations, sources.citing
    if words is None or citing is None:
        return
    view = spot.written
    opened = behind_opener(spot)
    numbered = sources.pattern("drafting", "citation")
    asked = query(view.text, words, opened[1] if opened else 0, numbered.search if numbered else None)
    if asked is None:
        return
    body = asked.body or (_organ(spot) if asked.own else "")
    prefix, symbolized = _symbolized(asked.words, sources)
    if symbolized:
        at, words_after = asked.at + len(prefix), asked.words[len(prefix) :]
        asked, body = asked._replace(words=words_after, at=at, kind=asked.kind or words.kind), symbolized
    known = cited_before(spot.draft, sources.dated, spot.source(asked.at).start)
    for entry in _meant(asked, body, _organ(spot), known, sources, limit):
        yield from _proposals(entry, asked, known, citing, spot)


def propose_kinds(spot: Spot, sources: Sources) -> Iterator[Proposal]:
    """The kinds of text ("resolution") behind a body or "its", where their first letters have been typed."""
    words = sources.citations
    found = _begun(words).search(spot.written.text) if words is not None else None
    if words is None or found is None:
        return
    for form in words.kinds:
        if form.startswith(found["typed"]) and form != found["typed"]:
            whole = f"{found['lead']} {form}"
            yield Proposal("words", whole, spot.source(found.start()), whole)


def propose_titled(spot: Spot, sources: Sources, limit: int) -> Iterator[Proposal]:
    """The resolutions whose titles have all the words behind an opener that citations follow: two long ones at least.

    Not where the usual words have been typed, with which a sentence begins.
    """
    citing, opened = sources.citing, behind_opener(spot)
    if citing is None or opened is None:
        return
    entry, start = opened
    asked = Query(spot.written.text[start:], start, start)
    prose = any(f"{asked.words} ".startswith(f"{words} ") for words in usual(entry, sources))
    title = _TITLE_WORDS.match(asked.words) and len(_LONG.findall(asked.words)) > 1
    if prose or not title or entry.phrase not in sources.phrases("following").get("citing", ()):
        return
    known = cited_before(spot.draft, sources.dated, spot.source(start).start)
    for found in _sought(sources, asked.words, limit, ""):
        yield from _proposals(found, asked, known, citing, spot)


def _symbolized(words: str, sources: Sources) -> tuple[str, str]:
    """The longest beginning of a symbol of resolutions ("A/RES/") that some words begin with, and the body; or ""."""
    organs = sources.lexicon("organs").get("organs", {})
    symbols = [(str(facts.get("symbol", "")).partition("{")[0], str(name)) for name, facts in organs.items()]
    found = [each for each in symbols if each[0] and words.startswith(each[0])]
    return max(found, key=lambda each: len(each[0]), default=("", ""))


def _organ(spot: Spot) -> str:
    return spot.organ.name if spot.organ is not None else ""


def _meant(
    asked: Query, body: str, own: str, known: dict[tuple[str, str], Mention], sources: Sources, limit: int
) -> Iterable[Entry]:
    """The entries of `body` ("" for any) that are asked for: the very number first, then what was cited before."""
    wanted = asked.words.strip()
    if wanted:
        found = _sought(sources, wanted, limit, body)
        if _NUMBER.match(wanted):
            found = [entry for entry in found if entry.number.startswith(wanted)]

        def rank(entry: Entry) -> tuple[bool, ...]:
            new, other = (entry.body, entry.number) not in known, entry.body != (body or own)
            return (entry.number != wanted or (new and other), new, other)

        found = sorted(found, key=rank)
    elif asked.kind:
        again = [sources.register.lookup(*key) for key in known if not body or key[0] == body]
        found = [entry for entry in again if entry is not None]
        found += _resolutions(sources, body, limit, body) if body else []
    else:
        return []
    return [entry for entry in dict.fromkeys(found) if not asked.kind or entry.kind == asked.kind]


def _sought(sources: Sources, wanted: str, limit: int, body: str) -> list[Entry]:
    """What has all the words, else what has the long ones: "cultural property, especially its trafficking"."""
    found = _resolutions(sources, wanted, limit, body)
    long = _LONG.findall(wanted)
    return found or (_resolutions(sources, " ".join(long), limit, body) if len(long) > 1 else [])


def _resolutions(sources: Sources, wanted: str, limit: int, body: str) -> list[Entry]:
    return [item for item in sources.register.search(wanted, limit, body) if isinstance(item, Entry)]


def _proposals(
    entry: Entry, asked: Query, known: dict[tuple[str, str], Mention], citing: Phrases, spot: Spot
) -> Iterator[Proposal]:
    """A citation in full, without its title, or short; in a list its number and date alone.

    In a footnote it has neither date nor title, and is a sentence where it stands first.
    """
    view, organ = spot.written, _organ(spot)
    noted = spot.node is not None and spot.node.kind == "note"
    again = noted or (entry.body, entry.number) in known
    form: Form = "later" if again else "first"
    plain = replace(entry, title="")
    texts = [citing.phrase(plain, organ, form)]
    label = citing.phrase(plain, "", form)
    if asked.listed:
        whole = citing.phrase(plain, entry.body, form)
        texts = [whole[whole.index(entry.number) :]]
        label = texts[0]
    elif noted and spot.source(asked.start).start <= spot.words_start:
        label = citing.phrase(plain, organ, "footnote")
        texts = [label.removesuffix(".") if spot.is_followed else label]
    elif entry.title and not again:
        texts = list(dict.fromkeys([citing.phrase(entry, organ, form), *texts]))
    begun = entry.number.startswith(asked.words.strip())
    for text in texts:
        with_title = len(texts) == 1 or text is texts[0]
        yield Proposal(
            "citation",
            label,
            spot.source(asked.start),
            text,
            typed=f"{view.text[asked.start : asked.at]}{entry.number}"
            if begun
            else f"{view.text[asked.start :]} {entry.number} {entry.title}",
            detail=entry.title if with_title else _UNTITLED,
            about=("citation", entry.body, entry.number),
        )
