"""What a block looks like on its own: a heading, a part, an annex, a meeting line, a paragraph."""

from __future__ import annotations

import re
from typing import Literal

from ..text.regex import lazy
from .blocks import Block, finished
from .fold import fold
from .lexicon import Lexicon
from .vocabulary import Form

Role = Literal["side", "annex", "part", "meeting", "declaration", "heading", "number", "item", "paragraph"]

_WINDOW = 240
_SHORT = 90
_NUMERAL = 8
_ITALIC = lazy(r"[*_][^*_\s][^*_]*[*_]")
_CAPITAL_ITALIC = lazy(r"(?:\*{1,3}|_{1,3})[“\"‘(]?([^\W\d_])")


class Roles:
    """Answers about single blocks of one text."""

    def __init__(self, content: str, lexicon: Lexicon) -> None:
        self.content = content
        self.lexicon = lexicon

    def words(self, block: Block) -> str:
        """The first folded words of a block, without its label."""
        window = 3 * _WINDOW if block.bold else _WINDOW
        return fold((self.content[block.words : min(block.end, block.words + window)],)).text

    def role(self, block: Block) -> Role:
        """What a block is, as far as it says so itself."""
        if block.kind not in ("text", "heading"):
            return "side"
        if block.label is not None and block.label.style != "decimal":
            return "item"
        if self._is(self.lexicon.layout.declaration, block) and not block.bold:
            return "declaration"
        return "number" if block.label is not None else self._line(block)

    def _line(self, block: Block) -> Role:
        layout = self.lexicon.layout
        marked = block.bold or block.kind == "heading"
        if marked or len(block.body) <= _WINDOW:
            if self._is(layout.meeting, block):
                return "meeting"
            heads = marked or not self.finished(block) or self._alone(block)
            if heads and self._is(layout.annex, block):
                return "annex"
            if (marked or len(block.body) <= _NUMERAL) and heads and self._is(layout.part, block):
                return "part"
        return "heading" if marked or self._plain_heading(block) else "paragraph"

    def _alone(self, block: Block) -> bool:
        """Whether the first line of a block is a heading by its shortness: "Annex II" before the lines of its title."""
        first = self.content[block.words : min(block.end, block.words + _SHORT)].splitlines()[0]
        return len(first.strip()) <= 2 * _NUMERAL and block.words + len(first) < block.end

    def finished(self, block: Block) -> bool:
        """Whether a block ends as a paragraph may."""
        return finished(self.content[max(block.words, block.end - 80) : block.end])

    def last(self, block: Block) -> str:
        """The mark a block ends with, footnote markers and quotes aside: a comma, semicolon, colon, stop or ""."""
        words = fold((self.content[max(block.words, block.end - 80) : block.end],)).text.rstrip("”\"’') *_")
        return words[-1:] if words[-1:] in (",", ";", ":", ".") else ""

    def form(self, block: Block) -> Form | None:
        """The form of the known opener with which a block begins; None when it begins with no known opener."""
        entry = self.lexicon.begins(self.content[block.words : min(block.end, block.words + _WINDOW)])
        return entry.form if entry else None

    def opens(self, block: Block) -> bool:
        """Whether a block begins like a paragraph: with a known opener or with a capital in italics."""
        match = _CAPITAL_ITALIC.match(self.content, block.words, block.end)
        return (match is not None and match[1].isupper()) or self.form(block) is not None

    def lower(self, block: Block) -> bool:
        """Whether the first letter of a block is small."""
        head = self.content[block.words : block.words + 4].lstrip('*_(“"‘')
        return head[:1].islower()

    def label_of(self, block: Block) -> str:
        """The numeral or letter that the pattern of an annex or a part catches in a block; "" when there is none."""
        words = self.words(block)
        for pattern in (*self.lexicon.layout.annex, *self.lexicon.layout.part):
            match = pattern.match(words)
            if match:
                return next((group for group in match.groups() if group), "")
        return ""

    def is_field(self, block: Block) -> bool:
        """Whether a block is nothing but the name of a field of the heading block."""
        words = self.words(block).strip(" *_")
        return any(pattern.fullmatch(words) for pattern in self.lexicon.layout.field)

    def is_masthead(self, block: Block) -> bool:
        """Whether a block is a line of the masthead by its words."""
        return self._is(self.lexicon.layout.masthead, block) or self._is(self.lexicon.layout.adopted, block)

    def is_sponsors(self, block: Block) -> bool:
        """Whether a block names who submits the draft."""
        return self._is(self.lexicon.layout.sponsors, block)

    def is_chapeau(self, block: Block) -> bool:
        """Whether a block recommends the text that follows to another organ."""
        words = fold((self.content[block.words : min(block.end, block.words + 3 * _WINDOW)],)).text
        return any(pattern.match(words) for pattern in self.lexicon.layout.chapeau)

    def _is(self, patterns: tuple[re.Pattern[str], ...], block: Block) -> bool:
        if not patterns:
            return False
        words = self.words(block)
        return any(pattern.match(words) for pattern in patterns)

    def _plain_heading(self, block: Block) -> bool:
        if len(block.body) > _SHORT or self.finished(block) or self.form(block) is not None:
            return False
        source = self.content[block.words : block.end]
        if _ITALIC.fullmatch(source):
            return True
        return source[:1].isupper() and not self.opens(block)
