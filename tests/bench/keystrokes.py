"""How many keys the proposals save: `python -m tests.bench.keystrokes DRAFT…`.

A perfect typist writes each draft from its first letter to its last. At each place she looks at the proposals that an
editor would show; if one of the first few writes what is to be written next, she takes it with as many keys as it is
rows down and one to accept it, as long as that is less than typing; what is shown in grey she takes with one key. Front
matter is left out. A list that stays as she types on is one list, and so is what is shown in grey. Give it texts from
which neither the register nor the phrases were made. Printed per draft and for all: keys without and with proposals,
and how many lists and how much in grey was shown and used; then the same for all with lists alone and grey alone.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from reslint.draft import parse
from reslint.engine.packs.loader import load
from reslint.phrasing import Proposal, Sources, propose
from reslint.phrasing.inline import propose_inline
from reslint.text import Text

_FRONT = re.compile(r"\A---\n.*?^---\n+", re.DOTALL | re.MULTILINE)
ROWS = 8
"""How many rows of a list are looked at."""


def gain(proposal: Proposal, row: int, text: str, offset: int) -> int:
    """The keys that a proposal saves at an offset of the text that is meant; 0 where it writes anything else."""
    start = proposal.span.start
    written = proposal.text + proposal.rest
    if proposal.edits or proposal.fields or not text.startswith(written, start):
        return 0
    return max(0, start + len(written) - offset - (row + 1))


class Counts:
    """The keys that a text has cost, and the lists shown for it."""

    def __init__(self) -> None:
        self.letters = self.keys = self.lists = self.used = self.grey = self.grey_used = 0

    def add(self, other: Counts) -> None:
        """Take in the counts of another text."""
        for name, number in vars(other).items():
            setattr(self, name, getattr(self, name) + number)


class Shown:
    """The proposals at the places of a text, worked out once."""

    def __init__(self, text: str, sources: Sources) -> None:
        self._text, self._sources = text, sources
        self._known: dict[int, tuple[Sequence[Proposal], str]] = {}

    def at(self, at: int) -> tuple[Sequence[Proposal], str]:
        """The rows of the list, and the text in grey."""
        if at not in self._known:
            draft = parse(Text(self._text[:at]), self._sources.vocabulary, forced=True)
            inline = propose_inline(draft, at, self._sources)
            grey = inline.text[at - inline.span.start :] if inline is not None else ""
            self._known[at] = propose(draft, at, self._sources).items[:ROWS], grey
        return self._known[at]


def typed(text: str, proposed: Shown, *, lists: bool = True, inline: bool = True) -> Counts:
    """The counts of writing a text with these kinds of proposals."""
    counts = Counts()
    shown: set[str] = set()
    grey = ""
    at = begun = len(text) - len(_FRONT.sub("", text, count=1))
    while at < len(text):
        found, rest = proposed.at(at)
        found, rest = found if lists else (), rest if inline else ""
        saved, length, by_list = _best(found, text, at)
        counts.lists += bool(found) and shown.isdisjoint(each.label for each in found)
        shown = {each.label for each in found}
        counts.grey += bool(rest) and not grey.startswith(rest)
        if rest and text.startswith(rest, at) and len(rest) - 1 > saved:
            saved, length, by_list = len(rest) - 1, len(rest), False
        grey = rest[1:]
        if saved:
            counts.used += by_list
            counts.grey_used += not by_list
            shown, grey = set(), ""
        counts.keys += max(length, 1) - saved
        at += max(length, 1)
    counts.letters = len(text) - begun
    return counts


def _best(found: Sequence[Proposal], text: str, at: int) -> tuple[int, int, bool]:
    """The keys that the best row saves, how long what it writes is, and whether there is one."""
    saved = length = 0
    for row, proposal in enumerate(found):
        here = gain(proposal, row, text, at)
        if here > saved:
            saved, length = here, proposal.span.start + len(proposal.text + proposal.rest) - at
    return saved, length, saved > 0


def main() -> None:
    """Print a line for each draft, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", nargs="+", type=Path, metavar="DRAFT")
    parser.add_argument("--pack", default="un")
    parser.add_argument("--letters", type=int, default=0, help="write only so many letters of each draft")
    options = parser.parse_args()
    sources = Sources(load([options.pack]))
    every, by_list, in_grey = Counts(), Counts(), Counts()
    for path in options.drafts:
        text = path.read_text("utf-8")
        text = text[: options.letters or None]
        proposed = Shown(text, sources)
        counts = typed(text, proposed)
        every.add(counts)
        by_list.add(typed(text, proposed, inline=False))
        in_grey.add(typed(text, proposed, lists=False))
        print(line(path.name, counts), flush=True)
    print(line("all", every), line("lists alone", by_list), line("grey alone", in_grey), sep="\n")


def line(name: str, counts: Counts) -> str:
    """The figures of a draft as they are printed."""
    share = 100 * (counts.letters - counts.keys) / counts.letters if counts.letters else 0.0
    return (
        f"{name}: {counts.letters} letters, {counts.keys} keys, {share:.1f} % saved; {counts.lists} lists, "
        f"{counts.used} used; {counts.grey} in grey, {counts.grey_used} used"
    )


if __name__ == "__main__":
    main()
