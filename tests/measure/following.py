"""The words after the openers of printed resolutions: `python tests/measure/following.py FOLDER`.

Reads the Markdown files of a folder and prints, for each opener, how often its first words are which, and for those
that speak to somebody whom they speak to: what `rules/un/phrases/following.yaml` is written from. Prints also how many
sessions lie between a text and the newest resolution that it cites, where the name of the file tells the session.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from reslint.draft import Draft, parse
from reslint.engine.packs.loader import load
from reslint.engine.packs.ruleset import Ruleset
from reslint.text import Text

_CITED = re.compile(r"\b(\d\d)/\d+ of \d")
_SESSION = re.compile(r"A_RES_(\d+)_")
_FIRST = 2
"""How many words are looked at behind an opener."""


def count(draft: Draft, ends: re.Pattern[str], words: dict[str, Counter[str]], addressees: Counter[str]) -> None:
    """Add the openers of a draft to the counts."""
    for node in draft.nodes("preambular", "operative"):
        opener = draft.opener(node)
        if opener is None or opener.entry is None:
            continue
        rest = draft.view(node).text[opener.end :].strip()
        first = rest.split()[:_FIRST]
        for size in range(1, len(first) + 1):
            words[opener.entry.phrase][" ".join(first[:size]).rstrip(",")] += 1
        end = ends.search(rest) if opener.entry.directive else None
        if end is not None:
            addressees[rest[: end.start()]] += 1


def measure(folder: Path, ruleset: Ruleset) -> None:
    """Count and print."""
    ends = re.compile(str(ruleset.lexicons["addressees"]["end"]))
    words: dict[str, Counter[str]] = defaultdict(Counter)
    addressees: Counter[str] = Counter()
    ahead: Counter[int] = Counter()
    for path in sorted(folder.glob("*.md")):
        text = path.read_text("utf-8")
        count(parse(Text(text), ruleset.vocabulary), ends, words, addressees)
        told, cited = _SESSION.search(path.name), [int(session) for session in _CITED.findall(text)]
        if told and cited:
            ahead[int(told[1]) - max(cited)] += 1
    for phrase, counts in sorted(words.items(), key=lambda pair: -sum(pair[1].values()))[:80]:
        print(phrase, *(f"{found}={times}" for found, times in counts.most_common(7)), sep="  ")
    print("addressees", *(f"{found}={times}" for found, times in addressees.most_common(40)), sep="  ")
    print("sessions after the newest one cited", *(f"{by}={times}" for by, times in ahead.most_common(6)), sep="  ")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    measure(parser.parse_args().folder, load(["un"]))
