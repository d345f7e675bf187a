"""Standard phrases: whole paragraphs and parts of paragraphs that resolutions word alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..engine.language.sequence import with_adverb
from ..text.regex import compiled
from .following import behind_opener
from .openers import Start, place_before
from .proposal import Proposal, Template, template
from .sessions import named, receiver, session

if TYPE_CHECKING:
    from ..draft import OpenerEntry
    from .cursor import Cursor
    from .sources import Sources

_PHRASES = "closing"
_SHORTEST = 8


def propose_closings(start: Start, cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The standard paragraphs that begin with what has been typed of an opener, with the right future session."""
    entries = {entry.phrase: entry for entry in sources.opening(start.kind)}
    for name, phrase in _for_organ(sources.phrases(_PHRASES).get("paragraphs", {}), cursor):
        entry = entries.get(str(phrase["opener"]))
        if entry is None or not entry.phrase.lower().startswith(start.words.lower()):
            continue
        for words in _wordings(phrase, cursor, sources):
            made = template(words)
            opener = _opener(entry, made.text, start, cursor, sources)
            end = "," if start.kind == "preambular" else ";" if _is_followed(cursor) else "."
            yield _paragraph((name, str(phrase["name"])), entry.phrase, opener, made, start, end)


def _opener(entry: OpenerEntry, words: str, start: Start, cursor: Cursor, sources: Sources) -> str:
    """The opener with the adverb whose turn it is before these words."""
    place, sequences = place_before(start, cursor.draft, sources), sources.sequences
    if place is None or sequences is None:
        return entry.phrase
    whom = sequences.addressee(f" {words}", entry) if entry.directive else None
    step = sequences.next_step(place, entry.phrase.lower(), whom, directive=entry.directive)
    return with_adverb(entry.phrase, sequences.adverb(step), sources.vocabulary.grammar.adverb(start.kind))


def _paragraph(names: tuple[str, str], phrase: str, opener: str, made: Template, start: Start, end: str) -> Proposal:
    lead = f"{start.written(opener)} "
    fields = tuple(field.shift(len(lead)) for field in made.fields)
    return Proposal(
        "phrase",
        f"{opener} {made.text}",
        start.span,
        f"{lead}{made.text}{end}",
        typed=f"{start.given}{phrase} {made.text}",
        detail=names[1],
        about=("phrase", names[0]),
        fields=fields,
    )


def propose_formulas(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The formulas within a paragraph whose beginning has been typed, or that print mostly has behind its words."""
    text = cursor.written.text
    for name, phrase in _for_organ(sources.phrases(_PHRASES).get("formulas", {}), cursor):
        made = template(str(phrase["words"]))
        size = _typed_of(made.text.lower(), text, int(phrase.get("least", _SHORTEST)))
        if size or ("after" in phrase and compiled(rf"(?:{phrase['after']})\Z").search(text)):
            span = cursor.source(len(text) - size)
            detail, about = str(phrase["name"]), ("formula", name)
            yield Proposal("phrase", made.text, span, made.text, detail=detail, about=about, fields=made.fields)


def _typed_of(words: str, text: str, least: int) -> int:
    """How many of the characters of a formula stand at the end of a text; 0 for fewer than `least`."""
    for size in range(min(len(text), len(words) - 1), least - 1, -1):
        if text[-size:].lower() == words[:size] and not text[: len(text) - size][-1:].isalnum():
            return size
    return 0


def propose_rest(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The standard paragraphs whose first words have been typed behind their opener."""
    opened = behind_opener(cursor)
    if opened is None or cursor.is_followed:
        return
    entry, start = opened
    typed = cursor.written.text[start:].lower()
    span = cursor.source(start)
    for name, phrase in _for_organ(sources.phrases(_PHRASES).get("paragraphs", {}), cursor):
        if str(phrase["opener"]) != entry.phrase:
            continue
        end = "," if entry.form == "participle" else ";" if _is_followed(cursor) else "."
        for words in _wordings(phrase, cursor, sources):
            made = template(words)
            if made.text.lower().startswith(typed):
                detail, about = str(phrase["name"]), ("phrase", name)
                text = f"{made.text}{end}"
                yield Proposal("phrase", made.text, span, text, detail=detail, about=about, fields=made.fields)


_AHEAD = (1, 2)
"""How many sessions after that of the draft something is asked for."""


def propose_sessions(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The sessions to come of the body whose sessions the draft counts, behind its name and "at its"."""
    pattern = sources.pattern(_PHRASES, "session", "asked")
    found = pattern.search(cursor.written.text) if pattern is not None else None
    body = _whose(found["whom"], cursor, sources) if found is not None else ""
    now = session(cursor.draft, body, sources) if body else None
    if found is None or now is None:
        return
    for ahead in _AHEAD:
        words = named(now + ahead, body, sources)
        if words.startswith(found["typed"]):
            yield Proposal("words", words, cursor.source(found.start("typed")), words)


def _whose(whom: str | None, cursor: Cursor, sources: Sources) -> str:
    """The body whose sessions the draft counts, if it is meant: some words end with it, or name nobody; else ""."""
    own = receiver(cursor.draft, cursor.node or cursor.before, sources)
    itself = sources.phrases(_PHRASES).get("session", {}).get("itself", ())
    names = (own, *itself, *(organ.short for organ in sources.vocabulary.organs if organ.name == own and organ.short))
    meant = whom is None or any(f" {whom}".endswith(f" {name}") for name in names if name)
    return own if meant else ""


def _wordings(phrase: Mapping[str, Any], cursor: Cursor, sources: Sources) -> Iterable[str]:
    """The words of a standard paragraph for each of its sessions, each once."""
    ahead = phrase.get("sessions", [0])
    return dict.fromkeys(_filled(str(phrase["words"]), int(each), cursor, sources) for each in ahead)


def _for_organ(phrases: Mapping[str, Any], cursor: Cursor) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The phrases that this organ uses."""
    organ = cursor.organ.name if cursor.organ is not None else ""
    for name, phrase in phrases.items():
        if organ in phrase.get("not", ()) or ("only" in phrase and organ not in phrase["only"]):
            continue
        yield str(name), phrase


def _filled(words: str, ahead: int, cursor: Cursor, sources: Sources) -> str:
    if "{" not in words:
        return words
    node = cursor.node or cursor.before
    body = receiver(cursor.draft, node, sources)
    now = session(cursor.draft, body, sources)
    general = sources.phrases(_PHRASES).get("session", {})
    return words.format(
        receiver=f"{general.get('article', '')}{body}" if body else str(general.get("body", "")),
        session=named(None if now is None else now + ahead, body, sources),
    )


def _is_followed(cursor: Cursor) -> bool:
    """Whether an operative paragraph of the same resolution comes below."""
    following = cursor.following
    return following is not None and following.kind in {"operative", "subparagraph"}
