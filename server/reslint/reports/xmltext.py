"""XML for reports: elements as text, with nothing in them that XML 1.0 does not allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from ..text.regex import lazy

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
# XML 1.0 (Fifth Edition), 2.2 "Characters".
_FORBIDDEN = lazy("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, attributes: Mapping[str, object], inside: Iterable[str] = (), words: str = "") -> str:
    """An element with attributes, other elements, and words before them; each child on a line of its own."""
    head = name + "".join(f' {key}="{_attribute(str(value))}"' for key, value in attributes.items())
    parts = list(inside)
    if not parts and not words:
        return f"<{head}/>"
    within = "".join(f"\n{part}" for part in parts) + ("\n" if parts else "")
    return f"<{head}>{plain(words)}{within}</{name}>"


def plain(words: str) -> str:
    """Words as the text of an element."""
    return escape(_FORBIDDEN.sub("\ufffd", words), quote=False)


def _attribute(words: str) -> str:
    escaped = escape(_FORBIDDEN.sub("\ufffd", words))
    return escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
