"""Says how many of the requests in paragraphs that were read are found, with who is asked, what, and the slots.

    python tests/measure/mandates.py FOLDER... [--show]
    python tests/measure/mandates.py FOLDER... --write TABLE
    python tests/measure/mandates.py FOLDER... --spacy

FOLDER has the resolutions as `A_RES_78_134.md`, and drafts as `A_C.2_80_L.25.md`; TABLE is `mandates.tsv` beside this
script unless named by `--table`. A row of the table is a request, or a paragraph without one (`-` for the verb).
Columns, parted by tabs:

    symbol  paragraph  label  verb  addressees  action  deliverables  deadlines  periods  conditions  items

`paragraph` counts the operative paragraphs of the text from 1; addressees are their groups; `action` are the numbers of
its first and last word in the paragraph; deadlines are sessions by number, else their kinds; of periods, conditions and
items only how many there are. No words of a text are in it. `--write` writes what is found in the same paragraphs, to
be read and corrected. `--spacy` says in how many requests spaCy's parser has what is asked begin at the same word: the
infinitive that hangs on the verb, or on whom it asks (on 30 November 2026 with en_core_web_sm 3.8: 50 of 60).

The table: 100 of the 7,290 operative paragraphs of 328 resolutions of session 78, drawn with the seed 20261130 and read
on 30 November 2026. When they were first read 58 of 60 requests had the right addressee and action and 55 every slot;
what was wrong was then looked at, so that what it says now is not a measure of texts that nobody has read.

`mandates-drafts.tsv`: 100 paragraphs with a word that asks, 50 of 105 drafts of session 80 and 50 of session 78, drawn
with the seed 20261201 after the patterns had been changed and before these paragraphs had been looked at. When they
were first read 114 of 119 requests (95.8%) had the right addressee and action and 108 (90.8%) every slot.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reslint.draft import Draft, Node, parse
from reslint.engine import load
from reslint.engine.mandates import Mandate, mandate_words, mandates_of
from reslint.text import Text

TABLE = Path(__file__).with_name("mandates.tsv")
COLUMNS = ("symbol", "paragraph", "label", "verb", "addressees", "action")
SLOTS = ("deliverables", "deadlines", "periods", "conditions", "items")
Row = dict[str, str]


def row_of(draft: Draft, node: Node, place: dict[str, str], mandate: Mandate) -> Row:
    asked = mandate.asked
    text = draft.view(mandate.node).text
    words = [match.start() for match in re.finditer(r"\S+", text)]
    first = sum(at <= asked.start for at in words)
    last = sum(at < asked.end for at in words)
    due = [str(number) for each in asked.deadlines for number in each.sessions]
    return {
        **place,
        "label": mandate.label.removeprefix(node.label).strip(),
        "verb": asked.verb,
        "addressees": "; ".join(each.group for each in asked.addressees),
        "action": f"{first}-{last}",
        "deliverables": "; ".join(sorted({each.kind for each in asked.deliverables})),
        "deadlines": "; ".join(due or [each.kind for each in asked.deadlines]),
        **{name: str(len(getattr(asked, name)) or "") for name in SLOTS[2:]},
    }


def path_of(symbol: str, folders: list[Path]) -> Path:
    """Where the text with a symbol is: in the first of the folders that has it."""
    name = f"{symbol.replace('/', '_')}.md"
    return next((folder / name for folder in folders if (folder / name).is_file()), folders[0] / name)


def found_in(folders: list[Path], places: list[tuple[str, str]]) -> Iterator[Row]:
    """The rows of some paragraphs, each a symbol and a number."""
    ruleset = load(["un"])
    words = mandate_words(ruleset.lexicons)
    assert words is not None
    drafts: dict[str, Draft] = {}
    for symbol, number in places:
        if symbol not in drafts:
            path = path_of(symbol, folders)
            drafts[symbol] = parse(Text(path.read_text(encoding="utf-8")), ruleset.vocabulary)
        draft = drafts[symbol]
        node = draft.nodes("operative")[int(number) - 1]
        below = set(node.walk())
        place = {"symbol": symbol, "paragraph": number}
        rows = [row_of(draft, node, place, each) for each in mandates_of(draft, words) if each.node in below]
        yield from rows or [{**place, "verb": "-"}]


def key(row: Row) -> tuple[str, ...]:
    """The words by which a request is known: place and verb alone."""
    return tuple(row.get(name) or "" for name in ("symbol", "paragraph", "label", "verb"))


def compared(expected: list[Row], found: list[Row], show: bool) -> dict[str, int]:
    """How many requests there are, how many were found, and how many of these are right."""
    left = [row for row in found if row["verb"] != "-"]
    counts = {"expected": 0, "found": len(left), "addressee": 0, "action": 0, "both": 0, "slots": 0}
    for row in expected:
        if row["verb"] == "-":
            continue
        counts["expected"] += 1
        same = [each for each in left if key(each) == key(row)]
        match: Any = min(same, key=lambda each: each["action"] != row["action"], default=None)
        if match is None:
            differing = ["the whole request"]
        else:
            left.remove(match)
            differing = [name for name in (*COLUMNS[4:], *SLOTS) if (match.get(name) or "") != (row.get(name) or "")]
            counts["addressee"] += "addressees" not in differing
            counts["action"] += "action" not in differing
            counts["both"] += not {"addressees", "action"} & set(differing)
            counts["slots"] += not differing
        if differing and show:
            print(*key(row), ": ", ", ".join(differing))
    if show:
        for row in left:
            print(*key(row), ": not expected")
    return counts


def begins_by_parser(doc: Any, verb: int, name: int) -> int:
    """Where the parser has what is asked begin, given where the verb and the name stand; -1 where it has none."""
    verbs = [token for token in doc if verb <= token.idx < name]
    objects = [
        child for token in verbs for child in token.children if child.dep_ in ("dobj", "pobj", "dative", "nsubj")
    ]
    for token in (*verbs, *objects):
        for child in token.children:
            if child.dep_ in ("xcomp", "ccomp", "advcl", "relcl", "acl") and child.idx > name:
                signs = [each for each in child.children if each.tag_ == "TO"]
                if signs:
                    return int(signs[0].idx) + len("to ")
    return -1


def compare_parser(folders: list[Path], expected: list[Row]) -> None:
    """Prints in how many of the requests that were read the parser and the patterns agree where they begin."""
    import spacy
    from spacy.util import get_installed_models

    read = spacy.load(get_installed_models()[0])
    ruleset = load(["un"])
    words = mandate_words(ruleset.lexicons)
    assert words is not None
    same = every = 0
    for symbol, number in dict.fromkeys((row["symbol"], row["paragraph"]) for row in expected if row["verb"] != "-"):
        path = path_of(symbol, folders)
        draft = parse(Text(path.read_text(encoding="utf-8")), ruleset.vocabulary)
        text = draft.view(draft.nodes("operative")[int(number) - 1]).text
        doc = read(text[:1].lower() + text[1:])  # a capital makes a name of the verb
        for asked in words.read(text).asked:
            every += 1
            same += abs(begins_by_parser(doc, asked.at, asked.addressees[0].start) - asked.start) <= 1
    print(f"spaCy: {same} of {every} requests begin where the patterns have them begin")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--show", action="store_true", help="name what differs")
    parser.add_argument("--write", type=Path, metavar="TABLE", help="write what is found in the same paragraphs")
    parser.add_argument("--spacy", action="store_true", help="compare with the parser of the installed pipeline")
    options = parser.parse_args()
    with options.table.open(encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines, delimiter="\t"))
    if options.spacy:
        compare_parser(options.folders, expected)
        return 0
    places = list(dict.fromkeys((row["symbol"], row["paragraph"]) for row in expected))
    found = list(found_in(options.folders, places))
    if options.write:
        with options.write.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, [*COLUMNS, *SLOTS], delimiter="\t", lineterminator="\n")
            writer.writeheader()
            writer.writerows(found)
        return 0
    counts = compared(expected, found, options.show)
    asked = counts["expected"]
    print(f"{len(places)} paragraphs, {asked} requests, {counts['found']} found")
    for name, said in (("addressee", ""), ("action", ""), ("both", "addressee and action"), ("slots", "every slot")):
        print(f"  {said or name}: {counts[name]} of {asked} ({counts[name] / asked:.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
