"""Reports of a file that has paragraphs and no lines, as Word files have."""

from __future__ import annotations

import json

import pytest

from reslint.engine.data.finding import Finding, Fix, Related
from reslint.formats import InParagraph, Place
from reslint.reports.checked import Checked, Report
from reslint.reports.formats import FORMATS, render
from reslint.text import Edit, Span, Text

DRAFT = "*The Council*,\n\n1. *Notes* the color of\nthe buoys;\n"
SPAN = Span(DRAFT.index("color"), DRAFT.index("color") + 5)
FIRST = Span(0, 14)
FINDING = Finding(
    "style/colour",
    "warning",
    "Write “colour”.",
    SPAN,
    Fix("Write “colour”", "safe", (Edit(SPAN, "colour"),)),
    (Related("The Council is British", FIRST),),
)
PARAGRAPH = InParagraph("¶11", 11, "operative 1", "1.", "Notes the ", "color", " of the buoys")
PLACES = {SPAN: Place(SPAN, None, PARAGRAPH), FIRST: Place(FIRST, None, InParagraph("¶3", 3, "", "", "", "", ""))}
REPORT = Report([Checked("draft.docx", Text(DRAFT), (FINDING,), places=PLACES)])


def test_a_place_is_the_paragraph_of_the_file_and_of_the_draft():
    assert [str(place) for place in PLACES.values()] == ["¶11 (operative 1)", "¶3"]


def test_the_report_for_a_person_counts_paragraphs():
    assert render("text", REPORT).splitlines()[:8] == [
        "draft.docx:¶11 (operative 1) warning style/colour",
        "  Write “colour”.",
        "  ¶11 │ 1. *Notes* the color of",
        "      │                ^^^^^",
        "   ¶3 │ *The Council*,",
        "      │ -------------- The Council is British",
        "      fix: Write “colour”",
        "",
    ]
    concise = "draft.docx:¶11 (operative 1): warning style/colour [*] Write “colour”."
    assert render("concise", REPORT).splitlines()[0] == concise


def test_json_has_the_paragraph_in_place_of_lines():
    (finding,) = json.loads(render("json", REPORT))["findings"]
    assert finding["paragraph"] == PARAGRAPH._asdict()
    assert (finding["start"], finding["end"]) == ({"offset": SPAN.start}, {"offset": SPAN.end})
    assert finding["related"][0]["paragraph"]["label"] == "¶3"


def test_sarif_has_a_logical_location_and_no_fix_by_lines():
    (result,) = json.loads(render("sarif", REPORT))["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "¶11 (operative 1)"
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "draft.docx"}}
    assert "fixes" not in result


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"json", "json-lines", "html"}))
def test_every_format_says_where_a_finding_is_and_names_no_line(name):
    written = render(name, REPORT)
    assert "¶11 (operative 1)" in written.replace("\\\\", "").replace("\\(", "(")
    assert "line=" not in written
