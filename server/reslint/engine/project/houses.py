"""Whose text it is: the houses that adopt resolutions, known by the lines at the head of their texts.

What each house is known by, and how much every sign of it weighs, is the lexicon `houses` of the packs in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...text.record import NamedTuple
from ...text.regex import compiled

LEXICON = "houses"
ENOUGH = 10
"""A house whose signs weigh so much together is known."""
LEAD = 3
"""Of two known houses the heavier one is meant where it outweighs the other by so much; else both fit."""
_HEAD = 4000
_LEADING = "*_#> \t"
_SHOWN = 60


class House(NamedTuple):
    """A house or a conference of one, as the lexicon has it."""

    key: str
    name: str
    pack: str
    """The pack of its rules, which comes with the program; "" where there is none."""
    within: str
    """The house that it is a conference of; "" for none."""
    plays: bool
    """Whether its texts speak as those of another house: what stands above them decides, not the address."""


class Known(NamedTuple):
    """A house that a text shows, how much its signs weigh, and the words of the text that show it."""

    house: House
    weight: int
    words: tuple[str, ...]
    heading: bool
    """Whether all these words begin a line."""

    @property
    def because(self) -> str:
        """The reason, as a person reads it."""
        shown = " and ".join(f"“{words}”" for words in self.words[:2])
        return f"{'its heading has' if self.heading else 'it has'} {shown}"


class Recognition(NamedTuple):
    """The houses of a text: none, one, or two that it fits equally; and the conferences of a single one, likewise."""

    houses: tuple[Known, ...] = ()
    conferences: tuple[Known, ...] = ()


class Houses:
    """The houses of a lexicon, ready to be looked for."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._lexicon = lexicon
        self._inner: dict[str, list[str]] = {}
        self._clues: list[tuple[str, tuple[str, ...]]] = []
        for key, facts in lexicon.items():
            if facts.get("within"):
                self._inner.setdefault(facts["within"], []).append(key)
            else:
                self._clues.append((key, tuple(facts.get("clues") or ())))

    def house(self, key: str) -> House:
        """The entry of the lexicon about a house."""
        facts = self._lexicon[key]
        pack, within = facts.get("pack") or "", facts.get("within") or ""
        return House(key, facts["name"], pack, within, bool(facts.get("plays")))

    def recognise(self, content: str, *, default: bool = False) -> Recognition:
        """The houses that the head of a text shows.

        One without clues is the default: it is looked for only beside another, unless `default` asks for it.
        """
        head = content[:_HEAD]
        lower = head.lower()
        hinted = [key for key, clues in self._clues if _any_in(clues, lower)]
        if not hinted and not default:
            return Recognition()
        lines = [bare for line in head.splitlines() if (bare := line.strip(_LEADING))]
        found = [known for key in hinted if (known := self._known(key, head, lines))]
        if found or default:
            found += [known for key, clues in self._clues if not clues and (known := self._known(key, head, lines))]
        if any(known.house.plays for known in found):
            found = [known for known in found if known.house.plays]
        houses = _heaviest(found)
        if len(houses) != 1:
            return Recognition(houses)
        inner = (self._known(key, head, lines) for key in self._inner.get(houses[0].house.key, ()))
        return Recognition(houses, _heaviest([known for known in inner if known]))

    def _known(self, key: str, head: str, lines: Sequence[str]) -> Known | None:
        """A house, if a text shows enough of its signs, each kind once, one of them at the start of a line.

        A text that only speaks of a house, and cites its decisions, has no such line. Where a house is known, its
        conferences need none.
        """
        weight, heading, on_line = 0, True, False
        shown: list[tuple[int, int, str]] = []
        for match, worth, is_line in _signs(self._lexicon[key], head, lines):
            weight += worth
            shown.append((-worth, len(shown), match))
            heading, on_line = heading and is_line, on_line or is_line
        if weight < ENOUGH or not (on_line or self._lexicon[key].get("within")):
            return None
        words = tuple(dict.fromkeys(_shown(match) for _, _, match in sorted(shown)))
        return Known(self.house(key), weight, words, heading)


def _signs(facts: Mapping[str, Any], head: str, lines: Sequence[str]) -> Iterator[tuple[str, int, bool]]:
    """The words of every sign that is there, its weight, and whether it begins a line."""
    for sign in facts["signs"]:
        if "line" in sign:
            pattern = compiled(sign["line"])
            match = next((found for line in lines if (found := pattern.match(line))), None)
        else:
            match = compiled(sign["words"]).search(head)
        if match:
            yield match[0], sign["weight"], "line" in sign


def _heaviest(found: Sequence[Known]) -> tuple[Known, ...]:
    """The heaviest house, or the two heaviest where neither outweighs the other."""
    ordered = sorted(found, key=lambda known: -known.weight)
    return tuple(known for known in ordered[:2] if known.weight > ordered[0].weight - LEAD)


def _any_in(words: Sequence[str], text: str) -> bool:
    for word in words:  # noqa: SIM110 - a generator takes three times as long
        if word in text:
            return True
    return False


def _shown(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip(_LEADING).rstrip(",* ")
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
