"""Several ways at once, drawn at random: a notation of notes, what is done to paragraphs, blanks, and to the whole."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from random import Random

from .notes import PAIRS
from .registry import Clean, Way

_EMPHASIS = re.compile(r"(?<![\\*])\*([^*]+)\*(?!\*)")
_OPENER = re.compile(r"^((?:\d+\. )?)\*(?!\*)([^*]+)\*(?!\*)")
_LABEL = re.compile(r"^(\d+\.|\([a-z]+\)) ")


def _wrapped(width: int) -> Callable[[str], str]:
    return lambda words: textwrap.fill(words, width, break_long_words=False, break_on_hyphens=False)


PARAGRAPHS: dict[str, Callable[[str], str]] = {
    "as-is": str,
    "wrapped-72": _wrapped(72),
    "wrapped-50": _wrapped(50),
    "no-italics": lambda words: re.sub(r"(?<!\\)\*+", "", words),
    "underscores": lambda words: words if "**" in words else _EMPHASIS.sub(r"_\1_", words),
    "bold-openers": lambda words: _OPENER.sub(r"\1**\2**", words),
    "half-labels": lambda words: re.sub(r"^(\d+)\. ", r"\1) ", words),
    "tabs": lambda words: _LABEL.sub("\\1\t", words),
    "escapes": lambda words: re.sub(r"^(\d+)\. ", r"\1\\. ", words),
    "bold-numbers": lambda words: re.sub(r"^(\d+)\. ", r"**\1.** ", words),
    "underlined-openers": lambda words: _OPENER.sub(r"\1<u>\2</u>", words),
    "flowed-72": lambda words: _wrapped(72)(words).replace("\n", " \n"),
}
BLANKS = {
    "blank": "\n\n",
    "two-blanks": "\n\n\n",
    "no-blank": "\n",
    "backslash": "\\\n",
    "br": "<br>\n\n",
    "nbsp": "\n\n&nbsp;\n\n",
}
WHOLES: dict[str, Callable[[str], str]] = {
    "as-is": str,
    "no-break-spaces": lambda text: text.replace(" of the ", " of\u00a0the "),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "quoted": lambda text: "".join(f"> {line}" for line in text.splitlines(keepends=True)),
    "zero-width": lambda text: text.replace("\n\n", "\n\n\u200b"),
    "spaces-at-ends": lambda text: text.replace("\n", " \n"),
    "mail": lambda text: (
        "Dear all,\n\nsee below.\n\n" + "".join(f"> > {line}" for line in text.splitlines(keepends=True))
    ),
    "rules": lambda text: f"Here is the resolution:\n\n---\n\n{text}\n---\n\nShall I go on?\n",
    "answer": lambda text: f"Here is the draft resolution:\n\n```markdown\n{text}```\n\nShall I go on?\n",
}
_NOT_TOGETHER = {(lines, "backslash") for lines in ("wrapped-72", "wrapped-50", "flowed-72")}
"""A sign for the end of a paragraph at the end of every line says two things."""


def mixed(random: Random) -> Way:
    """A way that is several at once."""
    marker, note = PAIRS[notes := random.choice(sorted(PAIRS))]
    paragraphs, blank, whole = random.choice([*PARAGRAPHS]), random.choice([*BLANKS]), random.choice([*WHOLES])
    if (paragraphs, blank) in _NOT_TOGETHER:
        blank = "blank"

    def write(clean: Clean) -> str:
        text = clean.write(marker, note, blank=BLANKS[blank], each=PARAGRAPHS[paragraphs])
        return WHOLES[whole](text)

    name = "+".join((notes, paragraphs, blank, whole))
    return Way(name, write, paragraphs != "no-italics", frozenset({"numbering/stop", "text/characters"}))
