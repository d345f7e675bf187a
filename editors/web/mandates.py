"""The request of the page for the table of mandates: who is asked to do what by when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import entry
from reslint.reports.mandates import requests_in


def _mandates(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The rows of the table, each with the places of its words and of its paragraph; none where the rules name no verbs."""
    reading = entry.Reading(asked["text"], asked["packs"], asked["profile"])
    words = reading.checker.mandates
    place = entry.utf16(reading.text.content)
    return {
        "rows": [
            {
                "paragraph": row.paragraph,
                "verb": row.verb,
                "addressees": list(row.addressees),
                "action": row.action,
                "told": row.told,
                "start": place(mandate.span.start),
                "end": place(mandate.span.end),
                "within": [place(mandate.node.span.start), place(mandate.node.span.end)],
            }
            for mandate, row in (requests_in("", reading.draft, words) if words else ())
        ]
    }


TASKS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"mandates": _mandates}
