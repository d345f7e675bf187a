"""Fields say what is wrong, fill in what is left out, and keep what is right."""

from __future__ import annotations

from reslint.engine.data.schema import (
    Choice,
    Date,
    Flag,
    Issue,
    ListOf,
    MapOf,
    Number,
    Record,
    Short,
    TextField,
    salvage,
)

LAMP = Record(
    {
        "colour": Choice(("red", "green"), "The colour.", required=True),
        "range": Number("In miles.", default=5),
        "names": ListOf(TextField("A name."), "What it is called.", default=[]),
        "lit": Flag("Whether it burns.", default=True),
    },
    "A lamp.",
)


def test_what_is_left_out_is_filled_in() -> None:
    assert LAMP.fill({"colour": "red", "names": "Pharos"}) == {
        "colour": "red",
        "range": 5,
        "names": ["Pharos"],
        "lit": True,
    }


def test_every_mistake_has_the_path_that_leads_to_it() -> None:
    found = {
        (issue.path, issue.at_key) for issue in LAMP.issues({"rnge": 1, "range": -1, "names": ["a", ""], "lit": "yes"})
    }
    assert found == {
        (("rnge",), True),
        (("range",), False),
        (("names", 1), False),
        (("lit",), False),
        ((), False),
    }


def test_the_nearest_known_word_is_offered() -> None:
    (issue,) = LAMP.issues({"colour": "gren"})
    assert issue.message.endswith("found “gren”; did you mean “green”?")


def test_true_is_no_number_and_a_number_no_text() -> None:
    assert list(Number("x").issues(True)) != []
    assert list(TextField("x").issues(1)) != []
    assert list(MapOf(TextField("x"), "x").issues({1: "a"})) == [
        Issue((1,), "expected text as the key, found 1; put it in quotes", at_key=True)
    ]


def test_a_single_value_may_stand_for_a_record() -> None:
    short = Short("colour", LAMP.fields, "A lamp.")
    assert short.fill("red") == LAMP.fill({"colour": "red"})
    assert [issue.path for issue in short.issues("blue")] == [()]


def test_what_is_wrong_is_left_out_and_the_rest_kept() -> None:
    data = {"rules": {"one": "off", "two": "of"}, "select": 1, "ignore": "style"}
    issues = [Issue(("rules", "two"), ""), Issue(("select",), "")]
    assert salvage(data, issues) == {"rules": {"one": "off"}, "ignore": "style"}


def test_a_day_stands_in_the_calendar_and_is_written_in_one_way() -> None:
    day = Date("x")
    assert list(day.issues("2024-02-29")) == []
    for wrong in ("2023-02-29", "20240229", "2024-W09-4", "29 February 2024", "", 20240229):
        assert [issue.path for issue in day.issues(wrong)] == [()], wrong
