"""The ways in which a draft arrives: one clean text, written as other people and programs write it.

A way is a function from a `Clean` text to a text. A module of this folder registers its ways with `@way`; `ways()`
knows all of them. What a way says of itself is what may differ from the clean text: no italics, one remark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec

MODULES = ("notes", "characters", "emphasis", "lines", "lists", "programs", "page", "negotiated")
"""The modules with ways; one that does not exist yet has none."""


@dataclass(frozen=True)
class Clean:
    """A clean text: its front matter, its paragraphs with their mark-up, and the texts of its notes by label."""

    front: str
    paragraphs: tuple[str, ...]
    notes: Mapping[str, str]

    def write(
        self,
        marker: Callable[[str], str] = "[^{}]".format,
        note: Callable[[str, str], str] = "[^{}]: {}".format,
        *,
        blank: str = "\n\n",
        each: Callable[[str], str] = str,
    ) -> str:
        """The text with other markers, other texts of notes, other blanks between paragraphs, other paragraphs."""
        written = [each(re.sub(r"\[\^(\d+)\]", lambda found: marker(found[1]), one)) for one in self.paragraphs]
        written += [note(label, words) for label, words in self.notes.items()]
        return blank.join(written) + "\n"


def split(text: str) -> Clean:
    """A clean text in its parts. Blocks part at blank lines; a block of notes is one note a line."""
    front = ""
    if text.startswith("---\n"):
        _, front, text = text.split("---\n", 2)
    paragraphs: list[str] = []
    notes: dict[str, str] = {}
    for block in re.split(r"\n{2,}", text.strip()):
        if re.match(r"\[\^\d+\]: ", block):
            found = re.findall(r"^\[\^(\d+)\]: (.*(?:\n(?!\[\^).*)*)", block, re.MULTILINE)
            notes.update(found)
        else:
            paragraphs.append(block)
    return Clean(front, tuple(paragraphs), notes)


@dataclass(frozen=True)
class Way:
    """One way to write a text."""

    name: str
    write: Callable[[Clean], str]
    italics: bool = True
    """Whether the text still has its italics; without them there may be one finding that says so."""
    says: frozenset[str] = field(default_factory=frozenset)
    """The rules that may speak of the way itself, once in a text each."""
    labels: bool = True
    """Whether subparagraphs still have their labels; without them the outline is compared without labels."""
    suffix: str = ".md"


_WAYS: dict[str, Way] = {}


def way(
    name: str, *, italics: bool = True, says: tuple[str, ...] = (), labels: bool = True, suffix: str = ".md"
) -> Callable[[Callable[[Clean], str]], Callable[[Clean], str]]:
    """Registers a function as a way."""

    def register(write: Callable[[Clean], str]) -> Callable[[Clean], str]:
        assert name not in _WAYS, f"two ways are called {name}"
        _WAYS[name] = Way(name, write, italics, frozenset(says), labels, suffix)
        return write

    return register


def ways() -> Mapping[str, Way]:
    """All ways by name. A module whose program is not installed has none."""
    for module in MODULES:
        if find_spec(f"tests.ways.{module}") is not None:
            import_module(f"tests.ways.{module}")
    return _WAYS
