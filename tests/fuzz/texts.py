"""Inputs for fuzzing: texts that are nearly drafts, that were drafts, and that never were any."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

DRAFTS = Path(__file__).parent.parent / "drafts"
ENDS = ("\n", "\n\n", "\n\n", "\n\n", "\r\n", "\r", "", "\u2028", "\n \n", "\n\n\n")
CHARACTERS = "ab Z19.,;:()[]^*_<>-–—/\\|#&\"'“”‘’«»\t\n\r\u00a0\u00ad\u2011\u200b\u0301²¹é😀ſİ\x00\x85\ufeff"
WORDS = (
    "Recalling its resolution 70/1 of 25 September 2015,",
    "*Reaffirming* also its resolutions 60/1 and S-10/2,[^1]",
    "Requests the Secretary-General to report to it at its seventy-fifth session;",
    "*Also requests* the the Office, within existing resources, to publish 1,000 copies",
    "Decides to remain seized of the matter.",
    "Further encourages Member States and/or regional organisations,",
    "the Economic and Social Council, Convinced that water is life",
    "see paragraph 4 (b) above and paragraphs 12 to 19 of resolution 1325 (2000)",
    "US$ 5 million, 10 %, 3 per cent, 1st May 2020, 31 February 1999, A/RES/66/288",
    "“quoted words without an end, per cent",
    "<!-- reslint-disable-next-line style/money -- the sum is quoted -->",
    "<!-- reslint-disable -->",
    "<!-- not closed",
)  # fmt: skip
LABELS = (
    "",
    "",
    "1. ",
    "2\\. ",
    "3.",
    "4) ",
    "(a) ",
    "(b) ",
    "(i) ",
    "a. ",
    "- ",
    "[^1]: ",
    "¹ ",
    "1/ ",
    "99999999999. ",
)
LINES = (
    "The General Assembly,", "*The Security Council,*", "**Annex II**", "# I", "A", "---", "\\* \\* \\*", "| a | b |",
    "THE CLUB OF LAKES,", "FORUM: Youth", "Sponsors: Peru", "Distr.: Limited", "*5th plenary meeting*", "Page 1 of 2",
    "We, the Heads of State,", "*Acting* under Chapter VII,", "---\nreslint: {profile: mun}\n---",
)  # fmt: skip


@cache
def drafts() -> tuple[str, ...]:
    """The drafts of the tests."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(DRAFTS.rglob("*.md")))


def noise(rng: random.Random) -> str:
    """Characters in no order."""
    return "".join(rng.choices(CHARACTERS, k=rng.randrange(200)))


def blocks(rng: random.Random) -> str:
    """Paragraphs, labels and headings in no order."""
    made = []
    for _ in range(rng.randrange(1, 14)):
        kind = rng.random()
        line = (
            rng.choice(LINES)
            if kind < 0.25
            else rng.choice(LABELS) + " ".join(rng.choices(WORDS, k=rng.randrange(1, 4)))
        )
        made += [" " * rng.choice((0, 0, 0, 2, 5)), line, rng.choice(ENDS)]
    return "".join(made)


def mutated(rng: random.Random) -> str:
    """A draft of the tests with a few changes; pieces of others get into it."""
    text = rng.choice(drafts())
    if rng.random() < 0.7:
        start = rng.randrange(len(text))
        text = text[:200] + text[start : start + rng.randrange(2500)]
    for _ in range(rng.randrange(1, 8)):
        text = _mutation(rng, text)
    return text


def _mutation(rng: random.Random, text: str) -> str:
    at, size = rng.randrange(len(text) + 1), int(rng.expovariate(0.05))
    piece = text[at : at + size]
    way = rng.randrange(8)
    if way == 0:
        return text[:at] + text[at + size :]
    if way == 1:
        return text[:at] + piece + text[at:]
    if way == 2:
        return text[:at] + rng.choice(CHARACTERS) + text[at:]
    if way == 3:
        return text[:at] + rng.choice((*WORDS, *LINES, *ENDS)) + text[at:]
    if way == 4:
        return text[:at] + piece.swapcase() + text[at + size :]
    if way == 5:
        other = rng.choice(drafts())
        cut = rng.randrange(len(other))
        return text[:at] + other[cut : cut + size * 8] + text[at:]
    if way == 6:
        return text.replace(
            rng.choice(("*", ",", "\n\n", ". ", " ")), rng.choice(("", "_", ";", "\n", "\r\n")), rng.randrange(1, 20)
        )
    return text[:at] + piece[::-1] + text[at + size :]


def data(rng: random.Random) -> bytes:
    """Bytes: of a text, with a few of them changed."""
    content = bytearray(rng.choice((noise, blocks, mutated))(rng).encode("utf-8", "replace"))
    for _ in range(rng.randrange(4)):
        if content:
            content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)


def repeated(rng: random.Random) -> str:
    """One short thing very often: what makes slow parsers slow."""
    piece = "".join(
        rng.choices(
            (*CHARACTERS, *WORDS, *LABELS, "*a", "**", "[^", "<!--", "(a) ", "\n1. *", "“"), k=rng.randrange(1, 4)
        )
    )
    return "The General Assembly,\n\n" + (piece or "*") * rng.randrange(1, 2000)


TEXTS: tuple[Callable[[random.Random], str], ...] = (noise, blocks, blocks, mutated, mutated, mutated, repeated)
