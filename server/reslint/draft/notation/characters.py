"""Characters that nobody sees, or sees as others: read as those that they stand for.

What is dropped has no width (Unicode category Cf, variation selectors). Ligatures, fullwidth and mathematical letters
are those of their compatibility decomposition (UAX #15), letters with loose accents are composed. A Cyrillic or Greek
letter that looks like a Latin one is read as that only among Latin letters or in a symbol with figures: a word that is
Greek or Cyrillic throughout stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.regex import lazy
from .canonical import Replaced

_LINES = "\x0b\x85\u2028"
_HIDDEN = "\u00ad\u034f\u061c\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_SPACES = "\u1680\u2000-\u200a\u205f\u3000"
_COMPATIBLE = "\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
_ACCENTS = "\u0300-\u036f"
_ALIKE = "\u0370-\u03ff\u0400-\u052f"
_RUN = lazy(
    rf"(?P<hidden>[{_HIDDEN}]+)"
    rf"|(?P<line>[{_LINES}])"
    r"|(?P<paragraph>\u2029)"
    rf"|(?P<space>[{_SPACES}])"
    r"|(?P<hyphen>\u2010)"
    rf"|(?P<compatible>[{_COMPATIBLE}]+)"
    rf"|(?P<composed>[^\W_][{_ACCENTS}]+)"
    rf"|(?P<alike>(?:(?<=[A-Za-z0-9/.])|\b)[{_ALIKE}](?:[{_ALIKE}]|[\w/.-])*)"
)
_SYMBOL = lazy(r"[^\W\d_]{1,4}[/.]\w*\d")
_LATIN = lazy(r"[A-Za-z]")
_LOOKS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ",
        "ABESIJKMHOPCTYXaeopcyxijshqwABEZHIKMNOPTYXoc",
        strict=True,
    )
)


def characters(content: str) -> Iterator[Replaced]:
    """The replacements for characters that are not read as they are written."""
    from unicodedata import normalize

    for match in _RUN.finditer(content):
        start, end = match.span()
        name = match.lastgroup
        if name == "hidden":
            yield Replaced(start, end, "")
        elif name == "alike":
            yield from _looks(content, match)
        elif name == "composed":
            words = normalize("NFC", match[0])
            if words != match[0]:
                yield Replaced(start, end, words)
        elif name == "compatible":
            yield from (Replaced(at, at + 1, normalize("NFKC", content[at])) for at in range(start, end))
        else:
            yield Replaced(start, end, {"line": "\n", "paragraph": "\n\n", "space": " ", "hyphen": "-"}[name or ""])


def _looks(content: str, match: re.Match[str]) -> Iterator[Replaced]:
    start, end = match.span()
    first = start
    while first and (content[first - 1].isalnum() or content[first - 1] in "/.-"):
        first -= 1
    word = content[first:end]
    if not _LATIN.search(word) and not _SYMBOL.match(word):
        return
    for at in range(start, end):
        if content[at] in _LOOKS:
            yield Replaced(at, at + 1, _LOOKS[content[at]])
