"""Open documents: immutable snapshots of a text, and what follows from it."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls import uris

from ..text import Edit, Position, Span, Text, apply_edits, joined
from .sync import apply_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..draft import Draft
    from ..engine.checker import Checker
    from ..engine.run.runner import Outcome
    from ..text.source import Unit
    from .workspace import Workspace

_DATA_LANGUAGES = frozenset({"yaml", "toml", "json", "jsonc"})
_DATA_SUFFIXES = frozenset({".yaml", ".yml", ".toml", ".json", ".tsv"})
LONGEST = 4_000_000
"""Code points of the longest text that is parsed and checked; a book of a thousand pages is shorter."""
_HEAD = 20_000
"""Code points at the start of a longer text by which it is told whether it is a resolution."""
_serials = count(1)


def key_of(uri: str) -> str:
    """The key of a document: clients and file events may escape the same address differently."""
    return unquote(uri)


def path_of(uri: str) -> Path | None:
    """The file of a document; None for one that is not a file ("untitled:…") or cannot be one on this system."""
    if not is_address(uri) or urlsplit(uri).scheme not in {"", "file"}:
        return None
    found = uris.to_fs_path(uri)
    return Path(found) if found and _can_be_a_file(found) else None


def is_address(uri: str) -> bool:
    """Whether it can be taken apart as an address at all; "http://[" cannot."""
    try:
        urlsplit(uri)
    except ValueError:
        return False
    return True


@lru_cache(1024)
def _can_be_a_file(path: str) -> bool:
    """Whether the system could have a file of that name, there or not."""
    try:
        os.lstat(path)
    except ValueError:  # a zero, or half a character
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


@dataclass(eq=False)
class Snapshot:
    """One version of one document. Its draft and findings are made when first asked for, once.

    It may be asked from several threads. `workspace` knows which rules hold for the file.
    """

    uri: str
    version: int | None
    text: Text
    unit: Unit
    language: str
    workspace: Workspace = field(repr=False)
    serial: str = field(default_factory=lambda: str(next(_serials)))
    """Another one for every snapshot that is made."""
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    # Another lock for the check: who asks for the draft alone need not wait for it.
    _checking: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _checker: Checker | None = field(default=None, repr=False)
    _draft: Draft | None = field(default=None, repr=False)
    _outcome: Outcome | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """The key that identifies the document."""
        return key_of(self.uri)

    @property
    def path(self) -> Path | None:
        """Its file, if it is one."""
        return path_of(self.uri)

    @property
    def is_draft(self) -> bool:
        """Whether it may be a draft: everything but data of programs."""
        path = self.path
        return self.language not in _DATA_LANGUAGES and (path is None or path.suffix.lower() not in _DATA_SUFFIXES)

    @property
    def is_too_long(self) -> bool:
        """Whether the text is longer than any draft: its draft is empty, and a notice says so where it is one."""
        return len(self.text) > LONGEST

    @property
    def checker(self) -> Checker:
        """The rules and settings in force for it."""
        with self._lock:
            if self._checker is None:
                self._checker = self.workspace.checker_of(self)
            return self._checker

    @property
    def draft(self) -> Draft:
        """The parsed draft."""
        with self._lock:
            if self._draft is None:
                text = Text("") if self.is_too_long else self.text
                self._draft = self.checker.parse(text, None if self.is_too_long else self.path)
            return self._draft

    @property
    def outcome(self) -> Outcome:
        """The findings and notices; none for a text that is not a resolution. Slow ones come with `settle`."""
        with self._checking:
            if self._outcome is None:
                self._outcome = self._too_long() if self.is_too_long else self.checker.lint(self.draft, patient=False)
            return self._outcome

    @property
    def is_pending(self) -> bool:
        """Whether it was checked, but for what takes its time."""
        return self._outcome is not None and self._outcome.pending

    def settle(self) -> None:
        """Check it with what takes its time, too; until that is done `outcome` is what it was."""
        settled = self.checker.lint(self.draft)
        with self._checking:
            self._outcome = settled

    @property
    def result(self) -> str:
        """A name for the outcome: another one once it is settled."""
        with self._checking:
            return f"{self.serial}, settled" if not self.outcome.pending else self.serial

    def _too_long(self) -> Outcome:
        from ..engine.run.runner import Notice, Outcome

        head = Text(self.text.content[:_HEAD])
        if not self.checker.parse(head, self.path).is_resolution:
            return Outcome()
        size, most = (f"{number / 1e6:.3g} million" for number in (len(self.text), LONGEST))
        message = f"This text is not checked here: it has {size} characters, and the server takes {most}."
        return Outcome(notices=(Notice(f"{message} “reslint check” takes any number.", span=Span(0, len(head))),))

    def range(self, span: Span) -> types.Range:
        """A span as the client counts."""
        start = self.text.position(span.start, self.unit)
        end = self.text.position(span.end, self.unit)
        return types.Range(types.Position(start.line, start.column), types.Position(end.line, end.column))

    def place(self, span: Span) -> dict[str, dict[str, int]]:
        """As `range`, in the plain form that goes over the wire."""
        first, column = self.text.position(span.start, self.unit)
        last, end = self.text.position(span.end, self.unit)
        return {"start": {"line": first, "character": column}, "end": {"line": last, "character": end}}

    def offset(self, position: types.Position) -> int:
        """The code-point offset of a client's position, moved into the text if it lies outside."""
        return self.text.offset(Position(position.line, position.character), self.unit)

    def span(self, place: types.Range) -> Span:
        """The span of a client's range."""
        first, second = self.offset(place.start), self.offset(place.end)
        return Span(min(first, second), max(first, second))

    def text_edits(self, edits: Sequence[Edit]) -> list[types.TextEdit]:
        """Edits as the client has them, in the order of the text. Raises EditConflict when two of them conflict."""
        return [types.TextEdit(self.range(edit.span), edit.text) for edit in joined(edits)]

    def edited(self, edits: Sequence[Edit]) -> Snapshot:
        """The document once edits are made; of no version, as the client has not sent it."""
        text = Text(apply_edits(self.text.content, edits))
        return Snapshot(self.uri, None, text, self.unit, self.language, self.workspace)

    def renewed(self) -> Snapshot:
        """The same version with nothing derived from it yet: for when the rules have changed."""
        return Snapshot(self.uri, self.version, self.text, self.unit, self.language, self.workspace)


class Documents:
    """The open documents, by key. Changed on the event loop only."""

    def __init__(self, workspace: Workspace) -> None:
        self.unit: Unit = "utf-16"
        self._workspace = workspace
        self._open: dict[str, Snapshot] = {}

    def __iter__(self) -> Iterator[Snapshot]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> Snapshot | None:
        """The present version of an open document."""
        return self._open.get(key_of(uri))

    def is_current(self, snapshot: Snapshot) -> bool:
        """Whether nothing newer has come."""
        return self._open.get(snapshot.key) is snapshot

    def open(self, item: types.TextDocumentItem) -> Snapshot:
        """Take a document; one that is open already is replaced."""
        text = Text(item.text)
        made = Snapshot(item.uri, item.version, text, self.unit, str(item.language_id), self._workspace)
        self._open[made.key] = made
        return made

    def change(self, params: types.DidChangeTextDocumentParams) -> Snapshot | None:
        """The next version of a document; None when it is not open."""
        before = self.get(params.text_document.uri)
        if before is None:
            return None
        text = apply_changes(before.text, params.content_changes, self.unit)
        version = params.text_document.version
        made = Snapshot(before.uri, version, text, self.unit, before.language, self._workspace)
        self._open[made.key] = made
        return made

    def close(self, uri: str) -> Snapshot | None:
        """Forget a document; what it was last, or None when it was not open."""
        return self._open.pop(key_of(uri), None)

    def renew(self) -> None:
        """Forget everything that was derived from the open documents."""
        for key, snapshot in list(self._open.items()):
            self._open[key] = snapshot.renewed()

    def read(self, uri: str, text: Text) -> Snapshot:
        """A snapshot of a file that is not open; it is not kept."""
        return Snapshot(uri, None, text, self.unit, "", self._workspace)
