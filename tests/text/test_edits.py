from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.text import Chain, Edit, EditConflict, Span, apply_edits, chained, compose, conflicts, joined


def edit(start, end, text=""):
    return Edit(Span(start, end), text)


def test_edits_refer_to_the_text_as_it_came_in():
    assert apply_edits("one two three", [edit(8, 13, "3"), edit(0, 3, "1"), edit(4, 4, "+")]) == "1 +two 3"


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (edit(0, 3, "a"), edit(2, 4, "b"), True),
        (edit(0, 3, "a"), edit(3, 4, "b"), False),
        (edit(0, 3, "a"), edit(1, 1, "b"), True),
        (edit(0, 3, "a"), edit(0, 0, "b"), False),
        (edit(0, 3, "a"), edit(3, 3, "b"), False),
        (edit(2, 2, "a"), edit(2, 2, "b"), True),
        (edit(2, 2, "a"), edit(2, 2, "a"), False),
        (edit(0, 3, "a"), edit(0, 3, "a"), False),
        (edit(0, 3, "a"), edit(0, 3, "b"), True),
    ],
)
def test_conflicts(first, second, clash):
    assert conflicts(first, second) is clash
    assert conflicts(second, first) is clash
    if clash:
        with pytest.raises(EditConflict, match=r"change the same characters"):
            compose([first, second])


def test_the_same_edit_twice_is_made_once():
    assert apply_edits("ab", [edit(1, 1, "-"), edit(1, 1, "-")]) == "a-b"


@pytest.mark.parametrize("outside", [edit(0, 9), edit(-1, 0), edit(3, 1)])
def test_an_edit_outside_the_text_is_refused(outside):
    with pytest.raises(EditConflict, match="outside"):
        apply_edits("abc", [outside])


def test_edits_that_cannot_be_made_are_named_by_their_places():
    with pytest.raises(EditConflict, match=r"edits at \(0, 3\) and \(2, 4\) change the same characters"):
        apply_edits("harbour", [edit(2, 4), edit(0, 3)])
    with pytest.raises(EditConflict, match=r"edit at \(5, 9\) lies outside a text of 7 characters"):
        apply_edits("harbour", [edit(5, 9)])


@given(st.text(max_size=30), st.data())
def test_what_no_edit_touches_is_not_altered(content, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(content)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    edits = [Edit(span, data.draw(st.text(max_size=4))) for span in spans]
    result = apply_edits(content, data.draw(st.permutations(edits)))
    expected, at = "", 0
    for span, text in edits:
        expected += content[at : span.start] + text
        at = span.end
    assert result == expected + content[at:]


def one_after_the_other(content, edits):
    """The text after an editor has taken edits from the last to the first, as they are listed."""
    for span, text in reversed(edits):
        content = content[: span.start] + text + content[span.end :]
    return content


@given(st.text(min_size=12, max_size=12), st.data())
def test_joined_edits_are_the_same_change_for_whoever_takes_them_as_they_are_listed(content, data):
    places = st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(["", "x", "yy"]))
    edits: list[Edit] = []
    for start, size, text in data.draw(st.lists(places, max_size=6)):
        one = edit(start, start + size, text)
        if not any(conflicts(one, other) for other in edits):
            edits.append(one)
    ordered = joined(data.draw(st.permutations(edits)))
    starts = [each.span.start for each in ordered]
    assert starts == sorted(set(starts))
    assert one_after_the_other(content, ordered) == apply_edits(content, edits)


def test_what_is_inserted_before_a_replaced_word_is_one_edit_with_it():
    assert joined([edit(4, 7, "two"), edit(4, 4, "one, ")]) == (edit(4, 7, "one, two"),)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6), st.sampled_from(["", "x", "yy"])), max_size=5))
def test_composed_edits_never_conflict_and_others_are_refused(raw):
    edits = [edit(start, start + size, text) for start, size, text in raw]
    clash = any(conflicts(one, other) for one in edits for other in edits)
    if clash:
        with pytest.raises(EditConflict):
            compose(edits)
    else:
        composed = compose(edits)
        assert list(composed) == sorted(set(edits))


@st.composite
def rounds(draw, least=0):
    """A text and rounds of edits, each of the text that the round before left."""
    content = first = draw(st.text("ab\n", max_size=24))
    made = []
    for _ in range(draw(st.integers(least, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, len(content)), max_size=6)))
        edits = [
            edit(start, end, draw(st.text("abc", max_size=3)))
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        made.append(edits)
        content = apply_edits(content, edits)
    return first, made, content


@given(rounds())
def test_rounds_of_edits_are_done_at_once(case):
    first, made, last = case
    edits = chained(first, made)
    assert apply_edits(first, edits) == last
    assert list(edits) == sorted(edits)


@settings(max_examples=400)
@given(rounds(least=1))
def test_what_an_edit_adds_to_others_is_known_from_the_paragraphs_around_it(case):
    first, made, last = case
    *before, more = made
    if more:
        assert apply_edits(first, sum(Chain(first, before).around(more), ())) == last


def test_the_edits_of_other_paragraphs_are_not_looked_at():
    chain = Chain("one\n\ntwo\n\nthree", [[edit(0, 3, "1"), edit(5, 8, "2"), edit(10, 15, "3")]])
    assert chain.near([edit(3, 3, "+")]) == (edit(5, 8, "+2"),)
    assert chain.near([edit(1, 3, "")]) == (edit(0, 8, "12"),)


def test_edits_that_come_to_nothing_are_left_out_and_others_are_as_short_as_can_be():
    assert chained("one two", [[edit(0, 3, "1")], [edit(0, 1, "one")]]) == ()
    assert chained("one two", [[edit(0, 7, "one  two")], [edit(3, 5, ", ")]]) == (edit(3, 3, ","),)
    assert chained("'one' two", [[edit(0, 5, "‘one’")]]) == (edit(0, 1, "‘"), edit(4, 5, "’"))
    assert chained("", [[edit(0, 0, "a")], [edit(1, 1, "b")]]) == (edit(0, 0, "ab"),)
