from __future__ import annotations

import json

import pytest

from reslint.draft import parse
from reslint.engine.language.vocabulary import build_vocabulary
from reslint.reports.outline import outline_json, outline_text
from reslint.text import Text

CONTENT = (
    "*The General Assembly*,\n\nRecalling the 😀 of lakes,[^1]\n\n1. *Also urges* care of\neach lake:\n\n"
    "(a) Now.\n\n[^1]: A note.\n"
)


@pytest.fixture
def draft():
    lexicons = {
        "openers": {"participle": {"Recalling": {}}, "finite": {"Urges": {}}, "sequence": ["also"]},
        "organs": {"organs": {"General Assembly": {}}},
        "grammar": {"articles": ["the"]},
    }
    return parse(Text(CONTENT), build_vocabulary(lexicons))


def test_the_tree_as_text_is_indented_and_has_lines_openers_and_markers(draft):
    assert outline_text(draft).splitlines() == [
        " 1-10  document",
        " 1-10    resolution",
        "    1      enacting-line  The General Assembly,",
        "    3      preambular  Recalling the 😀 of lakes, [1]",
        "  5-8      operative 1  *Also urges* care of each lake:",
        "    8        subparagraph a  Now.",
        "   10      note 1  A note.",
    ]


def test_no_line_is_longer_than_a_terminal_is_wide(draft):
    long = parse(Text(CONTENT.replace("care", "care and more " * 60)), draft.vocabulary)
    assert max(map(len, outline_text(long).splitlines())) == 100


def test_the_tree_as_json_counts_from_one_in_code_points(draft):
    root = json.loads(json.dumps(outline_json(draft)))
    assert (root["kind"], root["start"], root["end"]["offset"]) == (
        "document", {"line": 1, "column": 1, "offset": 0}, len(CONTENT),
    )  # fmt: skip
    _, preambular, operative, note = root["children"][0]["children"]
    assert (preambular["opener"], preambular["italic"], preambular["markers"]) == ("Recalling", None, ["1"])
    assert preambular["end"] == {"line": 3, "column": 30, "offset": 54}
    assert operative["opener"] == "Also urges"
    assert operative["italic"] == {
        "start": {"line": 5, "column": 5, "offset": 60}, "end": {"line": 5, "column": 15, "offset": 70},
    }  # fmt: skip
    assert [child["label"] for child in operative["children"]] == ["a"]
    assert (note["kind"], note["label"], note["children"]) == ("note", "1", [])
