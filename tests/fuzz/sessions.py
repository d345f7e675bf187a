"""Edits as an editor sends them, through the server's documents, and what the server then answers."""

from __future__ import annotations

import json
import random
import tempfile
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from reslint.draft import parse
from reslint.engine import RunSettings, lint
from reslint.lsp.client import Client, client_of
from reslint.lsp.documents import Documents, Snapshot
from reslint.lsp.feature import Feature, Request
from reslint.lsp.features import features
from reslint.lsp.protocol import converter
from reslint.lsp.sync import UNITS
from reslint.lsp.workspace import Workspace
from reslint.text import Text

from ..lsp.conftest import FULL
from . import packs, texts
from .invariants import expect, found_in_order, outlined

URI = "file:///draft.resolution.md"
_ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "code-point": "utf-32-le"}
_WIDTHS = {"utf-8": 1, "utf-16": 2, "code-point": 4}
_TYPED = ("", "", "a", "*", "\n", "\n\n", " ", "\r")
_CONVERTER = converter()
_CLIENTS = (Client(), client_of(_CONVERTER.structure(FULL, types.ClientCapabilities)))
"""One that can do nothing beyond the protocol's first version, and one that can do everything."""


def session(rng: random.Random) -> tuple[str, ...]:
    """How the client counts, the text it opens, and edits: two positions, mostly near each other, and new words."""
    text = rng.choice((texts.fragment, texts.tree))(rng)[:700]
    if rng.random() < 0.1:
        text = packs.headed(rng, text)
    lines = text.count("\n") + 1
    edits = []
    for _ in range(rng.randrange(1, 7)):
        line, column = rng.randrange(lines + 1), rng.randrange(90)
        if rng.random() < 0.5:
            last, end = line, column + rng.randrange(12)
        else:
            last, end = line + rng.randrange(-1, 3), rng.randrange(100)
        words = rng.choice((*_TYPED, rng.choice(texts.WORDS), texts.fragment(rng)[:80]))
        edits.append(json.dumps([line, column, max(last, 0), end, words]))
    return rng.choice(tuple(UNITS)), str(rng.randrange(2**32)), text, *edits


@cache
def _documents() -> Documents:
    def log(message: str) -> None:
        """Nobody reads it."""

    workspace = Workspace(log)
    workspace.configure([Path(tempfile.gettempdir(), "nowhere").as_uri()], None)
    return Documents(workspace)


def edited(unit: str, seed: str, text: str, *edits: str) -> None:
    """After each edit the server has the text that the client has; what it finds in it, a fresh check finds."""
    documents = _documents()
    documents.unit = UNITS[unit]
    snapshot = documents.open(types.TextDocumentItem(URI, "markdown", 0, text))
    for version, written in enumerate(edits, 1):
        line, column, last, end, words = json.loads(written)
        place = types.Range(types.Position(line, column), types.Position(last, end))
        change = types.TextDocumentContentChangePartial(range=place, text=words)
        name = types.VersionedTextDocumentIdentifier(version, URI)
        text = _replaced(text, UNITS[unit], (line, column), (last, end), words)
        changed = documents.change(types.DidChangeTextDocumentParams(name, [change]))
        expect(changed is not None and documents.is_current(changed), "a change was lost")
        snapshot = changed or snapshot
        expect(snapshot.text.content == text, "the server has another text than its client")
        expect(snapshot.text.line_starts == Text(text).line_starts, "the lines of an edited text are wrong")
        found_in_order(snapshot.draft, snapshot.outcome)
    _checked(snapshot)
    _answered(snapshot, random.Random(int(seed)))


def _replaced(text: str, unit: str, first: tuple[int, int], second: tuple[int, int], words: str) -> str:
    """The text as a client has it that thinks in lines and bytes, not in offsets."""
    start, end = sorted(_place(text, unit, place) for place in (first, second))
    return text[:start] + words + text[end:]


def _place(text: str, unit: str, place: tuple[int, int]) -> int:
    starts = [0]
    for at, character in enumerate(text, 1):
        if character == "\n" or (character == "\r" and text[at : at + 1] != "\n"):
            starts.append(at)
    if place[0] >= len(starts):
        return len(text)
    start = starts[place[0]]
    line = text[start : starts[place[0] + 1] if place[0] + 1 < len(starts) else len(text)].rstrip("\r\n")
    data = line.encode(_ENCODINGS[unit], "surrogatepass")[: place[1] * _WIDTHS[unit]]
    # A position inside a character is the start of that character: half a character is left away.
    count = 0
    while len(line[: count + 1].encode(_ENCODINGS[unit], "surrogatepass")) <= len(data) and count < len(line):
        count += 1
    return start + count


def _checked(snapshot: Snapshot) -> None:
    """The last outcome is that of the last text, whatever the texts before it were."""
    outlined(snapshot.draft)
    ruleset = snapshot.checker.ruleset
    draft = parse(Text(snapshot.text.content), ruleset.vocabulary, forced=True)
    if not snapshot.checker.because:
        again = lint(draft, ruleset, RunSettings(patient=False))
        expect(again == snapshot.outcome, "after edits something else is found")


@cache
def _features() -> tuple[Feature, ...]:
    return tuple(each for each in features() if each.of_document)


def _answered(snapshot: Snapshot, rng: random.Random) -> None:
    """Some of the features answer at some place, in ranges that are there, with what can be sent."""
    for feature in rng.sample(_features(), 4):
        size = len(snapshot.text)
        first, second = sorted((rng.randrange(size + 1), rng.randrange(size + 1)))
        place = snapshot.range(type(snapshot.draft.root.span)(first, second))
        context = SimpleNamespace(only=None, diagnostics=[], include_declaration=rng.random() < 0.5)
        params = SimpleNamespace(
            position=place.start,
            positions=[place.start, place.end],
            range=place,
            context=context,
            new_name=rng.choice(("5", "", "new", "[^2]", "(c)", "\n", "٣")),
            previous_result_id=None,
            text_document=types.TextDocumentIdentifier(URI),
            ch="\n",
            options=types.FormattingOptions(tab_size=4, insert_spaces=True),
        )
        try:
            answer = feature.answer(Request(snapshot, params, rng.choice(_CLIENTS)))
        except JsonRpcException:
            continue
        for found in _ranges(_CONVERTER.unstructure(answer)):
            ends = [(found[end]["line"], found[end]["character"]) for end in ("start", "end")]
            there = ends[0] <= ends[1] and ends[1][0] < snapshot.text.line_count
            expect(there, f"{feature.method} speaks of a place that is not there")


def _ranges(value: Any) -> list[dict[str, Any]]:
    """Every range in an answer; what it edits is the same text."""
    if isinstance(value, dict):
        own = [value] if set(value) == {"start", "end"} else []
        return [*own, *(found for each in value.values() for found in _ranges(each))]
    if isinstance(value, list):
        return [found for each in value for found in _ranges(each)]
    return []
