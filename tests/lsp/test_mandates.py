"""Whom a paragraph asks for what by when, above it and as rows."""

from __future__ import annotations

from lsprotocol import types

from reslint.lsp import lens

DOCUMENT = types.TextDocumentIdentifier("untitled:draft")
DRAFT = """\
**Bells 😀 and towers**

*The General Assembly*,

1. *Decides* to ring them;

2. *Requests* the Secretary-General to submit to it at its eighty-second session a report on bells 😀;

3. *Invites*:

(a) Member States to listen;

4. *Urges* Governments to ring, encourages donors to pay, and invites the private sector to listen.
"""


def above(request_for, text: str) -> dict[str, str]:
    request = request_for(types.CodeLensParams(DOCUMENT), text)
    lines = request.snapshot.text.content.splitlines()
    shown = ((lines[each.range.start.line].split()[0], each.command.title) for each in lens.code_lenses(request))
    return {place: title for place, title in shown if title.startswith("asks")}


def test_each_paragraph_that_asks_says_whom_and_for_what(request_for):
    assert above(request_for, DRAFT) == {
        "2.": "asks the Secretary-General · report · at its eighty-second session",
        "(a)": "asks Member States",
        "4.": "asks Governments | asks donors | 1 more",
    }


def test_the_rows_of_a_draft_lead_to_their_places(wire):
    server = wire()
    server.initialize()
    server.open("untitled:draft", DRAFT)
    rows = server.call("workspace/executeCommand", {"command": "reslint.mandates", "arguments": ["untitled:draft"]})
    first = rows[0]
    assert (first["paragraph"], first["addressees"], first["sessions"]) == ("2", ["the Secretary-General"], [82])
    line = DRAFT.splitlines()[first["range"]["start"]["line"]]
    assert line[first["range"]["start"]["character"] :].startswith("Requests")
    assert first["range"]["end"]["character"] == len(line.encode("utf-16-le")) // 2 - 1
    assert len(rows) == 5
