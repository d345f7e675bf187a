"""An index tells of the smallest differences what a look at every text tells; see also test_batch.py."""

from __future__ import annotations

import pytest

from reslint.engine.search.lookup import SHORT, Lookup, WordIndex, lookup


@pytest.mark.parametrize("kind", [Lookup, WordIndex])
@pytest.mark.parametrize(
    ("texts", "keyword", "expected"),
    [
        (["Lamp 19 old", "lamp on old", "lamp 2 old"], "lamp 20 old", [0]),
        (["lamp 2019 old", "lamp 20 olds"], "lamp 11 old", [1]),
        ([" boats", "boats"], " boats", [0]),
        ([" ab", " abc", "ab"], " ab", [0, 1]),
        (["ab", "xab", "a b"], "ab", [0, 1]),
        (["old\tlamps", "old lamps"], "old\tlamps", [0]),
        (["one", "two"], "", [0, 1]),
    ],
)
def test_a_keyword_is_found_wherever_it_stands(kind, texts, keyword, expected):
    assert sorted(kind(texts).holding([keyword])) == expected
    assert sorted(kind(texts).holding(frozenset({keyword, "nowhere"}))) == expected


@pytest.mark.parametrize("kind", [Lookup, WordIndex])
def test_all_words_of_a_phrase_must_be_there(kind):
    texts = ["Old Lamps of old", "old Lamps", "Old lamps"]
    rows = {"Old Lamps": [["Old Lamps"]]}
    assert sorted(kind(texts).spelling(rows)) == [0]
    assert sorted(kind(texts).spelling({**rows, "old Lamps": [["old Lamps"]]})) == [0, 1]
    assert sorted(kind(texts).spelling({"Lamps Boats": [["Lamps Boats"]]})) == []
    assert sorted(kind(texts).having({"old lamps": [["old lamps"]]})) == [0, 1, 2]


@pytest.mark.parametrize("kind", [Lookup, WordIndex])
def test_a_word_repeats_where_it_follows_itself_with_what_is_written_behind_it(kind):
    texts = ["the The, lamps", "the lamps the", "", "a an", "an a", "lamps", "of lamps\tlamps"]
    assert sorted(kind(texts).repeating) == [0, 3, 6]


def test_many_words_get_an_index_and_few_do_not():
    assert type(lookup(["a" * SHORT])) is Lookup
    assert type(lookup(["a" * SHORT, "b"])) is WordIndex
