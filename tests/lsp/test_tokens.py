"""The words of a draft that editors colour."""

from __future__ import annotations

import pytest
from lsprotocol import types

from reslint.lsp import tokens
from reslint.lsp.feature import Request
from reslint.text.record import replace

URI = "untitled:draft"
DOCUMENT = types.TextDocumentIdentifier(URI)


def decoded(request: Request, data: list[int]) -> list[tuple[str, str]]:
    lines = request.snapshot.text.content.split("\n")
    found, line, column = [], 0, 0
    for at in range(0, len(data), 5):
        down, right, length, kind, _ = data[at : at + 5]
        line, column = line + down, right if down else column + right
        units = lines[line].encode("utf-16-le")
        words = units[2 * column : 2 * (column + length)].decode("utf-16-le")
        found.append((tokens.KINDS[kind], words))
    return found


def test_openers_labels_markers_references_and_citations_are_told_apart(request_for):
    request = request_for(types.SemanticTokensParams(DOCUMENT))
    found = decoded(request, list(tokens.full(request).data))
    for expected in (
        ("class", "The General Assembly"),
        ("keyword", "Recalling"),
        ("type", "the Secretary-General"),
        ("type", "Member States"),
        ("string", "66/181"),
        ("macro", "[^1]"),
        ("number", "1."),
        ("number", "(b)"),
        ("variable", "b"),
    ):
        assert expected in found


def test_an_adverb_is_told_from_its_opener(request_for):
    text = "*The General Assembly*,\n\n1. *Requests* the State to act;\n\n2. *Also requests* the State to wait.\n"
    request = request_for(types.SemanticTokensParams(DOCUMENT), text)
    found = decoded(request, list(tokens.full(request).data))
    assert found[-3:] == [("modifier", "Also"), ("keyword", " requests"), ("type", "the State")]


def test_an_addressee_is_what_other_marks_leave_of_it_and_ends_at_what_is_asked(request_for):
    text = (
        "*The General Assembly*,\n\n1. *Requests*, in this regard, the Secretary-General[^1] and the Chair to act;\n\n"
        "2. *Decides* to wait;\n\n3. *Calls upon* States 😀,\nports and others to sail.\n\n[^1]: The one in office.\n"
    )
    request = request_for(types.SemanticTokensParams(DOCUMENT), text)
    found = decoded(request, list(tokens.full(request).data))
    assert [words for kind, words in found if kind == "type"] == [
        "the Secretary-General",
        " and the Chair",
        "States 😀,",
        "ports and others",
    ]


@pytest.mark.parametrize("line", ["*The General Assembly*,", "*The General Assembly,*", "The General Assembly"])
def test_of_the_enacting_line_the_name_of_the_organ_is_marked_alone(request_for, line: str):
    request = request_for(types.SemanticTokensParams(DOCUMENT), f"{line}\n\n1. *Decides* so.\n", uri="file:///a.res.md")
    assert decoded(request, list(tokens.full(request).data))[0] == ("class", "The General Assembly")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_comment_of_several_lines_is_a_token_on_each_of_them_that_has_words(request_for, end):
    text = "*The General Assembly*,\n\n1. *Decides* so.\n\n<!-- Not\n\né yet\n-->\n".replace("\n", end)
    request = request_for(types.SemanticTokensParams(DOCUMENT), text)
    found = decoded(request, list(tokens.full(request).data))
    assert found[-3:] == [("comment", "<!-- Not"), ("comment", "é yet"), ("comment", "-->")]


def test_a_change_of_tokens_is_sent_as_one_edit(request_for):
    first = request_for(types.SemanticTokensParams(DOCUMENT))
    before = tokens.full(first)
    text = first.snapshot.text.content.replace("2. *Urges* Member", "2. *Calls upon* all Member")
    params = types.SemanticTokensDeltaParams(DOCUMENT, before.result_id or "")
    second = request_for(params, text)
    delta = tokens.changed(second)
    assert isinstance(delta, types.SemanticTokensDelta)
    (edit,) = delta.edits
    data = list(before.data)
    data[edit.start : edit.start + edit.delete_count] = edit.data or ()
    assert data == tokens.full(second).data
    assert len(edit.data or ()) < len(data)
    unknown = types.SemanticTokensDeltaParams(DOCUMENT, "gone")
    assert isinstance(tokens.changed(replace(second, params=unknown)), types.SemanticTokens)


def test_the_tokens_of_a_range_are_those_that_touch_it(request_for):
    place = types.Range(types.Position(4, 0), types.Position(4, 30))
    request = request_for(types.SemanticTokensRangeParams(DOCUMENT, place))
    assert decoded(request, list(tokens.ranged(request).data)) == [("keyword", "Recalling")]
