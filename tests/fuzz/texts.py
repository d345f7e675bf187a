"""Inputs for fuzzing: texts that are nearly drafts, that were drafts, and that never were any."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

DRAFTS = Path(__file__).parent.parent / "drafts"
ENDS = ("\n", "\n\n", "\n\n", "\n\n", "\r\n", "\r", "", "\u2028", "\n \n", "\n\n\n", "\x0b", "\x85")
CHARACTERS = (
    "ab Z19.,;:()[]^*_<>-–—/\\|#&%$\"'“”‘’«»\t\n\r\u00a0\u00ad\u2011\u200b\u0301\u0327²¹é😀ſİßﬁ\x00\x0b\x0c\x1b"
    "\x7f\x85\u200d\u202e\u2066\u2069\u2028\u2029\ufeff\ufffd\ud800\udcff\U0001f1fa\U0010ffff٣५Ⅳ"
)
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
    "*open **bold _and_ more",
    "the World Harbour Organisation (WHO) and WHO and the WHO",
    "<!-- reslint-disable-next-line style/money -- the sum is quoted -->",
    "<!-- reslint-disable -->",
    "<!-- not closed",
)
LABELS = (
    "", "", "1. ", "2\\. ", "3.", "4) ", "(a) ", "(b) ", "(i) ", "(ii) ", "a. ", "- ", "[^1]: ", "¹ ", "1/ ", "(aa) ",
    "99999999999. ", "0. ", "٣. ", "IV. ",
)  # fmt: skip
LINES = (
    "The General Assembly,", "*The Security Council,*", "**Annex II**", "# I", "A", "---", "\\* \\* \\*", "| a | b |",
    "THE CLUB OF LAKES,", "FORUM: Youth", "Sponsors: Peru", "Distr.: Limited", "*5th plenary meeting*", "Page 1 of 2",
    "We, the Heads of State,", "*Acting* under Chapter VII,", "---\nreslint: {profile: mun}\n---", "COMMITTEE: Youth",
    "QUESTION OF: Lamps", "**Annex**", "II", "**Resolution 5**", "> quoted", "```", "<table>", "* * *", "+---+",
)  # fmt: skip
TOKENS = ("*a", "**", "[^", "[^1]", "<!--", "-->", "(a) ", "\n1. *", "“", "” ", "( ", "_", "1.", "\\", "<sup>1</sup>")


@cache
def drafts() -> tuple[str, ...]:
    """The drafts of the tests."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(DRAFTS.rglob("*.md")))


def piece(rng: random.Random, longest: int = 400) -> str:
    """Some characters of a draft, mostly from the start of a line on."""
    text = rng.choice(drafts())
    start = rng.randrange(len(text))
    if rng.random() < 0.8:
        start = text.rfind("\n\n", 0, start) + 2 if text.rfind("\n\n", 0, start) >= 0 else 0
    return text[start : start + rng.randrange(10, longest)]


def noise(rng: random.Random) -> str:
    """Characters in no order."""
    return "".join(rng.choices(CHARACTERS, k=rng.randrange(200)))


def blocks(rng: random.Random, most: int = 9) -> str:
    """Paragraphs, labels and headings in no order."""
    made = []
    for _ in range(rng.randrange(1, most)):
        words = " ".join(rng.choices(WORDS, k=rng.randrange(1, 3)))
        line = rng.choice(LINES) if rng.random() < 0.25 else rng.choice(LABELS) + words
        made += [" " * rng.choice((0, 0, 0, 2, 5)), line, rng.choice(ENDS)]
    return "".join(made)


_STYLES: tuple[Callable[[int], str], ...] = (
    lambda n: f"{n}. ", lambda n: f"({chr(96 + n % 27 or 97)}) ", lambda n: f"({'ivxlc'[n % 5] * (n % 3 + 1)}) ",
    lambda n: f"{chr(97 + n % 26)}. ", lambda n: f"{n}\\. ",
)  # fmt: skip


def tree(rng: random.Random) -> str:
    """A resolution by its grammar, with parts, annexes and lists in lists; now and then a step is wrong."""
    made = [rng.choice(LINES[:2]), "\n\n"] if rng.random() < 0.8 else []
    for _ in range(rng.randrange(4)):
        made += [rng.choice(WORDS[:2]), "\n\n"]
    for number in range(1, rng.randrange(1, 6)):
        if rng.random() < 0.15:
            made += [rng.choice(("I", "# II", "**Annex**", "<!-- a -->", "Page 1 of 2", LINES[0])), "\n\n"]
        _branch(rng, made, number, 0)
    for number in range(rng.randrange(3)):
        made += [f"[^{number}]: ", rng.choice(WORDS), "\n\n"]
    return "".join(made)


def _branch(rng: random.Random, made: list[str], number: int, depth: int) -> None:
    style = _STYLES[depth % len(_STYLES)] if rng.random() < 0.9 else rng.choice(_STYLES)
    made += ["  " * (depth if rng.random() < 0.5 else 0), style(number), rng.choice(WORDS[2:]), rng.choice(ENDS[:4])]
    if depth < 6 and rng.random() < 0.35:
        for below in range(1, rng.randrange(2, 5)):
            _branch(rng, made, below if rng.random() < 0.9 else rng.randrange(30), depth + 1)


def fragment(rng: random.Random) -> str:
    """A small piece of a draft, damaged, with pieces of others."""
    text = piece(rng)
    if rng.random() < 0.3:
        text = f"{rng.choice(LINES)}\n\n{text}"
    for _ in range(rng.randrange(6)):
        text = mutation(rng, text)
    return text


def mutated(rng: random.Random) -> str:
    """A draft of the tests with a few changes; pieces of others get into it."""
    text = rng.choice(drafts())
    if rng.random() < 0.7:
        start = rng.randrange(len(text))
        text = text[:200] + text[start : start + rng.randrange(2500)]
    for _ in range(rng.randrange(1, 8)):
        text = mutation(rng, text)
    return text


def mutation(rng: random.Random, text: str) -> str:
    """A text with one change: of characters, words, lines or mark-up."""
    at, size = rng.randrange(len(text) + 1), int(rng.expovariate(0.05))
    way = rng.randrange(11)
    if way < 4:
        put = (
            "",
            text[at : at + size] * rng.choice((2, 2, 3, 9)),
            text[at : at + size].swapcase(),
            text[at : at + size][::-1],
        )[way]
        return text[:at] + put + text[at + size :]
    if way == 4:
        return text[:at] + rng.choice(CHARACTERS) + text[at:]
    if way == 5:
        return text[:at] + rng.choice((*WORDS, *LINES, *ENDS, *LABELS, *TOKENS)) + text[at:]
    if way == 6:
        return text[:at] + piece(rng, 200) + text[at:]
    if way == 7:
        old, new = rng.choice(("*", ",", "\n\n", ". ", " ", ";")), rng.choice(("", "_", ";", "\n", "\r\n", ":", "  "))
        return text.replace(old, new, rng.randrange(1, 20))
    between = rng.choice((" ", "\n", "\n\n"))
    parts = text.split(between)
    first, second = rng.randrange(len(parts)), rng.randrange(len(parts))
    if way == 8:
        parts[first], parts[second] = parts[second], parts[first]
    elif way == 9:
        del parts[first]
    else:
        parts.insert(first, parts[second])
    return between.join(parts)


def repeated(rng: random.Random, most: int = 2000) -> str:
    """One short thing very often: what makes slow parsers slow."""
    once = "".join(rng.choices((*CHARACTERS, *WORDS, *LABELS, *TOKENS), k=rng.randrange(1, 4))) or "*"
    head = rng.choice(("", "The General Assembly,\n\n", "The General Assembly,\n\n1. *Decides* ", "(a) "))
    return head + once * min(rng.randrange(1, most), 40_000 // len(once)) + rng.choice(("", "x", "\n\n[^1]: a"))


def nested(rng: random.Random) -> str:
    """Brackets, emphasis, quotes, comments or lists in each other, to any depth."""
    opening, closing = rng.choice(
        (("(", ")"), ("*", "*"), ("**", "**"), ("“", "”"), ("<!--", "-->"), ("[^", "]"), ("\n> ", ""), ("_*", "*_"))
    )
    depth = rng.randrange(1, 400)
    words = f"{opening * depth}{rng.choice(WORDS)}{closing * rng.randrange(depth)}"
    return f"The General Assembly,\n\n1. *Decides* {words};"


def large(rng: random.Random) -> str:
    """A long text: a whole draft or several, damaged, or one thing very often, or one very long line."""
    way = rng.randrange(4)
    if way == 0:
        return repeated(rng, 4000)
    if way == 1:
        return " ".join(rng.choices(WORDS, k=rng.randrange(100, 700)))
    text = "\n\n".join(rng.choices(drafts(), k=rng.randrange(1, 4)))
    for _ in range(rng.randrange(1, 20)):
        text = mutation(rng, text)
    return text


def any_text(rng: random.Random) -> str:
    """A small text of some sort."""
    return rng.choice((noise, blocks, tree, tree, fragment, fragment, fragment, _short_repeated, nested))(rng)


def _short_repeated(rng: random.Random) -> str:
    return repeated(rng, 60)


def data(rng: random.Random) -> bytes:
    """Bytes: of a text, in some encoding, with a few of them changed; or no text at all."""
    if rng.random() < 0.1:
        return rng.randbytes(rng.randrange(300))
    text = rng.choice((noise, blocks, fragment))(rng)[:600]
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"))
    content = bytearray(text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace"))
    for _ in range(rng.randrange(3)):
        if content:
            content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)
