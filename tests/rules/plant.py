"""Plants known mistakes in clean drafts, one at a time, and counts how many of them are found.

A mistake is a pattern of what is right and what a hasty writer makes of it. The place is chosen by a seed, so that the
same mistakes are planted every time. By hand, over a folder of drafts:

    python tests/rules/plant.py FOLDER [--each 60] [--misses KIND]
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reslint.draft import Draft, parse
from reslint.engine import Finding, Ruleset, RunSettings, lint, load
from reslint.formats import open_file
from reslint.text import Text

Change = str | Callable[["re.Match[str]"], str]


@dataclass(frozen=True)
class Mistake:
    """A kind of mistake: where it can be made, how, and the rules one of which should see it."""

    kind: str
    find: str
    change: Change
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Planted:
    """A text with one mistake at `at`, where `before` stood."""

    text: str
    at: int
    before: str
    after: str

    @property
    def shift(self) -> int:
        """By how much the text behind the mistake has moved."""
        return len(self.after) - len(self.before)


def _later(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 1}{match[3]}"


def _next_letter(match: re.Match[str]) -> str:
    return f"{match[1]}({chr(ord(match[2]) + 1)}) "


def _years_later(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 3}"


SEQUENCE = ("sequence/missing-adverb", "sequence/wrong-adverb", "sequence/orphan-adverb", "sequence/adverb-position")
_WORD = r"[a-z][a-z-]+"
_DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_PREAMBLE = r"^\*(?:Recalling|Noting|Recognizing|Reaffirming|Welcoming|Stressing|Convinced|Aware|Mindful)\b[^\n]*"
PARTICIPLES = {
    "Requests": "Requesting",
    "Encourages": "Encouraging",
    "Welcomes": "Welcoming",
    "Stresses": "Stressing",
    "Affirms": "Affirming",
    "Calls upon": "Calling upon",
}
FINITE = {
    "Recalling": "Recalls",
    "Noting": "Notes",
    "Recognizing": "Recognizes",
    "Reaffirming": "Reaffirms",
    "Stressing": "Stresses",
}
MISTAKES = (
    Mistake(
        "opener not italic",
        r"^(\d+\. )?\*([A-Z][a-z]+)\*(?= )",
        r"\1\2",
        ("opener/operative-italic", "opener/preambular-italic"),
    ),
    Mistake(
        "italics too long",
        r"\*((?:Recognizing|Noting|Convinced|Stressing|Mindful|Aware))\* (that|of)\b",
        r"*\1 \2*",
        ("opener/italic-span",),
    ),
    Mistake(
        "opener with two capitals",
        r"^(\d+\. )\*(Also|Further) ([a-z])",
        lambda m: f"{m[1]}*{m[2]} {m[3].upper()}",
        ("opener/capital",),
    ),
    Mistake(
        "participle in the operative part",
        r"^(\d+\. )\*(Requests|Encourages|Welcomes|Stresses|Affirms|Calls upon)\*",
        lambda m: f"{m[1]}*{PARTICIPLES[m[2]]}*",
        ("opener/operative-form", "structure/numbered-preamble"),
    ),
    Mistake(
        "finite verb in the preamble",
        r"^\*(Recalling|Noting|Recognizing|Reaffirming|Stressing)\*",
        lambda m: f"*{FINITE[m[1]]}*",
        ("opener/preambular-form", "structure/element-order"),
    ),
    Mistake("calls on", r"\*((?:Also |Further )?[Cc]alls) upon\*", r"*\1 on*", ("opener/preposition",)),
    Mistake(
        "adverb left out",
        r"^(\d+\. )\*(?:Also|Further) ([a-z])([a-z ]+)\*",
        lambda m: f"{m[1]}*{m[2].upper()}{m[3]}*",
        SEQUENCE,
    ),
    Mistake("participle adverb left out", r"^\*([A-Z][a-z]+) (?:also|further)\*", r"*\1*", SEQUENCE),
    Mistake(
        "adverb for nothing", r"^(1\. )\*([A-Z])([a-z ]+)\*", lambda m: f"{m[1]}*Also {m[2].lower()}{m[3]}*", SEQUENCE
    ),
    Mistake("adverbs in the wrong order", r"^(\d+\. )\*Also ([a-z ]+)\*", r"\1*Further \2*", SEQUENCE),
    Mistake(
        "adverb before a participle", r"^\*([A-Z])([a-z]+) also\*", lambda m: f"*Also {m[1].lower()}{m[2]}*", SEQUENCE
    ),
    Mistake("semicolon in the preamble", rf"({_PREAMBLE}),$", r"\1;", ("punctuation/preambular-end",)),
    Mistake(
        "preamble without comma",
        rf"({_PREAMBLE}[a-z]),$",
        r"\1",
        ("punctuation/preambular-end", "structure/split-paragraph"),
    ),
    Mistake("comma after an operative paragraph", r"^(\d+\. \*[^\n]*[a-z]);$", r"\1,", ("punctuation/operative-end",)),
    Mistake(
        "full stop after an operative paragraph", r"^(\d+\. \*[^\n]*[a-z]);$", r"\1.", ("punctuation/operative-end",)
    ),
    Mistake("number left out", r"^()(\d+)(\. \*)(?=[^\n]*;$)", _later, ("numbering/operative",)),
    Mistake("letter left out", r"^()\(([b-g])\) ", _next_letter, ("numbering/subparagraph",)),
    Mistake(
        "small letter in a list",
        r"^(\([a-z]\) )([A-Z])(?=[a-z]+ )",
        lambda m: m[1] + m[2].lower(),
        ("structure/subparagraph-capital",),
    ),
    Mistake(
        "item without “to”",
        r"^(\([b-z]\) )To (provide|ensure|support|develop|promote|collect|make|publish) ",
        lambda m: f"{m[1]}{m[2].capitalize()}ing ",
        ("structure/subparagraph-parallel",),
    ),
    Mistake(
        "numbered preamble", r"^(?=\*(?:Recalling|Noting|Mindful|Convinced)\b)", "1. ", ("structure/numbered-preamble",)
    ),
    Mistake(
        "organ not italic",
        r"^\*(The (?:General Assembly|Economic and Social Council))(,?)\*(,?)$",
        r"\1\2\3",
        ("structure/enacting-line",),
    ),
    Mistake(
        "organ without comma",
        r"^(\*The General Assembly),?(\*),?$(?=\n\n\*[A-Z][a-z]+(?:ing|ed)\b)",
        r"\1\2",
        ("structure/enacting-line",),
    ),
    Mistake("number still open", r"(?<=resolution )\d{2}/\d{1,3}(?= of \d)", "80/[...]", ("structure/placeholder",)),
    Mistake(
        "full stop in the title", r"^(\*\*[A-Z\d][^*\n]*[a-z])(\*\*)$(?=\n\n\*The )", r"\1.\2", ("structure/title",)
    ),
    Mistake(
        "sentence inside",
        rf"^(\d+\. \*[^\n]*{_WORD}), (?:and|which) ({_WORD})",
        lambda m: f"{m[1]}. {m[2].capitalize()}",
        ("punctuation/internal-stop",),
    ),
    Mistake(
        "serial comma",
        rf"(?<=\b)({_WORD}, {_WORD}) and ({_WORD})(?=[,;])",
        r"\1, and \2",
        ("punctuation/serial-comma",),
    ),
    Mistake(
        "no comma before a verb",
        r"(?<=[a-z]), and (requests|encourages|urges|stresses|stressing|noting|recognizing) (?=the |that |its )",
        r" and \1 ",
        ("punctuation/verb-comma",),
    ),
    Mistake("straight quotation marks", r"“([^“”\n]+)”", r'"\1"', ("punctuation/quotes",)),
    Mistake("comma inside the quotation", r"(?<=[a-z])”,", ",”", ("punctuation/quotes",)),
    Mistake("hyphen in a range", r"(?<=\d{4})–(?=\d{4})", "-", ("punctuation/range-dash", "style/range-dash")),
    Mistake(
        "wrong year",
        rf"(resolution \d\d/\d+ of {_DAY[:-5]})(\d{{4}})",
        _years_later,
        ("citation/date-session", "citation/date-mismatch"),
    ),
    Mistake("no date", rf"(its resolution \d\d/\d+) of {_DAY}(?=,| on |$)", r"\1", ("citation/first-mention-date",)),
    Mistake(
        "no comma before a title",
        rf"(resolution \d\d/\d+(?: [A-Z])?(?: of {_DAY})?), entitled (?=“[^“”\n]*”)",
        r"\1 entitled ",
        ("citation/title-form",),
    ),
    Mistake(
        "own resolution by name",
        r"(?<=\* )its resolution (?=\d\d/)",
        "General Assembly resolution ",
        ("citation/own-resolution",),
    ),
    Mistake("symbol in the text", r"(?<=its resolution )(?=\d\d/\d+)", "A/RES/", ("citation/symbol-in-text",)),
    Mistake("year run on", r"(?<=resolution )(\d{4}) (\(\d{4}\))", r"\1\2", ("citation/security-council-year",)),
    Mistake(
        "number of another body", r"(?<=General Assembly resolution )\d\d/(?=\d+)", "2012/", ("citation/number-format",)
    ),
    Mistake(
        "short name of another body",
        rf"((?:Assembly|Council) resolution \S+(?: \(\d+\))?(?: of {_DAY})?,? in which )"
        r"the (Assembly|Council)\b(?! and)",
        lambda m: f"{m[1]}the {'Council' if m[2] == 'Assembly' else 'Assembly'}",
        ("citation/short-name",),
    ),
    Mistake("letter run on", r"\b([Pp]aragraph \d+) (\([a-z]\))", r"\1\2", ("citation/paragraph-form",)),
    Mistake("paragraph that is not there", r"(?<=paragraph )\d+ above", "997 above", ("numbering/cross-reference",)),
    Mistake("marker before the comma", r"([,;])(\[\^\d+\])(?!:)", r"\2\1", ("footnote/marker-placement",)),
    Mistake("marker without a note", r"^\[\^\d+\]: [^\n]*\n?", "", ("footnote/undefined", "footnote/order")),
    Mistake("note without a marker", r"(?<=[a-z,;])\[\^\d+\](?!:)", "", ("footnote/unused", "footnote/order")),
    Mistake("note without full stop", r"^(\[\^\d+\]: [^\n]*[\w)])\.$", r"\1", ("footnote/end-stop",)),
    Mistake("series not italic", r"\*Treaty Series\*", "Treaty Series", ("footnote/treaty-series",)),
    Mistake("volume in the plural", r"(?<=\*, )vol\.(?= \d+, No)", "vols.", ("footnote/treaty-series",)),
    Mistake(
        "session in figures",
        r"(?<=Assembly, )Seventy-(eighth|seventh) Session",
        "78th Session",
        ("footnote/official-records",),
    ),
    Mistake(
        "ordinal in figures",
        r"\b(?:seventy-eighth|eightieth|eighty-third|eighty-second) session",
        "83rd session",
        ("style/session-ordinal",),
    ),
    Mistake("word twice", rf"\b(of|the|in|to) (?={_WORD})", r"\1 \1 ", ("style/repeated-word",)),
)


def places(mistake: Mistake, text: str) -> list[re.Match[str]]:
    """Where a mistake can be made: in the resolution itself and its notes, not in what stands before or annexed."""
    start = re.search(r"^\*?The [A-Z][\w ]+,?\*?,?$", text, re.M)
    begin = max(0, start.start() - 400) if start else 0
    end = re.search(r"^\*\*Annex", text, re.M)
    notes = text.find("\n[^", end.start()) if end else -1
    found = []
    for match in re.finditer(mistake.find, text, re.M):
        annexed = end is not None and end.start() <= match.start() and not (0 <= notes < match.start())
        if match.start() >= begin and not annexed:
            found.append(match)
    return found


def plant(mistake: Mistake, text: str, seed: str) -> Planted | None:
    """The text with this mistake at a place that the seed chooses; None where it cannot be made."""
    found = places(mistake, text)
    if not found:
        return None
    match = random.Random(f"{seed} {mistake.kind}").choice(found)
    change = mistake.change
    after = change(match) if callable(change) else match.expand(change)
    if after == match[0]:
        return None
    return Planted(text[: match.start()] + after + text[match.end() :], match.start(), match[0], after)


def seen(mistake: Mistake, planted: Planted, clean: Sequence[Finding], ruleset: Ruleset) -> bool:
    """Whether one of the rules says something of the planted text that it does not say of the clean one."""
    known = Counter(
        (one.rule, one.span.start + (planted.shift if one.span.start >= planted.at + len(planted.before) else 0))
        for one in clean
        if one.rule in mistake.rules
    )
    found = findings(planted.text, ruleset, mistake.rules)
    return bool(Counter((one.rule, one.span.start) for one in found) - known)


def findings(text: str, ruleset: Ruleset, rules: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """The findings of the rules (all, when none is named) in a text."""
    return lint(draft_of(text, ruleset), ruleset, RunSettings(select=rules)).findings


def draft_of(text: str, ruleset: Ruleset) -> Draft:
    """The draft that a text is."""
    return parse(Text(text), ruleset.vocabulary)


def sow(
    mistake: Mistake, texts: dict[str, str], ruleset: Ruleset, rounds: int = 1, most: int = 0
) -> Iterator[tuple[str, Planted, bool]]:
    """The mistake in each of the texts, once a round: the name of the text, what was planted, whether it is seen."""
    planted = 0
    for name, text in texts.items():
        clean: tuple[Finding, ...] | None = None
        for number in range(rounds):
            one = plant(mistake, text, f"{name} {number}")
            if one is None:
                break
            if clean is None:
                clean = findings(text, ruleset, mistake.rules)
            yield name, one, seen(mistake, one, clean, ruleset)
            planted += 1
            if planted == most:
                return


def main() -> None:
    """Prints the recall of each kind of mistake over a folder, and what was missed of one."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--each", type=int, default=60, help="how many mistakes of each kind")
    arguments.add_argument("--misses", default="", metavar="KIND", help="show what was missed of this kind")
    given = arguments.parse_args()
    ruleset = load(["un"])
    files = sorted(path for path in given.folder.rglob("*.md"))
    random.Random(1).shuffle(files)
    texts = {path.name: open_file(path, path.read_bytes()).text.content for path in files}
    total: Counter[bool] = Counter()
    for mistake in MISTAKES:
        if given.misses and given.misses != mistake.kind:
            continue
        counts: Counter[bool] = Counter()
        for name, planted, found in sow(mistake, texts, ruleset, most=given.each):
            counts[found] += 1
            if given.misses and not found:
                line = planted.text[planted.text.rfind("\n", 0, planted.at) + 1 :].partition("\n")[0]
                print(f"  {name}: “{planted.before[-60:]}” → “{planted.after[-60:]}” in: {line[:160]}")
        planted_count = sum(counts.values())
        share = f"{counts[True] / planted_count:7.1%}" if planted_count else "      –"
        print(f"{mistake.kind:42} {planted_count:4} planted {counts[True]:4} found {share}")
        total += counts
    every = sum(total.values())
    print(f"{'all':42} {every:4} planted {total[True]:4} found {total[True] / max(1, every):7.1%}")


if __name__ == "__main__":
    main()
