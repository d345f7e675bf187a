"""textDocument/hover: the rule of a finding, the text of a footnote, what is to be known of an opener or a citation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ..draft.outline import label_of, node_at
from ..engine.edits.named import named_at
from ..engine.language.register import MissingPhrases
from ..phrasing import sources_of
from ..phrasing.cited import cited_at
from ..phrasing.describe import describe
from ..register import DamagedTable
from ..register.symbols import resolve
from ..text import Span
from ..text.record import NamedTuple
from ..text.regex import lazy
from .feature import Feature, Request
from .links import Link, document_links
from .predecessor import of_title

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.checker import Checker
    from ..engine.data.finding import Finding
    from ..engine.packs.rule import Rule
    from ..phrasing import Sources
    from .client import Client

_MARKS = lazy(r"\*\*|`|<(?=https:)|(?<=\S)>(?=\s|\Z)")
"""Marks of Markdown that are not meant to be read."""


class Card(NamedTuple):
    """Something to say about a span, in Markdown."""

    span: Span
    words: str


def explain(rule: Rule) -> str:
    """The rule in its own words."""
    lines = [f"{rule.summary} (`{rule.name}`)", "", rule.why]
    if rule.sources:
        lines += ["", *(f"*{source}*  " for source in rule.sources)]
    return "\n".join(lines).strip()


def cards(
    draft: Draft, offset: int, findings: tuple[Finding, ...], checker: Checker, *, messages: bool = True
) -> Iterator[Card]:
    """The cards at an offset: findings first, then the note of a marker or the citation, then the opener.

    Each rule is explained once. `messages`: whether what it says of each finding stands above.
    """
    yield from _of_findings(offset, findings, checker, messages=messages)
    found = named_at(draft, offset, checker.references)
    if found is not None and found.here not in found.labels:
        for node in found.nodes:
            words = draft.view(node).text.strip()
            label = label_of(draft, node) if node.kind == "subparagraph" else f"{node.label}."
            yield Card(found.here, words if found.sort == "footnote" else f"{label} {words}")
    if found is None:
        # What is wrong with a table of the register is said where it is searched; the other cards are not withheld.
        with suppress(DamagedTable, MissingPhrases):
            yield from _of_citation(draft, offset, checker)
    yield from _of_opener(draft, offset, checker.lexicon("openers"))
    if (titled := of_title(draft, offset, checker)) is not None:
        yield Card(*titled)


def _of_findings(offset: int, findings: tuple[Finding, ...], checker: Checker, *, messages: bool) -> Iterator[Card]:
    here: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.span.start <= offset <= finding.span.end and finding.rule in checker.ruleset.by_name:
            here.setdefault(finding.rule, []).append(finding)
    for name, several in here.items():
        said = dict.fromkeys(f"**{finding.message}**\n\n" for finding in several) if messages else ()
        span = min((finding.span for finding in several), key=len)
        yield Card(span, "".join(said) + explain(checker.ruleset.by_name[name]))


def _of_citation(draft: Draft, offset: int, checker: Checker) -> Iterator[Card]:
    """The entry of the register for the resolution or instrument that is cited, and where to read a document."""
    node = node_at(draft, offset)
    if node is None or not any(piece.start <= offset <= piece.end for piece in node.body):
        return
    sources = sources_of(checker)
    thing = cited_at(draft, node, offset, sources)
    links = document_links(draft, checker)
    if thing is None:
        yield from (
            Card(link.span, _document(link, sources)) for link in links if link.span.start <= offset <= link.span.end
        )
    elif thing.about:
        yield Card(thing.span, describe(thing.about, sources))
    else:
        address = "".join(f"\n\n<{link.address}>" for link in links if link.span == thing.number)
        yield Card(thing.span, f"**{thing.name}**\n\nNot in the register.{address}")


def _document(link: Link, sources: Sources) -> str:
    """The entry of the register for the resolution with a symbol; of any other document its address."""
    meant = resolve(link.symbol, sources.register.bodies.values())
    known = describe(("citation", *meant), sources) if meant is not None else ""
    return known or f"**{link.symbol}**\n\n<{link.address}>"


def _of_opener(draft: Draft, offset: int, lexicon: Mapping[str, Any]) -> Iterator[Card]:
    node = node_at(draft, offset, "preambular", "operative")
    opener = draft.opener(node) if node is not None else None
    if node is None or opener is None or opener.entry is None:
        return
    span = draft.view(node).span(opener.start, opener.end)
    if span.start <= offset <= span.end:
        facts = (lexicon.get(opener.entry.form) or {}).get(opener.entry.phrase) or {}
        said = facts.get("note")
        if said:
            yield Card(span, f"*{opener.text}*: {said}")


def hover(request: Request) -> types.Hover | None:
    """Everything there is to say, over the smallest span of it."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return None
    offset = snapshot.offset(request.params.position)
    messages = not request.client.hovers_messages
    found = list(cards(snapshot.draft, offset, snapshot.outcome.findings, snapshot.checker, messages=messages))
    if not found:
        return None
    words = "\n\n---\n\n".join(card.words for card in found)
    smallest = min((card.span for card in found), key=len)
    return types.Hover(markup(words, request.client), snapshot.range(smallest))


def markup(words: str, client: Client) -> types.MarkupContent:
    """Words in Markdown as the client can show them."""
    if client.hover_markdown:
        return types.MarkupContent(types.MarkupKind.Markdown, words)
    return types.MarkupContent(types.MarkupKind.PlainText, _MARKS.sub("", words))


FEATURES = (Feature(types.TEXT_DOCUMENT_HOVER, hover),)
