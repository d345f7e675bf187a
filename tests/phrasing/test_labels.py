"""Footnotes, paragraphs, names of rules, configurations; and what holds for every proposal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.phrasing import propose
from reslint.phrasing.configuration import propose_in_configuration
from reslint.phrasing.describe import describe
from reslint.text import Text

from .conftest import HEAD, applied

DRAFT = f"""{HEAD}*Recalling* its resolution 64/293 of 30 July 2010,[^1]

*Guided* by the Convention on the Rights of the Child,[^2]

1. *Requests* the Secretary-General:

(a) To count the ferries;

(b) To paint the piers;

2. *Urges* Member States to consider paragraph 1 above;

3. *Decides* to remain seized of the matter.

[^1]: A/81/10.

[^2]: United Nations, *Treaty Series*, vol. 1577, No. 27531.
"""


def shown(at, text: str) -> list[str]:
    return [item.text for item in at(text).items]


def test_an_open_marker_gets_the_notes_there_are_and_the_next_number(at):
    text = DRAFT.replace("To paint the piers", "To paint the piers[^|")
    assert shown(at, text) == ["1]", "2]", "3]"]
    assert at(text).items[0].detail == "A/81/10."


def test_a_bracket_that_an_editor_has_closed_is_not_doubled(written):
    assert "the piers[^2];" in written(DRAFT.replace("To paint the piers", "To paint the piers[^|]"), "2]")


def test_a_note_gets_the_label_of_a_marker_without_one(at):
    text = DRAFT.replace("To paint the piers", "To paint the piers[^3]") + "\n[^|"
    assert shown(at, text)[0] == "3]"


def test_raised_html_is_closed_as_html(at):
    text = DRAFT.replace("[^1]:", "<sup>1</sup>").replace("[^1]", "<sup>1</sup>")
    assert "1</sup>" in shown(at, text.replace("To paint the piers", "To paint the piers<sup>|"))


def test_after_paragraph_come_the_others_of_this_resolution_with_their_direction(at):
    assert shown(at, DRAFT.replace("consider paragraph 1 above", "consider paragraph |")) == ["1 above", "3 below"]
    assert shown(at, DRAFT.replace("paragraph 1 above", "paragraphs 1 and |")) == ["3 below"]
    assert shown(at, DRAFT.replace("paragraph 1 above", "paragraphs 1, |")) == ["3"]


def test_of_several_paragraphs_only_the_last_says_where_they_stand(at):
    assert shown(at, DRAFT.replace("paragraph 1 above", "paragraphs |")) == ["1", "3"]


def test_after_the_number_of_a_paragraph_come_its_letters(at):
    assert shown(at, DRAFT.replace("consider paragraph 1 above", "consider paragraph 1 (|")) == [
        "(a) above",
        "(b) above",
    ]
    assert shown(at, DRAFT.replace("To paint the piers", "To do as in subparagraph (|")) == ["(a) above"]


def test_a_comment_is_completed_to_one_that_suppresses(at):
    assert "reslint-disable-line " in shown(at, DRAFT + "\n<!-- |")
    assert shown(at, DRAFT + "\n<!-- reslint-disable-f|") == ["reslint-disable-file "]
    assert "style/repeated-word" in shown(at, DRAFT + "\n<!-- reslint-disable-file repeated|")
    assert "style/repeated-word" not in shown(at, DRAFT + "\n<!-- reslint-disable-file style/repeated-word, |")
    assert not shown(at, DRAFT + "\n<!-- reslint-disable-file style/repeated-word -- wh|")
    after = at(DRAFT + "\n<!-- reslint-disable-file style -->\n\nno|").items
    assert "rule" not in {item.sort for item in after}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("yaml", "ru|", "rules:"),
        ("yaml", "rules:\n  style/rep|", "style/repeated-word: "),
        ("yaml", "rules:\n  style/repeated-word: o|", "off"),
        ("yaml", "rules:\n  style/repeated-word:\n    sev|", "severity: "),
        ("yaml", "rules:\n  style/repeated-word:\n    severity: w|", "warning"),
        ("yaml", "rules:\n  style: {sev|", "severity: "),
        ("yaml", "select:\n  - sty|", "style"),
        ("yaml", "ignore: [sequence, style/rep|", "style/repeated-word"),
        ("yaml", "stage: |", "adopted"),
        ("yaml", "packs: [|", "un"),
        ("yaml", "body: Gen|", "General Assembly"),
        ("toml", "[tool.reslint]\nsel|", "select = "),
        ("toml", '[tool.reslint]\nselect = ["sequence", "style/rep|', "style/repeated-word"),
        ("toml", '[tool.reslint]\nignore = [\n  "sequence",\n  "style/rep|', "style/repeated-word"),
        ("toml", "[tool.reslint.rules]\nstyle/rep|", '"style/repeated-word" = '),
        ("toml", '[tool.reslint]\nstage = "a|', "adopted"),
    ],
)
def test_a_configuration_is_completed_by_what_may_stand_there(sources, language, text, expected):
    before, _, after = text.partition("|")
    found = propose_in_configuration(Text(before + after), len(before), language, sources.ruleset)
    assert expected in [item.text for item in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("toml", "[tool.other]\nsel|"),
        ("toml", "sel|"),
        ("yaml", "# ru|"),
        ("yaml", "something: o|"),
        ("yaml", "rules:\n  style:\n    colour: r|"),
    ],
)
def test_elsewhere_in_a_configuration_nothing_is_proposed(sources, language, text):
    before, _, after = text.partition("|")
    assert not propose_in_configuration(Text(before + after), len(before), language, sources.ruleset)


def test_what_is_proposed_is_explained(at, sources):
    texts = ["*Rec|", "*Recalling* its resolution 64/29|", "*Guided* by CRC|", "*Taking note* |"]
    for text in texts:
        assert all(describe(item.about, sources) for item in at(HEAD + text).items), text
    assert "3,531 times" in describe(("opener", "participle", "Recalling"), sources)
    assert "30 July 2010" in describe(("citation", "General Assembly", "64/293"), sources)
    assert "is the latest of this title" in describe(("citation", "General Assembly", "77/149"), sources)
    assert "latest" not in describe(("citation", "General Assembly", "80/105"), sources)
    assert not describe((), sources)
    assert not describe(("opener", "participle", "Yodelling"), sources)


PIECES = [
    "*Rec",
    "*Requests* ",
    "66/1",
    "CRC",
    "paragraph ",
    "[^",
    "<sup>",
    "<!-- reslint-",
    "The ",
    "(",
    "1. ",
    "a report",
    "\n",
    "",
]


@settings(max_examples=150, deadline=None)
@given(offset=st.integers(0, len(DRAFT)), piece=st.sampled_from(PIECES), ends=st.sampled_from(["\n", "\r\n"]))
def test_every_proposal_replaces_words_around_its_place_on_one_line(sources, offset, piece, ends):
    before = (DRAFT[:offset] + piece).replace("\n", ends)
    text = before + DRAFT[offset:].replace("\n", ends)
    draft = parse(Text(text), sources.vocabulary, forced=True)
    for item in propose(draft, len(before), sources).items:
        assert item.span.start <= len(before) <= item.span.end
        assert not set("\r\n") & set(text[item.span.start : item.span.end])
        assert applied(text, item)
        assert all(0 <= field.start <= field.end <= len(item.text) for field in item.fields)
