"""The report as one HTML file that needs nothing else: every draft as print shows it, its findings in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from .cells import harmless
from .checked import Checked, Report
from .filter import filter_form, filter_style
from .measures import Measures, plural
from .page import stylesheet
from .text import summary_lines

_BAR, _GAP, _HIGH = 10, 3, 90
_KINDS = {"preambular": "p", "operative": "o"}


def report_html(report: Report) -> str:
    """The run as an HTML document, without scripts and without anything to be loaded."""
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8") + stylesheet()
    return document("reslint", style + filter_style(report), _body(report))


def document(title: str, style: str, body: Iterator[str]) -> str:
    """An HTML document with this title, style sheet and body."""
    lines = "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{style}</style></head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
        ]
    )
    return harmless(lines)


def _body(report: Report) -> Iterator[str]:
    yield f'<header class="report"><h1>reslint</h1><p>{escape(" ".join(summary_lines(report)))}</p>'
    if report.errors:
        yield f'<ul class="errors">{"".join(f"<li>{escape(str(each))}</li>" for each in report.errors)}</ul>'
    if len(report.checked) > 1:
        rows = (f'<li><a href="#draft-{at}">{_head(file)}</a></li>' for at, file in enumerate(report.checked))
        yield f"<ol>{''.join(rows)}</ol>"
    yield "</header>"
    yield from filter_form(report)
    for at, file in enumerate(report.checked):
        yield f'<section class="draft" id="draft-{at}"><h2>{_head(file)}</h2>'
        if file.measures is not None:
            yield measures_html(file.measures)
        # Several drafts may have footnotes of the same number.
        yield file.page.replace(' id="', f' id="d{at}-').replace('href="#', f'href="#d{at}-')
        yield "</section>"


def _head(file: Checked) -> str:
    number = len(file.findings)
    return f"{escape(file.path)} <small>{number or 'no'} finding{'' if number == 1 else 's'}</small>"


def measures_html(measures: Measures, *, is_open: bool = False) -> str:
    """The counts of a draft: sums, and the words of each paragraph as bars."""
    kinds = ", ".join(f"{count} {plural(kind, count)}" for kind, count in measures.kinds.items())
    openers = ", ".join(f"{escape(phrase)} ({count})" for phrase, count in measures.openers.items())
    rows = [("Words", str(measures.words)), ("Paragraphs", kinds), ("Openers", openers)]
    if usual := measures.usual:
        told = f"{usual.words} words, {usual.preambular} preambular and {usual.operative} operative paragraphs"
        name = f"Median of {usual.texts} adopted texts ({escape(usual.of)})"
        rows.append((name, f"{told}, {usual.reports} asking for a report"))
    if measures.citations:
        cited = (f"{escape(name)} ({count})" for name, count in measures.citations.items())
        rows.append(("Cited", ", ".join(cited)))
    table = "".join(f"<tr><th>{name}</th><td>{said}</td></tr>" for name, said in rows if said)
    state = " open" if is_open else ""
    return (
        f'<details class="measures"{state}><summary>Figures</summary>{plot(measures)}<table>{table}</table></details>'
    )


def plot(measures: Measures) -> str:
    """The lengths of the paragraphs in words, as an SVG of bars in order of the text."""
    tallest = max((each.words for each in measures.paragraphs), default=0)
    if not tallest:
        return ""
    bars = []
    for at, each in enumerate(measures.paragraphs):
        height = max(1, round(each.words * _HIGH / tallest))
        name = escape(f"{each.kind} {each.label}".strip() + f", line {each.line}: {each.words} words. {each.begins} …")
        box = f'x="{at * (_BAR + _GAP)}" y="{_HIGH - height}" width="{_BAR}" height="{height}"'
        bars.append(f'<rect class="{_KINDS[each.kind]}" {box}><title>{name}</title></rect>')
    width = len(bars) * (_BAR + _GAP)
    label = f"Words of each paragraph; the longest has {tallest}"
    svg = f'<svg viewBox="0 0 {width} {_HIGH}" width="{width}" height="{_HIGH}" role="img" aria-label="{label}">'
    return f"<figure>{svg}{''.join(bars)}</svg><figcaption>{label}.</figcaption></figure>"


def measures_page(counted: Sequence[Measures]) -> str:
    """The figures of drafts as an HTML document."""
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    parts = (
        f'<section class="draft"><h2>{escape(each.path)}</h2>{measures_html(each, is_open=True)}</section>'
        for each in counted
    )
    return document("reslint: figures", style, parts)
