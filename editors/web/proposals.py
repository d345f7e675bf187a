"""The requests of the page while somebody writes: what may stand at a place, and what a proposal is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import entry
from reslint.phrasing import Proposal, propose, sources_of
from reslint.phrasing.describe import describe

_MOST = 12


def _propose(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The proposals at `at`, an offset in UTF-16 code units."""
    checking = entry.Reading(asked["text"], asked["packs"], asked["profile"])
    content = checking.text.content
    found = propose(checking.draft, entry.code_point(content, asked["at"]), sources_of(checking.checker), _MOST)
    place = entry.utf16(content)
    return {"items": [_item(item, place) for item in found.items]}


def _item(item: Proposal, place: Callable[[int], int]) -> dict[str, Any]:
    inside = entry.utf16(item.text)
    return {
        "sort": item.sort,
        "label": item.label,
        "detail": item.detail,
        "start": place(item.span.start),
        "end": place(item.span.end),
        "text": item.text,
        "rest": item.rest,
        "field": [inside(item.fields[0].start), inside(item.fields[0].end)] if item.fields else None,
        "edits": [[place(edit.span.start), place(edit.span.end), edit.text] for edit in item.edits],
        "about": list(item.about),
    }


def _describe(asked: Mapping[str, Any]) -> dict[str, Any]:
    checking = entry.Reading("", asked["packs"], asked["profile"])
    return {"words": describe(tuple(asked["about"]), sources_of(checking.checker))}


TASKS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"propose": _propose, "describe": _describe}
