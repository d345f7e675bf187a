"""The abilities of the client, read once from its capabilities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..text.record import dataclass

if TYPE_CHECKING:
    from lsprotocol import types


@dataclass(frozen=True, slots=True)
class Client:
    """The capabilities that change what reslint sends. Everything not announced is absent."""

    pulls_diagnostics: bool = False
    """Asks for diagnostics itself and can be told to ask again; then nothing is pushed."""
    diagnostic_details: frozenset[str] = frozenset()
    """Which of "codeDescription", "relatedInformation", "tags", "data" it shows or keeps."""
    refreshes_tokens: bool = False
    refreshes_hints: bool = False
    refreshes_lenses: bool = False
    inlay_hint_resolve: frozenset[str] = frozenset()
    """The properties of an inlay hint that may be filled in later."""
    code_action_literals: bool = False
    code_action_resolve: frozenset[str] = frozenset()
    """The properties of a code action that may be filled in later."""
    code_action_preferred: bool = False
    document_changes: bool = False
    """Takes versioned edits."""
    snippet_edits: bool = False
    """Takes edits with places to type over."""
    hover_markdown: bool = False
    completion_markdown: bool = False
    completion_resolve: frozenset[str] = frozenset()
    """The properties of a completion item that may be filled in later."""
    snippets: bool = False
    symbol_tree: bool = False
    watches_files: bool = False
    watches_outside: bool = False
    """Can be asked to watch files that are not below its folders."""
    registers_configuration: bool = False
    pulls_configuration: bool = False
    shows_documents: bool = False
    """Can be asked to open a document and to select something in it."""
    progress: bool = False
    folding_lines_only: bool = False
    link_tooltips: bool = False
    inline_completion: bool = False
    creates_files: bool = False
    """Takes edits that make files."""
    open_files_only: bool = False
    """Wants no diagnostics of files that are not open."""
    hovers_messages: bool = False
    """Shows the messages of diagnostics in a hover by itself."""


def client_of(capabilities: types.ClientCapabilities, options: Any = None) -> Client:
    """The client that some capabilities describe, and its `initializationOptions`."""
    told = options if isinstance(options, Mapping) else {}
    has = _Reader(capabilities)
    push, pull = "text_document.publish_diagnostics", "text_document.diagnostic"
    pulls = has(pull) and has("workspace.diagnostics.refresh_support")
    where = pull if pulls else push
    details = {
        "codeDescription": has(f"{where}.code_description_support") or has(f"{push}.code_description_support"),
        "relatedInformation": has(f"{where}.related_information") or has(f"{push}.related_information"),
        "tags": has(f"{where}.tag_support") or has(f"{push}.tag_support"),
        "data": has(f"{where}.data_support") or has(f"{push}.data_support"),
    }
    resolve = has.value("text_document.code_action.resolve_support.properties") or []
    return Client(
        pulls_diagnostics=pulls,
        diagnostic_details=frozenset(name for name, there in details.items() if there),
        refreshes_tokens=has("workspace.semantic_tokens.refresh_support"),
        refreshes_hints=has("workspace.inlay_hint.refresh_support"),
        refreshes_lenses=has("workspace.code_lens.refresh_support"),
        inlay_hint_resolve=frozenset(has.value("text_document.inlay_hint.resolve_support.properties") or []),
        code_action_literals=has("text_document.code_action.code_action_literal_support"),
        code_action_resolve=frozenset(resolve) if has("text_document.code_action.data_support") else frozenset(),
        code_action_preferred=has("text_document.code_action.is_preferred_support"),
        document_changes=has("workspace.workspace_edit.document_changes"),
        snippet_edits=has("workspace.workspace_edit.document_changes")
        and has("workspace.workspace_edit.snippet_edit_support"),
        hover_markdown=has.lists("text_document.hover.content_format", "markdown"),
        completion_markdown=has.lists("text_document.completion.completion_item.documentation_format", "markdown"),
        completion_resolve=frozenset(
            has.value("text_document.completion.completion_item.resolve_support.properties") or []
        ),
        snippets=has("text_document.completion.completion_item.snippet_support"),
        symbol_tree=has("text_document.document_symbol.hierarchical_document_symbol_support"),
        watches_files=has("workspace.did_change_watched_files.dynamic_registration"),
        watches_outside=has("workspace.did_change_watched_files.relative_pattern_support"),
        registers_configuration=has("workspace.did_change_configuration.dynamic_registration"),
        pulls_configuration=has("workspace.configuration"),
        shows_documents=has("window.show_document.support"),
        progress=has("window.work_done_progress"),
        folding_lines_only=has("text_document.folding_range.line_folding_only"),
        link_tooltips=has("text_document.document_link.tooltip_support"),
        inline_completion=has.value("text_document.inline_completion") is not None,
        creates_files="create" in (has.value("workspace.workspace_edit.resource_operations") or ()),
        open_files_only=told.get("diagnosticMode") == "openFilesOnly",
        hovers_messages=told.get("hoversMessages") is True,
    )


class _Reader:
    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        self._capabilities = capabilities

    def __call__(self, path: str) -> bool:
        return bool(self.value(path))

    def value(self, path: str) -> Any:
        """The value at a dotted path; None as soon as nothing stands there."""
        found: Any = self._capabilities
        for name in path.split("."):
            found = getattr(found, name, None)
            if found is None:
                return None
            if isinstance(found, list | tuple) and name != path.rpartition(".")[2]:
                return None
        return found

    def lists(self, path: str, word: str) -> bool:
        """Whether the list at a path has a word."""
        return word in [getattr(each, "value", each) for each in self.value(path) or ()]
