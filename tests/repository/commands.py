"""The commands that a page of the documentation shows: in its blocks, and among its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<words>.*?)^```\n?", re.MULTILINE | re.DOTALL)
_PROGRAMS = "reslint|pipx?|python3?|pre-commit|git|pandoc|sudo|sh|node|npm"
_INLINE = re.compile(rf"(?<!`)`((?:(?:{_PROGRAMS}) |\./\.ci/)[^`]+)`(?!`)")


def blocks(page: str) -> list[tuple[str, str]]:
    """The language and the words of each fenced block."""
    return [(found["language"], found["words"]) for found in _BLOCK.finditer(page)]


def shell_lines(page: str) -> list[str]:
    """The lines of the blocks that a shell reads, in order: all of `sh`, and those after a `$` of `console`."""
    lines = []
    for language, words in blocks(page):
        if language == "sh":
            lines += words.splitlines()
        elif language == "console":
            lines += [line[2:] for line in words.splitlines() if line.startswith("$ ")]
    return lines


def inline_commands(page: str) -> list[str]:
    """The commands among the words of a page and in its tables, each once, in order."""
    found = (" ".join(words.split()) for words in _INLINE.findall(_BLOCK.sub("", page)))
    return list(dict.fromkeys(found))


def filled(command: str, values: Mapping[str, str]) -> str:
    """A command with the words in capitals that stand for something replaced by what they stand for."""
    return re.sub(r"\b[A-Z]{4,}\b", lambda found: values.get(found[0], found[0]), command)
