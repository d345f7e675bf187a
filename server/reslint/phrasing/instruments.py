"""Treaties and other instruments: the title with a footnote at first mention, the short title later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft.lexicon import lexicon_of
from ..register.search import begins_name, fold
from ..text import Edit, Span
from ..text.regex import lazy
from .footnotes import Footnotes
from .mentions import is_named, words_before
from .proposal import Proposal

if TYPE_CHECKING:
    from ..register import Instrument
    from .cursor import Cursor
    from .sources import Sources

_WORDS = lazy(r"[^\s,;:“”()]+")
_MOST_WORDS = 12
_SHORTEST = 3
_DAY = lazy(r"(?<!\d)\d{1,2} \Z")
"""Before the name of a month."""
_MOST = 6
"""Of more names than this what has been typed says too little: a list of them helps nobody."""
_PUNCTUATION = ",;."


def propose_instruments(cursor: Cursor, sources: Sources, limit: int) -> Iterator[Proposal]:
    """The instruments whose names begin with the last words that have been typed.

    None where a title stands there complete: whoever has typed it wants no other that contains it.
    """
    citing = sources.citing
    text = cursor.written.text
    if citing is None or not text or text[-1].isspace() or sources.register.ends_with_title(text):
        return
    found = _asked(text, cursor, sources, limit)
    if found is None:
        return
    start, items = found
    typed = text[:start].lower()
    before = words_before(cursor.draft, cursor.source(start).start)
    organ = cursor.organ.name if cursor.organ is not None else ""
    called = {short for item in items for short in item.short}
    titles = {item.title for item in items}
    known = sources.register.instruments
    alike = [each for each in known if each.title in titles or not called.isdisjoint(each.short)]
    named = [each for each in alike if is_named(each, before)]
    if cursor.node is not None and cursor.node.kind == "note":
        yield from (_source_of(item, citing.phrase(item, organ, "footnote"), start, cursor) for item in items)
        return
    notes = Footnotes(cursor.draft)
    for item in items:
        if item in named:
            for short in shorts(item, named):
                yield _short(item, short, start, typed, cursor)
        words = "" if item in named else citing.phrase(item, organ, "footnote")
        title = citing.phrase(item, organ, "first")
        yield _full(item, _unless_typed(title, typed), words, start, cursor, notes)


def whole_citation(item: Instrument, cursor: Cursor, sources: Sources) -> tuple[Edit, ...]:
    """The edits that cite an instrument at a place where nothing of it stands yet, with its note at first mention."""
    citing = sources.citing
    if citing is None:
        return ()
    organ = cursor.organ.name if cursor.organ is not None else ""
    noted = cursor.node is not None and cursor.node.kind == "note"
    known = noted or is_named(item, words_before(cursor.draft, cursor.offset))
    words = "" if known else citing.phrase(item, organ, "footnote")
    title = _unless_typed(citing.phrase(item, organ, "first"), cursor.written.text.lower())
    made = _full(item, title, words, len(cursor.written.text), cursor, Footnotes(cursor.draft))
    return (Edit(made.span, made.text + made.rest), *made.edits)


def _asked(text: str, cursor: Cursor, sources: Sources, limit: int) -> tuple[int, list[Instrument]] | None:
    """The longest run of words at the end of a text that begins a name, and the instruments of that name."""
    content = text.rpartition(",")[2]
    opener = lexicon_of(cursor.draft.vocabulary).opener(cursor.written.folded)
    least = opener.end if opener is not None and opener.entry is not None else 0
    words = [each for each in _WORDS.finditer(text, len(text) - len(content)) if each.start() >= least]
    best: tuple[int, list[Instrument]] | None = None
    register = sources.register
    for each in reversed(words[-_MOST_WORDS:]):
        asked = text[each.start() :]
        if len(asked) < _SHORTEST or not any(word[0][0].isupper() for word in words if word.start() >= each.start()):
            continue
        items = [item for item in register.instruments_named(asked, limit) if begins_name(asked, item)]
        if not items:
            if best is not None:
                break
            continue
        if each[0][0].isupper() and not _DAY.search(text, 0, each.start()):
            best = (each.start(), items)
    return best if best is not None and len(best[1]) <= _MOST else None


def _unless_typed(title: str, typed: str) -> str:
    """A title without its first word, an article, where that has been typed already."""
    article, _, words = title.partition(" ")
    return words if typed.endswith(f"{article.lower()} ") else title


def shorts(item: Instrument, named: list[Instrument]) -> list[str]:
    """The short titles of an instrument that no other instrument named before has."""
    others = {short for each in named if each is not item for short in each.short}
    return [short for short in item.short if short not in others]


def _short(item: Instrument, short: str, start: int, typed: str, cursor: Cursor) -> Proposal:
    return Proposal(
        "instrument",
        short,
        cursor.source(start),
        _unless_typed(short, typed),
        typed=f"{cursor.written.text[start:]} {item.title}",
        detail=item.title,
        about=("instrument", item.title),
    )


def _source_of(item: Instrument, words: str, start: int, cursor: Cursor) -> Proposal:
    """In a footnote: the source of an instrument where it stands first, else its title without a further note."""
    span = cursor.source(start)
    first = words and span.start <= cursor.words_start and not cursor.is_followed
    return Proposal(
        "instrument",
        item.title,
        span,
        words if first else item.title,
        typed=_typed(item, start, cursor),
        detail=words,
        about=("instrument", item.title),
    )


def _typed(item: Instrument, start: int, cursor: Cursor) -> str:
    asked = cursor.written.text[start:]
    return item.title if fold(item.title).startswith(fold(asked)) else f"{asked} {item.title}"


def _full(item: Instrument, title: str, words: str, start: int, cursor: Cursor, notes: Footnotes) -> Proposal:
    """The title, with a marker and a note of these words where there are any."""
    text, span = title, cursor.source(start)
    edits: tuple[Edit, ...] = ()
    rest = ""
    if words:
        content = cursor.draft.text.content
        after = content[span.end : span.end + 1]
        if after and after in _PUNCTUATION:
            text, span = text + after, Span(span.start, span.end + 1)
        note = notes.at(span.end, words)
        text += note.marker
        edits, rest = _apart(note.edits, span.end)
    return Proposal(
        "instrument",
        item.title,
        span,
        text,
        typed=_typed(item, start, cursor),
        detail=words,
        about=("instrument", item.title),
        edits=edits,
        rest=rest,
    )


def _apart(edits: tuple[Edit, ...], end: int) -> tuple[tuple[Edit, ...], str]:
    """The edits, and the text of the one that begins where the proposal ends: two edits may not touch there."""
    touching = [edit for edit in edits if edit.span == Span(end, end)]
    return tuple(edit for edit in edits if edit not in touching), "".join(edit.text for edit in touching)
