"""Patterns of files, as `.gitignore` has them (gitignore(5))."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .schema import Issue, Path, TextField

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """The files that some patterns match together. One that is none matches nothing, as for git."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines([line for line in lines if not objection(line)])


def objection(line: str) -> str:
    """Why a pattern is none ("" when it is one)."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return f"“{line}” is not a pattern as in .gitignore and matches nothing: something must follow a backslash"
    return ""


class FilePattern(TextField):
    """The field of a configuration that is a pattern of files."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        yield from super().issues(value, path)
        if isinstance(value, str) and value.strip() and (why := objection(value)):
            yield Issue(path, why)
