"""Incremental changes, in every position encoding and with every line end."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from reslint.lsp.sync import UNITS, apply_changes
from reslint.text import Span, Text

PIECES = st.sampled_from(
    [
        "a",
        "Requests",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x0b",
        "\x0c",
        "\x85",
        "😀",
        "é",
        "e\u0301",
        "¹",
        "\ufeff",
        "*",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
ENCODINGS = st.sampled_from(sorted(UNITS))


def units(characters: str, encoding: str) -> int:
    """How an editor with this encoding counts."""
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    return len(characters.encode(encoding if width == 1 else f"{encoding}-le")) // width


def position(content: str, offset: int, encoding: str) -> types.Position:
    """The place an editor means, worked out from the text before it and nothing else."""
    before = content[:offset]
    # Between the two halves of a CRLF there is no place: the line ends before it.
    if before.endswith("\r") and content[offset : offset + 1] == "\n":
        before = before[:-1]
    lines = re.split("\r\n|\r|\n", before)
    return types.Position(len(lines) - 1, units(lines[-1], encoding))


def aligned(content: str, offset: int) -> int:
    return offset - 1 if content[offset - 1 : offset + 1] == "\r\n" else offset


@settings(max_examples=400, deadline=None)
@given(TEXTS, ENCODINGS, st.data())
def test_a_series_of_edits_gives_the_text_that_the_editor_shows(content: str, encoding: str, data: st.DataObject):
    text, shown, changes = Text(content), content, []
    for _ in range(data.draw(st.integers(1, 4))):
        first, second = sorted(aligned(shown, data.draw(st.integers(0, len(shown)))) for _ in range(2))
        typed = data.draw(TEXTS)
        place = types.Range(position(shown, first, encoding), position(shown, second, encoding))
        changes.append(types.TextDocumentContentChangePartial(place, typed))
        shown = shown[:first] + typed + shown[second:]
    text = apply_changes(text, changes, UNITS[encoding])
    assert text.content == shown
    assert text.line_starts == Text(shown).line_starts


@given(TEXTS, TEXTS, st.data())
def test_lines_are_counted_anew_only_around_a_change_and_rightly(content: str, typed: str, data: st.DataObject):
    text = Text(content)
    assert text.line_count  # counted now, so that the change has something to keep
    first, second = sorted(data.draw(st.integers(0, len(content))) for _ in range(2))
    after = text.replaced(Span(first, second), typed)
    assert after.line_starts == Text(after.content).line_starts


def test_a_change_without_a_range_is_the_whole_text():
    changes = [types.TextDocumentContentChangeWholeDocument("new"), types.TextDocumentContentChangeWholeDocument("er")]
    assert apply_changes(Text("old"), changes, "utf-16").content == "er"


def test_a_range_the_wrong_way_round_or_outside_the_text_is_moved_into_it():
    def change(start: tuple[int, int], end: tuple[int, int]) -> str:
        place = types.Range(types.Position(*start), types.Position(*end))
        changes = [types.TextDocumentContentChangePartial(place, "X")]
        return apply_changes(Text("one\ntwo\n"), changes, "utf-16").content

    assert change((1, 1), (0, 1)) == "oXwo\n"
    assert change((0, 99), (0, 99)) == "oneX\ntwo\n"
    assert change((7, 0), (9, 9)) == "one\ntwo\nX"
