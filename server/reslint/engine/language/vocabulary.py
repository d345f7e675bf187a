"""From the lexicons of the packs to the vocabulary that the parser is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...draft.grammar import Form, Grammar
from ...draft.vocabulary import LayoutPatterns, OpenerEntry, Organ, Vocabulary
from ...text.record import fields
from ...text.regex import compiled, lazy

_FORMS: tuple[Form, ...] = ("participle", "finite")
_LABEL = lazy(r"\w+")
_ELIDED = ("’", "'")
"""With what an article ends that has no blank behind it."""


def build_vocabulary(lexicons: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary in the lexicons `openers`, `organs`, `layout` and `grammar`; a missing one leaves its part empty.

    Raises `re.error` for a pattern that does not compile; the loader has reported it before.
    """
    openers = lexicons.get("openers") or {}
    organs = lexicons.get("organs") or {}
    return Vocabulary(
        organs=tuple(
            Organ(
                name,
                str(entry.get("short", "")),
                str(entry.get("profile", "un")),
                tuple(entry.get("abbreviations") or ()),
            )
            for name, entry in ((name, entry or {}) for name, entry in (organs.get("organs") or {}).items())
        ),
        enacting=tuple(compiled(pattern) for pattern in organs.get("patterns") or ()),
        openers=_Openers(openers),
        sequence_adverbs=tuple(openers.get("sequence") or ()),
        strengthening_adverbs=tuple(openers.get("strengthening") or ()),
        objects=tuple((lexicons.get("addressees") or {}).get("object") or ()),
        layout=_layout(lexicons.get("layout") or {}),
        grammar=build_grammar(lexicons.get("grammar") or {}),
    )


def build_grammar(data: Mapping[str, Any]) -> Grammar:
    """The grammar in the lexicon `grammar`; what it does not say is left empty."""
    marker = data.get("note-marker") or {}
    articles = (str(article).lower() for article in data.get("articles") or ())
    return Grammar(
        forms=dict(data.get("forms") or {}),
        adverbs=dict(data.get("adverb") or {}),
        attributes=frozenset(data.get("attributes") or ()),
        articles=tuple(each if each.endswith(_ELIDED) else f"{each} " for each in articles),
        note_marker=marker.get("side", ""),
        note_marks="".join(marker.get("marks") or ()),
        labels=tuple(_LABEL.sub("{}", str(label)) for label in data.get("labels") or ()),
        firsts=tuple(_LABEL.findall(str(label))[0] for label in data.get("labels") or () if _LABEL.search(str(label))),
        capitals=dict(data.get("capitals") or {}),
        address=bool(data.get("address", True)),
        joints=tuple(str(joint).lower() for joint in data.get("joints") or ()),
        tails=tuple(sorted((str(tail).lower() for tail in data.get("tails") or ()), key=len, reverse=True)),
        spaced="".join(data.get("spaced") or ()),
        quotation_marks=tuple((data.get("quotation-marks") or {}).items()),
    )


class _Openers(Mapping[str, tuple[OpenerEntry, ...]]):
    """The openers by their first word, in small letters, each made when it is asked for: a draft has a few of many."""

    def __init__(self, openers: Mapping[str, Any]) -> None:
        self._facts: dict[str, list[tuple[str, Form, Mapping[str, Any]]]] = {}
        for form in _FORMS:
            for phrase, facts in (openers.get(form) or {}).items():
                self._facts.setdefault(phrase.split(None, 1)[0].lower(), []).append((phrase, form, facts or {}))
        self._made: dict[str, tuple[OpenerEntry, ...]] = {}

    def __getitem__(self, head: str) -> tuple[OpenerEntry, ...]:
        made = self._made.get(head)
        if made is None:
            entries = [_entry(*each) for each in self._facts[head]]
            entries.sort(key=lambda entry: (-len(entry.phrase.split()), entry.phrase))
            made = self._made[head] = tuple(entries)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def __contains__(self, head: object) -> bool:
        return head in self._facts


def _entry(phrase: str, form: Form, facts: Mapping[str, Any]) -> OpenerEntry:
    return OpenerEntry(
        phrase=phrase,
        form=form,
        count=int(facts.get("count", 0)),
        directive=bool(facts.get("directive", False)),
        counterpart=str(facts.get("counterpart") or ""),
        complements=tuple(facts.get("complements") or ()),
        exempt=bool(facts.get("exempt", False)),
    )


def _layout(layout: Mapping[str, Any]) -> LayoutPatterns:
    known = {
        one.name: tuple(compiled(pattern) for pattern in layout.get(one.name) or ()) for one in fields(LayoutPatterns)
    }
    return LayoutPatterns(**known)
