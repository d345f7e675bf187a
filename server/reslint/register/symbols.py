"""From the symbol of a document to the body and number of a resolution, and numbers in their usual spacing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..text.regex import lazy
from .table import Body

_CLOSE_PARENTHESIS = lazy(r"(?<=[\dA-Z])\(")
_CLOSE_LETTER = lazy(r"(?<=\d)\[?([A-Z])\]?(?= \(|$)")


def usual_spacing(number: str) -> str:
    """A number as running text writes it: "1325 (2000)" for "1325(2000)", "57/270 B" for "57/270B"."""
    number = " ".join(number.replace("‑", "-").split())
    return _CLOSE_LETTER.sub(r" \1", _CLOSE_PARENTHESIS.sub(" (", number)).replace("  ", " ")


def resolve(symbol: str, bodies: Iterable[Body]) -> tuple[str, str] | None:
    """The body and number that a symbol stands for, by the symbols of these bodies' texts; None if for none."""
    wanted = " ".join(symbol.split())
    for body in bodies:
        if body.symbol:
            found = _pattern(body.symbol).fullmatch(wanted)
            if found:
                number = found["number"] if "number" in found.groupdict() else f"{found['session']}/{found['item']}"
                return body.name, usual_spacing(number)
    return None


@lru_cache(maxsize=64)
def _pattern(symbol: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", symbol)
    pieces = [re.escape(part) if at % 2 == 0 else rf"(?P<{part}>[^\s/](?:.*[^/])?)" for at, part in enumerate(parts)]
    return re.compile("".join(pieces), re.IGNORECASE)
