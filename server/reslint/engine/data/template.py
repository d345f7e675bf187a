"""Templates: the words of messages and replacements, with places for the values of a match.

`{name}` is a value, `{1}` a group of a pattern, `{name:form}` the value in a form, `{name:form:form}` in one form
after the other. `{?name}…{/name}` shows what stands between only where the value is there and not empty,
`{!name}…{/name}` only where it is not; neither stands in another. `{{` and `}}` stand for braces. The forms are
`upper`, `lower`, `capital` (a capital first letter) and `small` (a small one); any other form is a lexicon:
`{1:ordinal}` looks the value up in the lexicon `ordinals`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from .dated import entry

Form = Callable[[str], "str | None"]
"""Writes a value in another form; None when it has none."""

MISSING = "…"
"""The text that a message shows in the place of a value that a match does not have."""

_PART = lazy(
    r"\{\{|\}\}|\{(?P<name>\w[\w-]*)(?P<forms>(?::[\w-]+)*)\}"
    r"|\{(?P<sign>[?!])(?P<about>\w[\w-]*)\}(?P<words>.*?)\{/(?P=about)\}|(?P<stray>[{}])",
    re.DOTALL,
)

_FORMS: Mapping[str, Form] = {
    "upper": str.upper,
    "lower": str.lower,
    "capital": lambda value: value[:1].upper() + value[1:],
    "small": lambda value: value[:1].lower() + value[1:],
}


class Placeholder(NamedTuple):
    """One place in a template: the name of the value and the forms it passes through."""

    name: str
    forms: tuple[str, ...]


class OptionalPart(NamedTuple):
    """A part of a template that is shown where a value is there and not empty, or else where it is not."""

    name: str
    shown: bool
    parts: tuple[str | Placeholder, ...]


class BadTemplate(ValueError):
    """A template with a stray brace; the message says what to write."""


def placeholders(template: str) -> tuple[Placeholder, ...]:
    """The places of a template, in order. Raises BadTemplate for a brace that opens or closes nothing."""
    found: list[Placeholder] = []
    for part in _parts(template):
        if isinstance(part, OptionalPart):
            found.append(Placeholder(part.name, ()))
        found += [
            each for each in (part.parts if isinstance(part, OptionalPart) else (part,)) if not isinstance(each, str)
        ]
    return tuple(found)


def forms(lexicons: Mapping[str, Any]) -> Mapping[str, Form]:
    """The forms there are: the four of letters, and one for each lexicon that is a list or maps texts to texts.

    A list holds the forms of 1, 2, 3, …; the form is named as the lexicon, without a final "s" if it has one; none
    takes the name of another. A lexicon is looked at when its form is asked for.
    """
    return _Forms(lexicons)


class _Forms(Mapping[str, Form]):
    def __init__(self, lexicons: Mapping[str, Any]) -> None:
        self._lexicons = lexicons
        self._known: dict[str, Form | None] = dict(_FORMS)

    def __getitem__(self, name: str) -> Form:
        if name not in self._known:
            found = (self._form(lexicon) for lexicon in self._lexicons if lexicon.removesuffix("s") == name)
            self._known[name] = next((form for form in found if form is not None), None)
        form = self._known[name]
        if form is None:
            raise KeyError(name)
        return form

    def _form(self, lexicon: str) -> Form | None:
        data = self._lexicons[lexicon]
        # A lexicon file may hold its list under its own name.
        return _table_form(data.get(lexicon, data) if isinstance(data, Mapping) else data)

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys((*_FORMS, *(lexicon.removesuffix("s") for lexicon in self._lexicons)))
        return (name for name in names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def render(template: str, values: Mapping[str, str], forms: Mapping[str, Form]) -> str:
    """A message: the template with its values; a value that is not there shows as `MISSING`."""
    return "".join(MISSING if text is None else text for text in _rendered(template, values, forms))


def replacement(template: str, values: Mapping[str, str], forms: Mapping[str, Form]) -> str | None:
    """A text to write: the template with its values; None when one of them is not there or has no such form."""
    texts = list(_rendered(template, values, forms))
    return None if None in texts else "".join(text for text in texts if text is not None)


def _rendered(template: str, values: Mapping[str, str], forms: Mapping[str, Form]) -> list[str | None]:
    parts: list[str | Placeholder] = []
    for part in _parts(template):
        if not isinstance(part, OptionalPart):
            parts.append(part)
        elif bool(values.get(part.name)) == part.shown:
            parts += part.parts
    return [part if isinstance(part, str) else _value(part, values, forms) for part in parts]


def _value(place: Placeholder, values: Mapping[str, str], forms: Mapping[str, Form]) -> str | None:
    value = values.get(place.name)
    for name in place.forms:
        value = None if value is None or name not in forms else forms[name](value)
    return value


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[str | Placeholder | OptionalPart, ...]:
    parts: list[str | Placeholder | OptionalPart] = []
    at = 0
    for match in _PART.finditer(template):
        if match["stray"]:
            raise BadTemplate(f"the brace at character {match.start() + 1} stands alone: write it twice to print one")
        parts.append(template[at : match.start()])
        at = match.end()
        if match["name"]:
            parts.append(Placeholder(match["name"], tuple(match["forms"].split(":")[1:])))
        elif match["sign"]:
            inner = _parts(match["words"])
            if any(isinstance(part, OptionalPart) for part in inner):
                raise BadTemplate(f"“{{{match['sign']}{match['about']}}}” has another such part in it")
            plain = tuple(part for part in inner if not isinstance(part, OptionalPart))
            parts.append(OptionalPart(match["about"], match["sign"] == "?", plain))
        else:
            parts.append(match[0][0])
    parts.append(template[at:])
    return tuple(part for part in parts if part != "")


def _table_form(table: Any) -> Form | None:
    if isinstance(table, list) and all(isinstance(word, str) for word in table):
        return lambda value: table[int(value) - 1] if _counts(value, table) else None
    if isinstance(table, Mapping) and all(isinstance(word, (str, Mapping)) for word in table.values()):
        return lambda value: entry(table[value]).text or None if value in table else None
    return None


def _counts(value: str, table: list[str]) -> bool:
    return value.isdecimal() and len(value) < 10 and 0 < int(value) <= len(table)
