"""Resolutions and decisions: from a number, a body or words of a title to the whole phrase as the organ writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..draft.lexicon import lexicon_of
from ..register import Entry
from ..text.record import NamedTuple, replace
from ..text.regex import compiled, lazy
from .mentions import Mention, cited_before
from .proposal import Proposal

if TYPE_CHECKING:
    from ..engine.citations import CitationWords
    from ..register import Form, Phrases
    from .sources import Sources
    from .spot import Spot

_BARE = lazy(
    r"(?<![\w/.\-])((?:[A-Z]{1,3}-)?\d[\d.]*/[\d.]*|(?:[A-Z]+(?:/[A-Z.\d]+)*/)?RES/[\w/().\-]*|\d{3,4} \(\d*)\Z"
)
_SINGLE = lazy(r"[^,;:“”]{0,80}\Z")
_NUMBER = lazy(r"\d+/\d*\Z")
_HAS_NUMBER = lazy(r"\d")
_TITLE_WORDS = lazy(r"(?<![\w’'\-])((?:[\w’'\-]{2,} ){1,3}[\w’'\-]{3,})\Z")
_LONG = 4


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


def query(text: str, words: CitationWords) -> Query | None:
    """What the end of some folded words asks for; None where they ask for no resolution."""
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
        if _SINGLE.match(rest):
            several = head["kind"] not in _singular(words)
            return Query(rest, head.end() if several else head.start(), head.end(), body, own, kind, listed=several)
    bare = _BARE.search(text)
    if bare is not None:
        body = next((name for name in words.bodies if text[: bare.start()].endswith(f"{name} ")), "")
        return Query(bare[1], bare.start() - (len(body) + 1 if body else 0), bare.start(), body)
    return None


def titled(text: str, least: int) -> Iterator[Query]:
    """The last words of a text from `least` on as words of a title, most words first: two long ones at least."""
    found = _TITLE_WORDS.search(text, least)
    starts = [found.start(1) + match.start() for match in re.finditer(r"\S+", found[1])] if found is not None else []
    for start in starts:
        if sum(len(word) >= _LONG for word in text[start:].split()) > 1:
            yield Query(text[start:], start, start)


def propose_citations(spot: Spot, sources: Sources, limit: int) -> Iterator[Proposal]:
    """The resolutions that may be meant by what has been typed: in full at first mention, short later.

    One that the draft has cited before comes first.
    """
    words, citing = sources.citations, sources.citing
    if words is None or citing is None:
        return
    view = spot.written
    asked = query(view.text, words)
    if asked is None:
        return
    body = asked.body or (_organ(spot) if asked.own else "")
    known = cited_before(spot.draft, sources.dated, spot.source(asked.at).start)
    for entry in _meant(asked, body, known, sources, limit):
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
    """The resolutions whose titles have the last words that have been typed."""
    citing = sources.citing
    if citing is None or spot.node is None:
        return
    opener = lexicon_of(spot.draft.vocabulary).opener(spot.written.folded)
    for asked in titled(spot.written.text, opener.end if opener is not None else 0):
        found = _resolutions(sources, asked.words, limit, "")
        if found:
            known = cited_before(spot.draft, sources.dated, spot.source(asked.at).start)
            for entry in found:
                yield from _proposals(entry, asked, known, citing, spot)
            return


def _organ(spot: Spot) -> str:
    return spot.organ.name if spot.organ is not None else ""


def _meant(
    asked: Query, body: str, known: dict[tuple[str, str], Mention], sources: Sources, limit: int
) -> Iterable[Entry]:
    wanted = asked.words.strip()
    if wanted:
        found = _resolutions(sources, wanted, limit, body)
        if _NUMBER.match(wanted):
            found = [entry for entry in found if entry.number.startswith(wanted)]
        found = sorted(found, key=lambda entry: (entry.number != wanted, (entry.body, entry.number) not in known))
    elif asked.kind:
        again = [sources.register.lookup(*key) for key in known if not body or key[0] == body]
        found = [entry for entry in again if entry is not None]
        found += _resolutions(sources, body, limit, body) if body else []
    else:
        return []
    return [entry for entry in dict.fromkeys(found) if not asked.kind or entry.kind == asked.kind]


def _resolutions(sources: Sources, wanted: str, limit: int, body: str) -> list[Entry]:
    return [item for item in sources.register.search(wanted, limit, body) if isinstance(item, Entry)]


def _proposals(
    entry: Entry, asked: Query, known: dict[tuple[str, str], Mention], citing: Phrases, spot: Spot
) -> Iterator[Proposal]:
    """A citation in full, without its title, or short; in a list its number and date alone."""
    view, organ = spot.written, _organ(spot)
    again = (entry.body, entry.number) in known
    form: Form = "later" if again else "first"
    plain = replace(entry, title="")
    texts = [citing.phrase(plain, organ, form)]
    label = citing.phrase(plain, "", form)
    if asked.listed:
        whole = citing.phrase(plain, entry.body, form)
        texts = [whole[whole.index(entry.number) :]]
        label = texts[0]
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
            detail=entry.title if with_title else "",
            about=("citation", entry.body, entry.number),
        )
