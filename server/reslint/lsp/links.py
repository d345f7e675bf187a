"""textDocument/documentLink: resolution numbers and document symbols lead to the documents of the United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lsprotocol import types

from ..engine.search.search import Search
from ..text import Span
from ..text.record import NamedTuple
from .feature import Feature, Request

if TYPE_CHECKING:
    from ..draft import Draft
    from ..draft.wording import Wording
    from ..engine.checker import Checker

ADDRESS = "https://undocs.org/en/{}"
"""The permanent addresses of documents by symbol (United Nations Official Document System)."""
_RESOLUTION = "resolution"
"""The kind of citation, as the lexicon names it, that the symbols of organs are for."""
_REST = r"/[A-Z0-9][\w.\-]*(?:/[A-Z0-9][\w.\-]*)*(?: ?\((?:19|20)\d\d\))?"
"""A symbol behind its first part, which the lexicon of citations names."""


class Link(NamedTuple):
    """A span that names a document, and the symbol of the document."""

    span: Span
    symbol: str

    @property
    def address(self) -> str:
        """Where the document is to be read."""
        return ADDRESS.format(quote(self.symbol.replace(" ", ""), safe="/().-"))


@lru_cache(maxsize=4)
def document_links(draft: Draft, checker: Checker) -> tuple[Link, ...]:
    """The documents that a draft names: by symbol (A/66/463), or by the number of a resolution of a known organ.

    What the resolutions of an organ look like, and the symbol that comes of a number, is in the lexicon of organs.
    Remembered for the drafts asked about last.
    """
    return tuple(_links(draft, checker))


def _links(draft: Draft, checker: Checker) -> Iterator[Link]:
    documents = tuple(checker.lexicon("citations").get("documents", ()))
    for node, places in _symbols(documents).everywhere(draft) if documents else ():
        view = draft.view(node)
        for start, end in places:
            yield Link(view.span(start, end), view.text[start:end])
    organs = checker.lexicon("organs").get("organs", {})
    for node, citations in checker.citations.cited.everywhere(draft) if checker.citations else ():
        view = draft.view(node)
        for citation in citations:
            # A resolution without a body is one of the organ that speaks, if its number is of that kind.
            own = draft.organ(node) if not citation.body else None
            organ = organs.get(own.name if own else citation.body) or {}
            for item in citation.items:
                if "symbol" in organ and _is_number(item.number, organ) and citation.kind == _RESOLUTION:
                    symbol = organ["symbol"].format(number=item.number)
                    yield Link(view.span(item.start, item.end), symbol)


@lru_cache(maxsize=8)
def _symbols(documents: tuple[str, ...]) -> Search[tuple[tuple[int, int], ...]]:
    """Finds where words name a document by its symbol, which has a number in it and begins with one of `documents`."""
    pattern = re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, documents))}){_REST}")

    def search(wording: Wording) -> tuple[tuple[int, int], ...]:
        found = []
        for match in pattern.finditer(wording.text):
            symbol = match[0].rstrip(".-")
            if any(character.isdigit() for character in symbol):
                found.append((match.start(), match.start() + len(symbol)))
        return tuple(found)

    return Search(search, keywords=frozenset({"/"}))


def _is_number(number: str, organ: Mapping[str, Any]) -> bool:
    return any(re.fullmatch(pattern, number) for pattern in organ.get("numbers", ()))


def links_of_document(request: Request) -> list[types.DocumentLink]:
    """The links of a draft, each span once."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    found: dict[Span, Link] = {}
    for link in document_links(snapshot.draft, snapshot.checker):
        found.setdefault(link.span, link)
    made = []
    for link in sorted(found.values()):
        tooltip = link.symbol if request.client.link_tooltips else None
        made.append(types.DocumentLink(snapshot.range(link.span), link.address, tooltip))
    return made


FEATURES = (Feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, links_of_document),)
