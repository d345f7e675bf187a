"""The notations in which drafts come, rewritten as the one that the parser reads. Knows no words of any language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from ...text.regex import lazy
from .canonical import Canonical, Replaced
from .places import SourcePlaces

__all__ = ["Canonical", "Replaced", "SourcePlaces", "canonical", "odd_characters"]

_ODD = lazy(
    "[\x0b\x85\u00ad\u0300-\u052f\u061c\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u2010\u2028-\u202e\u205f-\u206f"
    "\u2160-\u217f\u3000\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uff01-\uff5e\U0001d400-\U0001d7ff]"
)
"""Characters that may be read otherwise than they are written: see `characters`."""
_PLAIN = bytes(code for code in range(0x80) if code != 0x0B)
"""The ASCII characters that are never odd; in UTF-8 they are not part of any other character."""

_BULLET = lazy(r"\n {0,3}[-*+•–—] ")
"""The start of a line that may be the bullet of a paragraph."""
_NOTE_SIGNS = ("\u00b9", "<sup", "](#", "^[", "[1", "^1", "{1}", "\u2020")
_NOTE_LINE = lazy(
    r"\n[^\S\n]*(?:\\?[\[(^]\d|\d{1,3}(?:\\?[/)][^\S\n]|[^\S\n]*\n|[^\S\n]+[A-Z“\"])"
    r"|\\?\*[^\S\n]|\\\*|[\u2070-\u2079\u00b2\u00b3])"
)
"""The start of a line that may be the text of a note."""


_FIRST = lazy(r"\n(?:\*\*|__|OP ?)?1(?:\\?\.|\\?\))")
"""The first number of a list at the start of a line."""
_BRACKET = lazy(r"\[(?!\^)")
_OPEN_BRACKETS = frozenset({"] ", ", ", "; ", ". "})
"""Matches what stands before a bracket round words that are not agreed."""


_JOB_NUMBER = lazy(r"\n[^\S\n]*(?:\d+/\d+[^\S\n]+)?\d\d-\d{5}\b")
"""The number that a document has in print, at the start of a line."""
_DIGITS = lazy(r"-\d{5}\b")
"""The end of such a number, which is sooner looked for."""


def canonical(content: str, opens: Callable[[str], bool] | None = None) -> Canonical:
    """A text as the parser reads it.

    It is rewritten in passes, each of which sees what those before it have made. Nearly all texts have nothing of what
    a pass looks for, so it finds that out first and at once, and only then loads what it takes. `opens` says whether
    words begin with an opener that is known; without it no notes are looked for.
    """
    text = Canonical(content)
    for suspects, passes in _PASSES:
        for rewritten in passes if suspects(text.content) else ():
            before, text = text, text.changed(rewritten(text.content))
            text.is_paged = text.is_paged or (rewritten is _paged and text is not before)
    if opens is not None and _BULLET.search(f"\n{text.content}"):
        from .bullets import bulleted

        text = text.changed(bulleted(text.content, opens))
    if opens is not None and _may_have_notes(text.content):
        from .notes import notes

        text = notes(text, opens)
    if _may_be_negotiated(text.content):
        from .brackets import negotiated

        text = negotiated(text)
    return text


def _may_be_negotiated(content: str) -> bool:
    """Whether a text may have brackets round words that are not agreed, or what goes with them."""
    if "[" in content:
        for number, bracket in enumerate(_BRACKET.finditer(content)):
            start = bracket.start()
            end = content.find("]", start)
            before, last = content[max(start - 2, 0) : start], content[max(end - 2, 0) : end]
            if number > 1 or before in _OPEN_BRACKETS or last.endswith((",", ";", ".", ":")) or last == ",*":
                return True
    return ("~" in content and "~~" in content) or "\nOP" in content or "\nPP" in content


def _may_have_notes(content: str) -> bool:
    """Whether a text may have notes that are not written as `[^1]` and `[^1]: text`."""
    if "[^" in content:
        return "]:" not in content or "^[" in content
    # A list that begins again may be that of the notes.
    if len(_FIRST.findall(content)) > 1:
        return True
    return any(sign in content for sign in _NOTE_SIGNS) or _NOTE_LINE.search(content) is not None


def _odd(content: str) -> bool:
    if content.isascii():
        return "\x0b" in content
    # What is left without the plain characters is soon searched, and soon found out: no other loop is as quick.
    rest = content.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return _ODD.search(rest.decode("utf-8", "surrogatepass")) is not None


def odd_characters(content: str) -> tuple[Replaced, ...]:
    """The characters of a text that are not read as they are written, in order."""
    return tuple(_characters(content)) if _odd(content) else ()


def _characters(content: str) -> Iterable[Replaced]:
    from .characters import characters

    return characters(content)


def _marked_up(name: str, module: str = "markup") -> Callable[[str], Iterable[Replaced]]:
    """A pass over the signs of programs: a function of a module of this folder, which is loaded when it is called."""

    def rewritten(content: str) -> Iterable[Replaced]:
        changes: Iterable[Replaced] = getattr(import_module(f".{module}", __name__), name)(content)
        return changes

    return rewritten


def _quoted(content: str) -> bool:
    return ">" in content and ("\n>" in content or "\n >" in content or content[:4].lstrip().startswith(">"))


def _fenced(content: str) -> bool:
    return ":::" in content or ("`" in content and "```" in content) or ("~" in content and "~~~" in content)


def _tracked(content: str) -> bool:
    if "{" in content and any(sign in content for sign in ("{++", "{--", "{~~", "{>>", "{==")):
        return True
    return "<" in content and any(tag in content for tag in ("</del>", "</ins>", "</s>", "</strike>"))


def _spanned(content: str) -> bool:
    return "{" in content and "]{" in content


def _tagged(content: str) -> bool:
    return "<" in content and any(tag in content for tag in ("</", "<br", "<BR", "<p", "<P", "<!D", "<!d", "<hr"))


def _has_pages(content: str) -> bool:
    if "\f" in content or "\n________" in content:
        return True
    return _DIGITS.search(content) is not None and _JOB_NUMBER.search(content) is not None


def _paged(content: str) -> Iterable[Replaced]:
    from .pages import paged

    return paged(content)


_PASSES: tuple[tuple[Callable[[str], bool], tuple[Callable[[str], Iterable[Replaced]], ...]], ...] = (
    (_odd, (_characters,)),
    (_has_pages, (_paged,)),
    (_quoted, (_marked_up("quoted"),)),
    (_fenced, (_marked_up("fenced"),)),
    (_tracked, (_marked_up("tracked", "tracked"),)),
    (_tagged, (_marked_up("unseen"), _marked_up("tags", "marks"), _marked_up("tagged"))),
    (lambda content: "\\" in content, (_marked_up("broken"),)),
    (lambda content: "&" in content, (_marked_up("named"),)),
    (_spanned, (_marked_up("spans", "tracked"), _marked_up("spanned"), _marked_up("underlined", "marks"))),
)
