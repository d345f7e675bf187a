"""Completion, numbers on a new line and actions on citations: as functions, and over the standard streams."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

from reslint.lsp import actions, completion, on_type
from reslint.lsp.client import Client
from reslint.lsp.feature import Request
from reslint.lsp.sync import UNITS
from reslint.phrasing import sources_of
from reslint.phrasing.citing import changes
from reslint.text import Edit, Span, Text, apply_edits
from reslint.text.record import replace

URI = "untitled:draft"
DOCUMENT = types.TextDocumentIdentifier(URI)
CHILD = "United Nations, *Treaty Series*, vol. 1577, No. 27531."
DRAFT = """\
**Eighty-first session**

*The General Assembly*,

*Noting* the report on ferries 😀,[^1]

*Guided* by 😀 the Convention on the Rights of the Ch

1. *Requests* the Secretary-General to count the ferries;

[^1]: A/81/10.

[^2]: A/81/20.
"""
CITING = """\
*The General Assembly*,

*Recalling* its resolution 64/293 of 30 July 2010 and the report of the Secretary-General (A/81/10),

*Guided* by the Convention on the Rights of the Child, and by the wind,

1. *Recalls* its resolution 64/293 of 30 July 2010;

2. *Stresses* the importance of the Convention on the Rights of the Child.
"""
EVERYTHING = Client(
    code_action_literals=True,
    completion_markdown=True,
    completion_resolve=frozenset({"documentation"}),
    document_changes=True,
    snippets=True,
)


@pytest.fixture
def at(request_for) -> Callable[..., Request]:
    """A request about the place just after some words of a text."""

    def made(words: str, text: str = DRAFT, client: Client = EVERYTHING, **more) -> Request:
        request = request_for(None, text=text, client=client, **more)
        offset = text.index(words) + len(words)
        position = request.snapshot.range(Span(offset, offset)).start
        return replace(request, params=types.TextDocumentPositionParams(DOCUMENT, position))

    return made


def item_of(request: Request, label: str) -> types.CompletionItem:
    items = completion.completion(request).items
    return next(item for item in items if item.label == label)


def taken(request: Request, item: types.CompletionItem) -> str:
    """The text once an editor has taken an item."""
    assert isinstance(item.text_edit, types.TextEdit)
    edits = [item.text_edit, *(item.additional_text_edits or ())]
    text = request.snapshot.text.content
    return apply_edits(text, [Edit(request.snapshot.span(edit.range), edit.new_text) for edit in edits])


@pytest.mark.parametrize("unit", ["utf-8", "utf-16", "utf-32"])
def test_a_treaty_comes_with_its_footnote_in_every_encoding(at, documents, unit):
    documents.unit = {"utf-32": "code-point"}.get(unit, unit)
    request = at("Rights of the Ch")
    item = item_of(request, "Convention on the Rights of the Child")
    found = taken(request, item)
    assert "*Guided* by 😀 the Convention on the Rights of the Child[^2]\n" in found
    assert found.endswith(f"[^1]: A/81/10.\n\n[^2]: {CHILD}\n\n[^3]: A/81/20.\n")


def as_listed(request: Request, item: types.CompletionItem) -> str:
    """The text once an editor has made the edits from the last to the first, sorted by where they begin alone."""
    snapshot, text = request.snapshot, request.snapshot.text.content
    edits = [item.text_edit, *(item.additional_text_edits or ())]
    for edit in sorted(edits, key=lambda edit: snapshot.span(edit.range).start)[::-1]:
        span = snapshot.span(edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_note_before_the_first_one_leaves_the_others_whole(at, gap, end):
    text = (
        "*The General Assembly*,\n\n*Guided* by 😀 the Convention on the Rights of the Ch\n\n"
        "*Noting* the report on tides,[^1]\n\n1. *Requests* the keepers to count them.[^2]\n\n"
        f"[^1]: A/81/10.{gap}[^2]: A/81/20.\n"
    ).replace("\n", end)
    request = at("Rights of the Ch", text)
    item = item_of(request, "Convention on the Rights of the Child")
    starts = [(edit.range.start.line, edit.range.start.character) for edit in item.additional_text_edits]
    assert starts == sorted(set(starts))
    found = as_listed(request, item)
    notes = f"[^1]: {CHILD}{gap}[^2]: A/81/10.{gap}[^3]: A/81/20.\n"
    assert found.endswith(notes.replace("\n", end))
    assert found == taken(request, item)


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("marks", [("[^{}]", "[^{}]: "), ("<sup>{}</sup>", "<sup>{}</sup> ")])
def test_however_an_editor_takes_the_edits_of_an_item_they_make_one_text(at, place, gap, marks):
    marker, note = marks
    paragraphs = [f"*Noting* report {number},{marker.format(number)}" for number in (1, 2, 3)]
    paragraphs.insert(place, "*Guided* by 😀 the Convention on the R")
    notes = gap.join(f"{note.format(number)}A/81/{number}." for number in (1, 2, 3))
    text = "\n\n".join(["*The General Assembly*,", *paragraphs, "1. *Decides* to sail.", notes]) + "\n"
    request = at("Convention on the R", text)
    items = [item for item in completion.completion(request).items if item.additional_text_edits]
    assert items
    for item in items:
        assert as_listed(request, item) == taken(request, item)
        assert f"{note.format(place + 1)}{item.detail}" in taken(request, item)


def test_proposals_that_edit_elsewhere_are_asked_for_again_as_the_writer_types(at):
    assert completion.completion(at("Rights of the Ch")).is_incomplete


def test_items_stand_in_their_order_and_are_found_by_what_was_typed(at):
    found = completion.completion(at("2. *Req", DRAFT.replace("ferries;\n", "ferries;\n\n2. *Req\n"))).items
    assert [item.sort_text for item in found] == sorted(item.sort_text or "" for item in found)
    assert all((item.filter_text or "").startswith("*Req") for item in found)
    assert found[0].label == "Also requests"


REPORT = DRAFT.replace("ferries;\n", "ferries;\n\n2. *Req\n")


def test_a_standard_phrase_is_a_snippet_only_where_the_client_knows_them(at):
    text = DRAFT.replace("ferries;\n", "ferries;\n\n2. *Dec\n")
    label = (
        "Decides to include in the provisional agenda of its eighty-second session "
        "the item entitled “title of the item”"
    )
    item = item_of(at("2. *Dec", text), label)
    assert item.insert_text_format == types.InsertTextFormat.Snippet
    assert item.text_edit.new_text.endswith("“${1:title of the item}”.")
    plain = item_of(at("2. *Dec", text, replace(EVERYTHING, snippets=False)), label)
    assert plain.insert_text_format is None
    assert plain.text_edit.new_text.endswith("the item entitled “title of the item”.")


def test_a_phrase_without_fields_is_plain_text(at):
    offered = completion.completion(at("2. *Req", REPORT)).items
    found = [item for item in offered if item.kind == types.CompletionItemKind.Snippet]
    assert "at its eighty-second session a report" in found[0].text_edit.new_text
    assert all(item.insert_text_format is None for item in found)


def test_documentation_is_sent_when_asked_for_or_at_once_to_those_who_cannot_ask(at, documents):
    request = at("Rights of the Ch")
    item = item_of(request, "Convention on the Rights of the Child")
    assert item.documentation is None
    session = type("Session", (), {"params": item, "documents": documents, "client": EVERYTHING})
    assert CHILD in completion.resolve(session).documentation.value
    plain = item_of(at("Rights of the Ch", client=Client()), item.label)
    assert CHILD in plain.documentation
    assert "**" not in plain.documentation


def test_a_text_that_is_no_resolution_gets_nothing(at):
    assert not completion.completion(at("Rec", "Dear reader,\n\nRec", uri="file:///notes/letter.md")).items


def test_the_configuration_is_completed(at, snapshot):
    uri = "file:///somewhere/.reslint.yaml"
    request = at("style/rep", "rules:\n  style/rep", uri=uri, language="yaml")
    assert "style/repeated-word" in [item.label for item in completion.completion(request).items]


def new_line(request: Request, typed: str = "\n") -> str:
    place = request.params.position
    options = types.FormattingOptions(4, True)
    request = replace(request, params=types.DocumentOnTypeFormattingParams(DOCUMENT, place, typed, options))
    found = on_type.on_type_formatting(request)
    edits = [Edit(request.snapshot.span(edit.range), edit.new_text) for edit in found]
    return apply_edits(request.snapshot.text.content, edits)


def test_a_new_line_gets_the_next_number(at):
    text = DRAFT.replace("count the ferries;\n", "count the ferries;\n\n")
    assert "count the ferries;\n\n2. \n\n[^1]" in new_line(at("count the ferries;\n", text))


def test_a_blank_is_answered_only_near_the_start_of_a_line(at):
    text = DRAFT.replace("count the ferries;\n", "count the ferries;\n\n*Urges* \n")
    assert "ferries;\n\n2. *Urges* \n" in new_line(at("*Urges* ", text), " ")
    assert new_line(at("count the ", text), " ") == text


def test_a_new_line_in_a_letter_stays_empty(at):
    text = "Dear reader,\n\n1. *Urges* me to write;\n\n"
    assert new_line(at("write;\n\n", text, uri="file:///notes/letter.md")) == text


def done(at: Callable[..., Request], words: str, title: str) -> str:
    """The citing draft after the action of that title at some words."""
    request = at(words, CITING)
    place = request.params.position
    context = types.CodeActionContext([], only=["refactor.rewrite"])
    asked = replace(request, params=types.CodeActionParams(DOCUMENT, types.Range(place, place), context))
    offered = {action.title: action for action in actions.code_actions(asked)}
    assert title in offered
    (change,) = offered[title].edit.document_changes
    edits = [Edit(request.snapshot.span(edit.range), edit.new_text) for edit in change.edits]
    return apply_edits(CITING, edits)


def test_a_footnote_is_added_for_a_treaty(at):
    found = done(at, "by the Convention", "Add a footnote for Convention on the Rights of the Child")
    assert "Rights of the Child,[^1] and by the wind" in found
    assert found.endswith(f"Child.\n\n[^1]: {CHILD}\n")


def test_a_document_in_parentheses_goes_into_a_footnote(at):
    found = done(at, "(A/81", "Cite A/81/10 in a footnote")
    assert "the report of the Secretary-General,[^1]\n" in found
    assert found.endswith("\n\n[^1]: A/81/10.\n")


@pytest.mark.parametrize(
    ("cited", "short"),
    [
        ("General Assembly resolution [64/293 of 30 July 2010]", "resolution [64/293]"),
        ("General Assembly resolution [64/293] of 30 July 2010", "resolution [64/293]"),
        ("[its resolution 64/293] of 30 July 2010", "[resolution 64/293]"),
    ],
)
def test_a_later_mention_keeps_the_brackets_of_what_is_not_decided(request_for, cited, short):
    text = CITING.replace("1. *Recalls* its resolution 64/293 of 30 July 2010", f"1. *Recalls* {cited}")
    snapshot = request_for(None, text=text, client=EVERYTHING).snapshot
    at = text.index("64/293", text.index("1. *Recalls*"))
    found = list(changes(snapshot.draft, at, at, sources_of(snapshot.checker)))
    (later,) = [change for change in found if change.sort == "later"]
    assert f"1. *Recalls* {short};" in apply_edits(text, later.edits)


def test_a_full_citation_becomes_a_later_mention(at):
    found = done(at, "1. *Recalls* its resolution 64", "Cite 64/293 as mentioned before")
    assert "1. *Recalls* resolution 64/293;\n" in found
    assert "*Recalling* its resolution 64/293 of 30 July 2010 and" in found


def test_a_full_title_becomes_the_short_title(at):
    found = done(at, "importance of the Conv", "Write “the Convention”, as it has been named before")
    assert found.endswith("2. *Stresses* the importance of the Convention.\n")


def test_nothing_is_offered_for_a_first_mention_with_its_footnote(at):
    text = CITING.replace("Child, and", "Child,[^1] and") + f"\n[^1]: {CHILD}\n"
    request = at("by the Convention", text)
    place = request.params.position
    params = types.CodeActionParams(DOCUMENT, types.Range(place, place), types.CodeActionContext([], only=["refactor"]))
    assert not actions.code_actions(replace(request, params=params))


# Over the standard streams.

FILE = "file:///drafts/ferries.res.md"


def editor() -> LanguageClient:
    made = make_test_lsp_client()

    @made.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        assert params.registrations

    return made


@pytest_lsp.fixture(
    config=ClientServerConfig([sys.executable, "-m", "reslint", "server"], client_factory=editor),
    params=["visual_studio_code", "neovim", "neovim@v0.7.0", "emacs"],
)
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient):
    capabilities = client_capabilities(request.param)
    result = await lsp_client.initialize_session(types.InitializeParams(capabilities, root_uri="file:///drafts"))
    lsp_client.unit = UNITS[result.capabilities.position_encoding]
    yield
    await lsp_client.shutdown_session()
    assert not lsp_client.messages


async def asked(client: LanguageClient, text: str, words: str) -> types.CompletionList:
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(FILE, "markdown", 1, text)))
    line, column = Text(text).position(text.index(words) + len(words), client.unit)
    place = types.Position(line, column)
    document = types.TextDocumentIdentifier(FILE)
    found = await client.text_document_completion_async(types.CompletionParams(document, place))
    assert isinstance(found, types.CompletionList)
    return found


@pytest.mark.filterwarnings("error")
async def test_a_treaty_is_proposed_to_every_editor_with_its_note(client: LanguageClient):
    found = await asked(client, DRAFT, "Rights of the Ch")
    item = next(each for each in found.items if each.label == "Convention on the Rights of the Child")
    edits = {edit.new_text for edit in item.additional_text_edits or ()}
    assert f"\n[^2]: {CHILD}\n" in edits
    assert "[^3]:" in edits
    if item.documentation is None:
        item = await client.completion_item_resolve_async(item)
    assert CHILD in str(getattr(item.documentation, "value", item.documentation))


@pytest.mark.filterwarnings("error")
async def test_openers_and_phrases_are_proposed_to_every_editor(client: LanguageClient):
    found = await asked(client, REPORT, "2. *Req")
    assert [each.label for each in found.items[:2]] == ["Also requests", "Requests"]


@pytest.mark.filterwarnings("error")
async def test_a_new_line_is_numbered_in_every_editor(client: LanguageClient):
    text = DRAFT.replace("count the ferries;\n", "count the ferries;\n\n")
    await asked(client, text, "ferries;\n")
    params = types.DocumentOnTypeFormattingParams(
        types.TextDocumentIdentifier(FILE), types.Position(9, 0), "\n", types.FormattingOptions(4, True)
    )
    found = await client.text_document_on_type_formatting_async(params)
    assert [edit.new_text for edit in found or ()] == ["\n2. "]


NOTED = DRAFT.replace("[^2]: A/81/20.", "[^2]: General Assembly resolution 66/180")


@pytest.mark.filterwarnings("error")
async def test_a_note_cites_as_notes_do_in_every_editor(client: LanguageClient):
    found = await asked(client, NOTED, "resolution 66/180")
    edit = found.items[0].text_edit
    assert isinstance(edit, types.TextEdit)
    assert edit.new_text == "Resolution 66/180."
    assert edit.range.start.character == len("[^2]: ")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "prose", ["Urges* Member States 😀 to strengthen international cooperation", "Decides* to sail"]
)
async def test_nothing_is_proposed_in_prose_that_an_editor_could_take(client: LanguageClient, prose: str):
    text = DRAFT.replace("ferries;\n", f"ferries;\n\n2. *{prose}\n")
    assert not (await asked(client, text, prose)).items
