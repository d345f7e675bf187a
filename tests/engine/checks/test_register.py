"""Dates and titles of cited resolutions, against a register of our own and against the calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reslint.draft import parse
from reslint.engine import load
from reslint.engine.checks import check_class
from reslint.engine.data.context import CannotRun, Context
from reslint.engine.data.resources import Resources
from reslint.text import Text

HEAD = "#body\tGA\tGeneral Assembly\tA/RES/{number}\t401\n#body\tHRC\tHuman Rights Council\tA/HRC/RES/{number}\t\n"
ROWS = """\
GA\t60/3\t2005-11-02\tpage\t\t\tMooring of boats\tpage
GA\t60/4\t2005-11-02\t2\t2005-11-03×1\t?\tNets\t?
GA\t62/9\t2007-11-02\tpage\t\t\tMooring of boats, 2007\tpage
GA\t60/5\t2005-11-09\t8\t\t\t\t
GA\t31/7\t1976-11-04\tpage\t\t\t\t
HRC\t31/7\t2016-03-23\t5\t\t\t\t
"""
DRAFT = "*The General Assembly*,\n\n*Recalling* {},\n\n*Decides* to wait.\n"

Report = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def shipped() -> Resources:
    """The data of the pack `un`, read once."""
    return load(["un"], cache=False).resources


@pytest.fixture
def resources(shipped: Resources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Resources:
    monkeypatch.setenv("RESLINT_DATA_DIR", "")
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "own.tsv").write_text(HEAD + ROWS, encoding="utf-8")
    return Resources(shipped.lexicons, shipped.phrases, (tmp_path,))


@pytest.fixture
def report(resources: Resources) -> Report:
    ruleset = load(["un"])

    def report(kind: str, words: str, session: int = 0, **options: str) -> list[tuple[str, str]]:
        check_type = check_class(kind)
        check = check_type(check_type.OPTIONS.fill(options), resources)
        draft = parse(Text(DRAFT.format(words)), ruleset.vocabulary)
        nodes = list(draft.nodes("preambular", "operative"))
        found = check.run(nodes, draft, Context(session=session))
        return [(match.values["found"], match.values.get("fixed", "")) for match in found]

    return report


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("its resolution 60/3 of 3 November 2005", "3 November 2005"),
        ("General Assembly resolution 60/3 of 2 November 1995", "2 November 1995"),
        ("its resolutions 60/9 of 1 May 2006 and 60/3 of 2 November 2006", "2 November 2006"),
        (
            "its resolutions 60/9 of 1 May 2006 on fog and rain and 60/3 of 20 November 2005 on boats",
            "20 November 2005",
        ),
        (
            "Human Rights Council resolutions 6/30 of 1 May 2008, 11/2 of 3 May 2009 and 31/7 of 24 March 2016",
            "24 March 2016",
        ),
    ],
)
def test_a_date_that_is_not_the_registers_is_reported(report: Report, words: str, found: str):
    assert [place for place, _ in report("register-date", words)] == [found]


def test_the_registers_date_is_offered(report: Report):
    words = "its resolution 60/3 of 3 November 2005"
    assert report("register-date", words) == [("3 November 2005", "2 November 2005")]


@pytest.mark.parametrize(
    "words",
    [
        "its resolution 60/3 of 2 November 2005",
        "its resolution 60/3",
        "its resolution 60/99 of 3 November 2005",
        "its resolution 60/4 of 3 November 2005",
        "Human Rights Council resolution 60/3 of 3 November 2005",
        "the wish of the Harbour Forum, in its resolution 60/3 of 3 May 2019",
        "its resolution 31/7 of 23 March 2016",
        "its resolution 60/9 of 1 May 2006 and the note of the Human Rights Council on 60/3 of 3 November 2005",
    ],
)
def test_a_right_an_unknown_an_unsure_and_anothers_number_pass(report: Report, words: str):
    assert report("register-date", words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("its resolution 60/3, entitled “Mooring of ships”", [("Mooring of ships", "Mooring of boats")]),
        ("its resolution 60/3, entitled “Mooring of Boats”", []),
        ("its resolution 60/4, entitled “Nests”", []),
        ("its resolution 60/5, entitled “Nests”", []),
        ("section II of its resolution 60/3, entitled “Nests”", []),
    ],
)
def test_a_title_that_is_not_the_registers_is_reported(report: Report, words: str, found: list[tuple[str, str]]):
    assert report("register-title", words, unless="section [IVX]+ of ") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("its resolution 66/1 of 31 August 2011", ["31 August 2011"]),
        ("its resolution 66/1 of 1 September 2011", []),
        ("its resolution 66/1 of 30 September 2012", []),
        ("its resolution 66/1 of 1 October 2012", ["1 October 2012"]),
        ("its resolution 2997 (XXVII) of 15 December 1975", ["15 December 1975"]),
        ("Security Council resolution 1325 (2000) of 31 October 2001", ["31 October 2001"]),
        ("Security Council resolution 1325 (2000) of 31 October 2000", []),
        ("Economic and Social Council resolution 2012/19 of 26 July 2011", ["26 July 2011"]),
        ("Economic and Social Council resolution 2015/1 of 20 July 2014", []),
        ("Human Rights Council resolution 25/6 of 27 March 2015", ["27 March 2015"]),
        ("the wish of the Human Rights Council, in its resolution 54/3 of 11 October 2023", []),
        ("the letter of 31 August 2011", []),
    ],
)
def test_a_number_names_the_session_or_year_of_its_date(report: Report, words: str, found: list[str]):
    assert [place for place, _ in report("date-session", words)] == found


def test_a_day_that_no_calendar_has_is_reported(report: Report):
    words = "its resolution 66/1 of 31 November 2011 and 66/2 of 29 February 2012"
    assert [place for place, _ in report("date-calendar", words)] == ["31 November 2011"]
    assert report("date-session", words) == report("register-date", words) == []


def test_a_damaged_register_stops_the_rule_and_says_where(report: Report, resources: Resources):
    table = resources.folders[0] / "register" / "own.tsv"
    table.write_text(HEAD + "GA\t60/3\tsoon\tpage\t\t\t\t\n", encoding="utf-8")
    with pytest.raises(CannotRun, match=r"own\.tsv:3:1"):
        report("register-date", "its resolution 60/3 of 3 November 2005")


@pytest.mark.parametrize(
    ("phrases", "reason"),
    [({}, "no pack in force has phrases/citation"), ({"citation": {"kinds": {}}}, "“resolution” is missing")],
)
def test_without_words_for_citations_the_rule_says_what_is_missing(resources, phrases, reason: str):
    check_type = check_class("register-date")
    bare = Resources(resources.lexicons, phrases, resources.folders)
    check = check_type(check_type.OPTIONS.fill({}), bare)
    draft = parse(Text(DRAFT.format("its resolution 60/3 of 3 November 2005")), load(["un"]).vocabulary)
    with pytest.raises(CannotRun, match=reason):
        list(check.run(list(draft.nodes("preambular")), draft, Context()))


def test_what_is_called_the_latest_has_no_later_one_of_its_title(report: Report):
    latest = "its resolutions, the latest of which is "
    for words, found in (
        (f"{latest}resolution 60/3 of 2 November 2005", ["60/3"]),
        (f"{latest}resolution 62/9", []),
        (f"{latest}resolution 60/5", []),
        (f"{latest}resolutions 60/3 and 62/9", []),
        ("its resolution 60/3", []),
        ("the latest of which is Human Rights Council resolution 31/7", []),
    ):
        said = r"the latest of which is (?:resolutions? )?"
        assert [number for number, _ in report("register-latest", words, said=said)] == found, words
        # What came in the session of the draft or behind it is no later one.
        assert report("register-latest", words, session=62, said=said) == [], words
