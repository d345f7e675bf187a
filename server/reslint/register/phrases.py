"""How a resolution or an instrument is cited, in the words of a pack's `phrases/citation.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from ..text.regex import lazy
from .entry import Entry, Instrument

_NAME = lazy(r"\{(\w+)\}")
Form = Literal["first", "later", "footnote"]
FORMS: tuple[Form, ...] = ("first", "later", "footnote")


class CitationPhrases:
    """Makes citations from templates.

    `templates` is the data of `phrases/citation.yaml`, `write` writes a date as running text does.
    """

    def __init__(self, templates: Mapping[str, Any], write: Callable[[date], str]) -> None:
        self._templates = templates
        self._write = write

    def phrase(self, thing: Entry | Instrument, organ: str = "", form: Form = "first") -> str:
        """The citation of `thing` as `organ` writes it ("" for no organ in particular: every body is named)."""
        if isinstance(thing, Instrument):
            return self._instrument(thing, organ, form)
        key = "undated" if form == "first" and thing.date is None else form
        words = _fill(self._form(key, organ, thing.body, symbol=bool(thing.symbol)), **self._values(thing), part="")
        if form == "first" and thing.title:
            titled = self._templates["organs"].get(organ, {}).get("titled", self._templates["titled"])
            words = _fill(titled, phrase=words, title=thing.title)
        return words

    def date(self, day: date) -> str:
        """A date as running text writes it: "19 December 2011"."""
        return self._write(day)

    def evidence(self, entry: Entry) -> str:
        """Why the register believes in a date: "its own first page", "41 of 43 citations"."""
        words = self._templates["evidence"]
        if entry.source != "citations":
            return str(words[entry.source])
        key = "majority" if entry.others else "citation" if entry.agree == 1 else "citations"
        evidence = _fill(words[key], agree=str(entry.agree), total=str(entry.total))
        return evidence if entry.sure else _fill(words["unsure"], evidence=evidence)

    def _form(self, key: str, organ: str, body: str, *, symbol: bool = True) -> str:
        """The template of a form; a text without a symbol is never cited by it."""
        cited = self._templates["cited"].get(body, {}).get(key) if symbol else None
        forms = cited or self._templates["organs"].get(organ, {}).get(key) or self._templates[key]
        return str(forms["own" if organ == body else "other"])

    def _values(self, entry: Entry) -> dict[str, str]:
        kind = str(self._templates["kinds"][entry.kind])
        day = self.date(entry.date) if entry.date else ""
        return {
            "body": entry.body,
            "number": entry.number,
            "date": day,
            "kind": kind,
            "Kind": kind[:1].upper() + kind[1:],
            "symbol": entry.symbol,
        }

    def _instrument(self, item: Instrument, organ: str, form: Form) -> str:
        words = self._templates["instrument"]
        if form == "first" or (form == "later" and not item.short):
            return _fill(words["first"], title=item.title)
        if form == "later":
            return _fill(words["later"], short=item.short[0])
        if item.volumes:
            series = words["league" if item.league else "treaty"]
            return _fill(series, volumes=self._volumes(item.volumes), numbers=self._numbers(item.number))
        if not item.resolution:
            return item.note
        entry = Entry(item.body or str(words["body"]), item.resolution)
        part = _fill(words["part"], part=item.part) if item.part else ""
        template = self._form("see" if item.see else "footnote", organ, entry.body)
        return _fill(template, **self._values(entry), part=part)

    def _volumes(self, volumes: Sequence[str]) -> str:
        words = self._templates["instrument"]
        listed = str(words["and"]).join([", ".join(volumes[:-1])] * (len(volumes) > 1) + [volumes[-1]])
        return _fill(words["volume"]["one" if len(volumes) == 1 else "several"], list=listed)

    def _numbers(self, number: str) -> str:
        """The numbers of treaties: several where there is more than one figure ("970–973", "17512 and 17513")."""
        words = self._templates["instrument"]["number"]
        return _fill(words["one" if number.isdigit() else "several"], list=number)


def _fill(template: object, **values: str) -> str:
    """A template with its `{names}` replaced; a name that has no value stays as it is."""
    return _NAME.sub(lambda found: values.get(found[1], found[0]), str(template))
