"""textDocument/hover: the rule of a finding, the text of a footnote, what is to be known of an opener."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ..text import Span
from ..text.record import NamedTuple
from .features import Feature, Request
from .outline import label_of, node_at
from .places import named_at

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.finding import Finding
    from ..engine.rule import Rule
    from .environment import Environment


class Card(NamedTuple):
    """Something to say about a span, in Markdown."""

    span: Span
    words: str


def explain(rule: Rule, finding: Finding | None = None) -> str:
    """What a rule says of itself, below the message of a finding if there is one."""
    lines = [f"**{finding.message}**", ""] if finding else []
    lines += [f"{rule.summary} (`{rule.name}`)", "", rule.why]
    if rule.sources:
        lines += ["", *(f"*{source}*  " for source in rule.sources)]
    return "\n".join(lines).strip()


def cards(draft: Draft, offset: int, findings: tuple[Finding, ...], environment: Environment) -> Iterator[Card]:
    """What there is to say at an offset: findings first, then the note of a marker, then the opener."""
    for finding in findings:
        if finding.span.start <= offset <= finding.span.end and finding.rule in environment.ruleset.by_name:
            yield Card(finding.span, explain(environment.ruleset.by_name[finding.rule], finding))
    found = named_at(draft, offset, environment.references)
    if found is not None and found.here not in found.labels:
        for node in found.nodes:
            words = draft.view(node).text.strip()
            label = label_of(node) if node.kind == "subparagraph" else f"{node.label}."
            yield Card(found.here, words if found.sort == "footnote" else f"{label} {words}")
    yield from _of_opener(draft, offset, environment.lexicon("openers"))


def _of_opener(draft: Draft, offset: int, lexicon: Mapping[str, Any]) -> Iterator[Card]:
    node = node_at(draft, offset, "preambular", "operative")
    opener = draft.opener(node) if node is not None else None
    if node is None or opener is None or opener.entry is None:
        return
    span = draft.view(node).span(opener.start, opener.end)
    if span.start <= offset <= span.end:
        said = lexicon.get(opener.entry.form, {}).get(opener.entry.phrase, {}).get("note")
        if said:
            yield Card(span, f"*{opener.text}*: {said}")


def answer(request: Request) -> types.Hover | None:
    """Everything there is to say, over the smallest span of it."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return None
    offset = snapshot.offset(request.params.position)
    found = list(cards(snapshot.draft, offset, snapshot.outcome.findings, snapshot.environment))
    if not found:
        return None
    kind = types.MarkupKind.Markdown if request.client.hover_markdown else types.MarkupKind.PlainText
    words = "\n\n---\n\n".join(card.words for card in found)
    if kind is types.MarkupKind.PlainText:
        words = words.replace("**", "").replace("`", "")
    smallest = min((card.span for card in found), key=len)
    return types.Hover(types.MarkupContent(kind, words), snapshot.range(smallest))


FEATURES = (Feature(types.TEXT_DOCUMENT_HOVER, answer),)
