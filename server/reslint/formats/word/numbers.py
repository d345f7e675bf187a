"""The numbers that Word prints before paragraphs: ECMA-376 part 1, 17.9."""

from __future__ import annotations

import re
from collections.abc import Callable

from .styles import Styles, is_on
from .xml import Element, XmlPart

BULLET = "-"
"""The sign that stands for every bullet: its own is a picture or a letter of a font of symbols."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_FARTHEST = 5


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 % 40 + 1) if number > 0 else ""


def roman(number: int) -> str:
    """4 is iv."""
    written = ""
    for value, sign in _ROMAN if number < 10_000 else ():
        times, number = divmod(number, value)
        written += sign * times
    return written


def _ordinal(number: int) -> str:
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": _ordinal,
    "none": lambda _: "",
    "bullet": lambda _: "",
}


class Numbers:
    """Counts the paragraphs of a file's lists; `label` must be asked for every paragraph once, in order.

    What the standard leaves open is as LibreOffice has it: levels that were skipped count as used.
    """

    def __init__(self, part: XmlPart | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        self._counts: dict[str | None, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for each in part.root.children if part is not None else ():
            if each.tag == "w:abstractNum":
                self._abstract[each.attributes.get("w:abstractNumId", "")] = each
            elif each.tag == "w:num":
                self._lists[each.attributes.get("w:numId", "")] = each
        linked = ((each.value("w:styleLink"), key) for key, each in self._abstract.items())
        self._linked = {style: key for style, key in linked if style is not None}
        self._levels: dict[tuple[str, int], tuple[Element | None, str | None]] = {}
        self._by_style: dict[tuple[str, str | None], str] = {}
        for key, abstract in self._abstract.items():
            for level in abstract.children:
                if level.tag == "w:lvl" and (style := level.value("w:pStyle")) is not None:
                    self._by_style.setdefault((key, style), level.attributes.get("w:ilvl", "0"))

    def label(self, properties: Element | None, style: str | None) -> str:
        """The label that Word prints before a paragraph with these properties and this style; "" for no number."""
        found = self._place(properties, style)
        return self._next(*found) if found is not None else ""

    def _place(self, properties: Element | None, style: str | None) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else its style's; the two may come from different styles."""
        own = properties.child("w:numPr") if properties is not None else None
        number = own.value("w:numId") if own is not None else None
        own_level = level = own.value("w:ilvl") if own is not None else None
        if number is None:
            for each in self._styles.chain(style):
                said = each.child("w:pPr", "w:numPr")
                if said is None:
                    continue
                level = said.value("w:ilvl") if level is None else level
                number = said.value("w:numId")
                if number is not None:
                    by_style = self._by_style.get((self._abstract_of(number) or "", style))
                    level = by_style if own_level is None and by_style is not None else level
                    break
        if number is None or number not in self._lists:
            return None
        return number, _whole(level, 0)

    def _abstract_of(self, number: str) -> str | None:
        found = self._lists[number].value("w:abstractNumId") if number in self._lists else None
        for _ in range(_FARTHEST):
            abstract = self._abstract.get(found or "")
            link = abstract.value("w:numStyleLink") if abstract is not None else None
            if link is None or link not in self._linked:
                break
            found = self._linked[link]
        return found

    def _level(self, number: str, level: int) -> tuple[Element | None, str | None]:
        """How a level of a list looks, and the number with which this list begins it again."""
        key = number, level
        if key not in self._levels:
            self._levels[key] = self._level_of(number, str(level))
        return self._levels[key]

    def _level_of(self, number: str, level: str) -> tuple[Element | None, str | None]:
        start = look = None
        for each in self._lists[number].children:
            if each.tag == "w:lvlOverride" and each.attributes.get("w:ilvl") == level:
                start, look = each.value("w:startOverride"), each.child("w:lvl")
        abstract = self._abstract.get(self._abstract_of(number) or "")
        if look is None and abstract is not None:
            own = (each for each in abstract.children if each.tag == "w:lvl")
            look = next((each for each in own if each.attributes.get("w:ilvl") == level), None)
        return look, start

    def _next(self, number: str, level: int) -> str:
        look, restart = self._level(number, level)
        if look is None:
            return ""
        counts = self._counts.setdefault(self._abstract_of(number), {})
        is_first = (number, level) not in self._begun
        self._begun.add((number, level))
        if restart is not None and is_first:
            counts[level] = _whole(restart, 1)
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = self._first(number, level)
        for above in range(level):
            if self._level(number, above)[0] is not None:
                counts.setdefault(above, self._first(number, above))
        for deeper in [each for each in counts if each > level]:
            other = self._level(number, deeper)[0]
            after = other.value("w:lvlRestart") if other is not None else None
            if after is None or (after != "0" and level < _whole(after, 0)):
                del counts[deeper]
        return self._printed(number, level, look, counts)

    def _first(self, number: str, level: int) -> int:
        """The number with which a level begins."""
        look, restart = self._level(number, level)
        start = look.value("w:start") if look is not None else None
        return _whole(restart, 1) if restart is not None else _whole(start, 0 if start is None else 1)

    def _printed(self, number: str, level: int, look: Element, counts: dict[int, int]) -> str:
        if look.value("w:numFmt") == "bullet":
            return BULLET
        legal = bool(is_on(look.child("w:isLgl")))

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self._level(number, at)[0]
            if other is None:
                return ""
            form = "decimal" if legal and at < level else other.value("w:numFmt") or "decimal"
            count = counts.get(at, self._first(number, at) if at < level else 1)
            return _FORMS.get(form, str)(count)

        return _PLACE.sub(shown, look.value("w:lvlText") or "").strip()


def _whole(value: str | None, otherwise: int) -> int:
    """A number as the file has it; another where it has none, or no number."""
    try:
        return max(-1, min(int(value), 1_000_000)) if value is not None else otherwise
    except ValueError:
        return otherwise
