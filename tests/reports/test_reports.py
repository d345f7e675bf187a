"""The reports: for a person, for a tool that reads lines, for a program."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from reslint.engine.data.finding import Finding, Fix, Problem, Related
from reslint.reports import concise, text
from reslint.reports.checked import Checked, Report
from reslint.reports.json_findings import report_json
from reslint.reports.statistics import statistics_lines
from reslint.reports.style import Style
from reslint.text import Edit, Span, Text

DRAFT = "🌊 *The Council*,\n\n1. *Urges* fishers;\n\n2. Urges 🐟 ports.\n"


def place(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = DRAFT.index(words, start + 1)
    return Span(start, start + len(words))


ITALIC = Finding(
    rule="opener/operative-italic",
    severity="error",
    message="“Urges” is not in italics.",
    span=place("Urges", 1),
    fix=Fix("Set it in italics", "safe", (Edit(place("Urges", 1), "*Urges*"),)),
    related=(Related("paragraph 1 has italics", place("*Urges*")),),
)
PORTS = Finding("style/ports", "warning", "Say which ports.", place("ports"), Fix("Name them", "unsafe", ()))
FILE = Checked("a.res.md", Text(DRAFT), (ITALIC, PORTS))
REPORT = Report([FILE], errors=[Problem(Path("b.res.md"), 3, 7, "not UTF-8")], skipped=2)


def test_a_finding_shows_place_rule_message_words_related_place_and_fix():
    assert "\n".join(text.finding_lines(FILE, ITALIC)) == "\n".join(
        [
            "a.res.md:5:4 error opener/operative-italic",
            "  “Urges” is not in italics.",
            "  5 │ 2. Urges 🐟 ports.",
            "    │    ^^^^^",
            "  3 │ 1. *Urges* fishers;",
            "    │    ------- paragraph 1 has italics",
            "    fix: Set it in italics",
        ]
    )


def test_the_mark_stands_below_its_words_behind_a_wide_character():
    lines = list(text.finding_lines(FILE, PORTS))
    assert lines[2:4] == ["  5 │ 2. Urges 🐟 ports.", "    │             ^^^^^"]


def test_a_long_message_is_broken_between_words():
    long = Finding("style/ports", "info", "Say which ports are meant " * 6, place("ports"))
    lines = list(text.finding_lines(FILE, long, text.Layout(columns=50)))
    assert all(len(line) <= 50 for line in lines)
    assert " ".join(line.strip() for line in lines[1:-2]) == long.message.strip()


def test_an_unsafe_fix_is_called_so():
    assert list(text.finding_lines(FILE, PORTS))[-1] == "    unsafe fix: Name them"


def test_colour_adds_escape_sequences_and_changes_no_word():
    plain = list(text.file_lines(FILE))
    painted = list(text.file_lines(FILE, text.Layout(Style(colour=True))))
    assert painted != plain
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in painted] == plain


def test_the_summary_counts_by_severity_and_says_what_can_be_fixed():
    assert list(text.summary_lines(REPORT)) == [
        "1 error, 1 warning in 1 draft.",
        "1 finding can be fixed with --fix.",
        "1 more with --fix --unsafe-fixes, to be read afterwards.",
    ]


def test_the_summary_of_a_clean_run_says_so():
    clean = Report([Checked("a.res.md", Text(""), ())])
    assert list(text.summary_lines(clean)) == ["Nothing to report in 1 draft."]


def test_the_summary_after_fixing_says_how_much_was_fixed():
    fixed = Report([Checked("a.res.md", Text(""), ())], fixed=Counter({"opener/capital": 2}))
    assert list(text.summary_lines(fixed)) == ["2 findings fixed.", "Nothing left to report in 1 draft."]


def test_concise_gives_each_finding_one_line():
    assert list(concise.file_lines(FILE)) == [
        "a.res.md:5:4: error opener/operative-italic [*] “Urges” is not in italics.",
        "a.res.md:5:12: warning style/ports Say which ports.",
    ]


def test_json_counts_code_points_from_one_and_offsets_from_zero():
    data = json.loads(report_json(REPORT))
    assert data["version"] == 1
    assert data["findings"][0] == {
        "path": "a.res.md",
        "rule": "opener/operative-italic",
        "severity": "error",
        "message": "“Urges” is not in italics.",
        "start": {"line": 5, "column": 4, "offset": DRAFT.index("2. ") + 3},
        "end": {"line": 5, "column": 9, "offset": DRAFT.index("2. ") + 8},
        "fix": {
            "title": "Set it in italics",
            "safety": "safe",
            "edits": [{"start": DRAFT.index("2. ") + 3, "end": DRAFT.index("2. ") + 8, "text": "*Urges*"}],
        },
        "related": [
            {
                "message": "paragraph 1 has italics",
                "start": {"line": 3, "column": 4, "offset": DRAFT.index("*Urges")},
                "end": {"line": 3, "column": 11, "offset": DRAFT.index(" fishers")},
            }
        ],
    }
    assert data["errors"] == [{"path": "b.res.md", "line": 3, "column": 7, "message": "not UTF-8"}]
    assert data["summary"] == {
        "files": 1,
        "skipped": 2,
        "findings": 2,
        "error": 1,
        "warning": 1,
        "info": 0,
        "fixable": {"safe": 1, "unsafe": 1},
        "fixed": 0,
        "notices": [],
        "profiles": [],
        "rules": {"opener/operative-italic": 1, "style/ports": 1},
    }


def test_statistics_name_the_most_frequent_rule_first():
    report = Report([FILE, Checked("c.res.md", Text(DRAFT), (PORTS,))])
    assert list(statistics_lines(report)) == ["2  warning  style/ports", "1  error    opener/operative-italic [*]"]
