"""textDocument/completion: what can be proposed at a place, in drafts and in configurations.

Documentation is sent when a client asks for it (completionItem/resolve), and at once to clients that cannot ask.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ..engine.language.register import MissingPhrases
from ..engine.packs.phrasefiles import SHAPES
from ..phrasing import Proposal, Proposals, propose, sources_of
from ..phrasing.configuration import propose_in_configuration
from ..phrasing.describe import describe
from .feature import Feature, Request, Session

if TYPE_CHECKING:
    from ..engine.checker import Checker
    from .client import Client
    from .documents import Snapshot
    from .workspace import Workspace

TRIGGERS = ("*", "_", "^", "/", "(", " ", "-", "[", ",", ";", ".", ":", ")")
"""Characters after which clients ask by themselves: marks, numbers, brackets, and the blank after an opener.

Behind a sign that ends something nothing is proposed, which takes the list away that the words before it have called.
"""
_KINDS = {
    "opener": types.CompletionItemKind.Keyword,
    "words": types.CompletionItemKind.Text,
    "number": types.CompletionItemKind.Operator,
    "citation": types.CompletionItemKind.Reference,
    "instrument": types.CompletionItemKind.Class,
    "organ": types.CompletionItemKind.Module,
    "phrase": types.CompletionItemKind.Snippet,
    "note": types.CompletionItemKind.Reference,
    "paragraph": types.CompletionItemKind.Reference,
    "rule": types.CompletionItemKind.EnumMember,
    "key": types.CompletionItemKind.Property,
}


def proposals(snapshot: Snapshot, offset: int) -> Proposals:
    """The proposals at an offset of a document: of a draft or of a configuration."""
    path = snapshot.path
    if path is not None and snapshot.workspace.is_configuration(path):
        language: Any = "toml" if path.suffix == ".toml" else "yaml"
        return Proposals(tuple(propose_in_configuration(snapshot.text, offset, language, snapshot.checker.ruleset)))
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return Proposals()
    return propose(snapshot.draft, offset, sources_of(snapshot.checker))


def completion(request: Request) -> types.CompletionList:
    """The proposals as items, in their order; said to be incomplete where others come as the writer types on."""
    snapshot = request.snapshot
    offset = snapshot.offset(request.params.position)
    found = proposals(snapshot, offset)
    items = [_item(proposal, at, snapshot, request.client) for at, proposal in enumerate(found.items)]
    return types.CompletionList(is_incomplete=found.cut, items=items)


def _item(proposal: Proposal, at: int, snapshot: Snapshot, client: Client) -> types.CompletionItem:
    text, snippet = _text(proposal, client)
    item = types.CompletionItem(
        label=proposal.label,
        kind=_KINDS[proposal.sort],
        detail=proposal.detail or None,
        sort_text=f"{at:04}",
        filter_text=proposal.typed or proposal.label,
        text_edit=types.TextEdit(snapshot.range(proposal.span), text),
    )
    if snippet:
        item.insert_text_format = types.InsertTextFormat.Snippet
    if proposal.edits:
        item.additional_text_edits = snapshot.text_edits(proposal.edits)
    if proposal.about:
        if "documentation" in client.completion_resolve:
            item.data = {"uri": snapshot.uri, "about": list(proposal.about)}
        else:
            item.documentation = _documentation(proposal.about, snapshot.checker, client)
    return item


def _text(proposal: Proposal, client: Client) -> tuple[str, bool]:
    """The text that is inserted, and whether it is a snippet, which must say more and be understood."""
    if not client.snippets or not (proposal.fields or proposal.rest):
        return proposal.text + proposal.rest, False
    pieces = []
    at = 0
    for number, field in enumerate(proposal.fields, 1):
        pieces.append(_escaped(proposal.text[at : field.start]))
        pieces.append(f"${{{number}:{_escaped(proposal.text[field.start : field.end])}}}")
        at = field.end
    pieces.append(_escaped(proposal.text[at:]))
    if proposal.rest:
        pieces.append(f"$0{_escaped(proposal.rest)}")
    return "".join(pieces), True


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _documentation(about: tuple[str, ...], checker: Checker, client: Client) -> types.MarkupContent | str | None:
    words = describe(about, sources_of(checker))
    if not words:
        return None
    if client.completion_markdown:
        return types.MarkupContent(types.MarkupKind.Markdown, words)
    return words.replace("**", "").replace("`", "")


def resolve(session: Session) -> types.CompletionItem:
    """The same item with its documentation; as it is when its document has been closed."""
    item: types.CompletionItem = session.params
    if item.documentation is None and (known := recalled(session, item.data)) is not None:
        item.documentation = _documentation(*known, session.client)
    return item


def recalled(session: Session, data: Any) -> tuple[tuple[str, ...], Checker] | None:
    """The subject of an item that is to be explained, and the rules of its document; None when that has been closed."""
    if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
        return None
    snapshot, about = session.documents.get(data["uri"]), data.get("about")
    if snapshot is None or not isinstance(about, list) or not all(isinstance(word, str) for word in about):
        return None
    return tuple(about), snapshot.checker


def warm_up(workspace: Workspace) -> None:
    """Make ready what the first proposals need, before they are asked for."""
    workspace.warm_up()
    for checker in workspace.loaded():
        sources = sources_of(checker)
        with suppress(MissingPhrases):  # said where a proposal needs them
            for name in SHAPES:
                sources.phrases(name)
        if sources.citing is not None:
            sources.register.search("0")


_OPTIONS: Any = types.CompletionOptions(trigger_characters=list(TRIGGERS), resolve_provider=True)

FEATURES = (
    Feature(types.TEXT_DOCUMENT_COMPLETION, completion, _OPTIONS),
    Feature(types.COMPLETION_ITEM_RESOLVE, resolve, of_document=False),
)
