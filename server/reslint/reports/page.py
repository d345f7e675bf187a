"""The draft as the printed page shows it, with the findings in the margin: HTML for previews and reports.

The layout follows the printed documents of the United Nations: masthead above a rule, title in bold, numbers hanging
before their paragraphs, subparagraphs set in by their level, the texts of footnotes below a rule at the foot.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from ..text import Span
from ..text.record import NamedTuple
from ..text.regex import lazy
from .cells import harmless

if TYPE_CHECKING:
    from ..draft import Draft, Node, View
    from ..engine.data.finding import Finding

_EMPHASIS = lazy(r"(?<![\w*])(?P<sign>\*\*?|__?)(?=[^\W_])(?P<words>[^*_]*[^*_\s])(?P=sign)(?![\w*])")
_TAGS = {"italic": "em", "bold": "strong", "underline": "u"}
_UNSEEN = frozenset({"document", "resolution", "front-matter", "comment", "page-line", "note", "separator"})
"""Kinds that print shows nothing of, or shows elsewhere."""
_HEAD = frozenset({"masthead", "sponsors"})
_GRAVEST = ("error", "warning", "info")


class Page(NamedTuple):
    """A rendered draft: its title as plain text, "" when it has none, and the inner HTML of the page."""

    title: str
    html: str


def page(draft: Draft, findings: Sequence[Finding] = (), place: Callable[[int], int] = int) -> Page:
    """The page of a draft. Pure; whatever the draft and the findings say is escaped.

    Every block, every mark and every note in the margin carries `data-start` and `data-end`: half-open offsets into
    the text of the draft, in code points unless `place` converts a code-point offset to something else. Marks and notes
    carry `data-findings` too: their findings as `key` names them, separated by spaces.
    """
    return _Printer(draft, findings, place).page()


def key(finding: Finding) -> str:
    """The name that a style sheet selects a finding by: its severity, a colon and its rule."""
    return f"{finding.severity}:{finding.rule}"


def stylesheet() -> str:
    """The style sheet that the classes of the page are written for."""
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


class _Printer:
    def __init__(self, draft: Draft, findings: Sequence[Finding], place: Callable[[int], int]) -> None:
        self.draft = draft
        self.place = place
        self.shown = [node for node in draft.nodes() if node.kind not in _UNSEEN and (node.body or node.label_span)]
        self.notes = list(draft.nodes("note"))
        self.numbers = _numbers(draft)
        blocks = sorted([*self.shown, *self.notes], key=lambda node: node.span.start)
        self.findings = _by_node(findings, blocks)
        # A text may be nothing but comments, which no page shows.
        self.homeless = () if blocks else tuple(findings)
        self.anchored: set[str] = set()

    def page(self) -> Page:
        title = next((self.draft.view(node).text for node in self.draft.nodes("title")), "")
        head = [node for node in self.shown if node.kind in _HEAD]
        parts = [f'<header class="masthead">{self._all(head)}</header>'] if head else []
        parts.append(self._all([node for node in self.shown if node.kind not in _HEAD]))
        if self.notes:
            parts.append(f'<footer class="notes">{self._all(self.notes)}</footer>')
        if self.homeless:
            parts.append(f'<div class="block">{self._margin(self.homeless)}</div>')
        return Page(title, harmless(f'<article class="page" lang="en">{"".join(parts)}</article>'))

    def _all(self, nodes: Sequence[Node]) -> str:
        return "".join(self._block(node) for node in nodes)

    def _block(self, node: Node) -> str:
        span = Span(node.span.start, max([*(piece.end for piece in node.body), _label_end(node)]))
        level = f" level-{node.level}" if node.level else ""
        here = self.findings.get(node, ())
        tag = "h1" if node.kind == "title" else "pre" if node.kind == "table" else "p"
        anchor = f' id="note-{escape(node.label)}"' if self._is_first(node) else ""
        words = f"<{tag}{anchor}>{self._label(node, here)}{self._words(node, here)}</{tag}>"
        return f'<div class="block {node.kind}{level}"{self._at(span)}>{self._margin(here)}{words}</div>'

    def _is_first(self, node: Node) -> bool:
        return node.kind == "note" and self.draft.notes[node.label][0] is node

    def _label(self, node: Node, findings: Sequence[Finding]) -> str:
        if node.label_span is None:
            return ""
        if node.kind == "note":
            number = escape(self.numbers.get(node.label, node.label))
            words = f"<sup>{number}</sup>"
        else:
            words = escape(self.draft.text.slice(node.label_span).replace("\\", "").strip("*_# \t"))
        marks = [each for each in findings if each.span.start < _label_end(node) and each.span.end > node.span.start]
        return f'<span class="label">{self._mark(words, marks)}</span> '

    def _words(self, node: Node, findings: Sequence[Finding]) -> str:
        """The words of a node, cut wherever emphasis, a finding or a marker begins or ends."""
        if node.kind == "table":
            return "\n".join(escape(self.draft.text.slice(span)) for span in node.body)
        view = self.draft.view(node)
        spots = [(_folded(view, each.span.start), _folded(view, each.span.end), each) for each in findings]
        cuts = {0, len(view.text)}
        cuts.update(at for run in view.folded.emphasis for at in (run.start, run.end))
        cuts.update(at for start, end, _ in spots if start < end for at in (start, end))
        cuts.update(marker.at for marker in view.folded.markers)
        ordered = sorted(cuts)
        pieces = []
        for start, end in zip(ordered, [*ordered[1:], len(view.text)], strict=True):
            pieces += [self._marker(marker.label) for marker in view.folded.markers if marker.at == start]
            words = escape(view.text[start:end])
            for run in view.folded.emphasis:
                if words and run.start <= start and end <= run.end:
                    words = f"<{_TAGS[run.style]}>{words}</{_TAGS[run.style]}>"
            marks = [each for first, last, each in spots if first <= start and end <= last]
            pieces.append(self._mark(words, marks) if start < end else "")
        return "".join(pieces)

    def _mark(self, words: str, findings: Sequence[Finding]) -> str:
        if not findings or not words:
            return words
        gravest = min(findings, key=lambda each: _GRAVEST.index(each.severity))
        said = escape(" ".join(each.message for each in findings))
        keys = escape(" ".join(dict.fromkeys(map(key, findings))))
        told = f'title="{said}"{self._at(gravest.span)} data-findings="{keys}"'
        return f'<mark class="{gravest.severity}" {told}>{words}</mark>'

    def _marker(self, label: str) -> str:
        number = escape(self.numbers.get(label, label))
        if label not in self.draft.notes:
            return f'<sup class="marker">{number}</sup>'
        anchor = "" if label in self.anchored else f' id="marker-{escape(label)}"'
        self.anchored.add(label)
        return f'<sup class="marker"><a href="#note-{escape(label)}"{anchor}>{number}</a></sup>'

    def _margin(self, findings: Sequence[Finding]) -> str:
        if not findings:
            return ""
        notes = (
            f'<p class="{each.severity}"{self._at(each.span)} data-findings="{escape(key(each))}">'
            f'{_said(each.message)} <span class="rule">{escape(each.rule)}</span></p>'
            for each in findings
        )
        return f'<aside class="margin" aria-label="Findings">{"".join(notes)}</aside>'

    def _at(self, span: Span) -> str:
        return f' data-start="{self.place(span.start)}" data-end="{self.place(span.end)}"'


def _said(message: str) -> str:
    """A message with the emphasis that its asterisks and underscores stand for."""
    return _EMPHASIS.sub(_emphasised, escape(message))


def _emphasised(found: re.Match[str]) -> str:
    tag = _TAGS["italic" if len(found["sign"]) == 1 else "bold"]
    return f"<{tag}>{found['words']}</{tag}>"


def _label_end(node: Node) -> int:
    return node.label_span.end if node.label_span else node.span.start


def _numbers(draft: Draft) -> dict[str, str]:
    """The number of each footnote in print: its own, or where its label is a name the place of its first marker."""
    labels = dict.fromkeys(marker.label for marker in draft.markers)
    return {label: label if label.isdigit() else str(at) for at, label in enumerate(labels, 1)}


def _by_node(findings: Sequence[Finding], nodes: Sequence[Node]) -> Mapping[Node, list[Finding]]:
    """The findings by the block in whose margin they stand: the one that they begin in, else the one before."""
    found: dict[Node, list[Finding]] = {}
    starts = [node.span.start for node in nodes]
    for finding in findings if nodes else ():
        at = max(bisect_right(starts, finding.span.start) - 1, 0)
        holding = next((node for node in _upwards(nodes, at) if _holds(node, finding)), nodes[at])
        found.setdefault(holding, []).append(finding)
    return found


def _upwards(nodes: Sequence[Node], at: int) -> Iterator[Node]:
    yield from (nodes[index] for index in range(at, max(at - 12, -1), -1))


def _holds(node: Node, finding: Finding) -> bool:
    own = [*node.body, *([node.label_span] if node.label_span else [])]
    return any(piece.start <= finding.span.start <= piece.end for piece in own)


def _folded(view: View, offset: int) -> int:
    """The place in the folded words that a source offset comes to, the nearest where it stands outside of them."""
    local = 0
    for piece in view.pieces:
        if offset < piece.end:
            local += max(0, offset - piece.start)
            break
        local += len(piece)
    origins, starts = view.folded.origins, view.folded.starts
    run = bisect_right(origins, local) - 1
    if run < 0:
        return 0
    limit = starts[run + 1] if run + 1 < len(starts) else len(view.text)
    return min(starts[run] + local - origins[run], limit)
