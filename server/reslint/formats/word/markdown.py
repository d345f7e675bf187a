"""Visible words as Markdown that folds to the same words and the same emphasis, and the way back.

What Markdown cannot say (bold that ends inside a word before a bracket, say) is dropped for the whole paragraph, never
invented: bold first, then underline, italics last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from ...text.fold import SAME_WIDTH, fold_once
from ...text.record import NamedTuple, dataclass
from .inline import RunPiece
from .notes import MARKER
from .styles import BOLD, ITALIC, UNDERLINE

_ALL = BOLD | ITALIC | UNDERLINE
_DROPS = (0, BOLD, BOLD | UNDERLINE, _ALL)
_DELIMITERS = ((BOLD, "**", "**"), (ITALIC, "*", "*"), (UNDERLINE, "<u>", "</u>"))
STYLES = {"bold": BOLD, "italic": ITALIC, "underline": UNDERLINE}
_SPECIAL = re.compile(r"[*_\\\[<|#>~-]")
_ESCAPED = re.compile(
    r"\*|(?<![^\W_])_|_(?![^\W_])|\\(?=[!-/:-@\[-`{-~])|\[(?=\^)|<(?=!--|/?u>|br ?/?>|/?sup>)"
    r"|(?:^|(?<=\n))(?:[#>|]|-(?=--))"
)
_BAR = re.compile(r"\|")
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LETTER = re.compile(r"[^\W_]")
_TAGS = re.compile(r"</?sup>")


class VisibleStretch(NamedTuple):
    """Visible characters and where they stand in the Markdown.

    `start` and `length` count the Markdown, from the start of the paragraph's words; `visible` is the index of the
    first visible character. A footnote marker has the length of its Markdown, all others that of their words.
    """

    start: int
    length: int
    visible: int


@dataclass(slots=True, eq=False)
class WrittenMarkdown:
    """The Markdown of a paragraph, the stretches of its visible characters in order, and the emphasis it leaves out."""

    text: str
    stretches: list[VisibleStretch]
    dropped: int = 0


class Seen(NamedTuple):
    """The view of a reader of Markdown: characters, the emphasis of each as bits, and the labels of footnote markers.

    A marker `[^1]` is one character, `MARKER`; a raised figure is a character like others.
    """

    words: str
    bits: list[int]
    labels: list[str]
    raised: frozenset[int] = frozenset()
    """The indexes of raised figures."""


class _Token(NamedTuple):
    """Words with one look; soft ones (blanks, markers) have that of their neighbours."""

    text: str
    bits: int
    soft: bool = False
    note: str = ""
    raised: bool = False


def write(pieces: Sequence[RunPiece], *, in_table: bool = False) -> WrittenMarkdown:
    """The pieces of a paragraph as Markdown."""
    if not any(piece.bits & _ALL or piece.note or piece.raised for piece in pieces):
        words = "".join(piece.text for piece in pieces)
        if not _SPECIAL.search(words) and "\n\n" not in words:
            return WrittenMarkdown(words, [VisibleStretch(0, len(words), 0)] if words else [])
    last = WrittenMarkdown("", [])
    for drop in _DROPS:
        tokens = _settled(_tokens(pieces, _ALL & ~drop))
        if drop and not any(piece.bits & drop for piece in pieces):
            continue
        last = _written(tokens, in_table)
        last.dropped = drop
        if _is_same(last.text, tokens):
            break
    return last


def seen(markdown: str, notes: Collection[str] = ()) -> Seen:
    """The view of a reader of the words of one paragraph; raised figures with the label of a note are its markers."""
    folded = fold_once(markdown)
    bits = [0] * len(markdown)
    hidden = bytearray(len(markdown))
    for run in folded.emphasis:
        for span in (run.opening, run.closing):
            hidden[span.start : span.end] = b"\1" * len(span)
        bit = STYLES[run.style]
        for at in range(run.opening.end, run.closing.start):
            bits[at] |= bit
    for match in _BACKSLASH.finditer(markdown):
        if not hidden[match.start()] and not (match.start() and _is_escaped(markdown, match.start())):
            hidden[match.start()] = 1
    labels: list[str] = []
    replaced: dict[int, str] = {}
    raised: set[int] = set()
    for marker in folded.markers:
        start, end = marker.local
        raw = markdown[start:end]
        if raw.startswith("[^") or marker.label in notes:
            labels.append(raw[2:-1] if raw.startswith("[^") else marker.label)
            replaced[start] = MARKER
            hidden[start + 1 : end] = b"\1" * (end - start - 1)
            bits[start] = 0
        else:
            for tag in _TAGS.finditer(raw):
                hidden[start + tag.start() : start + tag.end()] = b"\1" * (tag.end() - tag.start())
            bits[start:end] = [0] * (end - start)
            raised |= {*range(start, end)}
    kept = [at for at in range(len(markdown)) if not hidden[at]]
    words = "".join(replaced.get(at) or markdown[at] for at in kept)
    lifted = frozenset(index for index, at in enumerate(kept) if at in raised) if raised else frozenset()
    return Seen(words, [bits[at] for at in kept], labels, lifted)


def _is_escaped(markdown: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before an offset."""
    before = markdown[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _tokens(pieces: Sequence[RunPiece], wanted: int) -> list[_Token]:
    tokens: list[_Token] = []
    for (bits, note, raised), some in groupby(
        pieces, key=lambda piece: (piece.bits & wanted, piece.note, piece.raised)
    ):
        words = "".join([piece.text for piece in some])
        if note or raised:
            tokens.append(_Token(words, 0, True, note, raised))
            continue
        start, end = len(words) - len(words.lstrip()), len(words.rstrip())
        if start:
            tokens.append(_Token(words[: min(start, len(words))], bits, True))
        if start < end:
            tokens.append(_Token(words[start:end], bits))
            if end < len(words):
                tokens.append(_Token(words[end:], bits, True))
    return tokens


def _settled(tokens: list[_Token]) -> list[_Token]:
    """Blanks and markers look like what is on both sides of them, and no emphasis holds only signs."""
    hard = [index for index, token in enumerate(tokens) if not token.soft]
    bits = [token.bits for token in tokens]
    for index, token in enumerate(tokens):
        if token.soft:
            place = bisect_right(hard, index)
            around = bits[hard[place - 1]] & bits[hard[place]] if 0 < place < len(hard) else 0
            bits[index] = 0 if token.text.count("\n") > 1 else around
    for bit in STYLES.values():
        start = 0
        while start < len(tokens):
            end = start + 1
            if bits[start] & bit:
                while end < len(tokens) and bits[end] & bit:
                    end += 1
                if not any(_LETTER.search(token.text) for token in tokens[start:end] if not token.soft):
                    for index in range(start, end):
                        bits[index] &= ~bit
            start = end
    return [_Token(token.text, found, *token[2:]) for token, found in zip(tokens, bits, strict=True)]


def _written(tokens: list[_Token], in_table: bool) -> WrittenMarkdown:
    plain = "".join(token.text for token in tokens)
    escapes: list[int] = []
    if _SPECIAL.search(plain):
        escapes = [match.start() for match in _ESCAPED.finditer(plain)]
        if in_table:
            escapes = sorted({*escapes, *(match.start() for match in _BAR.finditer(plain))})
    out: list[str] = []
    stretches: list[VisibleStretch] = []
    length = at = 0
    opened: list[tuple[int, str, str]] = []
    next_escape = 0

    def put(words: str) -> None:
        nonlocal length
        out.append(words)
        length += len(words)

    for index, token in enumerate(tokens):
        while any(not token.bits & bit for bit, _, _ in opened):
            put(opened.pop()[2])
        missing = [each for each in _DELIMITERS if token.bits & each[0] and each not in opened]
        missing.sort(key=lambda each: -_reach(tokens, index, each[0]))
        for each in missing:
            opened.append(each)
            put(each[1])
        end = at + len(token.text)
        if token.note:
            marker = f"[^{token.note}]"
            stretches.append(VisibleStretch(length, len(marker), at))
            put(marker)
        elif token.raised:
            stretches.append(VisibleStretch(length + len("<sup>"), len(token.text), at))
            put(f"<sup>{token.text}</sup>")
        else:
            first = at
            while next_escape < len(escapes) and escapes[next_escape] < end:
                stop = escapes[next_escape]
                if first < stop:
                    stretches.append(VisibleStretch(length, stop - first, first))
                    put(plain[first:stop])
                put("\\")
                first = stop
                next_escape += 1
            stretches.append(VisibleStretch(length, end - first, first))
            put(plain[first:end])
        at = end
    while opened:
        put(opened.pop()[2])
    return WrittenMarkdown("".join(out), stretches)


def _reach(tokens: list[_Token], index: int, bit: int) -> int:
    """How many tokens from one on have a bit."""
    end = index
    while end < len(tokens) and tokens[end].bits & bit:
        end += 1
    return end - index


def _is_same(markdown: str, tokens: list[_Token]) -> bool:
    """Whether the Markdown reads as what the tokens show, blanks aside."""
    folded = fold_once(markdown)
    words = "".join([token.text for token in tokens if not (token.note or token.raised)])
    if folded.text == (words if words.isascii() else words.translate(SAME_WIDTH)):
        labels = [marker.label for marker in folded.markers]
        if labels != [token.note or token.text for token in tokens if token.note or token.raised]:
            return False
        runs = [(run.start, run.end, STYLES[run.style]) for run in folded.emphasis]
        return _merged(runs) == _merged(_emphasised(tokens))
    return _is_same_by_character(markdown, tokens)


def _emphasised(tokens: list[_Token]) -> Iterator[tuple[int, int, int]]:
    """The stretches of emphasis: start and end in the folded words, and bit."""
    at = 0
    for token in tokens:
        end = at if token.note or token.raised else at + len(token.text)
        if token.bits and end > at:
            yield from ((at, end, bit) for bit in STYLES.values() if token.bits & bit)
        at = end


def _merged(runs: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Stretches of emphasis, by bit and in order, as one where they touch."""
    out: list[tuple[int, int, int]] = []
    for start, end, bit in sorted(runs, key=lambda run: (run[2], run[0])):
        if out and out[-1][2] == bit and out[-1][1] >= start:
            out[-1] = (out[-1][0], max(end, out[-1][1]), bit)
        else:
            out.append((start, end, bit))
    return out


def _is_same_by_character(markdown: str, tokens: list[_Token]) -> bool:
    """The same, for words of which Markdown joins lines or hides some."""
    words, bits, labels, _ = seen(markdown)
    wanted = [(each, 0 if token.note else token.bits) for token in tokens for each in token.text]
    got = [each for each in zip(words, bits, strict=True) if not each[0].isspace()]
    notes = [token.note for token in tokens if token.note]
    return got == [each for each in wanted if not each[0].isspace()] and labels == notes
