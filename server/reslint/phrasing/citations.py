"""Resolutions and decisions: from a number, a body or words of a title to the whole phrase as the organ writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..register import Entry
from ..text.record import replace
from ..text.regex import compiled, lazy
from .following import behind_opener, usual
from .mentions import CitedBefore, cited_before
from .proposal import Proposal
from .query import LONG, Query, query

if TYPE_CHECKING:
    from ..engine.language.citations import CitationWords
    from ..register import CitationPhrases, Form
    from .cursor import Cursor
    from .sources import Sources

_UNTITLED = "without its title"
_NUMBER = lazy(r"\d+/\d*\Z")
_TITLE_WORDS = lazy(r"(?:[\w’'\-]{2,} ){1,7}[\w’'\-]{3,}\Z")


@lru_cache(maxsize=8)
def _begun(words: CitationWords) -> re.Pattern[str]:
    """A body or "its", and the first letters of the word behind it."""
    lead = "|".join(map(re.escape, (*words.bodies, *words.own)))
    return compiled(rf"\b(?P<lead>{lead}) (?P<typed>\w+)\Z")


def propose_citations(cursor: Cursor, sources: Sources, limit: int) -> Iterator[Proposal]:
    """The resolutions that may be meant by what has been typed: in full at first mention, short later.

    One that the draft has cited before comes first.
    """
    words, citing = sources.citations, sources.citing
    if words is None or citing is None:
        return
    view = cursor.written
    opened = behind_opener(cursor)
    numbered = sources.pattern("drafting", "citation")
    asked = query(view.text, words, opened[1] if opened else 0, numbered.search if numbered else None)
    if asked is None:
        return
    body = asked.body or (_organ(cursor) if asked.own else "")
    prefix, symbolized = _symbolized(asked.words, sources)
    if symbolized:
        at, words_after = asked.at + len(prefix), asked.words[len(prefix) :]
        asked, body = asked._replace(words=words_after, at=at, kind=asked.kind or words.kind), symbolized
    known = cited_before(cursor.draft, sources.dated, cursor.source(asked.at).start)
    for entry in _meant(asked, body, _organ(cursor), known, sources, limit):
        yield from _proposals(entry, asked, known, citing, cursor)


def propose_kinds(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The kinds of text ("resolution") behind a body or "its", where their first letters have been typed."""
    words = sources.citations
    found = _begun(words).search(cursor.written.text) if words is not None else None
    if words is None or found is None:
        return
    for form in words.kinds:
        if form.startswith(found["typed"]) and form != found["typed"]:
            whole = f"{found['lead']} {form}"
            yield Proposal("words", whole, cursor.source(found.start()), whole)


def propose_titled(cursor: Cursor, sources: Sources, limit: int) -> Iterator[Proposal]:
    """The resolutions whose titles have all the words behind an opener that citations follow: two long ones at least.

    Not where the usual words have been typed, with which a sentence begins.
    """
    citing, opened = sources.citing, behind_opener(cursor)
    if citing is None or opened is None:
        return
    entry, start = opened
    asked = Query(cursor.written.text[start:], start, start)
    prose = any(f"{asked.words} ".startswith(f"{words} ") for words in usual(entry, sources))
    title = _TITLE_WORDS.match(asked.words) and len(LONG.findall(asked.words)) > 1
    if prose or not title or entry.phrase not in sources.phrases("following").get("citing", ()):
        return
    known = cited_before(cursor.draft, sources.dated, cursor.source(start).start)
    for found in _sought(sources, asked.words, limit, ""):
        yield from _proposals(found, asked, known, citing, cursor)


def _symbolized(words: str, sources: Sources) -> tuple[str, str]:
    """The longest beginning of a symbol of resolutions ("A/RES/") that some words begin with, and the body; or ""."""
    organs = sources.lexicon("organs").get("organs", {})
    symbols = [(str(facts.get("symbol", "")).partition("{")[0], str(name)) for name, facts in organs.items()]
    found = [each for each in symbols if each[0] and words.startswith(each[0])]
    return max(found, key=lambda each: len(each[0]), default=("", ""))


def _organ(cursor: Cursor) -> str:
    return cursor.organ.name if cursor.organ is not None else ""


def _meant(
    asked: Query, body: str, own: str, known: dict[tuple[str, str], CitedBefore], sources: Sources, limit: int
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
    """The entries with all the words, else with the long ones: "cultural property, especially its trafficking"."""
    found = _resolutions(sources, wanted, limit, body)
    long = LONG.findall(wanted)
    return found or (_resolutions(sources, " ".join(long), limit, body) if len(long) > 1 else [])


def _resolutions(sources: Sources, wanted: str, limit: int, body: str) -> list[Entry]:
    return [item for item in sources.register.search(wanted, limit, body) if isinstance(item, Entry)]


def _proposals(
    entry: Entry, asked: Query, known: dict[tuple[str, str], CitedBefore], citing: CitationPhrases, cursor: Cursor
) -> Iterator[Proposal]:
    """A citation in full, without its title, or short; in a list its number and date alone.

    In a footnote it has neither date nor title, and is a sentence where it stands first.
    """
    view, organ = cursor.written, _organ(cursor)
    noted = cursor.node is not None and cursor.node.kind == "note"
    again = noted or (entry.body, entry.number) in known
    form: Form = "later" if again else "first"
    plain = replace(entry, title="")
    texts = [citing.phrase(plain, organ, form)]
    label = citing.phrase(plain, "", form)
    if asked.listed:
        whole = citing.phrase(plain, organ, form)
        texts = [whole[whole.index(entry.number) :]]
        label = texts[0]
    elif noted and cursor.source(asked.start).start <= cursor.words_start:
        label = citing.phrase(plain, organ, "footnote")
        texts = [label.removesuffix(".") if cursor.is_followed else label]
    elif entry.title and not again:
        texts = list(dict.fromkeys([citing.phrase(entry, organ, form), *texts]))
    begun = entry.number.startswith(asked.words.strip())
    for text in texts:
        with_title = len(texts) == 1 or text is texts[0]
        yield Proposal(
            "citation",
            label,
            cursor.source(asked.start),
            text,
            typed=f"{view.text[asked.start : asked.at]}{entry.number}"
            if begun
            else f"{view.text[asked.start :]} {entry.number} {entry.title}",
            detail=entry.title if with_title else _UNTITLED,
            about=("citation", entry.body, entry.number),
        )
