"""Formatting as an editor asks for it."""

from __future__ import annotations

import pytest
from lsprotocol import types

from reslint.lsp import formatting
from reslint.text import Position, Text

from .conftest import DRAFT, FULL

URI = "untitled:draft"
SLIPS = """\
*The General Assembly*,

*Noting*  the 😀  work of the "keepers",

1. *Requests* the Secretary-General  to report;



3.  *Decides* to return to the matter, and recalls paragraph 3 above."""
MENDED = """\
*The General Assembly*,

*Noting* the 😀 work of the “keepers”,

1. *Requests* the Secretary-General to report;

2. *Decides* to return to the matter, and recalls paragraph 2 above.
"""


def applied(text: str, edits, encoding: str = "utf-16") -> str:
    """The text after edits whose columns count in an encoding."""
    held = Text(text)
    unit = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "code-point"}[encoding]
    for edit in reversed(edits):
        places = [edit["range"][end] for end in ("start", "end")]
        start, end = (held.offset(Position(place["line"], place["character"]), unit) for place in places)
        text = text[:start] + edit["newText"] + text[end:]
    return text


def asked(client, text: str, method: str = "formatting", options=None, **more):
    client.open(URI, text)
    params = {"textDocument": {"uri": URI}, "options": {"tabSize": 4, "insertSpaces": True, **(options or {})}, **more}
    return client.call(f"textDocument/{method}", params)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_draft_is_formatted_in_every_encoding_and_with_every_line_end(wire, encoding: str, end: str):
    client = wire()
    client.initialize({**FULL, "general": {"positionEncodings": [encoding]}})
    text = SLIPS.replace("\n", end)
    edits = asked(client, text)
    assert applied(text, edits, encoding) == MENDED.replace("\n", end)
    lines = [edit["range"]["start"]["line"] for edit in edits]
    assert 0 not in lines
    assert lines.count(2) == 4
    assert asked(client, MENDED.replace("\n", end)) == []


def test_a_range_is_formatted_and_nothing_beside_it(wire):
    client = wire()
    client.initialize()
    place = {"start": {"line": 4, "character": 3}, "end": {"line": 4, "character": 20}}
    edits = asked(client, SLIPS, "rangeFormatting", range=place)
    assert applied(SLIPS, edits) == SLIPS.replace("General  to", "General to")


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ({}, "wait  \nfor it.\n"),
        ({"insertFinalNewline": False}, "wait  \nfor it."),
        ({"trimTrailingWhitespace": True}, "wait\nfor it.\n"),
        ({"trimTrailingWhitespace": False}, "wait  \nfor it. \n"),
    ],
)
def test_the_settings_of_the_editor_are_honoured(wire, options, after: str):
    client = wire()
    client.initialize()
    text = f"{DRAFT[: DRAFT.index('3. ')]}3. *Decides* to "
    given = f"{text}wait  \nfor it. "
    assert applied(given, asked(client, given, options=options)) == text + after


def test_blank_lines_at_the_end_stay_where_the_editor_is_told_so(request_for):
    options = types.FormattingOptions(tab_size=4, insert_spaces=True, trim_final_newlines=False)
    params = types.DocumentFormattingParams(types.TextDocumentIdentifier(URI), options)
    assert formatting.formatting(request_for(params, f"{DRAFT}\n\n")) == []
    options.trim_final_newlines = True
    (edit,) = formatting.formatting(request_for(params, f"{DRAFT}\n\n"))
    assert edit.new_text == ""


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Dear  friend,\n\n\n\n3.  we met.  \n", {}),
        (SLIPS, {"language": "yaml", "uri": "untitled:rule"}),
        (DRAFT, {}),
    ],
)
def test_what_is_no_resolution_or_in_order_is_left_alone(request_for, text: str, more):
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    params = types.DocumentFormattingParams(types.TextDocumentIdentifier(URI), options)
    assert formatting.formatting(request_for(params, text, **more)) == []
