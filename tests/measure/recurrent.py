"""How words go on in printed resolutions: `python tests/measure/recurrent.py FILE… > rules/un/phrases/recurrent.tsv`.

Reads resolutions (Markdown or text) and writes how likely words are after others, in the form that
`reslint.phrasing.recurrent` reads. A paragraph that a text has twice counts once. A word gets a line only where it
follows the words before it in `--texts` different texts, is right in `--share` per cent of all places once a few of its
letters are typed, and a line with fewer words does not say the same. Numbers are looked up but never proposed.
Count in texts that nothing is measured with.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from reslint.draft import parse
from reslint.engine.packs.loader import load
from reslint.phrasing.recurrent import MOST, START, Likely, is_known, is_word, tokens
from reslint.text import Text

_KINDS = ("preambular", "operative", "subparagraph", "paragraph")
Words = tuple[str, ...]
_LETTERS = 5
"""Letters of a word that may be asked for at most."""
_LEFT = 2
"""Letters of a word that are left to be written at least."""
_LEAST = 12
"""How often some words must stand for anything to be said of what follows them."""
_BETTER = 10
"""By how many per cent more words must be surer than fewer to have a line of their own."""
_NEVER: Likely = Likely("", 99, 0)


class Counts:
    """How often rows of words stand in some texts, and in how many of them."""

    def __init__(self) -> None:
        self.times: Counter[Words] = Counter()
        self.texts: Counter[Words] = Counter()

    def add(self, paragraphs: set[str]) -> None:
        """Count the paragraphs of a text."""
        seen: set[Words] = set()
        for paragraph in paragraphs:
            for row in rows([START, *tokens(paragraph)]):
                self.times[row] += 1
                seen.add(row)
        self.texts.update(seen)


def rows(words: Sequence[str]) -> Iterator[Words]:
    """The rows of words that are looked up, each with the word behind it, which may be any sign."""
    for at in range(len(words)):
        for end in range(at + 1, min(at + MOST + 1, len(words)) + 1):
            yield tuple(words[at:end])
            if not is_known(words[end - 1]):
                break


def table(counts: Counts, least: int, share: int) -> dict[Words, list[Likely]]:
    """The words that are likely after each row of words."""
    following: dict[Words, list[str]] = defaultdict(list)
    for row in counts.times:
        following[row[:-1]].append(row[-1])
    found: dict[Words, list[Likely]] = {}
    for before in sorted(following, key=len):
        several = [(word, counts.times[(*before, word)]) for word in following[before]]
        if sum(times for _, times in several) < _LEAST:
            continue
        begun: Counter[str] = Counter()
        for word, times in several:
            begun.update({word[:size]: times for size in range(_LETTERS + 1)})
        for word, times in sorted(several, key=lambda pair: (-pair[1], pair[0])):
            if counts.texts[(*before, word)] < least or not (is_word(word) or word == ","):
                continue
            likely = needed(word, times, begun, share, is_alone=not before)
            if likely is not None and not is_said(likely, before, found):
                found.setdefault(before, []).append(likely)
    return found


def needed(word: str, times: int, begun: Counter[str], share: int, *, is_alone: bool) -> Likely | None:
    """A word with the letters after which it is likely; None where it never is."""
    sizes = (0,) if word == "," else range(2 if is_alone else 0, min(len(word) - _LEFT, _LETTERS) + 1)
    for size in sizes:
        # One more, which stands for what no text has said yet.
        right = 100 * times // (begun[word[:size]] + 1)
        if right >= share:
            return Likely(word, size, right)
    return None


def is_said(likely: Likely, before: Words, found: dict[Words, list[Likely]]) -> bool:
    """Whether the longest of the shorter rows that speaks of the word says the same."""
    for size in range(len(before) - 1, -1, -1):
        shorter = found.get(before[len(before) - size :], ())
        same = next((each for each in shorter if each.word == likely.word), _NEVER)
        if same is not _NEVER:
            return same.letters <= likely.letters and (same.letters > 0 or same.share >= likely.share - _BETTER)
    return False


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--texts", type=int, default=16)
    parser.add_argument("--share", type=int, default=60)
    parser.add_argument("--of", default="", help="what the texts are, for the head of the table")
    options = parser.parse_args()
    vocabulary, counts = load(["un"]).vocabulary, Counts()
    for path in options.files:
        draft = parse(Text(path.read_text("utf-8", errors="replace")), vocabulary)
        counts.add({draft.wording(node).text for node in draft.nodes(*_KINDS)})
    found = table(counts, options.texts, options.share)
    print(f"# The words that are likely after others, counted in {options.of or f'{len(options.files)} texts'}")
    print(f"# by tests/measure/recurrent.py: each in {options.texts} texts at least, right in {options.share} of 100")
    print(
        "# places once so many of its letters are typed. Columns: the words before; word, letters, share in per cent."
    )
    for before in sorted(found):
        print(" ".join(before), *(f"{each.word} {each.letters} {each.share}" for each in found[before]), sep="\t")


if __name__ == "__main__":
    main()
