"""A text rewritten, and the way back to the text as written."""

from __future__ import annotations

import pytest

from reslint.draft.notation import Canonical, Replaced
from reslint.text import Span

SOURCE = "The ofﬁce, see [1] there."


def written(text: Canonical, words: str, source: str = SOURCE) -> str:
    """The source of words of the canonical text."""
    start = text.content.index(words)
    span = text.source(Span(start, start + len(words)))
    return source[span.start : span.end]


@pytest.fixture
def text() -> Canonical:
    return Canonical(SOURCE).changed([Replaced(6, 7, "fi"), Replaced(15, 18, "[^1]")])


def test_the_changes_are_made(text: Canonical):
    assert text.content == "The office, see [^1] there."


def test_a_text_without_changes_is_its_own_source():
    text = Canonical(SOURCE)
    assert text.changed([]) is text
    assert text.is_source


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("office", "ofﬁce"),
        ("see", "see"),
        ("[^1]", "[1]"),
        ("f", "f"),
        ("fi", "ﬁ"),
        ("ice", "ﬁce"),
        (" there.", " there."),
        ("[^", "[1]"),
    ],
)
def test_words_are_led_back_to_what_was_written(text: Canonical, words: str, source: str):
    assert written(text, words) == source


def test_nothing_stands_before_what_comes_after_it(text: Canonical):
    at = text.content.index("there")
    assert text.source(Span(at, at)) == Span(SOURCE.index("there"), SOURCE.index("there"))


def test_what_was_dropped_is_covered_by_the_words_around_it_alone():
    source = "one, two three"
    text = Canonical(source).changed([Replaced(4, 8, "")])
    assert text.content == "one, three"
    assert written(text, "one,", source) == "one,"
    assert written(text, "three", source) == "three"
    assert written(text, ", t", source) == ", two t"


def test_changes_of_changes_lead_back_to_the_source(text: Canonical):
    start = text.content.index("office")
    again = text.changed([Replaced(0, 4, ""), Replaced(start, start + 6, "bureau"), Replaced(16, 20, "^")])
    assert again.content == "bureau, see ^ there."
    assert written(again, "bureau") == "ofﬁce"
    assert written(again, "see ^") == "see [1]"


def test_a_change_inside_what_was_changed_keeps_the_rest(text: Canonical):
    at = text.content.index("fi") + 1
    again = text.changed([Replaced(at, at + 1, "F")])
    assert again.content.startswith("The offFce")
    assert written(again, "ce") == "ce"
    assert written(again, "F") == "ﬁ"


def test_a_text_that_has_nothing_left_has_places():
    text = Canonical("\u200b").changed([Replaced(0, 1, "")])
    assert text.content == ""
    assert text.source(Span(0, 0)) == Span(0, 0)
