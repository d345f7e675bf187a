"""How often each rule spoke, and what can be counted in drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .cells import printable
from .checked import Report
from .measures import plural
from .style import PLAIN, Style

if TYPE_CHECKING:
    from .measures import Measures


def statistics_lines(report: Report, style: Style = PLAIN) -> Iterator[str]:
    """A line for each rule that found something, the most frequent first: count, severity, name, safe fixes."""
    every = [finding for file in report.checked for finding in file.findings]
    counts = report.rules()
    severity = {finding.rule: finding.severity for finding in every}
    fixable = {finding.rule for finding in every if finding.fix is not None and finding.fix.safety == "safe"}
    digits = len(str(max(counts.values(), default=0)))
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        name = style.paint(rule, "rule") + (" [*]" if rule in fixable else "")
        level = style.paint(f"{severity[rule]:7}", severity[rule])
        yield f"{count:>{digits}}  {level}  {name}"


def measures_lines(counted: Sequence[Measures], style: Style = PLAIN) -> Iterator[str]:
    """The figures of drafts as tables, an empty line between drafts."""
    for at, each in enumerate(counted):
        yield from [""] if at else []
        yield style.paint(printable(each.path), "place")
        yield f"  {each.words:>5}  {'word' if each.words == 1 else 'words'}"
        if each.bracketed:
            places = "place" if each.bracketed == 1 else "places"
            yield f"  {each.bracketed:>5}  open {places} (brackets, remarks, deletions)"
        yield from (f"  {count:>5}  {plural(kind, count)}" for kind, count in each.kinds.items())
        if each.reports or each.usual:
            yield f"  {each.reports:>5}  {'report' if each.reports == 1 else 'reports'} asked for"
        yield from _usual(each, style)
        yield from _table("openers", each.openers, style)
        yield from _table("citations of", each.citations, style)
        if each.paragraphs:
            yield style.paint("  longest paragraphs, in words", "bold")
        for one in each.longest():
            name = f"{plural(one.kind, 1)} {one.label}".strip()
            yield f"  {one.words:>5}  line {one.line}, {name}: {printable(one.begins)} …"


def _usual(measures: Measures, style: Style) -> Iterator[str]:
    """The medians beside which a draft stands: they are what is usual, and no limit."""
    usual = measures.usual
    if usual is None:
        return
    yield style.paint(f"  median of {usual.texts:,} adopted texts ({printable(usual.of)})", "bold")
    yield f"  {usual.words:>5}  words"
    yield f"  {usual.preambular:>5}  {plural('preambular', usual.preambular)}"
    yield f"  {usual.operative:>5}  {plural('operative', usual.operative)}"
    yield f"  {usual.reports:>5}  {'report' if usual.reports == 1 else 'reports'} asked for"


def _table(title: str, counts: Mapping[str, int], style: Style) -> Iterator[str]:
    if counts:
        yield style.paint(f"  {title}", "bold")
        yield from (f"  {count:>5}  {printable(name)}" for name, count in counts.items())
