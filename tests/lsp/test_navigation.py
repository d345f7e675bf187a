"""From one place of a draft to others: footnotes, paragraphs and what names them, new names, and links."""

from __future__ import annotations

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from reslint.lsp import highlight, links, navigation, rename
from reslint.lsp.feature import Request
from reslint.text import Edit, apply_edits
from reslint.text.record import replace

URI = "untitled:draft"
DOCUMENT = types.TextDocumentIdentifier(URI)


def words(request: Request, found: list[types.Location] | list[types.DocumentHighlight]) -> list[str]:
    return [request.snapshot.text.slice(request.snapshot.span(each.range)) for each in found]


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("19 December 2011,[^", "[^1]: See A/66/463."),
        ("paragraph 1", "1. *Requests* the Secretary-General to report on lighthouses, including:"),
        ("paragraph 1 (b", "(b) Their keepers;"),
        ("paragraphs 1 and 2", "2. *Urges* Member States"),
    ],
)
def test_a_marker_leads_to_its_note_and_a_reference_to_its_paragraph(at, place: str, target: str):
    request = at(place)
    (found,) = words(request, navigation.define(request))
    assert found.startswith(target)


def test_a_note_leads_back_to_its_marker(at):
    request = at("\n[^1")
    assert words(request, navigation.define(request)) == ["1"]
    assert navigation.define(request)[0].range.start.line < 6


def asking(request: Request, *, include_declaration: bool) -> Request:
    context = types.ReferenceContext(include_declaration)
    return replace(request, params=types.ReferenceParams(context, DOCUMENT, request.params.position))


def test_the_references_to_a_paragraph_are_found_from_its_number_and_from_any_of_them(at):
    for place in ("\n1", "paragraph 1", "paragraphs 1"):
        request = at(place)
        found = navigation.refer(asking(request, include_declaration=False))
        assert [request.snapshot.span(each.range).start for each in found] == [
            request.snapshot.text.content.index(each) + len(each) - 1 for each in ("paragraph 1", "paragraphs 1")
        ]
    assert len(navigation.refer(asking(request, include_declaration=True))) == 3


def test_all_places_of_a_note_are_highlighted_and_typed_over_together(at):
    request = at("lights,[^")
    assert words(request, highlight.highlight(request)) == ["2", "2"]
    linked = highlight.link(request)
    assert linked is not None
    assert [request.snapshot.text.slice(request.snapshot.span(each)) for each in linked.ranges] == ["2", "2"]
    assert highlight.link(at("paragraph 1")) is None


def renamed(request: Request, name: str) -> str:
    params = types.RenameParams(DOCUMENT, request.params.position, name)
    edit = rename.rename(replace(request, params=params))
    assert edit is not None
    (change,) = edit.document_changes or ()
    assert change.text_document.version == 1
    snapshot = request.snapshot
    return apply_edits(snapshot.text.content, [Edit(snapshot.span(each.range), each.new_text) for each in change.edits])


def test_a_renamed_paragraph_takes_its_references_along(at):
    request = at("\n1")
    placeholder = rename.prepare(request)
    assert placeholder is not None
    assert placeholder.placeholder == "1"
    after = renamed(request, "7")
    assert "\n7. *Requests*" in after
    assert "paragraph 7 (b) above" in after
    assert "paragraphs 7 and 2 above" in after


def test_a_renamed_letter_takes_its_references_along(at):
    after = renamed(at("\n(b"), "c")
    assert "\n(c) Their keepers" in after
    assert "paragraph 1 (c) above" in after


def test_a_renamed_footnote_takes_its_markers_along(at):
    after = renamed(at("lights,[^2"), "9")
    assert "lights,[^9]" in after
    assert "[^9]: United Nations" in after
    raised = at(
        "light¹", text="*The General Assembly*,\n\n*Noting* the light¹ of day,\n\n1. *Decides* so.\n\n¹ A/1/2.\n"
    )
    assert renamed(raised, "12").count("¹²") == 2


@pytest.mark.parametrize(
    ("place", "name"), [("\n1", "2"), ("\n1", "one"), ("lights,[^2", "1"), ("\n(a", "b"), ("\n(a", "2")]
)
def test_a_label_that_cannot_be_is_refused_with_a_reason(at, place: str, name: str):
    with pytest.raises(JsonRpcException, match=r"there is a|is no"):
        renamed(at(place), name)


def test_there_is_nothing_to_rename_in_plain_words(at):
    assert rename.prepare(at("to report on light")) is None
    assert rename.rename(at("to report on light")) is None


def test_resolutions_and_symbols_lead_to_their_documents(request_for):
    request = request_for(types.DocumentLinkParams(DOCUMENT))
    found = links.links_of_document(request)
    assert [(request.snapshot.text.slice(request.snapshot.span(each.range)), each.target) for each in found] == [
        ("66/181", "https://undocs.org/en/A/RES/66/181"),
        ("A/66/463", "https://undocs.org/en/A/66/463"),
    ]


@pytest.mark.parametrize(
    ("cited", "target"),
    [
        ("*The General Assembly*,\n\n*Recalling* its resolution 57/270 B,", "A/RES/57/270B"),
        ("*The General Assembly*,\n\n*Recalling* its resolutions 60/1 and 61/2,", "A/RES/61/2"),
        ("*The General Assembly*,\n\n*Recalling* Security Council resolution 1325 (2000),", "S/RES/1325(2000)"),
        ("*The Economic and Social Council*,\n\n*Recalling* its resolution 2012/19,", "E/RES/2012/19"),
    ],
)
def test_a_resolution_has_the_symbol_of_the_organ_that_adopted_it(request_for, cited: str, target: str):
    text = f"{cited}\n\n1. *Decides* so.\n"
    assert links.links_of_document(request_for(None, text))[-1].target == f"https://undocs.org/en/{target}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[resolution 66/182],", ["66/182"]),
        ("[General Assembly resolution 66/182],", ["66/182"]),
        ("[its resolution 66/182] of 19 December 2011,", ["66/182"]),
        ("its resolutions [66/180] and [66/181],", ["66/180", "66/181"]),
        ("its resolution [57/270 B],", ["57/270 B"]),
        ("its resolution 66/[…],", []),
        ("its decision 66/501,", []),
        ("Commission on Crime Prevention and Criminal Justice resolution 19/1,", []),
        ("the general comment in CRC/C/GC/10 and the report in TD/B/58/1,", ["CRC/C/GC/10", "TD/B/58/1"]),
        ("the work of the ABC/D/12,", []),
    ],
)
def test_what_is_not_decided_yet_and_what_any_body_publishes_is_linked(request_for, words: str, expected: list[str]):
    text = f"*The General Assembly*,\n\n*Recalling* 😀 {words}\n\n1. *Decides* so.\n"
    request = request_for(None, text)
    found = links.links_of_document(request)
    assert [request.snapshot.text.slice(request.snapshot.span(each.range)) for each in found] == expected


def test_what_only_looks_like_a_number_of_a_resolution_leads_nowhere(request_for):
    text = "*The General Assembly*,\n\n*Noting* that and/or 3/4 of all lights, TCP/IP and A/B,\n\n1. *Decides* so.\n"
    assert links.links_of_document(request_for(None, text)) == []
