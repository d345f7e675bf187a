"""Every feature over the standard streams, with the capabilities that real editors announce."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

pytestmark = pytest.mark.filterwarnings("error")

URI = "file:///drafts/lights.res.md"
DOCUMENT = types.TextDocumentIdentifier(URI)
DRAFT = """\
*The General Assembly*,

*Recalling* General Assembly resolution 66/181 of 19 December 2011,[^1]

*Noting* the the work of the keepers of lights 😀,

1. *Requests* the Secretary-General to report on lighthouses;

2. *Urges* Member States to consider the report mentioned in paragraph 1 above and and to act on it.

[^1]: See A/66/463.
"""


def editor() -> LanguageClient:
    """The client of pytest-lsp, which also answers what its profiles announce and it does not know."""
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        assert params.registrations

    return client


@pytest_lsp.fixture(
    config=ClientServerConfig([sys.executable, "-m", "reslint", "server"], client_factory=editor),
    params=["visual_studio_code", "neovim", "neovim@v0.7.0", "emacs"],
)
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient):
    capabilities = client_capabilities(request.param)
    await lsp_client.initialize_session(types.InitializeParams(capabilities, root_uri="file:///drafts"))
    item = types.TextDocumentItem(URI, "markdown", 1, DRAFT)
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    yield
    await lsp_client.shutdown_session()
    assert not lsp_client.messages


async def findings(client: LanguageClient) -> list[types.Diagnostic]:
    """The diagnostics of the draft, pushed or pulled as the client's capabilities have it."""
    pull = client.capabilities.text_document.diagnostic
    workspace = client.capabilities.workspace
    if pull and workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(DOCUMENT))
        return list(report.items)
    while URI not in client.diagnostics:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[URI])


def at(words: str) -> types.Position:
    """The place just after some words; columns in UTF-16, which all these clients use."""
    before = DRAFT[: DRAFT.index(words) + len(words)].split("\n")
    return types.Position(len(before) - 1, len(before[-1].encode("utf-16-le")) // 2)


async def test_findings_arrive(client: LanguageClient):
    found = await findings(client)
    assert [each.code for each in found].count("style/repeated-word") == 2
    assert not client.messages


async def test_a_quick_fix_and_fix_all_change_the_draft(client: LanguageClient):
    found = [each for each in await findings(client) if each.code == "style/repeated-word"]
    params = types.CodeActionParams(DOCUMENT, found[0].range, types.CodeActionContext([found[0]], only=["quickfix"]))
    action = next(iter(await client.text_document_code_action_async(params) or ()))
    assert isinstance(action, types.CodeAction)
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    assert action.edit is not None
    whole = types.Range(types.Position(0, 0), types.Position(20, 0))
    context = types.CodeActionContext(found, only=["source.fixAll.reslint"])
    (everything,) = await client.text_document_code_action_async(types.CodeActionParams(DOCUMENT, whole, context)) or ()
    assert isinstance(everything, types.CodeAction)
    assert everything.kind == "source.fixAll.reslint"


async def test_an_action_on_a_text_that_has_changed_since_is_refused(client: LanguageClient):
    found = await findings(client)
    params = types.CodeActionParams(DOCUMENT, found[0].range, types.CodeActionContext(found, only=["quickfix"]))
    offered = [
        each
        for each in await client.text_document_code_action_async(params) or ()
        if isinstance(each, types.CodeAction) and each.data
    ]
    change = types.TextDocumentContentChangeWholeDocument(DRAFT + "\n")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
    )
    for action in offered[:1]:
        with pytest.raises(Exception, match="has changed"):
            await client.code_action_resolve_async(action)


async def test_a_reason_is_asked_for_where_the_editor_can_be_told_to_select_it(client: LanguageClient):
    found = [each for each in await findings(client) if each.code == "style/repeated-word"]
    context = types.CodeActionContext([found[0]], only=["quickfix"])
    actions = await client.text_document_code_action_async(types.CodeActionParams(DOCUMENT, found[0].range, context))
    window = client.capabilities.window
    selects = bool(window and window.show_document and window.show_document.support)
    offered = [each.title for each in actions or () if each.title.endswith("with a reason")]
    assert len(offered) == (2 if selects else 0)


async def test_a_draft_and_a_range_are_formatted(client: LanguageClient):
    words = DRAFT.replace("*Noting* the", "*Noting*   the").replace("\n\n[^1]:", "\n\n\n\n[^1]:")
    change = types.TextDocumentContentChangeWholeDocument(words)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
    )
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    edits = await client.text_document_formatting_async(types.DocumentFormattingParams(DOCUMENT, options))
    assert [(each.range.start.line, each.new_text) for each in edits or ()] == [(4, ""), (10, "")]
    here = types.Range(types.Position(4, 0), types.Position(4, 2))
    part = await client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(DOCUMENT, here, options)
    )
    assert list(part or ()) == list(edits or ())[:1]


async def test_hover_symbols_folds_and_links(client: LanguageClient):
    hover = await client.text_document_hover_async(types.HoverParams(DOCUMENT, at("2011,[^")))
    assert hover is not None
    assert "A/66/463" in hover.contents.value
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(DOCUMENT))
    assert symbols
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams("urges"))
    assert [each.name for each in found or ()] == ["2. Urges"]
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(DOCUMENT))
    links = await client.text_document_document_link_async(types.DocumentLinkParams(DOCUMENT))
    assert [each.target for each in links or ()] == [
        "https://undocs.org/en/A/RES/66/181",
        "https://undocs.org/en/A/66/463",
    ]


async def test_definition_references_highlight_and_rename(client: LanguageClient):
    place = at("in paragraph 1")
    target = await client.text_document_definition_async(types.DefinitionParams(DOCUMENT, place))
    assert [each.range.start.line for each in target] == [6]
    context = types.ReferenceContext(include_declaration=True)
    uses = await client.text_document_references_async(types.ReferenceParams(context, DOCUMENT, place))
    assert len(uses or ()) == 2
    assert len(await client.text_document_document_highlight_async(types.DocumentHighlightParams(DOCUMENT, place))) == 2
    edit = await client.text_document_rename_async(types.RenameParams(DOCUMENT, place, "9"))
    edits = [each for change in edit.document_changes or () for each in change.edits] or edit.changes[URI]
    assert sorted(each.range.start.line for each in edits) == [6, 8]
    with pytest.raises(Exception, match="already"):
        await client.text_document_rename_async(types.RenameParams(DOCUMENT, place, "2"))


async def test_selections_and_tokens(client: LanguageClient):
    params = types.SelectionRangeParams(DOCUMENT, [at("keepers of"), at("lighthouses")])
    assert len(await client.text_document_selection_range_async(params) or ()) == 2
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(DOCUMENT))
    assert tokens is not None
    assert len(tokens.data) % 5 == 0
    delta = await client.text_document_semantic_tokens_full_delta_async(
        types.SemanticTokensDeltaParams(DOCUMENT, tokens.result_id or "")
    )
    assert isinstance(delta, types.SemanticTokensDelta)
    assert not delta.edits


async def test_commands_change_the_draft_through_the_editor(client: LanguageClient):
    received: list[types.ApplyWorkspaceEditParams] = []

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        received.append(params)
        return types.ApplyWorkspaceEditResult(applied=True)

    await client.workspace_execute_command_async(types.ExecuteCommandParams("reslint.fixAll", [URI]))
    assert len(received) == 1
    await client.workspace_execute_command_async(types.ExecuteCommandParams("reslint.renumberParagraphs", [URI]))
    assert len(received) == 1
    loaded = await client.workspace_execute_command_async(types.ExecuteCommandParams("reslint.showLoaded", []))
    assert loaded
    with pytest.raises(Exception, match="not open"):
        await client.workspace_execute_command_async(types.ExecuteCommandParams("reslint.fixAll", ["untitled:none"]))
    with pytest.raises(Exception, match="no rule"):
        await client.workspace_execute_command_async(types.ExecuteCommandParams("reslint.explainRule", ["no/such"]))


async def test_a_label_is_typed_over_everywhere_and_named_before_it_is_renamed(client: LanguageClient):
    linked = await client.text_document_linked_editing_range_async(
        types.LinkedEditingRangeParams(DOCUMENT, at("2011,[^1"))
    )
    assert linked is not None
    assert [each.start.line for each in linked.ranges] == [2, 10]
    paragraph = types.LinkedEditingRangeParams(DOCUMENT, at("in paragraph 1"))
    assert await client.text_document_linked_editing_range_async(paragraph) is None
    named = await client.text_document_prepare_rename_async(types.PrepareRenameParams(DOCUMENT, at("in paragraph 1")))
    assert isinstance(named, types.PrepareRenamePlaceholder)
    assert named.placeholder == "1"
    assert named.range.end == at("in paragraph 1")
    assert await client.text_document_prepare_rename_async(types.PrepareRenameParams(DOCUMENT, at("the work"))) is None


async def test_the_tokens_of_some_lines_are_those_of_the_whole_text_there(client: LanguageClient):
    whole = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(DOCUMENT))
    lines = types.Range(types.Position(6, 0), types.Position(8, 0))
    some = await client.text_document_semantic_tokens_range_async(types.SemanticTokensRangeParams(DOCUMENT, lines))
    assert whole is not None
    assert some is not None

    def placed(data: list[int]) -> set[tuple[int, int, int, int]]:
        found, line, column = set(), 0, 0
        for number in range(0, len(data), 5):
            down, right, length, kind, _ = data[number : number + 5]
            line, column = line + down, right if down else column + right
            found.add((line, column, length, kind))
        return found

    assert placed(list(some.data)) == {each for each in placed(list(whole.data)) if each[0] == 6}
    assert len(some.data) == 5 * len(["1.", "Requests", "the Secretary-General"])


async def test_hints_and_lenses_show_what_is_lacking_and_how_long_it_is(client: LanguageClient):
    text = DRAFT.replace(" of 19 December 2011", "").replace(
        "2. *Urges* Member States", "2. *Requests* the Secretary-General"
    )
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, URI), [types.TextDocumentContentChangeWholeDocument(text)]
        )
    )
    everywhere = types.Range(types.Position(0, 0), types.Position(20, 0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(DOCUMENT, everywhere))
    assert [(each.position.line, each.label) for each in hints or ()] == [(2, "of 19 December 2011"), (8, "Also")]
    for hint in hints or ():
        assert (await client.inlay_hint_resolve_async(hint)).tooltip
    lens, *asking = await client.text_document_code_lens_async(types.CodeLensParams(DOCUMENT)) or ()
    assert lens.range.start.line == 0
    assert lens.command is not None
    assert lens.command.title.startswith("2 preambular, 2 operative paragraphs · ")
    assert [each.command.title.split(" · ")[0] for each in asking if each.command] == ["asks the Secretary-General"] * 2


async def test_a_citation_and_its_evidence_are_shown(client: LanguageClient):
    hover = await client.text_document_hover_async(types.HoverParams(DOCUMENT, at("resolution 66/1")))
    assert hover is not None
    assert "https://undocs.org/en/A/RES/66/181" in hover.contents.value
    assert "19 December 2011 (2 citations)" in hover.contents.value
    assert ("**" in hover.contents.value) == (hover.contents.kind == types.MarkupKind.Markdown)


@pytest_lsp.fixture(config=ClientServerConfig([sys.executable, "-m", "reslint", "server"], client_factory=editor))
async def pulling(lsp_client: LanguageClient, tmp_path: Path):
    """A client that asks for the diagnostics of the whole workspace, which no profile does."""
    (tmp_path / "closed.res.md").write_text(DRAFT, encoding="utf-8")
    capabilities = client_capabilities("visual_studio_code")
    assert capabilities.text_document is not None
    assert capabilities.workspace is not None
    capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities()
    capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    await lsp_client.initialize_session(types.InitializeParams(capabilities, root_uri=tmp_path.as_uri()))
    item = types.TextDocumentItem((tmp_path / "open.res.md").as_uri(), "markdown", 7, DRAFT.replace("the the", "the"))
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    yield
    await lsp_client.shutdown_session()


async def test_a_workspace_is_checked_with_its_open_and_its_closed_drafts(pulling: LanguageClient):
    report = await pulling.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    found = {
        each.uri.rpartition("/")[2]: (each.version, [one.code for one in each.items].count("style/repeated-word"))
        for each in report.items
        if isinstance(each, types.WorkspaceFullDocumentDiagnosticReport)
    }
    assert found == {"closed.res.md": (None, 2), "open.res.md": (7, 1)}
    known = [types.PreviousResultId(each.uri, each.result_id) for each in report.items if each.result_id]
    again = await pulling.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))
    assert {each.kind for each in again.items} == {"unchanged"}
