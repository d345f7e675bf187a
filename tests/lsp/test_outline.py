"""The outline of a draft: its symbols, what folds, and how a selection grows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from lsprotocol import types

from reslint.lsp import folding, hover, links, selection, symbols
from reslint.lsp.client import Client
from reslint.lsp.documents import LONGEST
from reslint.lsp.feature import Request
from reslint.lsp.protocol import converter
from reslint.text import Span
from reslint.text.record import replace

URI = "untitled:draft"
DOCUMENT = types.TextDocumentIdentifier(URI)


@pytest.fixture(scope="module")
def shown() -> Callable[..., list]:
    """The symbols of a draft as a client of one kind or another reads them."""
    reader = converter()

    def read(request: Request, kind: type = types.DocumentSymbol) -> list:
        return reader.structure(symbols.document_symbols(request), list[kind])

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
    found = {lines[each.start_line].split()[0]: lines[each.end_line] for each in folding.folding_ranges(request)}
    assert found["*Recalling*"].startswith("*Noting*")
    assert found["1."] == "(b) Their keepers;"


def test_a_selection_grows_from_the_word_to_the_whole_text(at):
    request = at("to report on light")
    params = types.SelectionRangeParams(DOCUMENT, [request.params.position])
    (found,) = selection.selection_ranges(replace(request, params=params))
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


def test_in_a_text_that_is_too_long_a_selection_is_the_whole_text(request_for):
    text = "*The General Assembly*,\n\n" + "1. *Requests* the Secretary-General to report;\n" * (LONGEST // 40)
    places = [types.Position(0, 0), types.Position(2, 5), types.Position(999_999_999, 0)]
    request = request_for(types.SelectionRangeParams(DOCUMENT, places), text=text)
    whole = types.SelectionRange(request.snapshot.range(Span(0, len(text))))
    assert selection.selection_ranges(request) == [whole] * 3


@pytest.mark.parametrize(
    "answer", [symbols.document_symbols, folding.folding_ranges, links.links_of_document, hover.hover]
)
def test_every_feature_is_silent_in_a_text_that_is_no_resolution(at, answer):
    request = at("Read", text="# Read me\n\nSee A/66/463 and [^1].\n\n[^1]: A note.\n")
    assert not answer(request)
