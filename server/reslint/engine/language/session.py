"""The session of the General Assembly that a draft is of, by which rules of a time are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...text.regex import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...draft import Draft

_KINDS = ("front-matter", "masthead")


def session_of(draft: Draft, lexicons: Mapping[str, Any], organ: str, told: int) -> int:
    """The number of the session that the masthead or the header of a draft names, else the one told; 0 for none.

    The patterns are those of `masthead` in the lexicon `sessions`, with the group `session` (an ordinal of the lexicon
    `ordinals`) or `number`. Only the body named there counts its texts so: of `organ`, another one, nothing is read.
    """
    sessions: Mapping[str, Any] = lexicons.get("sessions") or {}
    masthead: Mapping[str, Any] = sessions.get("masthead") or {}
    if not masthead or organ not in ("", masthead["body"]):
        return told
    words = lexicons.get("ordinals") or ()
    ordinals = list(words.get("ordinals", ()) if isinstance(words, dict) else words)
    for node in draft.nodes(*_KINDS):
        said = draft.text.slice(node.span)
        for pattern in masthead["lines"]:
            for found in compiled(pattern).finditer(said):
                groups = found.groupdict()
                if groups.get("number"):
                    return int(groups["number"])
                if (word := (groups.get("session") or "").lower()) in ordinals:
                    return ordinals.index(word) + 1
    return told


def first_session(draft: Draft, lexicons: Mapping[str, Any], told: int) -> int:
    """The `session_of` a draft for the organ that it names first."""
    return session_of(draft, lexicons, next(iter(draft.organs), ""), told)
