"""Every output format can be read by a program, and says everything that was found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from reslint.draft import Draft
from reslint.engine import Finding
from reslint.engine.language.citations import CitationWords
from reslint.reports.cells import harmless, printable
from reslint.reports.checked import Checked, Report
from reslint.reports.formats import FORMATS, render
from reslint.reports.measures import measure
from reslint.reports.page import page

from .fresh import rules
from .invariants import check, expect

PATH = "a “draft” & <more>.md"
_VOID = frozenset({"meta", "br", "hr", "img", "input", "link", "rect"})


def printed(pack: str, text: str) -> None:
    """Every format of a report on one text, read back."""
    ruleset = rules(pack)
    draft, outcome = check(text, ruleset)
    lexicons = [ruleset.lexicons.get(name) or {} for name in ("citations", "organs", "dates", "grammar")]
    counted = measure(PATH, draft, CitationWords(*lexicons))
    shown = page(draft, outcome.findings).html
    file = Checked(PATH, draft.text, outcome.findings, outcome.profiles, page=shown, measures=counted)
    report = Report([file], [])
    for name in FORMATS:
        written = render(name, report)
        if name in _READERS:
            _READERS[name](written, draft, outcome.findings)
        else:
            _spoken(name, written, outcome.findings)


def _spoken(name: str, written: str, findings: Sequence[Finding]) -> None:
    """Reports for people: one line for each finding at least, and no control characters."""
    for finding in findings:
        expect(finding.rule in written or len(findings) > 100, f"{name} says nothing of {finding.rule}")
    odd = [each for each in written if printable(each) != each and each not in "\n\t"]
    expect(not odd or name == "github", f"{name} prints {odd[:3]!r}")
    expect(harmless(written) == written, f"{name} prints what may do harm")


def _json(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    told = json.loads(written)["findings"]
    expect([each["message"] for each in told] == [each.message for each in findings], "json says something else")
    for each, finding in zip(told, findings, strict=True):
        place = (each["start"]["offset"], each["end"]["offset"])
        expect(place == tuple(finding.span), "json says another place")


def _json_lines(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    told = [json.loads(line) for line in written.split("\n")]
    expect([each["type"] for each in told] == [*("finding" for _ in findings), "summary"], "json-lines has other lines")


def _sarif(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    results = json.loads(written)["runs"][0]["results"]
    expect([each["ruleId"] for each in results] == [each.rule for each in findings], "sarif says something else")
    for each in results:
        region = each["locations"][0]["physicalLocation"]["region"]
        first, last = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        expect((1, 1) <= first <= last, "sarif has a region that ends before it begins")
        expect(last[0] <= draft.text.line_count, "sarif has a line that is not there")


def _rows(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    told = json.loads(written)
    told = told["diagnostics"] if isinstance(told, dict) else told
    expect(len(told) == len(findings), "a report has lost findings")
    prints = [each["fingerprint"] for each in told if "fingerprint" in each]
    expect(len(set(prints)) == len(prints), "two findings have one fingerprint")


def _junit(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    expect(len(list(ET.fromstring(written).iter("failure"))) == len(findings), "junit has lost findings")


def _checkstyle(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    expect(len(list(ET.fromstring(written).iter("error"))) == len(findings), "checkstyle has lost findings")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            expect(bool(self.open) and self.open.pop() == tag, f"html closes {tag}, which is not open")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _html(written: str, draft: Draft, findings: Sequence[Finding]) -> None:
    reader = _Page()
    reader.feed(written)
    reader.close()
    expect(not reader.open, f"html leaves {reader.open} open")
    expect(len(set(reader.ids)) == len(reader.ids), "html has an id twice")
    # The asterisks and underscores of a message are shown as italics.
    words = re.sub(r"[*_]", "", "".join(reader.words))
    for finding in findings:
        expect(re.sub(r"[*_]", "", harmless(finding.message)) in words, f"html says nothing of {finding.rule}")
    expect(harmless(written) == written, "html holds what is an error in it")


_READERS: dict[str, Callable[[str, Draft, Sequence[Finding]], None]] = {
    "json": _json,
    "json-lines": _json_lines,
    "sarif": _sarif,
    "gitlab": _rows,
    "rdjson": _rows,
    "junit": _junit,
    "checkstyle": _checkstyle,
    "html": _html,
}
