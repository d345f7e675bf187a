"""Resolutions, instruments with their footnotes, organs."""

from __future__ import annotations

import pytest

from .conftest import HEAD, applied

COUNCIL = HEAD.replace("General Assembly", "Economic and Social Council")
CHILD = "United Nations, *Treaty Series*, vol. 1577, No. 27531."


def test_a_number_becomes_the_whole_citation(written):
    text = f"{COUNCIL}*Recalling* General Assembly resolution 64/29|"
    expected = (
        "*Recalling* General Assembly resolution 64/293 of 30 July 2010, entitled “United Nations Global Plan of Action"
    )
    assert expected in written(text, "General Assembly resolution 64/293 of 30 July 2010, entitled")


@pytest.mark.parametrize(
    "typed", ["General Assembly resolution 64/293", "its resolution 64/293", "64/293", "A/RES/64/293"]
)
def test_the_organ_calls_its_own_resolutions_its(at, typed):
    assert "its resolution 64/293 of 30 July 2010" in [item.text for item in at(f"{HEAD}*Recalling* {typed}|").items]


def test_a_resolution_that_was_cited_before_is_cited_short_and_comes_first(at):
    text = f"{HEAD}*Recalling* its resolution 64/293 of 30 July 2010,\n\n*Recalling also* its resolution 64/29|"
    found = at(text).items[0]
    assert found.text == "resolution 64/293"


def test_a_later_mention_by_another_body_keeps_the_name(at):
    text = f"{COUNCIL}*Noting* General Assembly resolution 64/293 of 30 July 2010,\n\n*Noting also* resolution 64/29|"
    assert at(text).items[0].text == "General Assembly resolution 64/293"


def test_what_is_cited_only_below_is_cited_in_full(at):
    text = f"{HEAD}*Recalling* its resolution 64/293|,\n\n*Noting* its resolution 64/293 of 30 July 2010,\n"
    assert at(text).items[0].text.startswith("its resolution 64/293 of 30 July 2010")


def test_in_a_list_only_the_number_and_the_date_are_added(written):
    text = f"{HEAD}*Recalling* its resolutions 64/293 of 30 July 2010 and 65/230|"
    assert written(text, "65/230").endswith("2010 and 65/230 of 21 December 2010")


def test_in_a_list_of_another_body_the_dates_are_those_of_the_draft(written):
    text = f"{HEAD}*Recalling* Security Council resolutions 242 (1967) of 22 November 1967 and 1325|"
    assert written(text, "1325").endswith("and 1325 (2000) of 31 October 2000")


def test_a_body_restricts_what_is_meant(at):
    found = at(f"{HEAD}*Noting* Security Council resolution 1325|").items
    assert {item.about[1] for item in found} == {"Security Council"}


def test_the_security_council_gives_no_dates(at):
    text = f"{HEAD.replace('General Assembly', 'Security Council')}*Recalling* its resolution 1325|"
    assert "its resolution 1325 (2000)" in [item.text for item in at(text).items]


def test_words_of_a_title_find_the_resolution(at):
    found = at(f"{HEAD}*Noting* General Assembly resolution trafficking pers|").items
    assert any(item.about[2] == "64/293" for item in found)
    free = at(f"{HEAD}*Recalling* combat trafficking in pers|").items
    assert any(item.about[2] == "64/293" for item in free if item.sort == "citation")
    assert all("combat" in item.typed for item in free)


@pytest.mark.parametrize(
    "prose",
    [
        "3. *Urges* Member States to strengthen international cooperation|",
        "2. *Encourages* the international community|",
        "3. *Requests* the Secretary-General to report|",
        "*Noting* the need to promote human rights|",
        "*Noting* the importance of sustainable development|",
        "*Stressing* the role of women|",
        "*Recalling* the importance of sustainable development|",
        "*Recalling* that international cooperation|",
        "1. *Requests* work on conflict resolution |",
        "1. *Requests* work on conflict resolution on cultural property|",
        "1. *Recalls* its decision to convene a high-level meeting|",
        "1. *Requests* the implementation of the present resolution |",
        "1. *Requests* the implementation of the present resolution in good time|",
    ],
)
def test_prose_is_no_search_for_a_title(at, prose):
    known = "*Noting* its resolution 64/293 of 30 July 2010,\n\n"
    assert not [item for item in at(f"{HEAD}{known}{prose}").items if item.sort == "citation"]


@pytest.mark.parametrize("words", ["trafficking in cultural property", "its resolution on cultural property"])
def test_a_citation_replaces_all_the_words_by_which_it_was_found(written, at, words):
    text = f"{HEAD}*Recalling* {words}|"
    items = at(text).items
    assert items
    for item in items:
        assert applied(text.replace("|", ""), item).startswith(f"{HEAD}*Recalling* its resolution ")
        assert item.typed.startswith(words)


def test_words_of_which_one_is_in_no_title_find_nothing(at):
    assert not at(f"{HEAD}*Recalling* international cooperation of walruses|").items


@pytest.mark.parametrize("before", ["1. *Recalls* ", "1. *Recalls* paragraph 5 of "])
def test_a_kind_alone_asks_for_what_was_cited_where_a_number_follows(at, before):
    text = f"{HEAD}*Noting* its resolution 64/293 of 30 July 2010,\n\n{before}resolution |"
    assert [item.text for item in at(text).items] == ["resolution 64/293"]


def test_a_body_alone_proposes_what_the_draft_cites_of_it(at):
    council = "Human Rights Council resolution"
    text = f"{HEAD}*Noting* {council} 5/1 of 18 June 2007,\n\n*Noting also* {council} |"
    assert at(text).items[0].text == "Human Rights Council resolution 5/1"


@pytest.mark.parametrize(
    "body", ["Security Council", "Commission on Crime Prevention and Criminal Justice", "Human Rights Council"]
)
def test_a_body_without_a_number_proposes_texts_of_that_body_only(at, body):
    found = at(f"{HEAD}*Recalling further* {body} resolution |").items
    assert {item.about[1] for item in found} == {body}


@pytest.mark.parametrize(
    ("symbol", "body"),
    [
        ("A/RES/66/1", "General Assembly"),
        ("A/RES/", "General Assembly"),
        ("S/RES/13", "Security Council"),
        ("A/HRC/RES/5", "Human Rights Council"),
    ],
)
def test_a_symbol_says_whose_resolution_it_is(at, symbol, body):
    found = at(f"{HEAD}*Noting* {symbol}|").items
    assert {item.about[1] for item in found} == {body}
    assert all(item.typed.startswith(symbol) for item in found)


def test_of_numbers_that_begin_alike_those_of_the_organ_come_first(at):
    found = at(f"{HEAD}*Noting* 66/1|", 200).items
    assert found[0].about[1] == "General Assembly"
    assert "Commission on Narcotic Drugs" in {item.about[1] for item in found}


def test_two_forms_of_one_citation_are_told_apart(at):
    full, short = at(f"{HEAD}*Recalling* its resolution 64/293|").items[:2]
    assert full.label == short.label
    assert (full.detail[:14], short.detail) == ("United Nations", "without its title")


NOTED = f"{HEAD}*Noting* the report on ferries,[^1]\n\n1. *Requests* the Secretary-General to sail.\n\n"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[^1]: General Assembly resolution 66/180|", "[^1]: Resolution 66/180."),
        ("[^1]: 66/180|", "[^1]: Resolution 66/180."),
        ("¹ 66/180|", "¹ Resolution 66/180."),
        ("[^1]: See General Assembly resolution 66/180|", "[^1]: See resolution 66/180"),
        ("[^1]: 66/180|, annex.", "[^1]: Resolution 66/180, annex."),
        (
            "[^1]: Economic and Social Council resolution 2012/12|",
            "[^1]: Economic and Social Council resolution 2012/12.",
        ),
        ("[^1]: Human Rights Council resolution 5/1|", "[^1]: A/HRC/RES/5/1."),
        (
            "[^1]: General Assembly resolutions 64/293 and 66/180|",
            "[^1]: General Assembly resolutions 64/293 and 66/180",
        ),
        ("[^1]: Convention on the Rights of the Ch|", f"[^1]: {CHILD}"),
        ("[^1]: See the Convention on the Rights of the Ch|", "[^1]: See the Convention on the Rights of the Child"),
    ],
)
def test_a_note_cites_as_notes_do(at, typed, expected):
    text = NOTED.replace("[^1]", "¹") + typed if typed.startswith("¹") else NOTED + typed
    found = at(text).items[0]
    assert applied(text.replace("|", ""), found).endswith(f"\n\n{expected}")


def test_a_number_finds_what_begins_with_it_and_nothing_else(at):
    found = at(f"{HEAD}*Noting* Human Rights Council resolution 5/|").items
    assert found
    assert all(item.about[2].startswith("5/") for item in found)
    assert not at(f"{HEAD}*Noting* Human Rights Council resolution 999/|").items


def test_behind_a_body_the_kind_of_text_is_completed(labels):
    assert labels(f"{HEAD}*Noting* Human Rights Council res|")[0] == "Human Rights Council resolution"
    assert labels(f"{HEAD}*Recalling* its de|") == ["its decision", "its decisions"]


def test_plain_words_ask_for_nothing(at):
    for words in ("the ferries of the north sea", "42 boats", "and", "a report of 12 May 2"):
        assert not at(f"{HEAD}*Noting* {words}|").items


def test_an_instrument_brings_its_marker_and_its_note(written):
    text = f"{HEAD}*Guided* by the Convention on the Rights of the Ch|\n"
    assert written(text, "Convention on the Rights of the Child") == (
        f"{HEAD}*Guided* by the Convention on the Rights of the Child[^1]\n\n[^1]: {CHILD}\n"
    )


def test_an_alias_finds_an_instrument_and_brings_the_article(written):
    assert "by the Convention on the Rights of the Child[^1]" in written(
        f"{HEAD}*Guided* by CRC|\n", "Convention on the Rights of the Child"
    )


def test_the_marker_stands_behind_the_comma(written):
    text = f"{HEAD}*Guided* by the Convention on the Rights of the Ch|, and by the wind,\n"
    assert "Child,[^1] and by the wind" in written(text, "Convention on the Rights of the Child")


BETWEEN = f"""{HEAD}*Noting* the report on ferries,[^1]

*Guided* by CRC|

*Noting* the report on tides,[^2]

1. *Requests* the Secretary-General to sail.

[^1]: A/81/10.

[^2]: A/81/20.
"""


def test_later_notes_are_numbered_anew(written):
    assert written(BETWEEN, "Convention on the Rights of the Child").endswith(f"""\
*Guided* by the Convention on the Rights of the Child[^2]

*Noting* the report on tides,[^3]

1. *Requests* the Secretary-General to sail.

[^1]: A/81/10.

[^2]: {CHILD}

[^3]: A/81/20.
""")


def test_notes_without_blank_lines_stay_without(written):
    text = BETWEEN.replace("10.\n\n[", "10.\n[")
    assert f"[^1]: A/81/10.\n[^2]: {CHILD}\n[^3]: A/81/20." in written(text, "Convention on the Rights of the Child")


def test_the_first_note_goes_before_the_others(written):
    text = (
        BETWEEN.replace("*Noting* the report on ferries,[^1]\n\n", "")
        .replace("[^1]: A/81/10.\n\n", "")
        .replace("[^2]", "[^1]")
    )
    assert written(text, "Convention on the Rights of the Child").endswith(f"[^1]: {CHILD}\n\n[^2]: A/81/20.\n")


def test_raised_digits_stay_raised(written):
    text = BETWEEN.replace("[^1]:", "¹").replace("[^2]:", "²").replace("[^1]", "¹").replace("[^2]", "²")
    found = written(text, "Convention on the Rights of the Child")
    assert "Rights of the Child²\n" in found
    assert f"\n\n² {CHILD}\n\n³ A/81/20.\n" in found


def test_sup_stays_sup(written):
    text = BETWEEN
    for digit in "12":
        text = text.replace(f"[^{digit}]:", f"<sup>{digit}</sup>").replace(f"[^{digit}]", f"<sup>{digit}</sup>")
    found = written(text, "Convention on the Rights of the Child")
    assert "Child<sup>2</sup>\n" in found
    assert f"<sup>2</sup> {CHILD}\n\n<sup>3</sup> A/81/20." in found


def test_notes_below_their_paragraphs_stay_there(written):
    text = f"""{HEAD}*Noting* the report on ferries,[^1]

[^1]: A/81/10.

*Guided* by CRC|

*Noting* the report on tides,[^2]

[^2]: A/81/20.
"""
    found = written(text, "Convention on the Rights of the Child")
    assert f"Child[^2]\n\n[^2]: {CHILD}\n\n*Noting* the report on tides,[^3]\n\n[^3]: A/81/20.\n" in found


def test_at_the_end_of_a_text_the_note_is_part_of_the_proposal(at):
    text = f"{HEAD}*Guided* by CRC|"
    found = at(text).items[0]
    assert not found.edits
    assert applied(text.replace("|", ""), found).endswith(f"Child[^1]\n\n[^1]: {CHILD}")


def test_a_note_that_is_there_is_used_again(written):
    text = BETWEEN.replace("A/81/10.", CHILD)
    assert "by the Convention on the Rights of the Child[^1]\n" in written(
        text, "Convention on the Rights of the Child"
    )
    assert written(text, "Convention on the Rights of the Child").count(CHILD) == 1


def test_an_instrument_named_before_has_its_short_title_first(at):
    name = "Convention on the Rights of the Ch"
    text = f"{HEAD}*Guided* by the {name}ild,\n\n*Recalling* {name}|"
    found = [
        item for item in at(text).items if item.detail == "Convention on the Rights of the Child" or not item.edits
    ]
    assert found[0].text == "the Convention"
    assert not found[0].edits


def test_a_short_title_that_two_instruments_have_is_not_proposed(at):
    text = (
        f"{HEAD}*Guided* by the Convention on the Rights of the Child and the Convention on Biological Diversity,\n\n"
        "*Recalling* the Convention on Biological Div|"
    )
    found = [item.text for item in at(text).items]
    assert found[0] == "Convention on Biological Diversity"
    assert not {"Convention", "the Convention"} & set(found)


def test_the_edits_of_every_proposal_go_together(at):
    for typed in ("Conv", "Protocol", "Declaration", "66/1", "its resolution 6"):
        text = BETWEEN.replace("CRC|", f"{typed}|")
        for item in at(text).items:
            assert item.span.start <= text.index("|") <= item.span.end
            assert applied(text.replace("|", ""), item)


def test_the_name_of_a_body_is_completed(written):
    assert written(f"{HEAD}*Noting* the work of the Commission on Narc|", "Commission on Narcotic Drugs").endswith(
        "the Commission on Narcotic Drugs"
    )


def test_only_names_that_begin_as_typed_are_proposed(labels):
    assert labels(f"{HEAD}*Noting* the Human Rights Co|") == ["Human Rights Council"]
    assert labels(f"{HEAD}*Noting* the Convention on the R|")[0].startswith("Convention on the R")


def test_of_names_that_begin_alike_none_is_proposed_until_more_is_typed(labels):
    assert labels(f"{HEAD}*Noting* the work of the United Nations|") == []
    assert labels(f"{HEAD}*Noting* the work of the United Nations Convention|") == []
    assert labels(f"{HEAD}*Noting* the United Nations Convention on the L|") == [
        "United Nations Convention on the Law of the Sea"
    ]


@pytest.mark.parametrize("typed", ["The Gen|", "*The Gen|", "*The Gen|*"])
def test_a_draft_begins_with_its_organ(written, typed):
    assert written(typed, "The General Assembly") == "*The General Assembly*,"


def test_more_than_can_be_shown_is_said_to_be_more(at):
    found = at(f"{HEAD}*Recalling* its resolution 6|", 5)
    assert len(found.items) == 5
    assert found.cut


def test_behind_a_day_a_month_is_begun_and_no_treaty(at):
    assert at(f"{HEAD}*Noting* the Decl|").items
    for day in ("8 ", "20 "):
        assert not at(f"{HEAD}*Noting* the report of {day}Decl|").items


def test_a_mark_alone_asks_for_no_enacting_line(at):
    assert not at("**Eighty-first session**\n\n*|").items
    assert at("**Eighty-first session**\n\n*The G|").items[0].text == "*The General Assembly*,"
