"""The register and the phrases of citations, with the facts and the words of the packs in force."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from ...register import CitationPhrases, Register, Table
from ...register.user import user_table
from ..data.finding import Problem
from ..data.resources import REGISTER_FOLDER, Resources
from ..data.schema import MapOf, Record, TextField
from .dates import Dates

_LEXICON, _PHRASES = "instruments", "citation"
_MOST_DAMAGE = 100
_opened: dict[tuple[Any, ...], Register] = {}


def _forms(doc: str) -> Record:
    words = {
        "own": TextField("An organ cites itself.", required=True),
        "other": TextField("It cites another.", required=True),
    }
    return Record(words, doc, required=True)


def _words(doc: str, *names: str) -> Record:
    return Record({name: TextField(f"The words of “{name}”.", required=True) for name in names}, doc, required=True)


def _some_forms() -> Record:
    words = {
        "own": TextField("An organ cites itself.", required=True),
        "other": TextField("It cites another.", required=True),
    }
    forms = {name: Record(words, "The words of a form.") for name in ("first", "undated", "later", "footnote", "see")}
    return Record({**forms, "titled": TextField("A citation with a title.")}, "What is worded otherwise.")


SHAPE = Record(
    {
        "kinds": _words("What is cited.", "resolution", "decision"),
        **{name: _forms("The words of a form.") for name in ("first", "undated", "later", "footnote", "see")},
        "titled": TextField("A citation with a title.", required=True),
        "organs": MapOf(_some_forms(), "Organs that write otherwise.", required=True),
        "cited": MapOf(_some_forms(), "Bodies that are cited otherwise.", required=True),
        "instrument": Record(
            {
                **{
                    name: TextField("Words.", required=True)
                    for name in ("body", "first", "later", "treaty", "league", "part", "and")
                },
                "volume": _words("Volumes.", "one", "several"),
                "number": _words("Numbers.", "one", "several"),
            },
            "Treaties and other instruments.",
            required=True,
        ),
        "evidence": _words("How sure an entry is.", "page", "citation", "citations", "majority", "user", "unsure"),
    },
    "The words of citations.",
)
"""The form of `phrases/citation.yaml`."""


class MissingPhrases(LookupError):
    """No pack in force says how citations are worded, or not in full; the message says what is wrong."""


def register_of(resources: Resources) -> Register:
    """The register of the packs, with the user's own entries; opened once, and again when a table has changed."""
    user = user_table()
    key = (resources.folders, id(resources.lexicons.get(_LEXICON)), user, _stamps(resources.folders, user))
    if key not in _opened:
        _opened.clear()
        instruments = (resources.lexicons.get(_LEXICON) or {}).get("instruments", {})
        _opened[key] = Register.open(resources.folders, instruments, user)
    return _opened[key]


def table_problems(path: Path, content: str | None = None) -> list[Problem]:
    """The damage in a table of resolutions, line by line, at most so much as anybody would fix by hand.

    `content` is what an editor holds of the file; without it the file is read. No file, no damage.
    """
    damage = Table(path, content=content).damage()
    return [Problem(path, each.line, each.line and 1, each.reason) for each in islice(damage, _MOST_DAMAGE)]


def tables_of(folders: Iterable[Path]) -> list[Path]:
    """The tables of some packs, and the user's own where it may have one."""
    user = user_table()
    found = [Path(table) for folder in folders for table in _files(os.path.join(folder, REGISTER_FOLDER))]
    return [*found, *([user] if user else [])]


def phrases_of(resources: Resources) -> CitationPhrases:
    """The phrases of citations. Raises MissingPhrases, and MissingLexicon where no pack names the months."""
    templates = resources.phrases.get(_PHRASES)
    if templates is None:
        raise MissingPhrases(f"no pack in force has phrases/{_PHRASES}.yaml, which words citations")
    for issue in SHAPE.issues(templates):
        place = "".join(f"{key}: " for key in issue.path)
        raise MissingPhrases(f"phrases/{_PHRASES}.yaml: {place}{issue.message}")
    return CitationPhrases(templates, Dates.shared(resources).written)


def _stamps(folders: tuple[Path, ...], user: Path | None) -> tuple[int, ...]:
    """When the tables were last written: what is kept of them holds as long as this does not change."""
    # Asked for every draft, so that no paths are built beyond their names.
    tables = [table for folder in folders for table in _files(os.path.join(folder, REGISTER_FOLDER))]
    return tuple([_written(table) for table in (tables if user is None else [*tables, str(user)])])


def _files(folder: str) -> list[str]:
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".tsv")]
    except OSError:
        return []


def _written(file: str) -> int:
    try:
        return os.stat(file).st_mtime_ns
    except OSError:
        return 0
