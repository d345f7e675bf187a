"""Writes the lexicon of words by which slips of the finger are told, from printed texts and lists of English words.

A word of several printed texts is common. Other words, of two texts or of the lists, are kept where they are one slip
away from a common one. Run it by hand, with texts and lists of one word a line:

    python tests/measure/build_spelling.py --texts FOLDER… --lists FILE… --also WORD… > rules/un/lexicon/spelling.yaml
"""

from __future__ import annotations

import argparse
import re
import string
import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reslint.engine.language.spelling import slips

TEXTS = 3
"""A word of so many texts is common."""
SHORTEST = 5
WORD = re.compile(r"(?<![\w’'/.-])[A-Za-z]{4,}(?![\w’'/-]|\.\w)")
LETTERS = string.ascii_lowercase
HEAD = """\
# Words by which a slip of the finger is told: `common` are those of {texts} or more of {all} printed texts, the
# commonest first; `other` are other right words that one letter more, less, other or swapped makes a common one.
# Source: counts in texts of sessions 78 to 80 of the General Assembly and of the Security Council; for other words,
# too, which words the lists of SCOWL 2020.12.07 (size 70, American and British) have. By
# tests/measure/build_spelling.py; with `--also`: nationale, parte, pointe, noire; and “financers”.
spelling:
  beginnings: [anti, co, counter, cross, inter, multi, non, pre, re, self, sub, un]
  endings: [s]
"""


def main() -> None:
    """Writes the lexicon to the standard output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--lists", type=Path, nargs="+", required=True)
    parser.add_argument("--also", nargs="*", default=[], help="words that are right, too")
    options = parser.parse_args()
    texts = [file.read_text(encoding="utf-8", errors="replace") for each in options.texts for file in each.iterdir()]
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        words = set(WORD.findall(re.sub(r"https?\S+", "", text)))
        small.update(word for word in words if word.islower())
        every.update({word.lower() for word in words})
    counts = sorted(small.items(), key=lambda each: (-each[1], each[0]))
    common = [word for word, count in counts if count >= TEXTS and len(word) >= SHORTEST]
    listed = {line.strip() for file in options.lists for line in file.read_text(encoding="utf-8").splitlines()}
    right = {word for word, count in every.items() if count > 1}  # a word of one text may be a misprint
    right |= {*options.also, *(word.lower() for word in listed if re.fullmatch("[A-Za-z][a-z]+", word))}
    near = {slip for word in common for slip in slips(word, LETTERS) if slip in right and len(slip) >= SHORTEST}
    print(HEAD.format(texts=TEXTS, all=len(texts)), end="")
    print_words("common", common)
    print_words("other", sorted(near.difference(common)))


def print_words(name: str, words: Iterable[str]) -> None:
    """Writes a text of several lines."""
    print(f"  {name}: >-")
    print(textwrap.fill(" ".join(words), 116, initial_indent="    ", subsequent_indent="    "))


if __name__ == "__main__":
    main()
