"""Kinds of check that go by another name now, by their old names and the modes that they had.

For whoever comes with an older rule: the message about the unknown kind says what to write.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

RENAMED: Mapping[str, Mapping[str, str]] = {
    "notes": {
        "undefined": "note-undefined",
        "unused": "note-unused",
        "order": "note-order",
        "duplicate": "note-duplicate",
        "placement": "marker-placement",
    },
    "numbering": {
        "order": "numbering",
        "style": "label-style",
        "missing": "label-missing",
        "notation": "label-notation",
        "none": "label-surplus",
    },
    "parts": {"order": "numbering", "single": "part-single"},
    "coordination": {"comma": "verb-comma", "mood": "verb-mood", "repeat": "verb-repeated"},
    "opener": {
        "allowed": "opener-forbidden",
        "capital": "opener-capital",
        "complement": "opener-complement",
        "form": "opener-form",
        "known": "opener-unknown",
        "unique": "opener-repeated",
    },
    "sequence": {
        "missing": "adverb-missing",
        "orphan": "adverb-orphan",
        "position": "adverb-position",
        "wrong": "adverb-wrong",
    },
    "fields": {"missing": "field-missing", "double": "field-double", "order": "field-order", "empty": "field-empty"},
    "citation": {"title-form": "citation-title", "own-resolution": "citation-own"},
    "citation-body": {
        "number": "citation-number",
        "missing": "citation-body-missing",
        "short-name": "citation-short-name",
        "list": "citation-list",
    },
    "citation-dates": {"calendar": "date-calendar", "session": "date-session"},
    "register": {"date": "register-date", "title": "register-title"},
    "mentions": {"undated": "mention-undated", "dated-again": "mention-dated-again"},
    "ibid": {"antecedent": "ibid-antecedent", "repeat": "ibid-repeat"},
    "cross-reference": {"missing": "reference-missing", "direction": "reference-direction"},
    "suppressions": {
        "unknown": "suppression-unknown",
        "unused": "suppression-unused",
        "malformed": "suppression-malformed",
    },
    "acronyms": {"unexpanded": "acronym-unexpanded", "again": "acronym-again"},
    "emphasis": {"missing": "emphasis-missing", "extent": "emphasis-extent"},
    "presence": {"of": "element-times", "order": "element-order"},
    "note-texts": {"twice": "note-label-twice", "attached": "note-attached"},
    "characters": {"unseen": "character-unseen", "alike": "character-alike"},
    "source-notes": {"source": "note-source", "part": "note-source-part"},
    "names": {"capitals": "name-capitals", "words": "name-words"},
}
"""The kind that asks the question now, by the old kind and its mode; some old kinds still have one of the questions."""

_MODE_KEYS = ("report", "expect", "style")


def now_written(kind: str, check: Mapping[str, Any], *, known: bool) -> str:
    """Advice on what to write instead of a check of an older kind, "" for any other.

    `check` is what the rule says, whatever may be wrong with it; `known` says whether there still is such a kind, which
    then is meant unless the check names a mode of the older one.
    """
    modes = RENAMED.get(kind, {})
    said = [(key, value) for key in _MODE_KEYS for value in _listed(check.get(key)) if value in modes]
    names = tuple(dict.fromkeys(modes[mode] for _, mode in said))
    if known and names in ((), (kind,)):
        return ""
    joint = " and " if names else " or "
    kinds = joint.join(f"“kind: {name}”" for name in names or dict.fromkeys(modes.values()))
    keys = " and ".join(f"“{key}”" for key in dict.fromkeys(key for key, _ in said))
    return (f"write {kinds}" if kinds else "") + (f" and leave out {keys}" if keys else "")


def _listed(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
