"""The blocks of a whole text, found stretch by stretch: after a keystroke all stretches but one are known."""

from __future__ import annotations

from ..text.record import NamedTuple
from ..text.regex import lazy
from .blocks import Block, Scanner, State
from .lexicon import Lexicon
from .recent import Recent

_LEAST = 100_000
"""Characters that are remembered of short texts."""
_SHORTEST = 4000
"""Characters of a stretch at least: more and shorter ones cost a new text more than an edit gains by them."""
# About every fifth blank line will do. As it depends on nothing but the next few characters which ones these are, the
# cuts below an edit are soon the same as they were.
_CUT = lazy(r"\n\r?\n(?=[^\n]{9}[ei])")


class Stretch(NamedTuple):
    """Blocks where they were met last, and what they say of the lines below them."""

    start: int
    blocks: tuple[Block, ...]
    state: State


_Known = Recent[tuple[str, State], Stretch]


def find_blocks(content: str, lexicon: Lexicon) -> list[Block]:
    """The blocks of a text in order; every character that is not a blank lies in one of them."""
    known = _known_under(lexicon)
    known.expect(len(content))
    blocks: list[Block] = []
    state = State()
    at = 0
    while at < len(content):
        cut = _CUT.search(content, at + _SHORTEST)
        end = cut.end() if cut else len(content)
        key = content[at:end], state
        stretch = known.get(key)
        if stretch is None:
            scanner = Scanner(content, lexicon, at, end, state)
            stretch = Stretch(at, tuple(scanner.scan()), scanner.state)
            end = scanner.at
            if not scanner.looked_on:
                known.keep(key, stretch)
        elif stretch.start != at:
            by = at - stretch.start
            stretch = Stretch(at, tuple([block.shifted(by) for block in stretch.blocks]), stretch.state)
            known.keep(key, stretch)
        blocks += stretch.blocks
        state = stretch.state
        at = end
    return blocks


def _known_under(lexicon: Lexicon) -> _Known:
    return lexicon.memo.once(Stretch, lambda: Recent(_length, _LEAST))


def _length(key: tuple[str, State]) -> int:
    return len(key[0])
