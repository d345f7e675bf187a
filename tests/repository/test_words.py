"""Everything that people read of the project uses the words that `words.yaml` prefers."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from .conftest import PROJECT

_SAID = ("summary", "message", "why", "related", "false-alarms", "title")
"""Keys of a rule whose texts people read."""
_BUILT = {"node_modules", "bundled", "dist", "out"}


class Word(NamedTuple):
    """A word to avoid, the one to write, and longer words in which it is right."""

    find: re.Pattern[str]
    write: str
    unless: str

    def places(self, text: str) -> Iterator[str]:
        """The words around each place in a text."""
        for match in self.find.finditer(text):
            around = text[max(0, match.start() - 20) : match.end() + 20]
            if not self.unless or not re.search(self.unless, around, re.IGNORECASE):
                yield f"“{' '.join(around.split())}”: write “{self.write}”"


WORDS = [
    Word(re.compile(entry["find"], re.IGNORECASE), entry["write"], entry.get("unless", ""))
    for entry in yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
]


def pages() -> Iterator[Path]:
    """The pages in the project."""
    for pattern in ("*.md", "editors/**/*.md", "rules/WRITING.md", "server/README.md"):
        yield from (path for path in PROJECT.glob(pattern) if not _BUILT & {*path.parts})


def rules() -> Iterator[Path]:
    """The files of rules that come with the program."""
    found = PROJECT.glob("rules/*/*/*.yaml")
    return (path for path in found if path.parent.name not in ("lexicon", "phrases"))


def said(rule: Any, key: str = "") -> Iterator[str]:
    """The texts of a rule that people read."""
    if isinstance(rule, dict):
        for name, value in rule.items():
            if name != "examples":
                yield from said(value, name)
    elif isinstance(rule, list):
        for value in rule:
            yield from said(value, key)
    elif key in _SAID:
        yield str(rule)


def strings_and_comments(source: str) -> Iterator[str]:
    """The strings of a module, docstrings included, with what f-strings say, and its comments."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def avoided(texts: Iterator[str]) -> list[str]:
    """The places where some texts have a word to avoid."""
    return [place for text in texts for word in WORDS for place in word.places(text)]


@pytest.mark.parametrize("page", sorted(pages()), ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_page_uses_the_words_of_the_list(page: Path):
    assert avoided(iter([page.read_text(encoding="utf-8")])) == []


@pytest.mark.parametrize("module", sorted((PROJECT / "server").rglob("*.py")), ids=lambda path: path.stem)
def test_a_module_uses_the_words_of_the_list(module: Path):
    assert avoided(strings_and_comments(module.read_text(encoding="utf-8"))) == []


def test_rules_use_the_words_of_the_list():
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {path: avoided(said(yaml.load(path.read_text(encoding="utf-8"), loader))) for path in rules()}
    assert {path.name: places for path, places in found.items() if places} == {}


def test_a_word_is_found_and_its_exception_is_not():
    word = Word(re.compile(r"\bpass over\b"), "skip", "a pass over")
    assert list(word.places("files that we pass over here")) == ["“files that we pass over here”: write “skip”"]
    assert list(word.places("a pass over the text")) == []
