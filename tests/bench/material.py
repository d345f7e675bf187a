"""Texts for the benchmarks: drafts as long and as varied as printed ones, from the sentences of `sentences.yaml`.

The resolutions that the General Assembly adopted at its seventy-eighth session (328 texts) have a paragraph of 244
characters in the middle and 296 on average, 3.5 nodes for every 1,000 characters, 6 to 20 preambular and 6 to 32
operative paragraphs in most, 12,000 characters in the middle; reslint reports 0.07 findings for every 1,000 characters
of them, and 0.14 in drafts as they were submitted. What is made here has 248 and 277 characters a paragraph, 4.1 nodes,
13,000 characters a draft and 0.16 findings.
"""

from __future__ import annotations

import random
import re
import string
from calendar import month_name
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
REGISTER = HERE.parents[1] / "rules" / "un" / "register" / "resolutions.tsv"
FIELD = re.compile(r"\{([a-z]+)\}")
MIDDLE, SPREAD = 205.0, 0.62
"""The length of a paragraph is drawn from a log-normal distribution with this median, before the last clause."""
SLIPS = 0.06
"""How many paragraphs have a slip in them."""


class Resolution(NamedTuple):
    """A resolution of the register that a draft may cite."""

    number: str
    date: str


def register() -> list[Resolution]:
    """The resolutions of the General Assembly whose date is known from their own first pages."""
    found = []
    for line in REGISTER.read_text(encoding="utf-8").splitlines():
        body, number, date, evidence, *_ = [*line.split("\t"), "", "", ""]
        if (body, evidence) == ("GA", "page") and date and re.fullmatch(r"\d+/\d+", number):
            year, month, day = map(int, date.split("-"))
            found.append(Resolution(number, f"{day} {month_name[month]} {year}"))
    return found


class Draft:
    """One draft while it is written."""

    def __init__(self, made: Made, rng: random.Random) -> None:
        self.made = made
        self.rng = rng
        self.cited: set[str] = set()
        self.notes: list[str] = []
        self.openers: list[str] = []

    def fill(self, words: str) -> str:
        """The words with a draw for each of their fields."""
        while found := FIELD.search(words):
            name = found[1]
            if name == "cite":
                drawn = self.citation()
            elif name == "number":
                drawn = str(next(self.made.numbers))
            else:
                drawn = self.rng.choice(self.made.words[name])
            words = words[: found.start()] + drawn + words[found.end() :]
        return words

    def citation(self) -> str:
        chosen = self.rng.choice(self.made.register)
        first = chosen.number not in self.cited
        self.cited.add(chosen.number)
        return f"its resolution {chosen.number}" + (f" of {chosen.date}" if first else "")

    def opener(self, kind: str) -> str:
        """An opener that none of the last five paragraphs has, so that none calls for an adverb."""
        drawn = self.rng.choice([each for each in self.made.words[kind] if each not in self.openers[-5:]])
        self.openers.append(drawn)
        return str(drawn)

    def paragraph(self, kind: str, label: str, end: str) -> str:
        """A paragraph that no other has the words of, with a slip now and then."""
        opener = self.opener(kind)
        rest = self.long(self.rng.choice(self.made.words[kind][opener]))
        mark = ""
        if self.rng.random() < 0.15:
            rest += f", {self.fill(self.rng.choice(self.made.words['noted']))}"
            self.notes.append(self.fill(self.rng.choice(self.made.words["note"])))
            mark = f"[^{len(self.notes)}]"
        if self.rng.random() < SLIPS / 3:
            end = self.rng.choice(self.made.words["ends"])
        return f"{label}{opener} {self.slip(rest)}{end}{mark}"

    def long(self, words: str) -> str:
        """The words and as many clauses as make a paragraph of some length; never what was said before."""
        wanted = self.rng.lognormvariate(0, SPREAD) * MIDDLE
        tails = cycle(self.rng.sample(self.made.words["tail"], len(self.made.words["tail"])))
        said = self.fill(words)
        while len(said) < wanted or said in self.made.said:
            said += f", {self.fill(next(tails))}"
        self.made.said.add(said)
        return said

    def listed(self, label: str, end: str) -> str:
        """A paragraph with subparagraphs."""
        opener = self.rng.choice(list(self.made.words["lists"]))
        self.openers.append(opener)
        items = [self.long(self.made.words["lists"][opener]) for _ in range(self.rng.randint(2, 6))]
        last = len(items) - 1
        parts = [
            f"({letter}) {self.slip(item)}{end if place == last else ';'}"
            for place, (letter, item) in enumerate(zip(string.ascii_lowercase, items, strict=False))
        ]
        return "\n\n".join([f"{label}{opener}:", *parts])

    def slip(self, words: str) -> str:
        possible = [pair for pair in self.made.words["slips"] if pair[0] in words]
        if not possible or self.rng.random() >= SLIPS:
            return words
        right, wrong = self.rng.choice(possible)
        return words.replace(right, wrong, 1)

    def write(self, size: int) -> str:
        """The whole draft, of about so many characters; of the size that its paragraphs give it when that is 0."""
        words = self.made.words
        head = [f"**{words['session']}**", *map(self.fill, words["heading"]), words["enacting"]]
        share = self.rng.uniform(0.25, 0.4)
        preamble = self.pieces("preambular", int(size * share), self.rng.randint(5, 20), ",")
        operative = self.pieces("operative", int(size * (1 - share)), self.rng.randint(5, 40), ";")
        closing = f"{len(operative) + 1}. {words['closing']}"
        notes = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(self.notes, 1))
        return "\n\n".join([*head, *preamble, *operative, closing, *filter(None, [notes])]) + "\n"

    def pieces(self, kind: str, size: int, number: int, end: str) -> list[str]:
        found: list[str] = []
        length = 0
        while length < size if size else len(found) < number:
            label = f"{len(found) + 1}. " if kind == "operative" else ""
            listing = kind == "operative" and self.rng.random() < 0.05
            found.append(self.listed(label, end) if listing else self.paragraph(kind, label, end))
            length += len(found[-1]) + 2
        return found


class Made:
    """Drafts made of the sentences beside this module. The same seed gives the same drafts, in the order of asking."""

    def __init__(self, seed: int = 1) -> None:
        self.words: dict[str, Any] = yaml.safe_load((HERE / "sentences.yaml").read_text(encoding="utf-8"))
        self.register = register()
        self.rng = random.Random(seed)
        self.numbers = count(100)
        self.said: set[str] = set()

    def near(self, size: int) -> str:
        """One draft of about so many characters."""
        return Draft(self, self.rng).write(size)

    def drafts(self) -> Iterator[str]:
        """Drafts of realistic lengths, one after the other, without end."""
        while True:
            yield Draft(self, self.rng).write(0)


class Folder:
    """The drafts of a folder (`.md`), in an order drawn once. Raises ValueError where there is none."""

    def __init__(self, folder: Path, seed: int = 1) -> None:
        self.texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
        if not self.texts:
            raise ValueError(f"{folder}: no .md files")
        random.Random(seed).shuffle(self.texts)

    def near(self, size: int) -> str:
        """The draft whose length is nearest to so many characters."""
        return min(self.texts, key=lambda text: abs(len(text) - size))

    def drafts(self) -> Iterator[str]:
        """The drafts; from the second time round with other words in every paragraph."""
        for turn in count():
            for text in self.texts:
                yield changed(text, turn) if turn else text


def changed(text: str, turn: int) -> str:
    """The text with a word more before the last mark of each paragraph, so that no paragraph is as it was."""
    return re.sub(r"(?<=\w)(?=[,;.]\n\n)", f" of volume {turn}", text)


def joined(source: Made | Folder, size: int) -> str:
    """Whole drafts, one below the other, until so many characters are reached; front matter is left out."""
    pieces: list[str] = []
    length = 0
    for text in source.drafts():
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL).strip()
        pieces.append(body)
        length += len(body) + 2
        if length >= size:
            break
    return "\n\n".join(pieces) + "\n"
