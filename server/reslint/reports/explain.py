"""A rule in its own words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from ..engine.packs.rule import Evidence, Rule
from ..engine.run.examples import unmark
from ..text import Span, Text
from ..text.record import fields
from .cells import printable
from .excerpt import excerpt
from .rulepage import sections, where_words
from .rules import rule_data
from .text import Layout

_PLAIN = Layout()
_INDENT = "  "
_WIDEST = 100


def explain_data(rule: Rule) -> dict[str, Any]:
    """The whole rule as plain data; in `examples` the marks `{{` and `}}` stand around what is reported."""
    return {
        **rule_data(rule),
        "path": str(rule.path),
        "bodies": list(rule.bodies),
        "stage": rule.stage or None,
        "why": rule.why,
        "source": list(rule.sources),
        "false-alarms": list(rule.false_alarms),
        "evidence": _evidence(rule.evidence) if rule.evidence else None,
        "examples": {
            "report": [{"draft": each.draft, "fixed": each.fixed} for each in rule.examples if not each.silent],
            "silent": [each.draft for each in rule.examples if each.silent],
        },
    }


def explain_lines(rule: Rule, layout: Layout = _PLAIN) -> Iterator[str]:
    """The rule as a page for the terminal: summary, why, wrong and right, fix, sources, evidence, false alarms."""
    style = layout.style
    where = f" ({words})" if (words := where_words(rule)) else ""
    yield f"{style.paint(rule.name, 'rule')}  {style.paint(rule.severity, rule.severity)}{where}"
    yield from _wrapped(rule.summary, layout, "")
    for section in sections(rule):
        if section.drafts:
            yield from ("", layout.style.paint(section.title, "bold"))
            yield from (_INDENT + line if line else "" for line in example_lines(section.drafts, layout))
        else:
            yield from _section(section.title, section.paragraphs, layout)
    yield ""
    yield style.paint(f"pack {rule.pack}: {rule.path}", "dim")


def _section(title: str, paragraphs: Sequence[str], layout: Layout) -> Iterator[str]:
    yield from ("", layout.style.paint(title, "bold"))
    for paragraph in paragraphs:
        yield from _wrapped(paragraph, layout, _INDENT)


def _wrapped(words: str, layout: Layout, indent: str) -> list[str]:
    flat = printable(" ".join(words.split()))
    width = min(layout.columns, _WIDEST)
    return textwrap.wrap(flat, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def example_lines(drafts: Sequence[str], layout: Layout = _PLAIN) -> Iterator[str]:
    """Example texts with what is reported underlined, an empty line between two, without the empty lines in them."""
    columns = layout.columns - 4
    for index, draft in enumerate(drafts):
        if index:
            yield ""
        content, spans = _unmarked(draft)
        text = Text(content)
        for line in range(text.line_count):
            whole = text.line_span(line)
            here = [span for span in spans if text.line_of(span.start) == line]
            if not here and whole.start < whole.end:
                yield excerpt(text, Span(whole.start, whole.start), columns).after
            for span in here:
                part = excerpt(text, span, columns)
                yield f"{part.before}{layout.style.paint(part.marked, 'mark')}{part.after}"
                yield f"{' ' * part.indent}{layout.style.paint('^' * part.length, 'mark')}"


def _unmarked(draft: str) -> tuple[str, tuple[Span, ...]]:
    try:
        return unmark(draft)
    except ValueError:
        # A rule whose example has a lone mark can still be explained; `reslint test` says what is wrong with it.
        return draft, ()


def _evidence(evidence: Evidence) -> dict[str, str | int]:
    return {one.name: getattr(evidence, one.name) for one in fields(evidence)}
