"""From the lexicons of the packs to the vocabulary that the parser is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..draft.vocabulary import Form, Layout, OpenerEntry, Organ, Vocabulary
from ..text.record import fields
from ..text.regex import compiled

_FORMS: tuple[Form, ...] = ("participle", "finite")


def build_vocabulary(lexicons: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary in the lexicons `openers`, `organs` and `layout`; a missing one leaves its part empty.

    Raises `re.error` for a pattern that does not compile; the loader has reported it before.
    """
    openers = lexicons.get("openers") or {}
    organs = lexicons.get("organs") or {}
    return Vocabulary(
        organs=tuple(
            Organ(name, str(entry.get("short", "")), str(entry.get("profile", "un")))
            for name, entry in ((name, entry or {}) for name, entry in (organs.get("organs") or {}).items())
        ),
        enacting=tuple(compiled(pattern) for pattern in organs.get("patterns") or ()),
        openers=_by_first_word(entry for form in _FORMS for entry in _entries(form, openers.get(form) or {})),
        sequence_adverbs=tuple(openers.get("sequence") or ()),
        strengthening_adverbs=tuple(openers.get("strengthening") or ()),
        layout=_layout(lexicons.get("layout") or {}),
    )


def _entries(form: Form, openers: Mapping[str, Any]) -> Iterable[OpenerEntry]:
    for phrase, given in openers.items():
        facts = given or {}
        yield OpenerEntry(
            phrase=phrase,
            form=form,
            count=int(facts.get("count", 0)),
            directive=bool(facts.get("directive", False)),
            counterpart=str(facts.get("counterpart") or ""),
            complements=tuple(facts.get("complements") or ()),
            exempt=bool(facts.get("exempt", False)),
        )


def _by_first_word(entries: Iterable[OpenerEntry]) -> dict[str, tuple[OpenerEntry, ...]]:
    found: dict[str, list[OpenerEntry]] = {}
    for entry in entries:
        found.setdefault(entry.phrase.lower().split()[0], []).append(entry)
    return {
        head: tuple(sorted(group, key=lambda entry: (-len(entry.phrase.split()), entry.phrase)))
        for head, group in found.items()
    }


def _layout(layout: Mapping[str, Any]) -> Layout:
    known = {one.name: tuple(compiled(pattern) for pattern in layout.get(one.name) or ()) for one in fields(Layout)}
    return Layout(**known)
