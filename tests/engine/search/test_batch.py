"""A batch finds what reading every paragraph would have found, with an index and without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.draft.wording import Wording
from reslint.engine.patterns.folding import lowered, zeroed
from reslint.engine.search import lookup
from reslint.engine.search.batch import Batch
from reslint.engine.search.need import Need, rows_of
from reslint.engine.search.search import Search
from reslint.text import Text


@pytest.fixture(autouse=True, params=["looked through", "indexed"], scope="module")
def way(request: pytest.FixtureRequest):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lookup, "SHORT", 0 if request.param == "indexed" else 10**6)
        yield


PIECES = [
    "lamp",
    "Lamp",
    "lamps",
    "old",
    "boat",
    "a",
    "20",
    "19",
    ",",
    ";",
    "-",
    "’",
    " ",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "É",
    "İ",
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)
KEYWORD_PIECES = [*PIECES, "old lamp", " a ", ", 20", " 5 ", "lamp 20 old"]
KEYWORDS = st.lists(st.sampled_from(KEYWORD_PIECES), min_size=1, max_size=4).map("".join).map(lowered)


def batch(vocabulary, texts) -> Batch:
    words = "\n\n".join(f"{number}. *Requests* x{each}x;" for number, each in enumerate(texts, start=1))
    draft = parse(Text(words), vocabulary, forced=True)
    return Batch(list(dict.fromkeys(draft.wording(node) for node in draft.nodes("operative", "subparagraph"))))


def texts(found: list[Wording]) -> list[str]:
    return [wording.text for wording in found]


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(KEYWORDS, min_size=1, max_size=3))
def test_paragraphs_are_found_by_what_they_hold_wherever_blanks_stand(vocabulary, paragraphs, keywords):
    read = batch(vocabulary, paragraphs)
    words = [zeroed(word) for word in keywords]
    expected = [each for each in read.wordings if any(word in zeroed(lowered(each.text)) for word in words)]

    assert texts(read.holding(keywords)) == texts(expected)
    assert texts(read.holding(keywords, frozenset({"preambular"}))) == []
    assert texts(read.holding(keywords, frozenset({"operative", "subparagraph"}))) == texts(expected)


PHRASES = st.lists(st.sampled_from(["lamp", "Lamp", "old", "boat", "a"]), min_size=1, max_size=3)


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(PHRASES, min_size=1, max_size=3))
def test_no_text_with_a_phrase_is_left_out(vocabulary, paragraphs, phrases):
    read = batch(vocabulary, paragraphs)
    said = [" ".join(words) for words in phrases]
    spelled, small = rows_of(said), rows_of([phrase.lower() for phrase in said])
    assert spelled is not None
    assert small is not None

    def holding(flags: int = 0) -> set[str]:
        found = re.compile(rf"(?<![\w-])(?:{'|'.join(said)})(?![\w-])", flags)
        return {each.text for each in read.wordings if found.search(each.text)}

    assert holding() <= set(texts(read.spelling(spelled)))
    assert holding(re.IGNORECASE) <= set(texts(read.having(small)))


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [
        ("and", ["boats and lamps", "the strand", "Band"]),
        (" and ", ["boats and lamps"]),
        (" and", ["boats and lamps"]),
        ("and ", ["boats and lamps", "the strand"]),
        ("boats and lamps", ["boats and lamps"]),
        ("s and l", ["boats and lamps"]),
        ("and lamp", ["boats and lamps"]),
        ("or", []),
    ],
)
def test_a_blank_in_a_keyword_is_the_end_of_a_word(vocabulary, keyword, expected):
    said = {"boats and lamps": "boats and lamps", "the strand": "the strand of", "Band": "a Band"}
    read = batch(vocabulary, said.values())
    found = [name for name, words in said.items() for each in read.holding([keyword]) if words in each.text]
    assert found == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"vice": [["vice"]], "lamp": [["lamp"]]}, 0),
        ({"vice-presidents": [["vice-presidents"]]}, 1),
        ({"and lamps": [["old and", "and lamps"], ["and lamps", "lamps boat"]]}, 0),
        ({"and lamps": [["old and", "and lamps"], ["and lamps", "lamps of"]]}, 1),
        ({"lamps and": [["lamps and"]]}, 0),
        ({"vol2": [["vol2"]]}, 1),
    ],
)
def test_whole_words_one_after_the_other_are_told_from_others(vocabulary, rows, expected):
    read = batch(vocabulary, [" vice-presidents and lamps of vol2 "])
    assert len(read.having(rows)) == expected


def test_batches_that_are_joined_keep_what_was_found_in_all_of_them(vocabulary):
    lamps, boats, wells = (batch(vocabulary, [f" {words} "]) for words in ("old lamps", "old boats", "old wells"))
    everywhere: Search[str] = Search(lambda wording: wording.text if "old" in wording.text else "")
    only_once: Search[str] = Search(lambda wording: wording.text)
    nowhere = Need({"nowh": ["nowhere"]})
    for each in (lamps, boats, wells):
        everywhere.within(each)
        each.met[nowhere] = False
    only_once.within(lamps)
    lamps.met[Need({"boat": ["boats"]})] = False

    joined = Batch.joined([lamps, boats, wells], {*lamps.wordings, *wells.wordings})

    assert list(joined.wordings) == [*lamps.wordings, *wells.wordings]
    assert joined.found == {everywhere: {each: each.text for each in joined.wordings}}
    assert joined.met == {nowhere: False}
