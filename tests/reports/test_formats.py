"""The formats for other programs, each held against its own schema or read by a program that reads it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from reslint.engine.data.finding import Finding, Fix, Problem, Related
from reslint.reports.checked import About, Checked, Report
from reslint.reports.formats import FORMATS, render
from reslint.text import Edit, Span, Text

DRAFT = "🌊 *The Council*,\n\n1. *Urges* fishers & <ports>;\n\n2. Urges 🐟 ports.\n\n3. Urges 🐟 ports.\n"


def place(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = DRAFT.index(words, start + 1)
    return Span(start, start + len(words))


def ports(nth: int) -> Finding:
    fix = Fix("Name them", "unsafe", (Edit(place("🐟 ports", nth), "Tema"),))
    return Finding("style/ports", "warning", "Say which: 100% of\nthem, please.", place("ports.", nth), fix)


ITALIC = Finding(
    "opener/italic",
    "error",
    "“Urges” is not in *italics* | <here>, is it?",
    place("Urges 🐟"),
    Fix("Set it in italics", "safe", (Edit(place("Urges 🐟"), "*Urges* 🐟"),)),
    (Related("paragraph 1 has italics", place("*Urges*")),),
)
LONG = Finding("structure/long", "info", "Two paragraphs\x07 in one.", Span(0, place("2.").start))
RULES = {
    name: About(name, f"Summary of {name}.", "Because.", "warning", f"# {name}\n")
    for name in ("opener/italic", "style/ports", "structure/long")
}
FILE = Checked("drafts/Größe, 50%: a b.md", Text(DRAFT), (LONG, ITALIC, ports(0), ports(1)), rules=RULES)
CLEAN = Checked("./clean.md", Text("1. *Decides* to meet.\n"), ())
REPORT = Report([FILE, CLEAN], [Problem(Path("b.md"), 3, 7, "not UTF-8"), Problem(None, 0, 0, "nowhere & nothing")])
EMPTY = Report([])
EACH = pytest.mark.parametrize("report", [REPORT, Report([CLEAN]), EMPTY], ids=["findings", "clean", "nothing"])


def test_every_format_is_rendered_and_the_same_twice():
    for name in FORMATS:
        assert render(name, REPORT)
        assert render(name, REPORT) == render(name, REPORT)


# ---- SARIF


def sarif(report: Report = REPORT) -> Any:
    return json.loads(render("sarif", report))


@EACH
def test_sarif_is_what_the_standard_describes(report: Report):
    models = pytest.importorskip("sarif_pydantic", reason="sarif-pydantic (PyPI), SARIF 2.1.0 as types, is missing")
    log = models.Sarif.model_validate(sarif(report))
    assert len(log.runs[0].results or []) == sum(len(file.findings) for file in report.checked)


def test_sarif_rules_carry_help_and_results_point_to_them():
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert rules[0]["help"] == {"text": "Because.", "markdown": "# opener/italic\n"}


def test_sarif_regions_cut_the_words_out_of_the_text():
    region = sarif()["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert DRAFT[region["charOffset"] :][: region["charLength"]] == "Urges 🐟"
    line = DRAFT.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Urges 🐟"


def test_sarif_fixes_mend_the_text_and_related_places_are_there():
    result = sarif()["runs"][0]["results"][1]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    cut = replacement["deletedRegion"]
    after = DRAFT[: cut["charOffset"]] + replacement["insertedContent"]["text"]
    assert (after + DRAFT[cut["charOffset"] + cut["charLength"] :]).count("*Urges*") == 2
    assert result["relatedLocations"][0]["message"]["text"] == "paragraph 1 has italics"


def test_sarif_fingerprints_tell_equal_findings_apart_and_stay_when_text_is_put_above():
    before = [result["partialFingerprints"] for result in sarif()["runs"][0]["results"]]
    assert len({json.dumps(each) for each in before}) == len(before)
    moved = Text("0. *Notes* the reefs;\n\n" + DRAFT.replace("2. Urges", "7. Urges"))
    shift = len("0. *Notes* the reefs;\n\n")
    again = Checked(FILE.path, moved, tuple(f for f in (Finding(ITALIC.rule, "error", "", ITALIC.span.shift(shift)),)))
    assert sarif(Report([again]))["runs"][0]["results"][0]["partialFingerprints"] == before[1]


def test_sarif_paths_are_references():
    assert sarif()["runs"][0]["artifacts"][0]["location"]["uri"] == "drafts/Gr%C3%B6%C3%9Fe,%2050%25%3A%20a%20b.md"


# ---- GitHub


def test_github_commands_are_one_line_each_and_escaped():
    lines = render("github", REPORT).split("\n")
    path = "drafts/Größe%2C 50%25%3A a b.md"
    assert lines[0] == f"::notice file={path},line=1,endLine=5,title=structure/long::Two paragraphs\ufffd in one."
    assert lines[2] == (
        f"::warning file={path},line=5,col=12,endColumn=18,title=style/ports::Say which: 100%25 of%0Athem, please."
    )
    assert lines[-2] == "::error file=b.md,line=3,col=7::not UTF-8"
    assert lines[-1] == "::error::nowhere & nothing"
    assert all(re.fullmatch(r"::(error|warning|notice)( [^:]*)?::.*", line) for line in lines)


# ---- GitLab

# GitLab Docs, "Code Quality", "Code Quality report format".
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}


@EACH
def test_gitlab_reads_the_code_quality_report(report: Report):
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema (PyPI) is missing")
    rows = json.loads(render("gitlab", report))
    jsonschema.validate(rows, GITLAB)
    assert len({row["fingerprint"] for row in rows}) == len(rows)


# ---- JUnit and Checkstyle


@EACH
def test_junit_is_read_by_junitparser(report: Report):
    junitparser = pytest.importorskip("junitparser", reason="junitparser (PyPI), which reads JUnit XML, is missing")
    suites = junitparser.JUnitXml.fromstring(render("junit", report).encode())
    findings = sum(len(file.findings) for file in report.checked)
    assert suites.failures == sum(suite.failures for suite in suites) == findings
    assert suites.errors == sum(suite.errors for suite in suites) == len(report.errors)
    cases = [case for suite in suites for case in suite]
    assert suites.tests == len(cases)
    assert sum(bool(case.result) for case in cases) == findings + len(report.errors)


def test_checkstyle_holds_each_finding_at_its_line_and_column():
    root = ET.fromstring(render("checkstyle", REPORT))
    assert (root.tag, {child.tag for child in root}) == ("checkstyle", {"file"})
    first = root[0]
    assert first.attrib == {"name": FILE.path}
    assert [(error.get("line"), error.get("column"), error.get("severity")) for error in first] == [
        ("1", "1", "info"),
        ("5", "4", "error"),
        ("5", "12", "warning"),
        ("7", "12", "warning"),
    ]
    assert first[2].attrib["message"] == ports(0).message
    assert first[0].attrib["message"] == "Two paragraphs\ufffd in one."


# ---- rdjson

_POSITION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": _POSITION, "end": _POSITION},
}
_LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string"}, "range": _RANGE},
}
# The messages of reviewdog's proto/rdf/reviewdog.proto, in the JSON names of Protocol Buffers.
RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": _LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": _RANGE, "text": {"type": "string"}},
                        },
                    },
                    "relatedLocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"message": {"type": "string"}, "location": _LOCATION},
                        },
                    },
                },
            },
        },
    },
}


@EACH
def test_rdjson_is_what_reviewdog_describes(report: Report):
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema (PyPI) is missing")
    jsonschema.validate(json.loads(render("rdjson", report)), RDJSON)


def test_rdjson_columns_count_bytes():
    found = json.loads(render("rdjson", REPORT))["diagnostics"][2]
    line = DRAFT.split("\n")[4].encode()
    start, end = (found["location"]["range"][key]["column"] - 1 for key in ("start", "end"))
    assert line[start:end] == b"ports."
    (suggestion,) = found["suggestions"]
    start, end = (suggestion["range"][key]["column"] - 1 for key in ("start", "end"))
    assert line[:start] + suggestion["text"].encode() + line[end:] == b"2. Urges Tema."


# ---- JSON lines, Markdown, HTML


def test_json_lines_are_the_findings_the_errors_and_the_sums():
    rows = [json.loads(line) for line in render("json-lines", REPORT).split("\n")]
    assert [row["type"] for row in rows] == ["finding"] * 4 + ["error"] * 2 + ["summary"]
    whole = json.loads(render("json", REPORT))
    assert [{k: v for k, v in row.items() if k != "type"} for row in rows[:4]] == whole["findings"]


def test_markdown_has_a_table_whose_cells_hold_what_was_said():
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py (PyPI), which reads Markdown, is missing")
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(render("markdown", REPORT))
    cells = ET.fromstring(f"<x>{html}</x>").findall(".//tr")
    rows = [["".join(cell.itertext()) for cell in row] for row in cells]
    assert ["drafts/Größe, 50%: a b.md:5:4", "error", "opener/italic", ITALIC.message] in rows
    assert ["style/ports", "2"] in rows


class Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "input"}:
            self.open.append(tag)
        addresses = [value or "" for key, value in attrs if key in {"src", "href"}]
        self.loads += [address for address in addresses if not address.startswith("#")]
        self.ids += [value or "" for key, value in attrs if key == "id"]
        assert tag not in {"script", "link", "iframe"}

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@EACH
def test_html_is_closed_needs_nothing_else_and_names_nothing_twice(report: Report):
    page = '<article class="page"><p><a href="#note-1" id="marker-1">1</a></p><p id="note-1">x</p></article>'
    files = [Checked(file.path, file.text, file.findings, page=page) for file in report.checked]
    parser = Parser()
    parser.feed(render("html", Report(files, report.errors)))
    assert (parser.open, parser.loads) == ([], [])
    assert len(set(parser.ids)) == len(parser.ids)


def test_html_has_a_filter_by_severity_area_and_rule_with_their_numbers():
    html = render("html", REPORT)
    boxes = re.findall(r'<input type="checkbox" id="show-\w+" checked> ([^<]+)<', html)
    assert boxes == ["1 error", "2 warnings", "1 info"]
    options = re.findall(r'<option value="([^"]*)">([^<]+)<', html)
    assert options[0] == ("", "all (4)")
    assert ("style", "all of style (2)") in options
    assert ("style/ports", "style/ports (2)") in options


def test_html_without_findings_has_no_filter():
    html = render("html", Report([Checked("a.res.md", Text(DRAFT), ())]))
    assert "<form" not in html
    assert ":has(" not in html


@EACH
def test_what_a_draft_says_is_never_markup(report: Report):
    evil = "<script>alert('&')</script>.md"
    files = [Checked(evil, file.text, file.findings) for file in report.checked]
    for name in ("html", "checkstyle", "junit"):
        assert "<script>" not in render(name, Report(files, [Problem(Path(evil), 0, 0, evil)]))


# ---- names and drafts that want more than to be read

ODD = "nix\udcff\n\x1b[31m\u202e\ufffe\x00\x7f\x01.md"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_no_text_stops_no_report(name: str):
    rendered = render(name, Report([CLEAN], [Problem(Path(ODD), 0, 0, "no such file"), Problem(Path(ODD), 1, 1, "no")]))
    rendered.encode("utf-8")


@pytest.mark.parametrize("name", ["text", "concise", "github", "markdown", "html"])
def test_nothing_steers_who_reads_a_report(name: str):
    words = "\x1b[31m\x01\x00\x7f\u202e\ufffe red"
    finding = Finding("style/red", "error", f"“{words}” is odd.", Span(3, 12), Fix(words, "safe", ()))
    file = Checked(ODD.replace("\udcff", "\ufffd"), Text(f"1. {words}"), (finding,), page=f"<p>{words}</p>")
    rendered = render(name, Report([file], [Problem(Path(ODD), 0, 0, "no such file")]))
    assert STEERING.findall(rendered) == []
    assert "red" in rendered
