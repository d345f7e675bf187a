"""A result that depends on the words of one paragraph is found once, however often the draft around it changes."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.engine.search.batch import Clues
from reslint.engine.search.chosen import Selection
from reslint.engine.search.need import Need
from reslint.engine.search.search import Search
from reslint.engine.search.spoken import Spoken
from reslint.engine.search.words import LONGEST, meet, words_of
from reslint.text import Text

DRAFT = """The General Assembly,

*Noting* the old lamp,

1. *Welcomes* the new lamp;

2. *Requests* the harbours to keep a boat;

3. *Decides* to meet again.
"""


class Reader:
    """A function that looks for a word and notes what it was given to read."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.read: list[str] = []

    def __call__(self, wording):
        self.read.append(wording.text)
        return [at for at in range(len(wording.text)) if wording.text.startswith(self.word, at)]


def labels(hits) -> list[str]:
    return [node.label or node.kind for node, _ in hits]


def test_what_is_found_comes_in_the_order_of_the_text(read):
    search = Search(Reader("lamp"))
    assert labels(search.everywhere(read(DRAFT))) == ["preambular", "1"]
    assert [found for _, found in search.everywhere(read(DRAFT))] == [[15], [17]]


def test_paragraphs_with_the_same_words_are_all_found(read):
    twice = DRAFT.replace("2. *Requests* the harbours to keep a boat;", "2. *Welcomes* the new lamp;")
    reader = Reader("lamp")
    assert labels(Search(reader).everywhere(read(twice))) == ["preambular", "1", "2"]
    assert reader.read.count("Welcomes the new lamp;") == 1


def test_after_an_edit_only_the_changed_paragraph_is_read(read):
    reader = Reader("boat")
    search = Search(reader)
    search.everywhere(read(DRAFT))
    reader.read.clear()
    edited = read(DRAFT.replace("keep a boat", "keep a big boat"))
    assert labels(search.everywhere(edited)) == ["2"]
    assert reader.read == ["Requests the harbours to keep a big boat;"]


def test_a_search_that_was_not_there_before_an_edit_reads_everything(read):
    first, second = Search(Reader("boat")), Search(Reader("lamp"))
    first.everywhere(read(DRAFT))
    edited = read(DRAFT.replace("a boat", "a lamp"))
    first.everywhere(edited)
    assert labels(second.everywhere(edited)) == ["preambular", "1", "2"]


def test_with_keywords_nothing_else_is_read(read):
    reader = Reader("lamp")
    search = Search(reader, keywords=frozenset({"old lamp", "harbours"}))
    assert labels(search.everywhere(read(DRAFT))) == ["preambular"]
    assert reader.read == ["Noting the old lamp,", "Requests the harbours to keep a boat;"]


def test_a_whole_word_is_no_part_of_another(read):
    reader = Reader("harbour")
    Search(reader, clues=Clues(runs={"harbour": [["harbour"]], "boat": [["boat"]]})).everywhere(read(DRAFT))
    assert reader.read == ["Requests the harbours to keep a boat;"]
    reader.read.clear()
    Search(reader, clues=Clues(runs={"harbour": [["harbour"]]})).everywhere(read(DRAFT))
    assert reader.read == []


def test_words_that_repeat_are_told_before_they_are_read(read):
    reader = Reader("lamp")
    Search(reader, clues=Clues(repeating=True)).everywhere(read(DRAFT.replace("old lamp", "old old lamp")))
    assert reader.read == ["Noting the old old lamp,"]


def test_of_a_phrase_all_words_must_be_there(read):
    reader = Reader("harbour")
    Search(reader, clues=Clues(runs={"a boat": [["old a", "a boat"]]})).everywhere(read(DRAFT))
    assert reader.read == []
    Search(reader, clues=Clues(runs={"a boat": [["old a", "a boat"], ["keep a", "a boat"]]})).everywhere(read(DRAFT))
    assert reader.read == ["Requests the harbours to keep a boat;"]


def test_only_nodes_of_the_kinds_that_matter_are_read(read):
    reader = Reader("lamp")
    assert labels(Search(reader, kinds=frozenset({"preambular"})).everywhere(read(DRAFT))) == ["preambular"]
    assert reader.read == ["Noting the old lamp,"]


def test_among_some_nodes_the_others_are_left_out(read):
    draft = read(DRAFT)
    search = Search(Reader("lamp"))
    assert labels(search.among(Selection(lambda: draft.nodes("operative")), draft)) == ["1"]
    assert labels(search.among([], draft)) == []


def test_a_paragraph_without_end_is_nobodys_to_search(read):
    draft = read(DRAFT + "\n\n4. *Decides* on " + "lamps and " * LONGEST + "boats.\n")
    assert [node.label for node in words_of(draft).too_long] == ["4"]
    assert labels(Search(Reader("lamp")).everywhere(draft)) == ["preambular", "1"]


def test_a_search_that_breaks_down_has_read_nothing(read):
    calls = []

    def fragile(wording):
        calls.append(wording)
        raise ZeroDivisionError

    search = Search(fragile, keywords=frozenset({"boat"}))
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            search.everywhere(read(DRAFT))
    assert len(calls) == 2


def test_the_same_words_say_another_thing_when_another_organ_speaks(vocabulary):
    words = "\n\n1. *Welcomes* its lamp;\n"
    two = parse(Text(f"The General Assembly,{words}\nThe Security Council,{words}"), vocabulary)
    spoken = Spoken(lambda _, organ: f"the lamp of the {organ}", Search(Reader("its lamp")))
    found = [said for _, said in spoken.among(two.nodes("operative"), two)]
    assert found == ["the lamp of the General Assembly", "the lamp of the Security Council"]


def test_a_draft_meets_what_some_of_its_words_hold(read):
    anchor = Need({"anch": ["anchor"]})
    assert not words_of(read(DRAFT)).meets(anchor)
    assert words_of(read(DRAFT.replace("boat", "Anchor"))).meets(anchor)
    assert not words_of(read(DRAFT)).meets(anchor)


PIECES = st.lists(st.sampled_from(["lamp", "old lamp", "boat", "and", "LAMP", "  ", ", ", "—", "İ"]), max_size=8)


@given(st.lists(PIECES, min_size=1, max_size=6), st.sampled_from(["lamp", "old", "p b", "boat,", "i"]))
def test_keywords_change_nothing_but_what_is_read(vocabulary, paragraphs, word):
    words = "\n\n".join(f"{n}. *Requests* {''.join(pieces)};" for n, pieces in enumerate(paragraphs, start=1))
    draft = parse(Text(words), vocabulary, forced=True)

    def find(wording):
        return wording.text.lower().count(word)

    assert Search(find, keywords=frozenset({word})).everywhere(draft) == Search(find).everywhere(draft)


def test_the_longest_paragraph_that_is_searched(read):
    words = "Requests a lamp " + "x" * (LONGEST - len("Requests a lamp ;"))
    assert labels(Search(Reader("lamp")).everywhere(read(f"1. {words};"))) == ["1"]
    assert labels(Search(Reader("lamp")).everywhere(read(f"1. {words}x;"))) == []


def test_keywords_and_kinds_both_say_what_is_read(read):
    reader = Reader("lamp")
    search = Search(reader, keywords=frozenset({"lamp"}), kinds=frozenset({"operative"}))
    assert labels(search.everywhere(read(DRAFT))) == ["1"]
    assert reader.read == ["Welcomes the new lamp;"]


def test_where_another_search_finds_something_the_kinds_still_count(read):
    reader = Reader("lamp")
    search = Search(reader, where=Search(Reader("lamp")), kinds=frozenset({"operative"}))
    assert labels(search.everywhere(read(DRAFT))) == ["1"]
    assert reader.read == ["Welcomes the new lamp;"]


def test_where_another_search_finds_nothing_is_nothing_to_read(read):
    reader = Reader("lamp")
    assert labels(Search(reader, where=Search(Reader("old"))).everywhere(read(DRAFT))) == ["preambular"]
    assert reader.read == ["Noting the old lamp,"]


def test_one_paragraph_is_asked_for_like_all_of_them(read):
    draft = read(DRAFT.replace("boat", "barge"))
    reader = Reader("barge")
    search = Search(reader)
    first, second = (draft.wording(node) for node in draft.nodes("operative")[:2])
    # Before anything was searched no paragraph but that one is read.
    assert (search.at(first), search.at(second)) == (None, [32])
    words_of(draft)
    assert (search.at(first), search.at(second)) == (None, [32])
    reader.read.clear()
    assert labels(search.everywhere(draft)) == ["2"]
    assert "Requests the harbours to keep a barge;" not in reader.read


def test_a_selection_is_a_sequence_of_nodes_found_once(read):
    asked = []
    draft = read(DRAFT)
    selection = Selection(lambda: asked.append(1) or draft.nodes("operative"))
    assert asked == []
    assert (len(selection), selection[0].label, [node.label for node in selection[1:]]) == (3, "1", ["2", "3"])
    assert draft.nodes("operative")[1] in selection.chosen
    assert asked == [1]


def paragraphs(*words: str) -> str:
    return "\n\n".join(f"{number}. *Requests* {each};" for number, each in enumerate(words, start=1))


def test_many_edits_one_by_one_leave_few_batches_and_every_finding(read):
    words = [f"the keeper of lamp {number}" for number in range(60)]
    search = Search(Reader("boat"))
    for edited in range(60):
        words[edited] += " to row the boat"
        draft = read(paragraphs(*words))
        assert len(search.everywhere(draft)) == edited + 1
        assert len(words_of(draft).batches) <= 17


def test_what_a_draft_shares_with_another_by_half_is_not_read_again(read):
    reader = Reader("buoy")
    search = Search(reader)
    search.everywhere(read(paragraphs("one buoy", "two buoys", "three buoys", "four buoys")))
    reader.read.clear()
    assert len(search.everywhere(read(paragraphs("one buoy", "two buoys", "a new buoy")))) == 3
    assert reader.read == ["Requests a new buoy;"]
    reader.read.clear()
    assert len(search.everywhere(read(paragraphs("three buoys", "another buoy")))) == 2
    assert sorted(reader.read) == ["Requests another buoy;", "Requests three buoys;"]


def test_drafts_of_long_ago_are_forgotten_the_oldest_first(read, monkeypatch):
    monkeypatch.setattr("reslint.engine.search.words._MOST_WORDINGS", 6)
    reader = Reader("anchor")
    search = Search(reader)
    drafts = [paragraphs(*(f"anchor {number} of ship {ship}" for number in range(3))) for ship in range(3)]
    for draft in (*drafts, drafts[1]):
        search.everywhere(read(draft))
    assert len(reader.read) == 9
    reader.read.clear()
    search.everywhere(read(drafts[0]))
    assert len(reader.read) == 3
    reader.read.clear()
    search.everywhere(read(drafts[1]))
    assert reader.read == []


def test_so_many_drafts_are_remembered_and_no_more(read, monkeypatch):
    monkeypatch.setattr("reslint.engine.search.words._MOST_KEPT", 2)
    reader = Reader("rudder")
    search = Search(reader)
    first, second, third = (f"1. *Requests* the rudder of ship {ship};" for ship in range(3))
    for draft in (first, second, first, second, third, second):
        search.everywhere(read(draft))
    assert len(reader.read) == 3
    search.everywhere(read(first))
    assert len(reader.read) == 4


def test_where_no_organ_is_named_nobody_speaks(read):
    draft = read("1. *Welcomes* its lamp;")
    spoken = Spoken(lambda _, organ: [organ], Search(Reader("its lamp")))
    assert [said for _, said in spoken.among(draft.nodes("operative"), draft)] == [[""]]


def test_drafts_that_are_met_together_share_the_reading_and_keep_their_findings_apart(read):
    other = DRAFT.replace("the new lamp", "the boat and the lamp").replace("to meet again", "to sail")
    alone = [Search(Reader("lamp")).everywhere(read(text)) for text in (DRAFT, other)]
    together = [read(text) for text in (DRAFT, other)]
    meet(together)
    reader = Reader("lamp")
    search = Search(reader)

    assert [labels(search.everywhere(draft)) for draft in together] == [labels(hits) for hits in alone]
    assert [[found for _, found in search.everywhere(draft)] for draft in together] == [[[15], [17]], [[15], [26]]]
    assert all(node in draft.nodes() for draft in together for node, _ in search.everywhere(draft))
    assert len(reader.read) == len(set(reader.read)) == 7


def test_what_is_found_in_every_paragraph_is_told_draft_by_draft(read):
    drafts = [read(paragraphs(*(f"harbour {number} to keep boat {at}" for at in range(5)))) for number in "123"]
    meet(drafts)
    search = Search(Reader("boat"))

    for number, draft in zip("123", drafts, strict=True):
        found = search.everywhere(draft)
        assert labels(found) == ["1", "2", "3", "4", "5"]
        assert all(f"harbour {number}" in draft.wording(node).text for node, _ in found)


def test_a_draft_that_was_met_with_others_is_read_once_more_alone_when_it_changes(read):
    drafts = [read(paragraphs(f"harbour {number} to keep a boat", "all to sail")) for number in "1234"]
    meet(drafts)
    reader = Reader("boat")
    search = Search(reader)
    for draft in drafts:
        search.everywhere(draft)
    changed = read(paragraphs("harbour 2 to keep a big boat", "all to sail"))

    assert labels(search.everywhere(changed)) == ["1"]
    assert [labels(search.everywhere(draft)) for draft in drafts] == [["1"]] * 4


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4), min_size=1, max_size=4), st.integers(0, 3))
def test_the_company_in_which_a_draft_is_met_changes_nothing(vocabulary, texts, before):
    parsed = [parse(Text(paragraphs(*map("".join, words))), vocabulary, forced=True) for words in texts]
    search = Search(Reader("boat"), keywords=frozenset({"boat"}))
    for draft in parsed[:before]:
        search.everywhere(draft)
    meet(parsed)

    for draft in parsed:
        expected = [node.label for node in draft.nodes("operative") if "boat" in draft.wording(node).text]
        assert labels(search.everywhere(draft)) == expected


def test_threads_that_ask_for_the_same_drafts_all_get_every_result(vocabulary):
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            for number in range(60):
                draft = parse(Text(DRAFT.replace("boat", f"boat {number}")), vocabulary)
                searches = [Search(Reader(word)) for word in ("lamp", "boat", "old", "new")]
                asked = [pool.submit(search.everywhere, draft) for search in searches]
                assert [len(each.result()) for each in asked] == [2, 1, 1, 1]
    finally:
        sys.setswitchinterval(interval)
