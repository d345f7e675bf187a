"""Acronyms: introduced at the first mention, and once."""

from __future__ import annotations

from reslint.draft import Vocabulary, parse
from reslint.engine.checks import check_class
from reslint.engine.data.context import Context
from reslint.engine.data.resources import Resources
from reslint.text import Text

FIND = r"\b[A-Z]{2,}\b"


def unexpanded(report, words: str, **options):
    return report("acronym-unexpanded", words, find=FIND, **options).found


def test_an_acronym_out_of_the_blue_is_reported_once(report):
    assert unexpanded(report, "1. *Requests* the OPL to rest;\n\n2. *Requests* the OPL to rise;\n") == ["OPL"]


def test_an_acronym_in_parentheses_after_its_name_or_before_it_is_introduced(report):
    words = "1. *Requests* the Order of Pilots (OPL) to rest;\n\n2. *Requests* the OPL to rise;\n"
    assert unexpanded(report, words) == []
    assert unexpanded(report, "1. *Requests* the OPL (Order of Pilots) to rest;\n") == []


def test_an_introduction_that_comes_too_late_does_not_help(report):
    words = "1. *Requests* the OPL to rest;\n\n2. *Requests* the Order of Pilots (OPL) to rise;\n"
    assert unexpanded(report, words) == ["OPL"]


def test_the_heading_may_introduce_an_acronym(report):
    words = "Committee: Order of Pilots (OPL)\n\n1. *Requests* the OPL to rest;\n\n2. *Requests* the OPL to rise;\n"
    assert unexpanded(report, words) == []


def test_names_lines_in_capitals_and_quotations_are_left_alone(report):
    words = "1. *Requests* the SOS board to rest;\n\n2. *Notes* “ABC of ports”;\n"
    assert unexpanded(report, words, **{"except": ["SOS"]}) == []
    assert unexpanded(report, "1. REQUESTS THE OPL TO REST;\n") == []


def test_a_second_introduction_is_reported(report):
    words = "1. *Requests* the Order of Pilots (OPL) to rest;\n\n2. *Requests* the Order of Pilots (OPL) to rise;\n"
    found = report("acronym-again", words, find=FIND)
    assert found.found == ["OPL"]
    assert words.index("OPL") < found.matches[0].span.start
    assert report("acronym-again", words.replace("Pilots (OPL) to rise", "Pilots to rise"), find=FIND).found == []


def test_a_name_that_a_lexicon_knows_is_proposed():
    kind = check_class("acronym-unexpanded")
    resources = Resources({"names": {"OPL": "Order of Pilots"}})
    check = kind(kind.OPTIONS.fill({"find": FIND, "lexicon": "names"}), resources)
    draft = parse(Text("1. Requests the OPL to rest;\n"), Vocabulary(), forced=True)
    (match,) = check.run(draft.nodes(), draft, Context())
    assert match.values["full"] == "Order of Pilots"
    assert [edit.text for edit in match.edits] == ["Order of Pilots (OPL)"]
