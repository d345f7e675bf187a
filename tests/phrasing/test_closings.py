"""Standard phrases and the sessions they name."""

from __future__ import annotations

import pytest

from .conftest import HEAD

FERRIES = f"{HEAD}*Noting* the age of many ferries,\n\n"
REPORT = "to submit to the General Assembly at its {} session a report on the implementation of the present resolution"


def phrases(at, text: str) -> list[str]:
    return [item.text for item in at(text).items if item.sort == "phrase"]


def test_a_report_is_requested_for_the_sessions_after_that_of_the_masthead(at):
    found = phrases(at, f"{FERRIES}1. *Req|")
    assert [text.partition("at its ")[2].partition(" session")[0] for text in found] == [
        "eighty-second",
        "eighty-third",
    ]


def test_a_masthead_without_blank_lines_tells_the_session_too(at):
    head = "General Assembly\nSixty-sixth session\nThird Committee\nAgenda item 107"
    text = FERRIES.replace("**Eighty-first session**", head)
    assert f"the Secretary-General {REPORT.format('sixty-seventh')}" in phrases(at, f"{text}1. *Req|")[0]


def test_a_council_without_years_names_the_session_of_its_masthead(at):
    text = FERRIES.replace("**Eighty-first session**", "Human Rights Council\nTwentieth session")
    text = text.replace("*The General Assembly*", "*The Human Rights Council*")
    assert "to the Human Rights Council at its twenty-first session" in phrases(at, f"{text}1. *Req|")[0]


COMMISSION = "Commission on Narcotic Drugs\nTwenty-first session"
RECOMMENDED = "*Recommends* to the General Assembly the adoption of the following draft resolution:\n\n**Ferries"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("Vienna, 23–27 April 2012", "at its sixty-eighth session"),
        ("E/CN.7/2012/L.4", "at its sixty-eighth session"),
        ("Agenda for 2030", "at its number in words session"),
        ("", "at its number in words session"),
    ],
)
def test_the_session_of_another_body_is_none_of_the_body_that_adopts(at, day, expected):
    text = FERRIES.replace("**Eighty-first session**", f"{COMMISSION}\n{day}").replace("**Ferries", RECOMMENDED)
    assert f"to the General Assembly {expected}" in phrases(at, f"{text}1. *Req|")[0]


def test_a_council_that_counts_years_takes_that_of_the_masthead(at):
    text = FERRIES.replace("**Eighty-first session**", f"{COMMISSION}\nVienna, 23–27 April 2012")
    text = text.replace("*The General Assembly*", "*The Economic and Social Council*")
    assert "to the Economic and Social Council at its 2013 session" in phrases(at, f"{text}1. *Req|")[0]


def test_without_a_session_in_the_masthead_its_symbol_tells(at):
    text = FERRIES.replace("**Eighty-first session**", "A/C.3/79/L.4")
    assert f"the Secretary-General {REPORT.format('eightieth')}" in phrases(at, f"{text}1. *Req|")[0]


def test_without_a_masthead_the_session_follows_the_newest_citation(at):
    text = FERRIES.replace("**Eighty-first session**\n\n", "").replace(
        "*Noting*", "*Recalling* its resolutions 66/181 of 19 December 2011 and 77/233 of 15 December 2022,\n\n*Noting*"
    )
    assert "at its seventy-ninth session" in phrases(at, f"{text}1. *Req|")[0]


def test_where_nothing_tells_the_session_the_writer_fills_it_in(at):
    text = FERRIES.replace("**Eighty-first session**\n\n", "")
    (item,) = [item for item in at(f"{text}1. *Req|").items if item.sort == "phrase"]
    (field,) = item.fields
    assert item.text[field.start : field.end] == "number in words"


def test_a_commission_that_recommends_a_text_counts_its_own_sessions(at):
    text = FERRIES.replace("Eighty-first", "Twenty-first").replace("General Assembly", "Economic and Social Council")
    chapeau = "The Commission on Narcotic Drugs recommends to the Economic and Social Council the adoption of"
    text = text.replace("**Ferries", f"{chapeau} the following draft resolution:\n\n**Ferries") + "1. *Req|"
    assert "to submit to the Commission on Narcotic Drugs at its twenty-second session" in phrases(at, text)[0]


def test_a_council_that_counts_years_names_the_year(at):
    text = FERRIES.replace("**Eighty-first session**", "E/2027/L.4").replace(
        "General Assembly", "Economic and Social Council"
    )
    assert "to the Economic and Social Council at its 2028 session" in phrases(at, f"{text}1. *Req|")[0]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("1. *Urges* Member States to sail;\n\n2. ", "*Requests* the Secretary-General"),
        ("1. *Requests* the Secretary-General to sail;\n\n2. ", "*Also requests* the Secretary-General"),
        ("1. *Requests* the Executive Director of the Fund to sail;\n\n2. ", "*Requests* the Secretary-General"),
    ],
)
def test_a_phrase_takes_the_adverb_whose_turn_it_is_with_this_addressee(at, before, expected):
    assert phrases(at, f"{FERRIES}{before}*Req|")[0].startswith(expected)


def test_the_last_paragraph_ends_with_a_full_stop_and_an_earlier_one_with_a_semicolon(at):
    assert phrases(at, f"{FERRIES}1. *Inv|")[0].endswith("of the United Nations.")
    assert phrases(at, f"{FERRIES}1. *Inv|\n\n2. *Urges* Member States to sail.")[0].endswith("of the United Nations;")


def test_an_agenda_item_is_named_by_the_writer(at):
    item = next(item for item in at(f"{FERRIES}1. *Dec|").items if "agenda" in item.text)
    assert [item.text[field.start : field.end] for field in item.fields] == ["title of the item"]
    assert "agenda of its eighty-second session the item entitled “title of the item”." in item.text


def test_the_security_council_remains_seized_and_asks_for_no_session(at):
    text = FERRIES.replace("General Assembly", "Security Council")
    assert "*Decides* to remain actively seized of the matter." in phrases(at, f"{text}1. *Dec|")
    assert not any("session" in phrase for phrase in phrases(at, f"{text}1. *Req|"))
    assert "*Decides* to remain actively seized of the matter." not in phrases(at, f"{FERRIES}1. *Dec|")


def test_a_formula_is_completed_inside_a_paragraph(written):
    text = f"{FERRIES}1. *Requests* the Secretary-General to sail, subject to the av|"
    assert written(text, "subject").endswith("to sail, subject to the availability of extrabudgetary resources")


def test_a_formula_is_offered_behind_the_words_that_print_has_it_after(at, written):
    text = f"{FERRIES}1. *Requests* the Secretary-General to submit at its eighty-second session a report |"
    assert written(text, "on the").endswith("a report on the implementation of the present resolution")
    assert not any("present resolution" in phrase for phrase in phrases(at, text.replace(" a report |", " |")))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1. *Requests* the Secretary-General to sub|", f"the Secretary-General {REPORT.format('eighty-second')}."),
        ("1. *Requests* the Secretary-General |", f"the Secretary-General {REPORT.format('eighty-second')}."),
        (
            "1. *Also requests* the Sec|\n\n2. *Urges* all to sail.",
            f"the Secretary-General {REPORT.format('eighty-second')};",
        ),
        ("1. *Decides* to rem|", "to remain seized of the matter."),
        ("*Guided* by the pur|", "by the purposes and principles of the Charter of the United Nations,"),
    ],
)
def test_the_rest_of_a_standard_paragraph_is_proposed_behind_its_opener(at, typed, expected):
    assert expected in phrases(at, f"{FERRIES}{typed}")


def test_words_that_begin_no_standard_paragraph_have_no_rest(at):
    assert not phrases(at, f"{FERRIES}1. *Requests* the Secretary-General to sail|")
    assert not phrases(at, f"{FERRIES}1. *Requests* the Secretary-General to sub| a report;")


@pytest.mark.parametrize(
    "words",
    [
        "*Requests* the Secretary-General to submit to the General Assembly at its",
        "*Requests* the Secretary-General to report to the Assembly at its",
        "*Requests* the Secretary-General to report to it at its",
        "*Decides* to resume the matter and to include it in the provisional agenda of its",
    ],
)
def test_the_sessions_to_come_are_proposed_where_one_is_named(labels, words):
    assert labels(f"{FERRIES}1. {words} |") == ["eighty-second session", "eighty-third session"]
    assert labels(f"{FERRIES}1. {words} eighty-t|") == ["eighty-third session"]


@pytest.mark.parametrize(
    "words",
    [
        "*Requests* the Secretary-General to report to the Human Rights Council at its |",
        "*Notes* the work of the Commission at its |",
    ],
)
def test_no_session_of_another_body_is_proposed(labels, words):
    assert not labels(f"{FERRIES}1. {words}")


def test_a_review_clause_is_offered_as_practice_with_its_count(at):
    found = [item for item in at(f"{FERRIES}1. *Decides* to rev|").items if item.sort == "phrase"]
    assert found[0].text.startswith("to review the implementation of the present resolution at its eighty-second")
    assert "practice: " in found[0].detail
    assert "149 times" in found[0].detail


@pytest.mark.parametrize(("typed", "offered"), [("for a", False), ("for a pe", True), ("shall b", True)])
def test_a_period_is_offered_only_when_no_other_words_are_meant(at, typed, offered):
    found = phrases(at, f"{FERRIES}1. *Decides* that the Fund {typed}|")
    assert bool(found) is offered
