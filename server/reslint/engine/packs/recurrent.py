"""The tables of words that are likely next: how a file `phrases/recurrent.tsv` is read, and what is wrong in it.

It has a line for a few words in a row, and behind these, in columns of their own, the words that follow: each with how
many of its letters must have been typed until it is likely, and how often it is right then, in per cent ("of the
present", "resolution 0 87"). "^" is the start of a paragraph, and a comma is a word; a line that begins with "#" is a
comment. A line with fewer words speaks only where none with more does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.finding import Problem

FOLDER, NAME = "phrases", "recurrent.tsv"
_SOUND = lazy(r"(?:#[^\n]*|[^\t\n]*(?:\t[^\s]+ [0-9]+ [0-9]+)+|)")
_MOST_DAMAGE = 100


class Likely(NamedTuple):
    """A word, the letters of it that must have been typed, and how often it is right then, in per cent."""

    word: str
    letters: int
    share: int


def table_in(pack: Path) -> Path:
    """Where the table of a pack is, if it has one."""
    return pack / FOLDER / NAME


def likely_words(columns: str) -> list[Likely]:
    """The words in the columns of a line; a column that is damaged is skipped."""
    return [likely for column in columns.split("\t") if (likely := _likely(column)) is not None]


def rows(tables: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The words of each line of some tables and the columns behind them; a table that cannot be read has none."""
    for path in tables:
        try:
            content = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        for line in content.splitlines():
            if line[:1] != "#":
                words, _, columns = line.partition("\t")
                yield words, columns


def recurrent_problems(path: Path, content: str | None = None) -> list[Problem]:
    """The damage in a table, line by line, at most so much as anybody would fix by hand.

    `content` is what an editor holds of the file; without it the file is read. No file, no damage.
    """
    if content is None:
        try:
            content = path.read_text("utf-8")
        except FileNotFoundError:
            return []
        except UnicodeDecodeError as error:
            return [Problem(path, 0, 0, f"this table is not UTF-8 (byte {error.start + 1}): save it as UTF-8")]
        except OSError as error:
            return [Problem(path, 0, 0, f"this table cannot be read: {error.strerror}")]
    return list(islice(_damage(path, content), _MOST_DAMAGE))


def _damage(path: Path, content: str) -> Iterator[Problem]:
    for number, line in enumerate(content.splitlines(), 1):
        if _SOUND.fullmatch(line):
            continue
        words, tab, columns = line.partition("\t")
        at = len(words) + 1
        bad = columns if tab else line
        for column in columns.split("\t") if tab else ():
            if _likely(column) is None:
                bad = column
                break
            at += len(column) + 1
        said = f", not “{bad}”" if bad.strip() else ""
        message = f"write a tab, a word, how many letters are typed and a percentage (“⇥island 2 80”){said}"
        yield Problem(path, number, at + 1 if tab else 1, message)


def _likely(column: str) -> Likely | None:
    word, _, numbers = column.partition(" ")
    letters, _, share = numbers.partition(" ")
    if not word or not letters.isdecimal() or not share.isdecimal():
        return None
    return Likely(word, int(letters), int(share))
