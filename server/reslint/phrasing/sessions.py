"""At which session a draft is written, and which sessions come after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..engine.language.labels import value

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from .sources import Sources

_PHRASES = "closing"
_MARKS = "*_ "
_AFTER_CITED = 1
"""How many sessions after the newest resolution cited a draft is written: in three adopted texts of five it is one."""


def receiver(draft: Draft, node: Node | None, sources: Sources) -> str:
    """The body whose sessions a draft counts: the one that recommends it, else the one that adopts it; "" for none."""
    names = [organ.name for organ in sources.vocabulary.organs]
    for chapeau in draft.nodes("chapeau"):
        if node is None or chapeau.span.start < node.span.start:
            text = draft.view(chapeau).text
            named = [name for name in names if sources.vocabulary.grammar.without_article(text).startswith(name)]
            if named:
                return max(named, key=len)
    organ = draft.organ(node) if node is not None else None
    return organ.name if organ is not None else ""


def session(draft: Draft, body: str, sources: Sources) -> int | None:
    """The number of the session (or the year, where a body counts years) at which a draft is written.

    As the masthead says it, in words or in its symbol. Where it is the masthead of another body, which recommends the
    text, the session that opens in its year; else the one after the newest resolution of the body that the draft cites.
    None where nothing tells it.
    """
    told = [*_in_words(draft, body, sources), *_in_symbols(draft, body, sources), *_opening(draft, body, sources)]
    if told:
        return told[0]
    cited = [number for number in _cited(draft, body, sources) if number is not None]
    return max(cited) + _AFTER_CITED if cited else None


def counts_years(body: str, sources: Sources) -> bool:
    """Whether a body names its sessions by their years."""
    organ = sources.lexicon("organs").get("organs", {}).get(body) or {}
    return bool(organ.get("year"))


def named(number: int | None, body: str, sources: Sources) -> str:
    """A session as running text names it: "eighty-second session", "2027 session"; a field where it is not known."""
    words: Mapping[str, Any] = sources.phrases(_PHRASES).get("session", {})
    ordinals = sources.lexicon("ordinals").get("ordinals", ())
    if number is not None and counts_years(body, sources):
        return str(words["year"]).format(year=number)
    if number is not None and 1 <= number <= len(ordinals):
        return str(words["ordinal"]).format(ordinal=ordinals[number - 1])
    return str(words["unknown"])


def _in_words(draft: Draft, body: str, sources: Sources) -> Iterator[int]:
    """The sessions that the masthead names, if it is that of this body or of none in particular."""
    pattern = sources.pattern(_PHRASES, "session", "masthead")
    ordinals = {str(word): at for at, word in enumerate(sources.lexicon("ordinals").get("ordinals", ()), 1)}
    if pattern is None or _holder(draft, sources) not in {"", body}:
        return
    for node in draft.nodes("masthead"):
        found = pattern.search(draft.view(node).text)
        if found is not None and found["ordinal"].lower() in ordinals:
            yield ordinals[found["ordinal"].lower()]


def _holder(draft: Draft, sources: Sources) -> str:
    """The body whose session the masthead names: the last one above the session; "" where none stands there."""
    pattern = sources.pattern(_PHRASES, "session", "masthead")
    holder = ""
    for node in draft.nodes("masthead"):
        text = draft.view(node).text
        named = [organ.name for organ in sources.vocabulary.organs if text.startswith(organ.name)]
        holder = max(named, key=len, default=holder)
        if pattern is not None and pattern.search(text):
            break
    return holder


def _opening(draft: Draft, body: str, sources: Sources) -> Iterator[int]:
    """The session of a body that opens in the year that the masthead of another body names."""
    pattern = sources.pattern(_PHRASES, "session", "opens")
    if pattern is None or _holder(draft, sources) in {"", body}:
        return
    for node in draft.nodes("masthead", "page-line"):
        for found in pattern.finditer(draft.text.slice(node.span)):
            year = int(found["year"])
            if counts_years(body, sources):
                yield year
            for way in sources.lexicon("sessions").get("bodies", {}).get(body) or ():
                number = year - int(way["first"]) if "first" in way else 0
                if way.get("per-year", 1) == 1 and "years" not in way and number >= int(way.get("since", 1)):
                    yield number


def _in_symbols(draft: Draft, body: str, sources: Sources) -> Iterator[int]:
    """The sessions that the symbols at the head name; a symbol alone on a line is taken for a line of the page."""
    patterns = sources.phrases(_PHRASES).get("session", {}).get("symbols", {}).get(body, ())
    for node in draft.nodes("masthead", "page-line"):
        for pattern in patterns:
            found = re.match(str(pattern), draft.text.slice(node.span).lstrip(_MARKS))
            if found is not None:
                yield int(found["session"])


def _cited(draft: Draft, body: str, sources: Sources) -> Iterator[int | None]:
    from .mentions import mentions

    ways = sources.lexicon("sessions").get("bodies", {}).get(body) or ()
    for mention in mentions(draft, sources.dated, len(draft.text)):
        if mention.body != body:
            continue
        for way in ways:
            found = re.fullmatch(f"(?:{way['number']}).*", mention.cited.number)
            groups = found.groupdict() if found is not None else {}
            if groups.get("session") or groups.get("year"):
                yield int(groups.get("session") or groups.get("year") or 0)
            elif groups.get("roman"):
                yield value(groups["roman"], "roman")
