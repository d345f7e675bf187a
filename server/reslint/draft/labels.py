"""Numbers and letters at the start of a line: what they look like and what they count."""

from __future__ import annotations

from typing import Literal

from ..text.fold import DIGITS
from ..text.record import NamedTuple
from ..text.regex import lazy

Style = Literal["decimal", "paren", "half", "dot", "bullet", "note", "plain", "preamble", "bare"]
"""How a label is written: 1. or OP1 / (a) / a) / a. / - / the label of a footnote's text / a number without a stop, of
a note or of none / PP1 / a number without a stop before an opener."""

_LABEL = lazy(
    r"\[\^(?P<footnote>[^\]\s]{1,40})\]:"
    r"|(?P<superscript>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)(?=\s*[^\W_]|\s*\*|\s*“)"
    r"|<sup>\s*(?P<tag>\w{1,4})\s*</sup>"
    r"|(?P<slash>\d{1,3})/(?=[^\S\r\n])"
    r"|(?P<em>\*{1,2}|_{1,2})(?P<strong>\d{1,3})\\?\.(?P=em)(?=\s)"
    r"|(?P<preamble>PP ?\d{1,3}(?: ?(?i:bis|ter|quater|alt))?(?: ?\d)?)[.:)]?(?=\s)"
    r"|OP ?(?P<paragraph>\d{1,3}(?: ?(?i:bis|ter|quater|alt))?(?: ?\d)?)[.:)]?(?=\s)"
    r"|(?P<around>\*{0,2})(?:[Oo]perative )?[Cc]lause (?P<clause>\d{1,3})(?:[.:)](?P=around)|(?P=around)[.:)])(?=\s)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3})*(?: ?(?:bis|ter|quater|quinquies))?)\\?[.)](?=\s|$|[^\W\d_]|[*_“\"‘(\[])"
    r"|\\?\((?P<paren>[a-z]{1,5}|[A-Z]|\d{1,2})\\?\)"
    r"|(?P<half>[a-z]{1,5})\\?\)(?=\s|$)"
    r"|(?P<dot>[a-z]{1,5})\\?\.(?=\s|$)"
    r"|(?P<bullet>[-•–—+])(?=[^\S\r\n]|$)"
    r"|(?P<plain>\d{1,3})(?=[^\S\r\n]+(?:\*{1,3}|_{1,3})?[A-Z“\"])"
    r"|(?P<star>\*)(?=[^\S\r\n]+[^\s*])"
)
_ROMAN = lazy(r"x{0,3}(?:ix|iv|v?i{0,3})|xl(?:ix|iv|v?i{0,3})|l(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_STYLES: dict[str, Style] = {
    "footnote": "note",
    "superscript": "note",
    "tag": "note",
    "slash": "note",
    "strong": "decimal",
    "decimal": "decimal",
    "paragraph": "decimal",
    "clause": "decimal",
    "preamble": "preamble",
    "paren": "paren",
    "half": "half",
    "dot": "dot",
    "bullet": "bullet",
    "star": "bullet",
    "plain": "plain",
}


class Label(NamedTuple):
    """A label at the start of a line: "(a)" has the text "a", the style "paren" and the size 3."""

    text: str
    style: Style
    size: int


def label_at(line: str) -> Label | None:
    """The label with which a line begins, or None. Letters count only where they can number something."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match.lastgroup or ""
    text = match[name]
    style = _STYLES[name]
    if style in ("paren", "half", "dot") and not text.isdigit() and not (letter(text) or roman(text)):
        return None
    if style == "bullet":
        text = ""
    elif name == "paragraph":
        text = text.lower()
    return Label(text.translate(DIGITS), style, match.end())


def follows(label: Label, other: Label) -> bool:
    """Whether `other` is the label after `label` in one list: (b) after (a), ii. after i., a bullet after a bullet."""
    if label.style != other.style or label.style in ("note", "plain", "preamble"):
        return False
    if label.style == "bullet":
        return True
    if label.text.isdigit() and other.text.isdigit():
        return int(label.text) + 1 == int(other.text)
    return any(0 < value(label.text) == value(other.text) - 1 for value in (letter, roman))


def begins_list(label: Label, other: Label) -> bool:
    """Whether `other`, directly after `label` on its line, is that of the first item below it: "1. (a)", "(b) (i)"."""
    if other.style not in ("paren", "half", "dot"):
        return False
    return other.text in ("a", "i") if label.style == "decimal" else other.text == "i" and bool(letter(label.text))


def is_plan(label: str) -> bool:
    """Whether a label is one of a text under negotiation that counts preambular paragraphs: "PP3 bis"."""
    return label.startswith("PP")


def number(text: str) -> int:
    """The number with which the text of a decimal label begins: 4 for "4", "4.1" and "4 bis"."""
    return int(text.partition(".")[0].partition(" ")[0])


def letter(text: str) -> int:
    """The place of a letter in a lettered list: 1 for a, 26 for z, 27 for aa; 0 if it is none."""
    if text and text == text[0] * len(text) and "a" <= text[0].lower() <= "z" and len(text) <= 2:
        return ord(text[0].lower()) - ord("a") + 1 + 26 * (len(text) - 1)
    return 0


def roman(text: str) -> int:
    """The value of a small Roman numeral up to 89; 0 if it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_VALUES[character] for character in text]
    return sum(
        -value if index + 1 < len(values) and values[index + 1] > value else value for index, value in enumerate(values)
    )
