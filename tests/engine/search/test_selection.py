from __future__ import annotations

from typing import Any

import pytest

from reslint.engine.search.selection import SelectorField, parse_selector

DRAFT = """\
*The General Assembly*,

*Recalling* the plan for lighthouses,

*Noting* the state of the lamps:

(a) On the northern coast,

(b) On the southern coast,

1. *Requests* the keepers to clean the lamps;

2. *Invites* the harbours:

(a) To pay for the oil;

3. *Welcomes* the offer of oil.

Annex

1. The lamps are lit at dusk.
"""


def selected(read: Any, selector: Any) -> list[str]:
    draft = read(DRAFT)
    nodes = parse_selector(selector).nodes(draft)
    assert parse_selector(selector).among(draft) == frozenset(nodes)
    return [draft.text.slice(node.span).split("\n")[0][:16].strip() for node in nodes]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("preambular", ["*Recalling* the p", "*Noting* the stat"]),
        (["enacting-line", "preambular"], ["*The General Ass", "*Recalling* the p", "*Noting* the stat"]),
        ({"kind": "operative", "lead": True}, ["2. *Invites* the"]),
        ({"kind": "operative", "lead": False}, ["1. *Requests* the", "3. *Welcomes* th"]),
        ({"kind": "operative", "first": True}, ["1. *Requests* the"]),
        ({"kind": "operative", "last": True}, ["3. *Welcomes* th"]),
        ({"kind": "subparagraph", "only": True}, ["(a) To pay for t"]),
        ({"kind": "subparagraph", "inside": "preambular"}, ["(a) On the north", "(b) On the south"]),
        ({"kind": "operative", "previous": {"kind": "operative", "opener": "Requests"}}, ["2. *Invites* the"]),
        ({"kind": "operative", "verb": "Requests"}, ["1. *Requests* the"]),
        ({"kind": "preambular", "following": "operative"}, ["*Noting* the stat"]),
        ({"kind": "preambular", "contains": {"text": "southern"}}, ["*Noting* the stat"]),
        ({"kind": "operative", "not": {"opener": ["requests", "Welcomes"]}}, ["2. *Invites* the"]),
        ({"any": ["preambular", {"kind": "operative", "last": True}], "text": "o.l|lamps"},
         ["*Noting* the stat", "3. *Welcomes* th"]),
        ({"kind": "body", "text": "lamps"}, ["*Noting* the stat", "1. *Requests* the"]),
        ({"kind": "subparagraph", "level": 2}, []),
        ({"kind": "operative", "empty": True}, []),
        ({"kind": "subparagraph", "level": [2, 1], "previous": "subparagraph"}, ["(b) On the south"]),
        ({"kind": "operative", "label": False}, []),
        ({"kind": "operative", "cut": True}, []),
        ({"kind": "preambular", "first": False}, ["*Noting* the stat"]),
        ({"kind": "operative", "opener": "invites", "text": "lamps"}, []),
        ({"kind": ["preambular", "operative"], "following": {"kind": "operative", "lead": True}},
         ["1. *Requests* the"]),
        ({"inside": "title"}, []),
        ({"kind": "preambular", "contains": "title"}, []),
        ({"kind": "preambular", "not": [{"text": "state"}, {"text": "Recalling"}]}, []),
        (["body", "annex"], ["*Recalling* the p", "*Noting* the stat", "(a) On the north", "(b) On the south",
                             "1. *Requests* the", "2. *Invites* the", "(a) To pay for t", "3. *Welcomes* th", "Annex"]),
    ],
)  # fmt: skip
def test_a_selector_names_nodes_in_the_order_of_the_text(read: Any, selector: Any, expected: list[str]) -> None:
    assert selected(read, selector) == [words.strip()[:16].strip() for words in expected]


def test_the_body_ends_before_the_annex_and_the_words_do_not(read: Any) -> None:
    draft = read(DRAFT)
    body = [draft.view(node).text for node in parse_selector("body").nodes(draft)]
    words = [draft.view(node).text for node in parse_selector("words").nodes(draft)]
    assert not any("dusk" in text for text in body)
    assert any("dusk" in text for text in words)
    assert set(body) < set(words)


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        ("operativ", "there is no kind of node “operativ”; did you mean “operative”?"),
        ({"kinds": "operative"}, "unknown key “kinds”; did you mean “kind”?"),
        ({"kind": "operative", "first": "yes"}, "expected true or false, found “yes”"),
        ({"inside": {"previos": "title"}}, "unknown key “previos”; did you mean “previous”?"),
        ({"text": "("}, "this is not a regular expression"),
        ([], "an empty list selects nothing"),
        ({}, "an empty mapping selects nothing"),
    ],
)
def test_a_mistake_in_a_selector_is_found_when_it_is_read(selector: Any, message: str) -> None:
    issues = list(SelectorField("Which nodes.").issues(selector))
    assert len(issues) == 1
    assert issues[0].message.startswith(message)


def test_a_mistake_deep_in_a_selector_is_located() -> None:
    issue = next(SelectorField("Which nodes.").issues({"any": ["title", {"not": "titel"}]}))
    assert issue.path == ("any", 1, "not")


def test_comments_page_lines_and_front_matter_have_no_words(read: Any) -> None:
    draft = read("---\nauthor: nobody\n---\n\n*Noting* the fog,\n\n<!-- a word -->\n\n1. *Requests* a lamp.\n")
    assert [node.kind for node in parse_selector("words").nodes(draft)] == ["preambular", "operative"]
    assert "comment" in [node.kind for node in parse_selector(["words", "comment"]).nodes(draft)]


@pytest.mark.parametrize(
    ("selector", "kinds"),
    [
        ("body", {"preambular", "operative", "subparagraph"}),
        (["title", "note"], {"title", "note"}),
        ({"any": [{"kind": "title", "text": "fog"}, "note"]}, {"title", "note"}),
        ({"any": [{"kind": "title"}, {"text": "fog"}]}, None),
        ({"text": "fog"}, None),
        (["words", "comment"], None),
    ],
)
def test_a_selector_says_which_kinds_of_nodes_it_can_find(selector: Any, kinds: set[str] | None) -> None:
    assert parse_selector(selector).possible_kinds() == kinds


def test_every_key_of_a_selector_may_be_written_and_its_schema_says_so() -> None:
    every = {
        **dict.fromkeys(("label", "only", "first", "last", "lead", "cut", "empty"), True),
        **dict.fromkeys(("inside", "previous", "following", "contains", "not"), "title"),
        "kind": ["operative", "body"],
        "level": 1,
        "opener": "Requests",
        "verb": ["requests", "invites"],
        "text": "fog",
        "any": ["title", "note"],
    }
    assert list(SelectorField("Which nodes.").issues(every)) == []
    assert set(SelectorField.definition()["anyOf"][2]["properties"]) == set(every)


def test_a_kind_that_is_named_beside_the_body_is_found_in_the_annex_as_well(read: Any) -> None:
    draft = read(DRAFT.replace("at dusk.", "at dusk:\n\n(a) On Sundays later.\n"))

    def last(selector: Any) -> str:
        return draft.view(parse_selector(selector).nodes(draft)[-1]).text

    assert last("subparagraph") == last(["body", "subparagraph"]) == "On Sundays later."
    assert last("body") == "Welcomes the offer of oil."


@pytest.mark.parametrize(
    ("words", "selects"),
    [
        ("*Requests* the ports to rest.", True),
        ("*Also requests* the ports to rest.", True),
        ("*Welcomes* the oil, and requests the ports to rest.", True),
        ("*Welcomes* the oil, and in this regard also requests the ports to rest.", True),
        ("*Welcomes* the oil, and the requests of the ports.", False),
        ("*Welcomes* the requests.", False),
        ("*Welcomes* the oil, and requests-for-oil.", False),
    ],
)
def test_a_verb_is_the_opener_or_joined_to_it(read: Any, words: str, selects: bool) -> None:
    nodes = parse_selector({"kind": "operative", "verb": ["requests"]}).nodes(read(f"1. {words}\n"))
    assert bool(nodes) is selects
