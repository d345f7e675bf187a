"""How many keys the proposals save: `python tests/bench/keystrokes.py DRAFT…`.

A perfect typist writes each draft from its first letter to its last. At each place she looks at the proposals that an
editor would show; if one of the first few writes what is to be written next, she takes it with as many keys as it is
rows down and one to accept it, as long as that is less than typing. Give it texts from which neither the register nor
the phrases were made. Printed per draft and for all: keys without and with proposals, lists shown and lists used.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from reslint.draft import parse
from reslint.engine.packs.loader import load
from reslint.phrasing import Proposal, Sources, propose
from reslint.text import Text

ROWS = 8
"""How many rows of a list are looked at."""


def gain(proposal: Proposal, row: int, text: str, offset: int) -> int:
    """The keys that a proposal saves at an offset of the text that is meant; 0 where it writes anything else."""
    start = proposal.span.start
    written = proposal.text + proposal.rest
    if proposal.edits or proposal.fields or not text.startswith(written, start):
        return 0
    return max(0, start + len(written) - offset - (row + 1))


def typed(text: str, sources: Sources) -> tuple[int, int, int]:
    """Keys pressed, lists shown and lists used in writing a text."""
    keys = lists = used = at = 0
    while at < len(text):
        before = text[:at]
        draft = parse(Text(before), sources.vocabulary, forced=True)
        found = propose(draft, at, sources).items[:ROWS]
        saved, length = 0, 0
        for row, proposal in enumerate(found):
            here = gain(proposal, row, text, at)
            if here > saved:
                saved, length = here, proposal.span.start + len(proposal.text + proposal.rest) - at
        lists += bool(found)
        if saved:
            used += 1
            keys += length - saved
            at += length
        else:
            keys += 1
            at += 1
    return keys, lists, used


def main() -> None:
    """Print a line for each draft, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", nargs="+", type=Path, metavar="DRAFT")
    parser.add_argument("--pack", default="un")
    parser.add_argument("--letters", type=int, default=0, help="write only so many letters of each draft")
    options = parser.parse_args()
    sources = Sources(load([options.pack]))
    totals = [0, 0, 0, 0]
    for path in options.drafts:
        text = path.read_text("utf-8")[: options.letters or None]
        figures = (len(text), *typed(text, sources))
        totals = [total + figure for total, figure in zip(totals, figures, strict=True)]
        print(line(path.name, *figures), flush=True)
    if len(options.drafts) > 1:
        print(line("all", *totals))


def line(name: str, letters: int, keys: int, lists: int, used: int) -> str:
    """The figures of a draft as they are printed."""
    share = 100 * (letters - keys) / letters if letters else 0.0
    return f"{name}: {letters} letters, {keys} keys, {share:.1f} % saved; {lists} lists, {used} used"


if __name__ == "__main__":
    main()
