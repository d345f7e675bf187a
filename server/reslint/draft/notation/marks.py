"""Emphasis that is written otherwise than in Markdown: tags, styles of spans, attributes.

HTML as its standard has it, the style attributes of word processors and mail, the classes of pandoc 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.regex import lazy
from .canonical import Replaced

_TAG = lazy(
    r"<(?P<close>/)?(?:(?P<italic>em|i|dfn|var)|(?P<bold>strong|b)|(?P<under>u)|(?P<span>span|font))\b(?P<rest>[^<>]{0,1000})>",
    re.IGNORECASE,
)
_STYLES = (
    ("italic", lazy(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)),
    ("bold", lazy(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)),
    ("under", lazy(r"text-decoration(?:-line)?\s*:[^;\"']*underline", re.IGNORECASE)),
)
_SIGNS = {"italic": ("*", "*"), "bold": ("**", "**"), "under": ("<u>", "</u>")}
_BRACKET = lazy(r"\\.|\[|\](?:\{(?P<attributes>[^{}\r\n]{0,300})\})?")
_UNDERLINE = lazy(r"\.(?:underline|ul)\b")
_PARAGRAPH = lazy(r"\n[^\S\n]*\n")


def tags(content: str) -> Iterator[Replaced]:
    """Tags of emphasis, and spans whose style is one."""
    opened: list[str] = []
    for found in _TAG.finditer(content):
        start, end = found.span()
        if found["span"]:
            style = opened.pop() if found["close"] and opened else ""
            if not found["close"]:
                style = next((name for name, pattern in _STYLES if pattern.search(found["rest"])), "")
                opened.append(style)
        else:
            style = (found["italic"] and "italic") or (found["bold"] and "bold") or "under"
        if style:
            words = _SIGNS[style][bool(found["close"])]
            if words.lower() != found[0]:
                yield Replaced(start, end, words)


def underlined(content: str) -> Iterator[Replaced]:
    """Words that pandoc underlines: `[Urges]{.underline}`."""
    opened: list[int] = []
    changes: list[Replaced] = []
    for found in _BRACKET.finditer(content):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0][0] == "]" and opened:
            start = opened.pop()
            is_underlined = _UNDERLINE.search(found["attributes"] or "") is not None
            if is_underlined and _PARAGRAPH.search(content, start, found.start()) is None:
                changes += (Replaced(start, start + 1, "<u>"), Replaced(*found.span(), "</u>"))
    yield from sorted(changes)
