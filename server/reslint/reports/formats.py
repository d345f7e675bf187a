"""The formats in which the findings of a run can be written, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from . import concise, text
from .checked import Report

STREAMED = ("text", "concise")
"""The formats that can be printed draft by draft while the run goes on."""

_WHOLE = {
    "json": ("json_findings", "report_json"),
    "json-lines": ("json_findings", "report_json_lines"),
    "sarif": ("sarif", "report_sarif"),
    "github": ("github", "report_github"),
    "gitlab": ("gitlab", "report_gitlab"),
    "junit": ("junit", "report_junit"),
    "checkstyle": ("checkstyle", "report_checkstyle"),
    "rdjson": ("rdjson", "report_rdjson"),
    "markdown": ("summary", "report_markdown"),
    "html": ("html", "report_html"),
}
FORMATS = (*STREAMED, *_WHOLE)
WITH_RULES = frozenset({"sarif"})
"""The formats that also tell of the rules that found something (`Checked.rules`)."""
WITH_PAGES = frozenset({"html"})
"""The formats that show the drafts themselves (`Checked.page` and `Checked.measures`)."""


def render(name: str, report: Report) -> str:
    """A whole report in one of the FORMATS, without colour and without a line end after the last line."""
    if name in STREAMED:
        return "\n".join(_lines(name, report))
    module, function = _WHOLE[name]
    found = cast("Callable[[Report], str]", getattr(import_module(f".{module}", __package__), function))
    return found(report)


def _lines(name: str, report: Report) -> Iterator[str]:
    for file in report.checked:
        yield from concise.file_lines(file) if name == "concise" else text.file_lines(file)
    yield from text.summary_lines(report, marked=name == "concise")
