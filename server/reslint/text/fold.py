"""Folding: the words of a paragraph without its mark-up.

The notations are those that such texts come in: Markdown emphasis (delimiter runs as CommonMark 0.31 flanking
rules have them), `[^1]`, `<sup>1</sup>`, Unicode superscripts and the `1/` of older documents as footnote markers,
HTML comments, `<u>`, backslash escapes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from .emphasis import END, DelimiterRun, Pair, Pairs
from .folded import Emphasis, Folded, MarkerAt, Style
from .regex import lazy
from .span import Span

_SUPERSCRIPTS = r"\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_SIGNS = rf"\r\n<\[\\*_\u00ad{_SUPERSCRIPTS}"
_TRIGGER = lazy(rf"[{_SIGNS}/](?:(?<!/)|(?=[\s,.;:)]|$))")
"""The first character of everything special, but the last of a marker like `1/`."""
_OPENED = lazy(rf"(\*\*?|__?)(?=\w)[^{_SIGNS}/]+(?:(?<=\w)\1(?!\w)|(?<=\S)\1(?=\s|\Z))")
"""Emphasised words at the start, as nearly all paragraphs and headings have them."""
_UNUSUAL = lazy(rf"[\u00ad{_SUPERSCRIPTS}]")
_NOTE = lazy(r"\[\^([^\]\s]{1,40})\](?!:)")
_SLASH_END = lazy(r"/(?=[\s,.;:)]|$)")
_SLASH = lazy(r"(?<![\w/.-])(?P<slash>\d{1,2})/(?=[\s,.;:)]|$)")
_SPECIAL = lazy(
    r"(?P<break>(?:\r\n|\r|\n)[^\S\r\n]*)"
    r"|(?P<comment><!--)"
    r"|\[\^(?P<note>[^\]\s]{1,40})\](?!:)"
    r"|<sup>\s*(?P<sup>\w{1,4})\s*</sup>"
    # After a figure it is an exponent, except after a year and after the number of a resolution.
    r"|(?P<superscript>(?:(?<![\s\d])|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d)|(?<=\d/\d\d)|(?<=\d/\d\d\d))(?<!\bm)(?<!\b[kcd]m)"
    rf"[{_SUPERSCRIPTS}]+)"
    r"|<(?P<tag>/?u|br ?/?)>"
    r"|\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<delimiter>\*+|_+)"
    r"|(?P<hidden>\u00ad)"
)
_LONGEST = 1_000_000
"""In longer paragraphs nothing is special: no writer made them, and no rule searches them."""
_BLANKS = (
    "\t\x0b\x0c\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""All that `str.isspace` holds for and that ends no line."""
_PLAIN = {"\u2011": "-", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " "}
SAME_WIDTH = str.maketrans(_PLAIN)
DIGITS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
"""The figures that superscripts stand for."""


def fold(pieces: tuple[str, ...]) -> Folded:
    """The words of source pieces put end to end; a joint between two pieces reads as one space.

    A pure function of its characters. Delimiters without a partner are ordinary characters, and so is everything in
    more than a million characters.
    """
    source = "".join(pieces)
    if len(pieces) < 2 or len(source) > _LONGEST:
        return fold_once(source)
    builder = _Builder(source)
    at = 0
    for piece in pieces:
        end = at + len(piece)
        builder.take(at, end)
        if end < len(source):
            builder.space(max(end - 1, 0))
        at = end
    return builder.finish()


def fold_once(source: str) -> Folded:
    """The words of one piece of source as `fold` gives them."""
    source = _unwrapped(source)
    if len(source) > _LONGEST:
        return Folded(_plain(source), (), (), (0,), (0,), len(source))
    opened = _OPENED.match(source)
    end, width = (opened.end(), len(opened[1])) if opened is not None else (0, 0)
    rest = source[end:]
    if _is_special(rest):
        builder = _Builder(source)
        builder.take(0, len(source))
        return builder.finish()
    if "[^" in rest:
        return _noted(source, end, width)
    emphasis, starts, origins = _opening(end, width, bool(rest))
    return Folded(_plain(source[width : end - width] + rest), emphasis, (), starts, origins, len(source))


def _is_special(words: str) -> bool:
    """Whether something besides the markers of notes may be special in words; far sooner said than by `_TRIGGER`."""
    return (
        "*" in words
        or "_" in words
        or "<" in words
        or "\\" in words
        or "\n" in words
        or "\r" in words
        or ("/" in words and _SLASH_END.search(words) is not None)
        or (not words.isascii() and _UNUSUAL.search(words) is not None)
    )


@lru_cache(maxsize=1024)
def _opening(end: int, width: int, goes_on: bool) -> tuple[tuple[Emphasis, ...], tuple[int, ...], tuple[int, ...]]:
    """Emphasis up to `end`, of delimiters so wide, at the start of words; and the runs of words that it makes."""
    if not end:
        return (), (0,) * goes_on, (0,) * goes_on
    length = end - 2 * width
    style: Style = "bold" if width == 2 else "italic"
    run = Emphasis(0, length, style, Span(0, width), Span(end - width, end))
    return (run,), (0, length) if goes_on else (0,), (width, end) if goes_on else (width,)


def _noted(source: str, end: int, width: int) -> Folded:
    """Words of which nothing is special but the markers of notes, and emphasis up to `end`, of delimiters so wide."""
    emphasis, first, local = _opening(end, width, False)
    starts, origins, words = [*first], [*local], [source[width : end - width]]
    markers = []
    at, length = end, len(words[0])
    for note in (*_NOTE.finditer(source, end), None):
        stop = note.start() if note is not None else len(source)
        if at < stop:
            words.append(source[at:stop])
            starts.append(length)
            origins.append(at)
            length += stop - at
        if note is not None:
            at = note.end()
            markers.append(MarkerAt(note[1].translate(DIGITS), length, Span(stop, at)))
    return Folded(_plain("".join(words)), emphasis, tuple(markers), tuple(starts), tuple(origins), len(source))


def _unwrapped(source: str) -> str:
    """The source with a space for each line break, where that changes no offset and no mark-up; else the source."""
    if "\n" not in source or "<" in source or len(source) > _LONGEST:
        return source
    for line in source.split("\n"):
        if not line or line[0].isspace() or line[-1].isspace():
            return source
    return source.replace("\n", " ")


def _plain(words: str) -> str:
    """Words with a plain hyphen and plain spaces; faster than `str.translate`, as most words have nothing else."""
    if not words.isascii():
        for character, plain in _PLAIN.items():
            words = words.replace(character, plain)
    return words


class _Builder:
    """Collects the words of one source string in order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.piece = (0, len(source))
        self.items: list[tuple[int, str]] = []
        self.marks: list[tuple[int, str, Span]] = []
        self.runs: list[DelimiterRun] = []
        self.pairs: list[Pair] = []
        self.underline: list[Span] = []
        self.closable = True

    def take(self, start: int, end: int) -> None:
        """The words of ``source[start:end]``."""
        self.piece = (start, end)
        at = look = start
        while (trigger := _TRIGGER.search(self.source, look, end)) is not None:
            match = self._at(trigger.start(), at, end)
            if match is None:
                look = trigger.end()
                continue
            before = match.start()
            if match.lastgroup == "break":
                before = at + len(self.source[at:before].rstrip(_BLANKS))
            self._text(at, before)
            at = look = self._special(match, end, before)
        self._text(at, end)

    def _at(self, trigger: int, at: int, end: int) -> re.Match[str] | None:
        """The special thing at a character that may be so; nothing before `at` belongs to it."""
        if self.source[trigger] != "/":
            return _SPECIAL.match(self.source, trigger, end)
        for start in (trigger - 2, trigger - 1):
            if start >= at and (match := _SLASH.match(self.source, start, end)) is not None:
                return match
        return None

    def space(self, local: int) -> None:
        """One space for something at a local offset."""
        self.items.append((local, " "))

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self.items.append((start, self.source[start:end]))

    def _special(self, match: re.Match[str], end: int, before: int) -> int:
        """Takes in what is not plain words and begins at `before`; gives the offset after it."""
        name = match.lastgroup
        if name == "break":
            self.space(before)
            return match.end()
        span = Span(*match.span())
        if name == "comment":
            close = self.source.find("-->", span.end, end) if self.closable else -1
            self.closable = close >= 0
            if close >= 0:
                return close + 3
            self._text(*span)
        elif name == "delimiter":
            self._delimiter(match)
        elif name == "escape":
            self._text(span.start + 1, span.end)
        elif name in ("note", "sup", "superscript", "slash"):
            self.marks.append((len(self.items), match[name].translate(DIGITS), span))
        elif name == "tag":
            self._tag(match["tag"], span)
        return span.end

    def _tag(self, tag: str, span: Span) -> None:
        if tag.startswith("br"):
            self.space(span.start)
        elif tag == "u":
            self.underline.append(span)
        elif self.underline:
            self.pairs.append(Pair(self.underline.pop(), span, "underline"))

    def _delimiter(self, match: re.Match[str]) -> None:
        start, end = match.span()
        first, last = self.piece
        while start > first and self.source[start - 1] == "\u00ad":
            start -= 1
        while end < last and self.source[end] == "\u00ad":
            end += 1
        before = self.source[start - 1] if start > first else " "
        after = self.source[end] if end < last else END
        start = match.start()
        self.runs.append(DelimiterRun(len(self.items), start, match[0], before, after))
        self.items.append((start, match[0]))

    def finish(self) -> Folded:
        """The folded words, with the emphasis that its delimiters make."""
        dropped: dict[int, list[int]] = {}
        if self.runs:
            pairs = Pairs(self.runs)
            self.pairs += pairs.found
            dropped = pairs.left
        text: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        offsets: list[int] = []
        at = 0
        expected = -1
        for index, (item_local, item_words) in enumerate(self.items):
            local, words = item_local, item_words
            offsets.append(at)
            if index in dropped:
                kept = dropped[index]
                local, words = local + kept[0], words[kept[0] : kept[1]]
            if not words:
                continue
            if local != expected:
                starts.append(at)
                origins.append(local)
            text.append(words)
            at += len(words)
            expected = local + len(words)
        offsets.append(at)
        folded = _plain("".join(text))
        markers = tuple(MarkerAt(label, offsets[item], span) for item, label, span in self.marks)
        return Folded(
            folded, self._emphasis(starts, origins, folded), markers, tuple(starts), tuple(origins), len(self.source)
        )

    def _emphasis(self, starts: list[int], origins: list[int], folded: str) -> tuple[Emphasis, ...]:
        def folded_at(local: int) -> int:
            low = bisect_right(origins, local)
            if low == 0:
                return 0
            limit = starts[low] if low < len(starts) else len(folded)
            return min(starts[low - 1] + local - origins[low - 1], limit)

        def run(pair: Pair) -> Emphasis:
            start, end = folded_at(pair.opening.end), folded_at(pair.closing.start)
            while start < end and folded[end - 1].isspace():
                end -= 1
            while start < end and folded[start].isspace():
                start += 1
            return Emphasis(start, end, pair.style, pair.opening, pair.closing)

        found = [run(pair) for pair in self.pairs]
        return tuple(sorted((one for one in found if one.start < one.end), key=lambda one: (one.start, -one.end)))
