"""Drafts of conferences: heading blocks, and what text taken from a page or a converter looks like."""

from __future__ import annotations

import re

import pytest

from reslint.draft import Draft, Vocabulary, parse
from reslint.text import Text
from reslint.text.record import replace

BODY = "1. *Requests* pilots to rest;\n\n2. *Urges* them to sleep.\n"


@pytest.fixture
def headed(vocabulary: Vocabulary) -> Vocabulary:
    layout = replace(
        vocabulary.layout,
        sponsors=(re.compile("Sponsors?:"),),
        field=(re.compile("(?:Forum|Committee|Topic|Sponsors?):"),),
        committee=(re.compile(r"(?:Forum|Committee):\s*(.+)"),),
    )
    return replace(vocabulary, layout=layout)


def kinds(draft: Draft) -> list[tuple[str, str]]:
    return [(node.kind, draft.view(node).text) for node in draft.root.children if node.kind != "resolution"]


def test_the_words_of_a_field_may_stand_in_the_block_below_its_name(headed):
    draft = parse(Text(f"Forum:\n\nPorts\n\nTopic: Lights\n\n**Sponsor:**\n\nFiji, Malta\n\n{BODY}"), headed)
    assert kinds(draft) == [
        ("masthead", "Forum: Ports"),
        ("masthead", "Topic: Lights"),
        ("sponsors", "Sponsor: Fiji, Malta"),
    ]
    assert draft.nodes("title") == ()


def test_a_field_that_has_its_words_takes_no_more(headed):
    draft = parse(Text(f"Forum: Ports\n\nOn the lights of ports\n\n{BODY}"), headed, forced=True)
    assert [draft.view(node).text for node in draft.nodes("title")] == ["On the lights of ports"]


def test_an_empty_field_before_another_stays_empty(headed):
    draft = parse(Text(f"Forum:\n\nTopic: Lights\n\n{BODY}"), headed)
    assert kinds(draft) == [("masthead", "Forum:"), ("masthead", "Topic: Lights")]


@pytest.mark.parametrize("name", ["Security Council", "the UNITED NATIONS SECURITY COUNCIL (UNSC)"])
def test_a_heading_names_the_organ_where_no_enacting_line_does(name: str, headed):
    draft = parse(Text(f"Committee: {name}\n\nTopic: Lights\n\n{BODY}"), headed)
    organ = draft.organ(draft.nodes("operative")[0])
    assert organ is not None
    assert organ.profile == "sc"


def test_an_enacting_line_that_is_known_goes_before_the_heading(headed):
    words = f"Committee: Security Council\n\n*The General Assembly*,\n\n*Noting* the ports,\n\n{BODY}"
    draft = parse(Text(words), headed)
    organ = draft.organ(draft.nodes("operative")[0])
    assert organ is not None
    assert organ.name == "General Assembly"


def test_a_committee_that_nobody_knows_names_no_organ(headed):
    draft = parse(Text(f"Committee: Ports\n\nTopic: Lights\n\n{BODY}"), headed)
    assert draft.organ(draft.nodes("operative")[0]) is None


def test_a_list_in_the_margin_is_no_list_of_the_paragraph_beside_it(headed):
    margin = "Words in the margin\nof operative clauses:\n\na)\n\nb) Colons;"
    words = f"1. *Requests* pilots to rest;\n\n{margin}\n\n2. *Urges* sleep.\n"
    first, second = parse(Text(words), headed).nodes("operative")
    assert [child.kind for child in first.children] == ["paragraph"]
    assert [child.label for child in first.children[0].children] == ["a", "b"]
    assert second.label == "2"


def test_a_list_below_further_words_of_a_paragraph_that_goes_on_is_its_own(headed):
    words = "1. *Requests* pilots to rest, because:\n\nThey are tired, that is:\n\n(a) In May;\n\n(b) In June;\n"
    (first,) = parse(Text(words), headed, forced=True).nodes("operative")
    assert [child.label for child in first.children if child.kind == "subparagraph"] == ["a", "b"]
