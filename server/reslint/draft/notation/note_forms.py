"""How footnote markers and the texts of footnotes are written: patterns of the forms, and nothing of their sense."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.fold import DIGITS
from ...text.record import NamedTuple
from ...text.regex import lazy

RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_DAGGERS = "\u2020\u2021\u00a7"
_END = r"(?=[^\S\r\n]*(?:[\r\n]|\Z))"
_LINK = (
    rf"(?:<sup>|\\?\^)?\[(?:<sup>|\\?\^)?(?:\\?\[)?(?:\d{{1,3}}|\\?\*{{1,3}}|[{_DAGGERS}]{{1,3}})(?:\\?\])?(?:</sup>|\\?\^)?\]"
    r'\(#[^()\s]{1,80}(?: "[^"\r\n]{0,80}")?\)(?:\{[^{}\r\n]{0,100}\})?(?:</sup>|\\?\^)?'
)
_RAISED = r"<sup>\s*(?:\\?\[\d{1,3}\\?\]|\\?\(\d{1,3}\\?\))\s*</sup>|\\?\^(?:\\?\[\d{1,3}\\?\]|\\?\(\d{1,3}\\?\))\\?\^"
"""A raised number in brackets."""
_FIRST = rf"(?=[^\S\r\n]?[\[\\<^$(\d{RAISED}{_DAGGERS}])"
"""Signs with which every marker begins; looked for first, as it is seldom there and the forms are many."""
_MARKER = lazy(
    rf"{_FIRST}(?:(?P<link>[^\S\r\n]?{_LINK})"
    r"|(?P<native>\[\^[^\]\s]{1,40}\](?!:))|(?P<head>\[\^[^\]\s]{1,40}\]:)"
    r"|(?P<bracket>(?<=\S)\\?\[\d{1,3}\\?\](?![(:{]))"
    r"|(?P<spaced>(?<=\S)[^\S\r\n]\\?\[\d{1,3}\\?\](?![(:{]))"
    r"|(?P<several>(?<=\S)\\?\[\d{1,3}(?:, ?\d{1,3})+\\?\](?![(:{]))"
    r"|(?P<closed>\\?\^\d{1,3}\\?\^|\$\^\{?\d{1,3}\}?\$|\^\{\d{1,3}\})"
    r"|(?P<caret>(?<=\S)\\?\^\d{1,3}(?![\w^{]))"
    rf"|(?P<super>[{RAISED}]+)"
    rf"|(?P<sup><sup>\s*\w{{1,4}}\s*</sup>)|(?P<raised>{_RAISED})"
    r"|(?P<slash>(?<![\w/.-])\d{1,2}/(?=[\s,.;:)]|\Z))"
    r"|(?P<slashed>(?:(?<=[^\s\d/-])|(?<=\b(?:19|20)\d\d))\d{1,3}/(?=[\s,.;:)”’]|\Z))"
    rf"|(?P<paren>(?<=[^\s(])(?:\(\d{{1,3}}\)|[^\S\r\n]\(\d{{1,3}}\)(?=[,;:.]|{_END}))"
    r"|(?<=[,;.])[^\S\r\n]\(\d{1,3}\)(?=\s)"
    rf"|(?<=[,;.]\n)\(\d{{1,3}}\){_END})"
    r"|(?P<apart>(?<=[^\s(:])[^\S\r\n]\(\d{1,3}\)(?=\s))"
    r"|(?P<glued>(?:(?<=[^\W\d_][^\W\d_][,;:])|(?<=[^\W\d_][”’)\]][,;:])|(?<=[,;:.][”’)]))"
    r"\d{1,3}(?=[\s,;:.)”’]|\Z)(?![.,]\d))"
    r"|(?P<bare>(?:(?<=[a-z]{3})|(?<=[a-z][’”)*_])|(?<=[\d)\]A-Z*_”’][,;]))\d{1,3}(?=[\s,;:.)”’]|\Z)(?![.,]\d)"
    rf"|(?<=[^\W\d_][^\W\d_][.])\d{{1,3}}(?={_END}|\s+[A-Z*_])"
    rf"|(?<=[^\W\d_)\d][,;:.])[^\S\r\n]\d{{1,3}}{_END})"
    rf"|(?P<dagger>(?<=\S)[^\S\r\n]?[{_DAGGERS}]{{1,3}}(?![^\S\r\n]?\d)))"
)
"""A footnote marker, or what may be one, by the form that it has."""
TEXT = lazy(
    r"(?P<native>\[\^[^\]\s]{1,40}\]:?)(?=\s)"
    rf"|(?P<link>{_LINK}[.:]?)(?=\s|[^\W\d])"
    r"|(?P<bracket>\\?\[\d{1,3}\\?\][:.]?)(?=[^\S\r\n]|[^\W\d])"
    r"|(?P<closed>(?:\\?\^\d{1,3}\\?\^|\$\^\{?\d{1,3}\}?\$|\^\{\d{1,3}\})[.:]?)(?=\s|[^\W\d])"
    r"|(?P<caret>\\?\^\d{1,3}[.:]?)(?=[^\S\r\n])"
    rf"|(?P<super>[{RAISED}]+[.:)]?)(?=[^\S\r\n]*[^\W\d]|[^\S\r\n]*[*“\"\[(])"
    rf"|(?P<sup><sup>\s*\w{{1,4}}\s*</sup>[.:]?)|(?P<raised>{_RAISED}[.:]?)"
    r"|(?P<slash>\d{1,3}\\?/)(?=[^\S\r\n])"
    r"|(?P<paren>\\?\(\d{1,3}\\?\))(?=[^\S\r\n])"
    r"|(?P<half>\d{1,3}\\?\))(?=[^\S\r\n])"
    r"|(?P<dotted>\d{1,3}\\?\.)(?=[^\S\r\n])"
    r"|(?P<plain>\d{1,3})(?=[^\S\r\n]+[^\s\d])"
    rf"|(?P<alone>\d{{1,3}}){_END}"
    rf"|(?P<sign>\\?\*{{1,3}}(?=[^\S\r\n])|\\\*{{1,3}}|[{_DAGGERS}]{{1,3}}(?=[^\S\r\n]*[^\s\d]))"
)
"""Matches what stands before the text of a footnote, at the start of its line."""
_LABEL = lazy(rf"\d{{1,3}}|[{RAISED}]+|[*{_DAGGERS}]+|(?<=\[\^)[^\]\s]+|(?<=<sup>)\s*\w+")
_NATIVE_LABEL = lazy(r"\[\^([^\]\s]+)\]")
_EXPONENT = lazy(r"(?:\d|\b(?:[kcdm]?m))\Z")

SURE = frozenset(
    {"link", "native", "bracket", "several", "closed", "caret", "super", "sup", "raised", "slash", "slashed"}
)
"""The forms that nothing but a footnote has."""
NATIVE = frozenset({"native", "super", "sup", "slash"})
"""The forms that the parser reads by itself."""


class NoteMark(NamedTuple):
    """A marker, or what stands before the text of a note: its form, its label, and where it stands."""

    form: str
    label: str
    start: int
    end: int


def markers(content: str) -> Iterator[NoteMark]:
    """The places that may be markers, in order of the text."""
    for match in _MARKER.finditer(content):
        form = match.lastgroup or ""
        start, end = match.span()
        if form == "several":
            yield from _several(match[0], start)
        elif form != "head":
            yield NoteMark(_sure(form, content, start), label_of(match[0]), start, end)


def texts(content: str, starts: Iterator[int]) -> Iterator[NoteMark]:
    """The marks that may stand before the text of a note, at those of the starts of lines where there is something."""
    for start in starts:
        match = TEXT.match(content, start)
        if match is not None:
            yield NoteMark(match.lastgroup or "", label_of(match[0]), *match.span())


def _sure(form: str, content: str, start: int) -> str:
    """The form, but that of a raised digit that could be an exponent."""
    if form in ("super", "closed", "caret") and _EXPONENT.search(content, max(start - 3, 0), start):
        return "exponent"
    return form


def _several(words: str, start: int) -> Iterator[NoteMark]:
    """The markers of [1, 2], each with the bracket or comma that is its own."""
    pieces = words.split(",")
    for index, piece in enumerate(pieces):
        before = start - 1 if index else start
        yield NoteMark("bracket", label_of(piece), before, start + len(piece))
        start += len(piece) + 1


def label_of(words: str) -> str:
    """The label of a marker, or of what stands before the text of a note."""
    native = _NATIVE_LABEL.match(words)
    if native is not None:
        return native[1].translate(DIGITS)
    found = _LABEL.search(words)
    return found[0].strip().translate(DIGITS) if found else ""
