"""Paragraphs of one kind with the same words share what is known of these words, from one edit to the next."""

from __future__ import annotations

from reslint.draft import parse
from reslint.draft import wording as module
from reslint.text import Text
from reslint.text.record import replace

DRAFT = "The General Assembly,\n\n1. *Requests* the harbours to wait;\n\n2. *Requests* the harbours to wait;\n"


def wordings(draft):
    return [draft.wording(node) for node in draft.nodes("operative")]


def test_the_same_words_under_two_numbers_have_one_wording(vocabulary):
    first, second = wordings(parse(Text(DRAFT), vocabulary))
    assert first is second
    assert first.text == "Requests the harbours to wait;"
    assert first.opener.phrase == "requests"


def test_an_edit_changes_the_wording_of_its_paragraph_alone(vocabulary):
    before = wordings(parse(Text(DRAFT), vocabulary))
    after = wordings(parse(Text(DRAFT.replace("wait;\n\n2", "stay;\n\n2")), vocabulary))
    assert after[0].text == "Requests the harbours to stay;"
    assert after[1] is before[1]


def test_paragraphs_of_another_kind_have_a_wording_of_their_own(vocabulary):
    text = "*Requests* the harbours to wait;"
    draft = parse(Text(f"The General Assembly,\n\n1. {text}\n\n[^1]: {text}\n"), vocabulary)
    (operative,), (note,) = draft.nodes("operative"), draft.nodes("note")
    assert draft.wording(operative).text == draft.wording(note).text
    assert draft.wording(operative) is not draft.wording(note)
    assert draft.wording(note).opener is None


def test_positions_of_a_wording_alone_count_from_its_first_character(vocabulary):
    (wording, _) = wordings(parse(Text(DRAFT), vocabulary))
    assert wording.alone.span(0, 8) == (1, 9)


def test_what_was_met_long_ago_is_forgotten(vocabulary, monkeypatch):
    monkeypatch.setattr(module, "_LEAST", 100)
    own = replace(vocabulary)
    first = wordings(parse(Text(DRAFT), own))[0]
    assert wordings(parse(Text(DRAFT), own))[0] is first
    for number in range(20):
        parse(Text(DRAFT.replace("wait", f"wait for boat {number}")), own)
        wordings(parse(Text(DRAFT.replace("wait", f"wait for boat {number}")), own))
    assert wordings(parse(Text(DRAFT), own))[0] is not first


def test_all_paragraphs_of_a_long_text_are_known_from_one_edit_to_the_next(vocabulary, monkeypatch):
    monkeypatch.setattr(module, "_LEAST", 10)
    own = replace(vocabulary)
    text = "The General Assembly,\n\n" + "".join(f"{at}. *Requests* boat {at} to wait;\n\n" for at in range(1, 30))
    before = wordings(parse(Text(text), own))
    after = wordings(parse(Text(text + "30. *Urges* care.\n"), own))
    assert all(one is other for one, other in zip(before, after, strict=False))
