"""The report for a person: each finding with its place, the words in question underlined, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from ..engine.data.finding import Finding
from ..text import Span
from ..text.record import NamedTuple
from .cells import printable
from .checked import Checked, Report, counted
from .excerpt import excerpt
from .style import PLAIN, Role, Style

COLUMNS = 100
"""The width of a report that goes to no terminal."""
_NARROWEST = 40
_INDENT = "  "


class Layout(NamedTuple):
    """How a report is set: in colour or not, and over how many columns."""

    style: Style = PLAIN
    columns: int = COLUMNS


_PLAIN = Layout()


def file_lines(file: Checked, layout: Layout = _PLAIN) -> Iterator[str]:
    """The findings of one draft, each followed by an empty line."""
    for finding in file.findings:
        yield from finding_lines(file, finding, layout)
        yield ""


def finding_lines(file: Checked, finding: Finding, layout: Layout = _PLAIN) -> Iterator[str]:
    """One finding: place, severity and rule; message; excerpt; related places; the fix that is offered."""
    style = layout.style
    place = style.paint(printable(f"{file.path}:{file.place(finding.span)}"), "place")
    yield f"{place} {style.paint(finding.severity, finding.severity)} {style.paint(finding.rule, 'rule')}"
    yield from _message(printable(finding.message), layout.columns)
    places = [finding.span, *(related.span for related in finding.related)]
    page = _Page(file, layout, max(len(_row(file, span)) for span in places))
    yield from page.marked(finding.span, "", "mark")
    for related in finding.related:
        yield from page.marked(related.span, printable(related.message), "related")
    if finding.fix is not None:
        label = "fix:" if finding.fix.safety == "safe" else "unsafe fix:"
        yield f"{page.margin}{style.paint(label, 'good')} {printable(finding.fix.title)}"


def _message(words: str, columns: int) -> list[str]:
    """A message over as many lines as it needs; a line is broken at blanks only."""
    if words.strip() and len(_INDENT) + len(words) <= columns:
        return [f"{_INDENT}{words.rstrip()}"]
    import textwrap  # of no use to a run that finds nothing

    return textwrap.wrap(
        words,
        max(_NARROWEST, columns),
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _row(file: Checked, span: Span) -> str:
    """The words in the gutter: the number of the line, or how the file counts the paragraph."""
    place = file.place(span)
    if place.lines:
        return str(place.lines[0].line + 1)
    return place.paragraph.label if place.paragraph else ""


class _Page:
    """Lines of one draft beside a gutter of line numbers, `digits` wide."""

    def __init__(self, file: Checked, layout: Layout, digits: int) -> None:
        self.file = file
        self.style = layout.style
        self.digits = digits
        self.columns = max(_NARROWEST, layout.columns - digits - 5)
        self.margin = " " * (digits + 3)
        self.bar = self.style.paint("│", "dim")

    def marked(self, span: Span, label: str, role: Role) -> Iterator[str]:
        """The line of a span and, below it, the mark with its label; a label that does not fit has its own line."""
        part = excerpt(self.file.text, span, self.columns)
        number = self.style.paint(f"{_row(self.file, span):>{self.digits}}", "dim")
        words = f"{part.before}{self.style.paint(part.marked, role)}{part.after}".rstrip()
        yield f"  {number} {self.bar} {words}"
        mark = ("^" if role == "mark" else "-") * part.length
        goes_on = part.last_line > part.line and self.file.place(span).lines
        onward = f"to line {part.last_line}" if goes_on else ""
        tail = " ".join(filter(None, (onward, label)))
        below = f"{self.margin}{self.bar} "
        if tail and part.indent + part.length + 1 + len(tail) <= self.columns:
            mark, tail = f"{mark} {tail}", ""
        yield f"{below}{' ' * part.indent}{self.style.paint(mark, role)}"
        if tail:
            yield f"{below}  {self.style.paint(tail, role)}"


def summary_lines(
    report: Report, layout: Layout = _PLAIN, *, fixing: bool = False, done: str = "fixed", marked: bool = False
) -> Iterator[str]:
    """The last lines of a report: how much was found, how much was `done` away with or can be fixed.

    `marked` says that findings with a safe fix were marked with `[*]`, which the lines explain.
    """
    style = layout.style
    found = report.severities()
    if fixed := report.fixed.total():
        yield style.paint(f"{counted(fixed, 'finding')} {done}.", "good")
    drafts = counted(len(report.checked), "draft")
    if not found.total():
        nothing = "Nothing left to report" if fixed else "Nothing to report"
        yield style.paint(f"{nothing} in {drafts}.", "good")
        return
    parts = [style.paint(counted(found[severity], severity), severity) for severity in _COUNTED if found[severity]]
    yield f"{', '.join(parts)} in {drafts}."
    fixable = report.fixable()
    if fixable["safe"] and not fixing:
        mark = "[*] " if marked else ""
        yield f"{mark}{counted(fixable['safe'], 'finding')} can be fixed with --fix."
    if fixable["unsafe"]:
        more = "more " if fixable["safe"] and not fixing else ""
        yield f"{fixable['unsafe']} {more}with --fix --unsafe-fixes, to be read afterwards."


_COUNTED: tuple[Role, ...] = ("error", "warning", "info")
