"""Where the preamble of a resolution ends."""

from __future__ import annotations

import pytest

HEAD = "*The General Assembly*,\n\n"


@pytest.fixture
def parts(read):
    """Which paragraphs are preambular ("p") and which operative ("o"), in order."""

    def found(*paragraphs: str, head: str = HEAD) -> str:
        draft = read(head + "\n\n".join(paragraphs) + "\n", forced=True)
        return "".join(node.kind[0] for node in draft.nodes("preambular", "operative"))

    return found


def test_a_finite_verb_before_paragraph_1_is_preambular(parts):
    assert parts("*Recalling* the sea,", "*Notes* the reef;", "1. *Decides* to wait.") == "ppo"
    assert parts("*Recalling* the sea,", "*Notes* the reef;", "1. The fund shall be kept.") == "ppo"
    assert parts("*Recalling* the sea,", "*Notes* the reef;", "1.1. *Decides* to wait.") == "ppo"


def test_a_finite_verb_that_leads_to_number_1_has_a_list_and_the_one_before_it_is_preambular(read):
    draft = read(
        HEAD + "*Recalling* the sea,\n\n*Notes* the reef;\n\n*Decides* that:\n\n"
        "1. The fund shall be kept;\n\n2. Its books too.\n"
    )
    assert [(node.kind, len(node.children)) for node in draft.nodes("preambular", "operative")] == [
        ("preambular", 0),
        ("preambular", 0),
        ("operative", 2),
    ]


def test_a_finite_verb_that_leads_to_a_paragraph_with_an_opener_has_no_list(parts):
    assert parts("*Recalling* the sea,", "*Notes* the following:", "1. *Decides* it;", "2. *Urges* care.") == "ppoo"


def test_finite_verbs_before_paragraph_3_have_lost_their_numbers(parts):
    assert parts("*Recalling* the sea,", "*Notes* the reef;", "*Requests* boats;", "3. *Decides* to wait.") == "pooo"
    assert parts("*Recalling* the sea,", "*Notes* the reef;", "*Requests* that:", "3. The fund be kept.") == "poo"


def test_only_finite_verbs_directly_before_paragraph_3_have_lost_their_numbers(parts):
    assert parts("*Notes* the reef;", "*Recalling* the sea;", "*Requests* boats;", "3. *Decides* it.") == "ppoo"


def test_a_comma_keeps_a_finite_verb_in_the_preamble(parts):
    assert parts("*Recalling* the sea,", "*Notes* the reef,", "3. *Decides* to wait.") == "ppo"


def test_a_numbered_participle_after_an_unnumbered_preamble_is_operative(parts):
    assert parts("*Recalling* the sea,", "1. *Noting* the reef;", "2. *Urges* care.") == "poo"
    assert parts("*Recalling* the sea,", "1. *Noting* the reef,", "2. *Urges* care.") == "ppo"


def test_a_numbered_preamble_ends_with_the_first_finite_verb(parts):
    assert parts("1. *Recalling* the sea;", "2. *Noting* the reef;", "3. *Urges* care;", "4. *Noting* it.") == "ppoo"


def test_numbered_participles_alone_are_a_preamble(parts):
    assert parts("1. *Recalling* the sea;", "2. *Noting* the reef;", "3. *Welcoming* boats;") == "ppp"


def test_without_numbers_the_first_finite_verb_after_the_last_participle_is_operative(parts):
    assert parts("*Recalling* the sea,", "*Notes* the reef,", "*Noting* boats,", "*Decides* to wait.") == "pppo"
    assert parts("*Recalling* the sea,", "*Noting* boats,", "*Notes* the reef,", "*Decides* to wait.") == "ppoo"


def test_without_numbers_a_finite_verb_with_a_semicolon_is_operative_wherever_it_stands(parts):
    assert parts("*Recalling* the sea,", "*Notes* the reef;", "*Recalling* boats;") == "poo"


def test_the_mark_that_ends_a_paragraph_may_stand_before_quotes_and_emphasis(parts):
    assert parts("*Recalling* the sea,", "*Notes* the “reef;”", "*Recalling* boats,", "*Decides* it.") == "popo"
    assert parts("*Recalling* the sea,", "*Notes* the “reef,”", "*Recalling* boats,", "*Decides* it.") == "pppo"
    assert parts("*Recalling* the sea,", "*Notes* the *reef,*", "*Recalling* boats,", "*Decides* it.") == "pppo"


def test_participles_alone_are_a_preamble_whatever_mark_ends_them(parts):
    assert parts("*Recalling* the sea,", "*Noting* the reef.") == "pp"


@pytest.mark.parametrize("end", [",", ";", "."])
def test_a_finite_verb_alone_is_operative_whatever_mark_ends_it(parts, end):
    assert parts(f"Requests the Office to report{end}", head="") == "o"


def test_an_unknown_opener_after_the_last_participle_is_operative_by_its_stop(parts):
    assert parts("*Recalling* the sea,", "*Ponders* the reef;") == "po"
    assert parts("*Recalling* the sea,", "*Pondering* the reef,") == "pp"
    assert parts("*Ponders* the reef;", "*Recalling* the sea,") == "pp"


def test_words_without_opener_are_operative_only_where_nothing_is_preambular(parts):
    assert parts("The fund shall be kept.") == "o"
    assert parts("*Recalling* the sea,", "The fund shall be kept.") == "pp"
