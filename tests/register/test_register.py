"""Looking things up and finding them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.register import Entry, Instrument, Register, Table
from reslint.register.search import RegisterIndex, fold
from reslint.register.user import save


def names(found: list[Entry | Instrument]) -> list[str]:
    return [item.title if isinstance(item, Instrument) else f"{item.body} {item.number}" for item in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("7/2", "Village Assembly 7/2"),
        ("V/RES/7/20", "Village Assembly 7/20"),
        ("harbour board 7/2", "Harbour Board 7/2"),
        ("hb 7", "Harbour Board 7/2"),
        ("mooring", "Village Assembly 7/2"),
        ("boats moor", "Village Assembly 7/2"),
        ("old lanterns", "Village Assembly 8/3 B"),
        ("rope conv", "Convention on Ropes"),
        ("Beacon Pledge", "Pledge of the Lighthouse"),
        ("LANTERN PRINCIPLES", "Lantern Principles"),
    ],
)
def test_a_number_some_words_or_a_name_find(register: Register, query: str, first: str):
    assert names(register.search(query))[0] == first


def test_what_has_more_behind_it_comes_first(register: Register):
    assert names(register.search("7/2")) == ["Village Assembly 7/2", "Harbour Board 7/2", "Village Assembly 7/20"]


def test_no_more_than_asked_for_and_nothing_for_nothing(register: Register):
    assert len(register.search("7", 2)) == 2
    assert register.search("  ") == register.search("7", 0) == register.search("mooring ropes") == []


def test_a_search_can_be_kept_to_one_body(register: Register):
    assert names(register.search("7/2", body="Harbour Board")) == ["Harbour Board 7/2"]


@given(st.text(max_size=30))
def test_no_query_is_too_odd(query: str):
    index = RegisterIndex([], [Instrument("Convention on Ropes")])
    assert len(index.search(query, 5)) <= 1


def test_every_word_of_a_title_finds_it(register: Register, table: Table):
    for line in table.lines():
        entry = table.entry(line)
        for word in fold(entry.title).split():
            assert f"{entry.body} {entry.number}" in names(register.search(word))


def test_an_instrument_has_the_names_that_no_other_has(register: Register):
    assert register.instrument("the Rope Convention").title == "Convention on Ropes"
    assert register.instrument("beacon pledge").title == "Pledge of the Lighthouse"
    assert register.instrument("the Convention") is None


def test_bodies_with_that_number_and_date(register: Register):
    assert [entry.body for entry in register.of_date("7/2", date(2001, 5, 4))] == ["Harbour Board"]
    assert [entry.body for entry in register.of_date("7/2", date(1998, 3, 2))] == ["Village Assembly"]


def test_the_users_entry_goes_before_and_keeps_what_it_does_not_say(register: Register, pack, user):
    save([Entry("Village Assembly", "7/2", date(1998, 3, 5)), Entry("Village Assembly", "7/20", None, "Oars")], user)
    own = Register.open([pack], {}, user)
    first, second = own.lookup("Village Assembly", "7/2"), own.lookup("Village Assembly", "7/20")
    assert (first.date, first.source, first.title, first.link) == (
        date(1998, 3, 5),
        "user",
        "Mooring of boats",
        "https://undocs.org/en/V/RES/7/2",
    )
    assert (second.date, second.title) == (date(1998, 3, 1), "Oars")
    assert [item.title for item in own.search("oars")] == ["Oars"]


def test_saving_twice_replaces(user):
    entry = Entry("Village Assembly", "9/1", date(2000, 3, 1), "Sails")
    assert save([entry], user) == (1, 0)
    assert save([entry, Entry("Village Assembly", "9/2", date(2000, 3, 1))], user) == (1, 1)
    assert len(list(Table(user).lines())) == 2
    assert [path.name for path in user.parent.iterdir()] == [user.name]
