"""The predecessor of a draft and what has changed since, for a person or a program."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .cells import printable
from .measures import count
from .style import PLAIN, Style

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.mandates import Mandate
    from ..engine.predecessor import Predecessor, Succession

_WIDE = 96
_SHOWN = 70


def predecessor_lines(
    found: Predecessor, changed: Succession | None, draft: Draft, style: Style = PLAIN
) -> Iterator[str]:
    """The predecessor in a line, and where its text is at hand what is in common, new and dropped."""
    yield style.paint(printable(" · ".join(named(found))), "place")
    if changed is None or found.draft is None:
        yield "  Its text is not at hand: name folders of adopted texts as “library” in the configuration."
        return
    if found.of != found.number:
        yield f"  compared with {found.of}, the latest whose text is at hand"
    yield f"  in common  {changed.share:.0%} of the sequences of five words"
    yield f"  words      {count(draft, draft.root).words:,}, before {count(found.draft, found.draft.root).words:,}"
    told = [f"{changed.count(what)} {said}" for what, said in _CHANGES]
    yield f"  paragraphs {', '.join(told)}"
    for name, requests in (("new requests", changed.asked), ("requests no longer there", changed.dropped)):
        if requests:
            yield style.paint(f"  {name}", "bold")
            yield from (f"    {printable(_said(each))}" for each in requests)


_CHANGES = (("added", "new"), ("words", "changed"), ("removed", "dropped"))


def named(found: Predecessor) -> list[str]:
    """The number, date, title and file of a predecessor, as far as they are known."""
    entry = found.entry
    facts = [entry.date.isoformat() if entry.date else "", entry.title] if entry else []
    return [each for each in (found.number, *facts, str(found.path or "")) if each]


def _said(mandate: Mandate) -> str:
    whom = ", ".join(each.name for each in mandate.asked.addressees)
    action = textwrap.shorten(mandate.asked.action, _SHOWN, placeholder=" …")
    return textwrap.shorten(f"{mandate.label}  {mandate.asked.verb} {whom}: {action}", 2 * _WIDE, placeholder=" …")


def predecessor_json(found: Predecessor | None, changed: Succession | None) -> str:
    """The same as JSON; null where no predecessor is known."""
    if found is None:
        return "null"
    data: dict[str, Any] = {
        "number": found.number,
        "title": found.entry.title if found.entry else None,
        "date": found.entry.date.isoformat() if found.entry and found.entry.date else None,
        "path": str(found.path) if found.path else None,
        "text of": found.of or None,
    }
    if changed is not None:
        data["share"] = round(changed.share, 4)
        data["paragraphs"] = {said: changed.count(what) for what, said in _CHANGES}
        data["requests"] = {"new": _plain(changed.asked), "dropped": _plain(changed.dropped)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(requests: Sequence[Mandate]) -> list[dict[str, Any]]:
    return [
        {
            "paragraph": each.label,
            "verb": each.asked.verb,
            "addressees": [one.name for one in each.asked.addressees],
            "action": each.asked.action,
        }
        for each in requests
    ]
