"""Counts what is in a folder of resolutions with a few regular expressions and compares with the parser's tree.

The count shares no code with the parser: it reads line by line and knows only the layout of converted print (one
paragraph a line, openers in italics, `[^1]` footnotes). Run it by hand:

    python tests/measure/count_corpus.py FOLDER
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import yaml

from reslint.draft import Draft, parse
from reslint.engine.language.vocabulary import build_vocabulary
from reslint.text import Text

ENACTING = re.compile(r"\*?The (General\*? Assembly|Economic and Social Council|Security Council)\*?,?\*?$")
PARAGRAPH = re.compile(r"\*[A-Z](?![^*]*\*$)")
NUMBERED = re.compile(r"\d{1,3}\. ")
ITEM = re.compile(r"\([a-z]{1,5}\) ")
WE = re.compile(r"We, ")
PART = re.compile(r"\*\*(?:Part )?[IVX]+ ")
ANNEX = re.compile(r"\*\*Annex")
MEETING = re.compile(r"\*?\d+(st|nd|rd|th)( \(resumed\))? plenary meeting")
NOTE = re.compile(r"\[\^\w+\]:")
MARKER = re.compile(r"\[\^\w+\](?!:)")
PLAIN_OPENER = re.compile(r"[A-Z][a-z]+(?:ing |s:$)")
FINITE = re.compile(r"\*?(?:Also |Further )?[A-Z]?[a-z]+(?<![su])s\b")
KINDS = ("preambular", "operative", "subparagraph", "marker", "note")


def count(lines: list[str]) -> Counter[str]:
    """The counts of the lines of one file."""
    found: Counter[str] = Counter()
    body = [line for line in lines if not NOTE.match(line)]
    found["note"] = len(lines) - len(body)
    found["marker"] = sum(len(MARKER.findall(line)) for line in lines)
    found["subparagraph"] = sum(bool(ITEM.match(line)) for line in lines)
    start = next((number for number, line in enumerate(body) if ENACTING.match(line)), None)
    if start is None:
        return found
    ends = (ANNEX, MEETING, WE)
    end = next((n for n in range(start, len(body)) if any(one.match(body[n]) for one in ends)), len(body))
    section: list[str] = []
    for line in (*body[start + 1 : end], "**I "):
        if PART.match(line):
            count_section(section, found)
            section = []
        else:
            section.append(line)
    return found


def count_section(lines: list[str], found: Counter[str]) -> None:
    """Adds the paragraphs of one part: preambular before the first number or finite verb."""
    first = next((n for n, line in enumerate(lines) if NUMBERED.match(line)), None)
    if first is None:
        first = next((n for n, line in enumerate(lines) if FINITE.match(line)), len(lines))
    for number, line in enumerate(lines):
        if NUMBERED.match(line) or PARAGRAPH.match(line) or PLAIN_OPENER.match(line):
            found["preambular" if number < first else "operative"] += 1


def outline(draft: Draft) -> Counter[str]:
    """The counts of the parser's tree of one file."""
    found = Counter(node.kind for node in draft.nodes() if node.kind in KINDS)
    found["marker"] = len(draft.markers)
    return found


def main(folder: Path) -> None:
    """Prints the differences file by file, and the totals."""
    lexicon = Path(__file__).parents[2] / "rules" / "un" / "lexicon"
    names = ("openers", "organs", "layout")
    vocabulary = build_vocabulary(
        {name: yaml.safe_load((lexicon / f"{name}.yaml").read_text(encoding="utf-8")) for name in names}
    )
    totals: dict[str, Counter[str]] = {"count": Counter(), "outline": Counter()}
    different = 0
    for path in sorted(folder.iterdir()):
        content = path.read_text(encoding="utf-8")
        counted = count([line.strip() for line in content.splitlines() if line.strip()])
        parsed = outline(parse(Text(content), vocabulary))
        totals["count"] += counted
        totals["outline"] += parsed
        differences = [f"{kind} {counted[kind]} / {parsed[kind]}" for kind in KINDS if counted[kind] != parsed[kind]]
        if differences:
            different += 1
            print(f"{path.name}: {', '.join(differences)}")
    print(f"{different} files differ (count / outline); in all:")
    for kind in KINDS:
        print(f"  {kind:<14}{totals['count'][kind]:>7} / {totals['outline'][kind]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
