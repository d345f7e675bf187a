from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reslint.draft.lexicon import lexicon_of

APPRECIATION = "Takes note with appreciation"
NOTES = "Notes with appreciation"
DEEP = "Expresses its deep appreciation"
TAKING = "Taking note with appreciation"


def opener(read, words, kind="operative"):
    number = "4. " if kind == "operative" else ""
    draft = read(f"{number}{words}", forced=True)
    (node,) = draft.nodes(kind)
    return draft.opener(node)


@pytest.mark.parametrize(
    ("words", "text", "phrase", "adverb", "first"),
    [
        ("*Requests* the Office to go;", "Requests", "requests", "", False),
        ("Requests the Office to go;", "Requests", "requests", "", False),
        ("*Also requests* the Office;", "Also requests", "requests", "also", True),
        ("Further calls upon all;", "Further calls upon", "calls upon", "further", True),
        ("*Requests also* the Office;", "Requests also", "requests", "also", False),
        ("*Takes note* with appreciation of it;", APPRECIATION, APPRECIATION.lower(), "", False),
        ("*Calls* upon all;", "Calls upon", "calls upon", "", False),
        ("*Notes with appreciation also* it;", NOTES + " also", NOTES.lower(), "also", False),
        ("*Encourages* further efforts;", "Encourages", "encourages", "", False),
        ("*Reiterates its call upon* all;", "Reiterates its call upon", "reiterates its call upon", "", False),
        ("*Expresses its deep appreciation* to it;", DEEP, DEEP.lower(), "", False),
        ("*Requests the Office* to go;", "Requests", "requests", "", False),
        ("*Decides that* all go;", "Decides", "decides", "", False),
        ("*Strongly condemns* it;", "Strongly condemns", "strongly condemns", "", False),
        ("Once again urges all;", "Once again urges", "once again urges", "", False),
        ("*Decides*, as before, to go;", "Decides", "decides", "", False),
        ("Takes note, as before, of it;", "Takes note", "takes note", "", False),
        ("“Requests the Office to go;", "Requests", "requests", "", False),
        ("Also strongly condemns it;", "Also strongly condemns", "strongly condemns", "also", True),
        ("Strongly condemns also the wait;", "Strongly condemns also", "strongly condemns", "also", False),
        ("*Takes note with concern* of it;", "Takes note with concern", "takes note with concern", "", False),
        ("*Takes note with concern also* of it;", "Takes note with concern also",
         "takes note with concern", "also", False),
        ("*Takes note with joy* of it;", "Takes note", "takes note", "", False),
        ("*Urges with its deep concern note* to go;", "Urges with its deep concern note",
         "urges with its deep concern note", "", False),
        ("*Urges with its deep concern call note* to go;", "Urges", "urges", "", False),
    ],
)  # fmt: skip
def test_openers_of_operative_paragraphs(read, words, text, phrase, adverb, first):
    found = opener(read, words)
    assert (found.text, found.phrase, found.adverb, found.adverb_first) == (text, phrase, adverb, first)
    assert found.entry is not None
    assert found.entry.form == "finite"


@pytest.mark.parametrize(
    ("words", "text", "phrase"),
    [
        ("*Taking note also* of it,", "Taking note also", "taking note"),
        ("*Having also considered* it,", "Having also considered", "having considered"),
        ("Taking note with appreciation also of it,", TAKING + " also", TAKING.lower()),
        ("Deeply concerned also at it,", "Deeply concerned also", "deeply concerned"),
    ],
)  # fmt: skip
def test_the_adverb_of_a_preambular_paragraph_may_stand_inside_or_after(read, words, text, phrase):
    found = opener(read, words, "preambular")
    assert (found.text, found.phrase, found.adverb, found.adverb_first) == (text, phrase, "also", False)


def test_italics_are_what_they_are_and_the_end_is_where_they_should_end(read):
    found = opener(read, "*Takes note* with appreciation of the report;")
    assert found.italic == (0, 10)
    assert found.end == len("Takes note with appreciation")
    assert opener(read, "Takes note of the report;").italic is None


def test_an_unknown_opener_is_what_is_in_italics(read):
    found = opener(read, "*Also applauds that* all go;")
    assert (found.text, found.phrase, found.adverb, found.entry) == ("Also applauds", "applauds", "also", None)


def test_an_unknown_word_without_italics_is_no_opener(read):
    assert opener(read, "Applauds that all go;") is None


def test_an_unknown_opener_has_its_adverb_where_it_stands(read):
    found = opener(read, "*Applauds* all boats;")
    assert (found.phrase, found.adverb, found.adverb_start, found.adverb_first) == ("applauds", "", -1, False)
    found = opener(read, "*Applauds further* all boats;")
    assert (found.phrase, found.adverb, found.adverb_start, found.adverb_first) == ("applauds", "further", 9, False)
    found = opener(read, "*Further applauds* all boats;")
    assert (found.phrase, found.adverb, found.adverb_start, found.adverb_first) == ("applauds", "further", 0, True)


def test_an_adverb_alone_is_no_opener(read):
    assert opener(read, "*Also* the boats shall row;") is None
    assert opener(read, "Also strongly, the boats shall row;") is None


def test_an_unknown_opener_ends_before_the_words_that_print_sets_in_roman(read):
    assert opener(read, "*Applauds that to* all boats;").text == "Applauds"
    assert opener(read, "*That* all boats shall row;").text == "That"


def test_an_opener_knows_where_it_stands_in_its_paragraph(read):
    found = opener(read, "“*Also requests* the Office to go;")
    assert (found.start, found.end, found.adverb_start, found.italic) == (1, 14, 1, (1, 14))
    found = opener(read, "Takes note also of it;")
    assert (found.start, found.end, found.adverb_start) == (0, 15, 11)


def test_italics_further_on_are_no_part_of_an_opener(read):
    assert opener(read, "Requests the *Office* to go;").italic is None
    assert opener(read, "The *Office* goes;") is None


def test_a_paragraph_without_words_has_no_opener(read):
    assert opener(read, "724;") is None


@pytest.mark.parametrize("words", ["Also requests it all.", "Strongly condemns the wait.", "Once again urges it."])
def test_roman_words_open_a_paragraph_when_adverbs_stand_before_a_known_verb(read, words):
    draft = read(f"*The General Assembly*,\n\n1. *Decides*:\n\n(a) Boats;\n\n{words}\n\n2. *Urges* it.\n")
    assert [node.label for node in draft.nodes("operative")] == ["1", "", "2"]


def test_other_nodes_have_no_opener(read):
    draft = read("4. *Urges*:\n\n(a) Decides it.\n", forced=True)
    assert draft.opener(draft.nodes("subparagraph")[0]) is None


_WORDS = st.sampled_from(
    [
        *("Requests", "takes", "note", "calls", "upon", "decides", "noting", "also", "further", "strongly", "once"),
        *("again", "with", "concern", "the", "its", "Office", "re-lit", "lamps,", "4", "“lamps”"),
    ]
)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.integers(0, 5), st.integers(0, 5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_one_word_and_its_neighbour_show_is_what_all_words_show(read, words, start, end):
    words[0] = words[0].capitalize()
    if start < end <= len(words):
        words[start] = "*" + words[start]
        words[end - 1] += "*"
    draft = read(f"4. {' '.join(words)};", forced=True)
    (node,) = draft.nodes("preambular", "operative")
    lexicon, folded = lexicon_of(draft.vocabulary), draft.wording(node).folded
    quick = lexicon.opener(folded)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(lexicon), "_single", lambda *_: None)
        assert lexicon.opener(folded) == quick
