"""`--since REV`: the lines that have changed since a revision, as git tells; of Word files the paragraphs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..engine.data.finding import Finding
from ..formats import CannotRead, Original, open_file
from ..text import Text
from ..text.record import dataclass
from ..text.regex import lazy
from .usage import UsageError

_HUNK = lazy(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """Changed lines by the real path of their file: pairs of the first zero-based line and the line after the last.

    None stands for a whole file, which is new.
    """

    lines: Mapping[str, Sequence[tuple[int, int]] | None]
    commit: str = ""
    """The revision, as git names it."""
    root: str = ""
    """The folder of the repository."""

    def touches(self, path: Path) -> bool:
        """Whether anything in a file has changed."""
        return os.path.realpath(path) in self.lines

    def among(self, path: Path, original: Original, findings: Iterable[Finding]) -> list[Finding]:
        """The findings whose words stand in changed lines, in a file without lines in changed paragraphs."""
        ranges, text = self.lines.get(os.path.realpath(path), ()), original.text
        if ranges is not None and not original.has_lines:
            ranges = self._paragraphs(path, text)
        if ranges is None:
            return list(findings)
        found = []
        for finding in findings:
            first = text.line_of(finding.span.start)
            last = text.line_of(max(finding.span.end - 1, finding.span.start))
            if any(start <= last and first < end for start, end in ranges):
                found.append(finding)
        return found

    def _paragraphs(self, path: Path, text: Text) -> Sequence[tuple[int, int]] | None:
        """The lines of a text in which the file was another; None where its old version cannot be read."""
        from difflib import SequenceMatcher

        name = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        try:
            before = open_file(path, _git_bytes("-C", self.root, "cat-file", "blob", f"{self.commit}:{name}"))
        except (UsageError, CannotRead):
            return None
        old, new = before.text.content.split("\n"), text.content.split("\n")
        found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        # Where paragraphs were only taken away, the lines on both sides of the place.
        return [(j, k) if j < k else (j - 1, j + 1) for kind, _, _, j, k in found if kind != "equal"]


def changes(revision: str) -> ChangedLines:
    """The changes in the repository of the current folder since a revision, files that git does not know with them.

    Raises UsageError outside a repository and for a revision that is not there.
    """
    root = _git("rev-parse", "--show-toplevel").rstrip("\n")
    # What begins with a hyphen would be an option.
    verify = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(*verify, said=revision).strip()
    lines: dict[str, list[tuple[int, int]] | None] = {}
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
    # Names are asked for apart from the hunks, NUL between them, so that none is quoted.
    changed = _git("-C", root, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", commit).split("\0")
    for name in filter(None, changed):
        lines[os.path.realpath(os.path.join(root, name))] = [
            _range(*match.groups()) for match in _HUNK.finditer(_git("-C", root, "diff", *options, commit, "--", name))
        ]
    unknown = _git("-C", root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    lines.update({os.path.realpath(os.path.join(root, name)): None for name in filter(None, unknown)})
    return ChangedLines(lines, commit, os.path.realpath(root))


def _range(start: str, length: str | None) -> tuple[int, int]:
    """The lines of a hunk; where lines were only taken away, those on both sides of the place."""
    first, count = int(start) - 1, int(length or 1)
    return (first, first + count) if count else (first, first + 2)


def _git(*words: str, said: str = "") -> str:
    """The output of git. Raises UsageError; `said` is the revision that may not be there."""
    return os.fsdecode(_git_bytes(*words, said=said))


def _git_bytes(*words: str, said: str = "") -> bytes:
    try:
        # The program that a repository names to watch its files is none of ours to start.
        done = subprocess.run(["git", "-c", "core.fsmonitor=false", *words], capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"--since needs git: {error.strerror}") from error
    if done.returncode:
        what = done.stderr.decode("utf-8", "replace").strip().splitlines()
        said = f"there is no revision “{said}”" if said else what[-1] if what else "git failed"
        raise UsageError(f"--since: {said}")
    return done.stdout
