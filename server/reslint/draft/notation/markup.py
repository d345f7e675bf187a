"""Signs of programs that are not words: tags, entities, hard line breaks, quoting, fences, attributes.

HTML as its standard has it, block quotes and hard line breaks as CommonMark 0.31, divs, spans and escapes as pandoc
3 writes them. Each function is a pass of its own over what the one before has made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.regex import lazy
from .canonical import Replaced

_QUOTED = lazy(r"^[^\S\r\n]{0,3}>(?:[^\S\r\n]?>)*[^\S\r\n]?", re.MULTILINE)
_FENCE = lazy(
    r"^[^\S\r\n]*(?::{3,}|`{3,}|~{3,})[^\S\r\n]*(?:\{[^\r\n{}`]*\}|[\w.+#-]*)[^\S\r\n]*:*[^\S\r\n]*$",
    re.MULTILINE,
)
"""Matches the line of a fence with the name of a language, or attributes; other words there are words of the draft."""
_HARD_BREAK = lazy(r"(?<!\\)\\(?=[^\S\r\n]*(?:[\r\n]|\Z))")
_UNSEEN = lazy(r"<(head|style|script|title)\b[^<>]{0,500}>|<(?:!DOCTYPE|\?xml)[^<>]{0,500}>", re.IGNORECASE)
_TAG = lazy(
    r"</?(?:(?P<block>p|div|section|article|header|footer|main|body|html|ul|ol|dl|dd|dt|blockquote|center|pre|hr)"
    r"|(?P<item>li)|h(?P<heading>[1-6])|(?P<line>br)"
    r"|(?P<inline>span|font|small|big|a|wbr|o:p|abbr|cite|bdi|bdo|time|label|nobr))"
    r"(?=[\s/>])[^<>]{0,1000}>",
    re.IGNORECASE,
)
_ENTITY = lazy(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BRACKET = lazy(r"\\.|\[|\](?:\{(?P<attributes>[^{}\r\n]{0,300})\})?")
_UNDERLINE = lazy(r"\.(?:underline|ul)\b")
_TAIL = lazy(r"[^\S\r\n]*(?:[\r\n]|\Z)")


def quoted(content: str) -> Iterator[Replaced]:
    """The signs of block quotes."""
    for found in _QUOTED.finditer(content):
        yield Replaced(*found.span(), "")


def fenced(content: str) -> Iterator[Replaced]:
    """The fences of code and of pandoc's divs."""
    for found in _FENCE.finditer(content):
        yield Replaced(*found.span(), "")


def broken(content: str) -> Iterator[Replaced]:
    """Backslashes at the ends of lines, and those that are all of a paragraph."""
    for found in _HARD_BREAK.finditer(content):
        yield Replaced(*found.span(), "")


def unseen(content: str) -> Iterator[Replaced]:
    """Elements of a page that nobody sees."""
    at = 0
    for found in _UNSEEN.finditer(content):
        if found.start() >= at:
            close = content.find(f"</{found[1]}", found.end()) if found[1] else -1
            at = found.end() if close < 0 else content.find(">", close) + 1 or len(content)
            yield Replaced(found.start(), at, "")


def tagged(content: str) -> Iterator[Replaced]:
    """Tags: those of paragraphs part paragraphs, those inside of them are nothing."""
    line = 0
    for found in _TAG.finditer(content):
        start, end = found.span()
        name = found.lastgroup
        line = content.rfind("\n", line, start) + 1 or line
        if name == "inline":
            words = ""
        elif name == "line":
            words = _line_break(content, start, end, line)
        elif found[0][1] == "/" or name == "block":
            words = "\n\n"
        else:
            words = "\n\n" + ("#" * int(found["heading"]) + " " if name == "heading" else "- ")
        yield Replaced(start, end, words)


def _line_break(content: str, start: int, end: int, line: int) -> str:
    """A line end for `<br>`; nothing where the line ends anyway, and a space where it is one row of a table."""
    before = content[line:start].strip()
    if before.startswith("|"):
        return " "
    return "" if before and _TAIL.match(content, end) else "\n"


def named(content: str) -> Iterator[Replaced]:
    """Characters that are given by their names or numbers."""
    from html import unescape

    for found in _ENTITY.finditer(content):
        sign = unescape(found[0])
        if len(sign) == 1 and (sign.isprintable() or sign.isspace()):
            yield Replaced(*found.span(), sign)


def spanned(content: str) -> Iterator[Replaced]:
    """The brackets and attributes of pandoc's spans, but for those that underline, which are emphasis."""
    opened: list[int] = []
    changes: list[Replaced] = []
    for found in _BRACKET.finditer(content):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0][0] == "]" and opened:
            start = opened.pop()
            attributes = found["attributes"]
            if attributes is not None and not _UNDERLINE.search(attributes) and not content.startswith("[^", start):
                changes += (Replaced(start, start + 1, ""), Replaced(*found.span(), ""))
    yield from sorted(changes)
