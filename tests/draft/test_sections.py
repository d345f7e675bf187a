"""However a text came about, its draft is the one that a parser finds that has never seen the text before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft import Draft, parse, stretches
from reslint.text import Text
from reslint.text.record import replace

PARAGRAPHS = st.sampled_from(
    [
        "The General Assembly,", "The Security Council,", "*Recalling* the shore,", "Noting the waves,",
        "1. *Requests* all to keep the lights;", "2. *Urges* the keepers:", "(a) To row;", "(i) To wait;",
        "10. Decides it.", "5th plenary meeting", "8 Ibid., of the boats.", "[^1]: See the chart.", "Annex", "A",
        "Part II", "The lights of it", "Distr.: Limited", "Peru: draft resolution", "<!-- not every", "every one -->",
        "--> and more", "<!-- whole -->", "---", "Page 1 of 2", "| a | b |", "of all the rest",
        "Words of every keeper\r\nof the lights",
    ]
)  # fmt: skip
TEXTS = st.lists(PARAGRAPHS, min_size=3, max_size=30).map("\n\n".join)
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from([0, 0, 1, 3, 30]),
        st.one_of(
            PARAGRAPHS.map("\n\n{}\n\n".format), st.sampled_from(["", "e", "\n", "\n\n", "\r", "-->", "3. ", "*"])
        ),
    ),
    min_size=1,
    max_size=6,
)
ONE = "The General Assembly,\n\n*Noting* every gate,\n\n1. *Requests* all to keep {};\n\n2. *Urges* them to wait.\n\n"


@pytest.fixture(scope="module", autouse=True)
def short_stretches():
    """Properties of long texts are to be seen in short ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "_SHORTEST", 0)
        yield


def drawn(draft: Draft) -> list[tuple[object, ...]]:
    return [(node.kind, node.span, node.label, node.label_span, node.level, node.body) for node in draft.nodes()]


@settings(max_examples=300, deadline=None)
@given(TEXTS, EDITS, st.booleans())
def test_a_text_is_read_alike_whatever_it_was_before(vocabulary, text, edits, forced):
    used = replace(vocabulary)
    parse(Text(text), used, forced=forced)
    for place, length, typed in edits:
        at = round(place * len(text))
        text = text[:at] + typed + text[at + length :]
        fresh = parse(Text(text), replace(vocabulary), forced=forced)
        assert drawn(parse(Text(text), used, forced=forced)) == drawn(fresh)


def test_a_comment_that_is_closed_many_paragraphs_below_takes_them_in(vocabulary):
    text = ONE.format("one") + "<!-- Not yet\n\n" + ONE.format("two")
    assert len(parse(Text(text), vocabulary).nodes("resolution")) == 2
    closed = parse(Text(f"{text}-->\n"), vocabulary)
    assert len(closed.nodes("resolution")) == 1
    assert closed.text.slice(closed.nodes("comment")[0].span).endswith("to wait.\n\n-->")
    assert len(parse(Text(text), vocabulary).nodes("resolution")) == 2


def test_a_number_is_that_of_a_note_once_a_meeting_was_named_above(vocabulary):
    text = ONE.format("one") + "{}\n\n" + "8 Everyone of them.\n\n" * 3
    for line, notes in (("Of all", 0), ("5th plenary meeting", 3), ("Of all", 0)):
        assert len(parse(Text(text.format(line)), vocabulary).nodes("note")) == notes


def test_an_edit_leaves_the_nodes_of_the_resolutions_above_it_what_they_are(vocabulary):
    text = "".join(ONE.format(word) for word in ("the lights", "the boats", "the oars"))
    before = parse(Text(text), vocabulary)
    after = parse(Text(text.replace("oars", "new oars")), vocabulary)
    same = [node is other for node, other in zip(before.root.children, after.root.children, strict=True)]
    assert same == [True, True, False]


def test_two_resolutions_with_the_same_words_are_two(vocabulary):
    draft = parse(Text(ONE.format("it") * 2), vocabulary)
    assert len({node: node.span for node in draft.nodes("operative")}) == 4
    assert [draft.text.slice(span) for node in draft.nodes("operative") for span in node.body] == [
        "*Requests* all to keep it;", "*Urges* them to wait.",
    ] * 2  # fmt: skip


def test_front_matter_that_is_closed_many_paragraphs_below_takes_them_in(vocabulary):
    text = "---\nof: the lights\n\n" + ONE.format("one")
    assert parse(Text(text), vocabulary).nodes("front-matter") == ()
    closed = parse(Text(f"{text}---\n"), vocabulary)
    assert [node.kind for node in closed.root.children] == ["front-matter"]
    assert parse(Text(text), vocabulary).nodes("front-matter") == ()
