"""`[tool.reslint]` in pyproject.toml: its data, and where each key of it stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ...text import Text
from ...text.regex import compiled, lazy
from .finding import Problem
from .schema import Issue

TABLE = ("tool", "reslint")
_WORD = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_WORD}(?:[ \t]*\.[ \t]*{_WORD})*"
_LINE = lazy(rf"^[ \t]*(?:\[[ \t]*(?P<table>{_DOTTED})[ \t]*\]|(?P<key>{_DOTTED})[ \t]*=[ \t]*)", re.MULTILINE)
_WHERE = lazy(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class TomlFile:
    """The table of one pyproject.toml; `data` is None if it has none, or is not TOML (see `problems`)."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.data: Any = None
        self.problems: list[Problem] = []
        try:
            self.data = _loads(text).get(TABLE[0], {}).get(TABLE[1])
        except ValueError as error:
            self.problems.append(self._syntax(str(error)))
        except RecursionError:
            self.problems.append(Problem(path, 0, 0, "this is not valid TOML: it is nested too deeply"))
        except AttributeError:
            self.problems.append(Problem(path, 0, 0, "“tool” is not a table"))

    def problem(self, issue: Issue) -> Problem:
        """A mistake in the table, at the line and column of the value (or key) it is about."""
        position = Text(self.text).position(self._offset((*TABLE, *issue.path), at_key=issue.at_key))
        return Problem(self.path, position.line + 1, position.column + 1, issue.message)

    def line(self, *path: str | int) -> int:
        """The one-based line of the value at `path` below the table."""
        return self.problem(Issue(path, "")).line

    def _syntax(self, message: str) -> Problem:
        where = _WHERE.search(message)
        line, column = (int(where[1] or 0), int(where[2] or 0)) if where else (0, 0)
        return Problem(self.path, line, column, f"this is not valid TOML: {_WHERE.sub('', message)}")

    def _keys(self) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """Every key that starts a line, with the offsets of itself and of its value."""
        table: tuple[str, ...] = ()
        for match in _LINE.finditer(self.text):
            words = tuple(word.strip("\"'") for word in re.findall(_WORD, match["table"] or match["key"]))
            if match["table"]:
                table = words
                yield table, match.start("table"), match.start("table")
            else:
                yield (*table, *words), match.start("key"), match.end()

    def _offset(self, path: tuple[Any, ...], *, at_key: bool) -> int:
        best: tuple[tuple[str, ...], int, int] = ((), 0, 0)
        for keys, start, value in self._keys():
            if keys == path[: len(keys)] and len(keys) > len(best[0]):
                best = (keys, start, value)
        keys, start, value = best
        # What is left of the path stands inside an inline table or an array of the value.
        for key in path[len(keys) :]:
            inside = compiled(rf"[\"']?{re.escape(str(key))}[\"']?[ \t]*=[ \t]*").search(self.text, value)
            if not isinstance(key, str) or inside is None:
                break
            start, value = inside.span()
        return start if at_key else value


def _loads(text: str) -> dict[str, Any]:
    # tomli is what became tomllib in Python 3.11.
    module = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    tables: dict[str, Any] = module.loads(text.replace("\r\n", "\n"))
    return tables
