"""Setting words off with the escape sequences of a terminal, or not at all."""

from __future__ import annotations

from typing import Literal

from ..text.record import dataclass

Role = Literal["error", "warning", "info", "off", "rule", "place", "mark", "related", "dim", "good", "bold"]

# ECMA-48, "Select Graphic Rendition"; the sixteen colours that every theme defines.
_CODES: dict[Role, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "off": "2",
    "rule": "35",
    "place": "1",
    "mark": "1;31",
    "related": "1;34",
    "dim": "2",
    "good": "32",
    "bold": "1",
}


@dataclass(frozen=True, slots=True)
class Style:
    """Paints words by their role when `colour` is set; otherwise returns them as they are."""

    colour: bool = False

    def paint(self, words: str, role: Role) -> str:
        """`words` in the colour of `role`."""
        if not self.colour or not words:
            return words
        return f"\x1b[{_CODES[role]}m{words}\x1b[0m"


PLAIN = Style()
"""No colour."""
