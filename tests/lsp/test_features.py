"""Every feature as a function of a draft and a place in it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from reslint.lsp import folding, highlight, hover, links, navigation, rename, selection, symbols, tokens
from reslint.lsp.client import Client
from reslint.lsp.features import Request
from reslint.lsp.protocol import converter
from reslint.text import Edit, Span, apply_edits
from reslint.text.record import replace

URI = "untitled:draft"
DOCUMENT = types.TextDocumentIdentifier(URI)


@pytest.fixture
def at(request_for) -> Callable[..., Request]:
    """A request about the place just after some words, in the draft of conftest.py or another."""

    def made(words: str, **more) -> Request:
        request = request_for(None, **more)
        text = request.snapshot.text
        offset = text.content.index(words) + len(words)
        position = request.snapshot.range(Span(offset, offset)).start
        return replace(request, params=types.TextDocumentPositionParams(DOCUMENT, position))

    return made


def words(request: Request, found: list[types.Location] | list[types.DocumentHighlight]) -> list[str]:
    return [request.snapshot.text.slice(request.snapshot.span(each.range)) for each in found]


@pytest.fixture(scope="module")
def shown() -> Callable[..., list]:
    """The symbols of a draft as a client of one kind or another reads them."""
    reader = converter()

    def read(request: Request, kind: type = types.DocumentSymbol) -> list:
        return reader.structure(symbols.answer(request), list[kind])

    return read


def outline(found: list[types.DocumentSymbol], depth: int = 0) -> list[str]:
    lines = []
    for symbol in found:
        lines.append("  " * depth + symbol.name)
        lines += outline(list(symbol.children or ()), depth + 1)
    return lines


def test_the_outline_has_the_preamble_the_paragraphs_and_the_notes(request_for, shown):
    request = request_for(types.DocumentSymbolParams(DOCUMENT))
    assert outline(shown(request)) == [
        "Lighthouses and the people who keep them",
        "  Lighthouses and the people who keep them",
        "  The General Assembly,",
        "  Preamble",
        "    Recalling",
        "    Noting",
        "  1. Requests",
        "    (a) Their number;",
        "    (b) Their keepers;",
        "  2. Urges",
        "  3. Decides",
        "Notes",
        "  Note 1",
        "  Note 2",
    ]


def test_every_symbol_lies_within_the_one_above_it_and_holds_its_own_name(request_for, shown):
    request = request_for(types.DocumentSymbolParams(DOCUMENT))

    def holds(outer: types.Range, inner: types.Range) -> bool:
        return outer.start <= inner.start and inner.end <= outer.end

    def check(symbol: types.DocumentSymbol) -> None:
        assert holds(symbol.range, symbol.selection_range)
        for child in symbol.children or ():
            assert holds(symbol.range, child.range)
            check(child)

    for symbol in shown(request):
        check(symbol)


def test_a_paragraph_is_called_by_its_first_words_and_the_next_ones_are_its_detail(request_for, shown):
    text = (
        "*The General Assembly*,\n\n1. *Requests* the Secretary-General:\n\n(a) To list all lights and buoys;\n\n"
        "(b) To rest;\n\n2. The report is ready and has been read.\n"
    )
    (resolution,) = shown(request_for(None, text))
    said = [resolution.children[-2], *resolution.children[-2].children, resolution.children[-1]]
    assert [(each.name, each.detail) for each in said] == [
        ("1. Requests", "the Secretary-General:"),
        ("(a) To list all lights", "and buoys;"),
        ("(b) To rest;", None),
        ("2. The report is ready", "and has been read."),
    ]


def test_a_resolution_is_known_by_its_title_or_else_its_enacting_line(request_for, shown):
    titled = request_for(None)
    untitled = request_for(None, "*The General Assembly*,\n\n1. *Decides* so.\n")
    for request, line in (
        (titled, "**Lighthouses and the people who keep them**"),
        (untitled, "*The General Assembly*,"),
    ):
        resolution = shown(request)[0]
        assert request.snapshot.text.slice(request.snapshot.span(resolution.selection_range)) == line


def test_no_symbol_reaches_into_another_beside_it(request_for, shown):
    text = (
        "*The General Assembly*,\n\n*Noting* the lights,[^1]\n\n[^1]: Between.\n\n*Noting also* the buoys,[^2]\n\n"
        "1. *Decides* to light them.\n\nAnnex\n\nPlan of action\n\n1. Lights are lit at dusk.\n\n[^2]: At the end.\n"
    )
    request = request_for(None, text)

    def check(beside: list[types.DocumentSymbol]) -> None:
        for before, after in pairwise(beside):
            assert before.range.end <= after.range.start, (before.name, after.name)
        for symbol in beside:
            check(list(symbol.children or ()))

    found = shown(request)
    check(found)
    assert [each.name for each in found] == ["Resolution", "Notes"]
    preamble = next(each for each in found[0].children if each.name == "Preamble")
    assert [each.name for each in preamble.children] == ["Noting", "Note 1", "Noting also"]
    annex = found[0].children[-1]
    assert request.snapshot.text.slice(request.snapshot.span(annex.range)).endswith("at dusk.")


def test_a_client_that_knows_no_tree_gets_a_list_that_says_what_is_in_what(request_for, shown):
    request = request_for(types.DocumentSymbolParams(DOCUMENT), client=Client())
    found = shown(request, types.SymbolInformation)
    assert [(each.name, each.container_name) for each in found if each.name.startswith("(")] == [
        ("(a) Their number;", "1. Requests"),
        ("(b) Their keepers;", "1. Requests"),
    ]


def test_the_preamble_and_a_paragraph_with_a_list_fold(request_for):
    request = request_for(types.FoldingRangeParams(DOCUMENT))
    lines = request.snapshot.text.content.split("\n")
    found = {lines[each.start_line].split()[0]: lines[each.end_line] for each in folding.answer(request)}
    assert found["*Recalling*"].startswith("*Noting*")
    assert found["1."] == "(b) Their keepers;"


def test_a_selection_grows_from_the_word_to_the_whole_text(at):
    request = at("to report on light")
    params = types.SelectionRangeParams(DOCUMENT, [request.params.position])
    (found,) = selection.answer(replace(request, params=params))
    grown = []
    here: types.SelectionRange | None = found
    while here is not None:
        grown.append(request.snapshot.text.slice(request.snapshot.span(here.range)))
        here = here.parent
    assert grown[0] == "lighthouses"
    assert grown[1] == "*Requests* the Secretary-General to report on lighthouses"
    assert grown[2] == "*Requests* the Secretary-General to report on lighthouses, including:"
    assert grown[3].startswith("1. *Requests*")
    assert grown[3].endswith("(b) Their keepers;")
    assert grown[-1] == request.snapshot.text.content


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
    found = links.answer(request)
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
    assert links.answer(request_for(None, text))[-1].target == f"https://undocs.org/en/{target}"


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
    found = links.answer(request)
    assert [request.snapshot.text.slice(request.snapshot.span(each.range)) for each in found] == expected


def test_what_only_looks_like_a_number_of_a_resolution_leads_nowhere(request_for):
    text = "*The General Assembly*,\n\n*Noting* that and/or 3/4 of all lights, TCP/IP and A/B,\n\n1. *Decides* so.\n"
    assert links.answer(request_for(None, text)) == []


def test_a_marker_shows_its_note_and_a_reference_its_paragraph(at):
    request = at("lights,[^")
    found = hover.answer(request)
    assert found is not None
    assert "vol. 1833" in found.contents.value
    found = hover.answer(at("paragraph 1 (b"))
    assert found is not None
    assert found.contents.value == "(b) Their keepers;"
    assert hover.answer(at("to report on light")) is None


def test_a_finding_shows_its_rule_with_the_reason_and_the_source(at):
    text = "*The General Assembly*,\n\n*Noting* the the lights,\n\n1. *Decides* so.\n"
    found = hover.answer(at("the th", text=text))
    assert found is not None
    rule = at("the th", text=text).snapshot.environment.ruleset.rule("style/repeated-word")
    for words_of_rule in (rule.summary, rule.why, rule.name):
        assert words_of_rule in found.contents.value
    plain = hover.answer(at("the th", text=text, client=Client()))
    assert plain is not None
    assert "**" not in plain.contents.value


CITING = """\
*The General Assembly*,

*Recalling* its resolutions 70/1 of 25 September 2015 and 66/181,

*Recalling also* Human Rights Council resolutions 16/1 and 16/99 and Wind Commission resolution 5/7,

*Bearing in mind* the Convention on the Rights of the Child and the report on lights,[^1]

1. *Recalls* resolution 70/1.

[^1]: See A/66/463 and, as printed, A/RES/70/1.
"""


@pytest.mark.parametrize(
    ("place", "span", "said"),
    [
        ("resolutions 70", "70/1 of 25 September 2015", ["General Assembly resolution 70/1", "Transforming our world"]),
        ("25 Sept", "70/1 of 25 September 2015", ["25 September 2015 (its own first page)", "/en/A/RES/70/1>"]),
        ("and 66/", "66/181", ["19 December 2011 (2 citations)"]),
        ("resolutions 16", "16/1", ["Human Rights Council resolution 16/1", "unsure", "/en/A/HRC/RES/16/1>"]),
        ("16/9", "16/99", ["Council resolution 16/99", "Not in the register.", "/en/A/HRC/RES/16/99>"]),
        ("the Rights of", "Convention on the Rights of the Child", ["Treaty Series", "the Convention"]),
        ("A/66/4", "A/66/463", ["**A/66/463**", "<https://undocs.org/en/A/66/463>"]),
        ("*Recalls* reso", "resolution 70/1", ["Transforming our world"]),
        ("A/RES/7", "A/RES/70/1", ["Transforming our world", "its own first page"]),
    ],
)
def test_a_citation_shows_what_the_register_knows_of_it_and_how_sure_it_is(at, place, span, said):
    request = at(place, text=CITING)
    found = hover.answer(request)
    assert found is not None
    assert request.snapshot.text.slice(request.snapshot.span(found.range)) == span
    for words in said:
        assert words in found.contents.value


@pytest.mark.parametrize("place", ["Commission resolution 5", "its resolutions", "the report on"])
def test_nothing_is_said_of_a_number_whose_body_nobody_knows_and_of_plain_words(at, place):
    assert hover.answer(at(place, text=CITING)) is None


def test_a_client_without_markdown_reads_an_address_without_brackets(at):
    found = hover.answer(at("A/66/4", text=CITING, client=Client()))
    assert found is not None
    assert found.contents.value == "A/66/463\n\nhttps://undocs.org/en/A/66/463"


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


@pytest.mark.parametrize("answer", [symbols.answer, folding.answer, links.answer, hover.answer])
def test_every_feature_is_silent_in_a_text_that_is_no_resolution(at, answer):
    request = at("Read", text="# Read me\n\nSee A/66/463 and [^1].\n\n[^1]: A note.\n")
    assert not answer(request)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1. *Takes note", "neutral"),
        ("1. *Also takes note", "neutral"),
        ("1. *Notes", "neutral"),
        ("1. *Takes note with appreciation", "expresses approval"),
    ],
)
def test_what_taking_note_means_is_told_with_its_source(at, words, said):
    found = hover.answer(at(words, text=f"*The General Assembly*,\n\n{words}* of the lights.\n"))
    assert found is not None
    assert said in found.contents.value
    assert "decision 55/488" in found.contents.value


def test_what_the_lexicon_notes_of_an_opener_is_shown_on_it(at):
    request = at("*Urg")
    environment = request.snapshot.environment
    openers = {"finite": {"Urges": {"note": "Stronger than “Invites”."}}}
    ruleset = replace(environment.ruleset, lexicons={**environment.ruleset.lexicons, "openers": openers})
    offset = request.snapshot.offset(request.params.position)
    (card,) = hover.cards(request.snapshot.draft, offset, (), replace(environment, ruleset=ruleset))
    assert card.words == "*Urges*: Stronger than “Invites”."
    assert request.snapshot.text.slice(card.span) == "Urges"
