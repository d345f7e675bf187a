"""MARCXML as the United Nations Digital Library (digitallibrary.un.org) exports it, read with pymarc.

Fields: 191 $a the document symbol, 245 $a the title, 992 $a the date of action; 269 $a is the date of publication,
which is not the date of adoption and is not taken for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXParseException, make_parser
from xml.sax.handler import feature_namespaces, property_lexical_handler

from pymarc import PymarcException, Record
from pymarc.marcxml import XmlHandler

from .entry import Entry
from .records import Found, FromSymbol, NoImport, Refusal

SYMBOL, TITLE, ACTION, PUBLICATION = "191", "245", "992", "269"


def read_marcxml(data: bytes, from_symbol: FromSymbol) -> Iterator[Found]:
    """The records of an export, in their order; `from_symbol` makes an entry of symbol, date and title.

    What is not XML is a refusal at its line, after the records before it. Raises NoImport where there is no record.
    """
    handler = _Handler(from_symbol)
    parser = make_parser()
    parser.setFeature(feature_namespaces, 1)
    parser.setContentHandler(handler)
    parser.setProperty(property_lexical_handler, _NoDoctype())
    try:
        parser.parse(io.BytesIO(data))
    except SAXParseException as error:
        handler.found.append(Refusal(error.getLineNumber() or 1, f"this is not valid XML: {error.getMessage()}"))
    if not handler.found:
        raise NoImport("there is no MARC record in this file")
    return iter(handler.found)


class _NoDoctype:
    """Refuses document type declarations: no export has one, and entities can be made to grow without end."""

    def startDTD(self, name: str, _public: str | None, _system: str | None) -> None:  # noqa: N802
        raise NoImport(f"the file declares a document type ({name}); exports of the library have none")

    def endDTD(self) -> None:  # noqa: N802
        """Never reached."""

    def comment(self, content: str) -> None:
        """Comments say nothing."""

    def startCDATA(self) -> None:  # noqa: N802
        """Character data is the same either way."""

    def endCDATA(self) -> None:  # noqa: N802
        """See `startCDATA`."""


class _Handler(XmlHandler):  # type: ignore[misc, unused-ignore]
    """Collects entries, with the line at which each record starts."""

    def __init__(self, from_symbol: FromSymbol) -> None:
        super().__init__()  # type: ignore[no-untyped-call, unused-ignore]
        self.found: list[Found] = []
        self._from_symbol = from_symbol
        self._locator: Any = None
        self._line = 0
        self._fault = ""

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802
        """See ContentHandler."""
        self._locator = locator

    def startElementNS(self, name: Any, qname: Any, attrs: Any) -> None:  # noqa: N802
        """See ContentHandler; what pymarc cannot take is a fault of the record."""
        if name[1] == "record":
            self._line, self._fault = self._locator.getLineNumber(), ""
        try:
            super().startElementNS(name, qname, attrs)  # type: ignore[no-untyped-call, unused-ignore]
        except (PymarcException, KeyError) as error:
            self._fault = self._fault or f"<{name[1]}> at line {self._locator.getLineNumber()} lacks {error}"

    def endElementNS(self, name: Any, qname: Any) -> None:  # noqa: N802
        """See ContentHandler."""
        try:
            super().endElementNS(name, qname)  # type: ignore[no-untyped-call, unused-ignore]
        except (PymarcException, ValueError, AttributeError) as error:
            self._fault = self._fault or f"<{name[1]}> at line {self._locator.getLineNumber()}: {error}"
        if name[1] == "record":
            self._record = None

    def process_record(self, record: Record) -> None:
        """Take the entries of a record: one for each symbol that is one of a resolution."""
        if self._fault:
            self.found.append(Refusal(self._line, f"a record that is damaged: {self._fault}"))
            return
        symbols = _values(record, SYMBOL)
        if not symbols:
            self.found.append(Refusal(self._line, f"a record without a symbol (field {SYMBOL} $a)"))
            return
        title, days = " ".join(_values(record, TITLE)[:1]).rstrip(" :/;,."), _values(record, ACTION)
        refusals: list[Refusal] = []
        entries: list[Entry] = []
        for symbol in symbols:
            try:
                entries.append(self._from_symbol(symbol, days[0] if days else "", title))
            except ValueError as error:
                refusals.append(Refusal(self._line, str(error)))
        self.found += entries or refusals
        if entries and not days:
            published = "".join(
                f" (it was published on {day}, field {PUBLICATION})" for day in _values(record, PUBLICATION)
            )
            self.found.append(
                Refusal(
                    self._line,
                    f"{symbols[0]} has no date of action (field {ACTION} $a) and is taken without a date{published}",
                )
            )


def _values(record: Record, tag: str) -> list[str]:
    """The first subfields $a of the fields of a tag that say something."""
    values = (field.get("a") or "" for field in record.get_fields(tag))
    return [" ".join(value.split()) for value in values if value.strip()]
