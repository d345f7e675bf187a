"""The looks of a block of the heading block on its own, and the name that a heading gives itself."""

from __future__ import annotations

from .blocks import Block
from .lexicon import Lexicon
from .reading import Heading, head, read_heading


class Roles:
    """Answers about single blocks of one text that not every block is asked; `Block.reading` has the others."""

    def __init__(self, content: str, lexicon: Lexicon) -> None:
        self.content = content
        self.lexicon = lexicon

    def words(self, block: Block) -> str:
        """The first folded words of a block, without its label."""
        return head(block.folded.text, bold=block.bold)

    def heading(self, block: Block) -> Heading:
        """The reading of a block as a line of the heading block."""
        return read_heading(head(block.folded.text, bold=True), self.lexicon, block.bold)

    def label_of(self, block: Block) -> str:
        """The numeral or letter that the pattern of an annex or a part catches in a block; "" when there is none."""
        words = self.words(block)
        for pattern in (*self.lexicon.layout.annex, *self.lexicon.layout.part):
            match = pattern.match(words)
            if match:
                return next((group for group in match.groups() if group), "")
        return ""
