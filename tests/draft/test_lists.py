"""On which level an item of a list stands."""

from __future__ import annotations

import pytest

HEAD = "*The General Assembly*,\n\n1. *Decides*:\n\n"


@pytest.fixture
def levels(read):
    """The levels of items, each given by its label; a colon behind a label is one at the end of its item."""

    def found(*items: str, after: str = "") -> list[int]:
        written = [f"{item[:-1]} Row:" if item.endswith(":") else f"{item} Row;" for item in items]
        draft = read(HEAD + "\n\n".join(written) + after + "\n", forced=True)
        return [node.level for node in draft.nodes("subparagraph")]

    return found


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("(a)", "(b)", "(c)"), [1, 1, 1]),
        (("(a)", "(i)", "(ii)", "(b)"), [1, 2, 2, 1]),
        (("(h)", "(i)", "(j)"), [1, 1, 1]),
        (("(h):", "(i)", "(j)"), [1, 1, 1]),
        (("(h)", "(i)", "(ii)"), [1, 2, 2]),
        (("(h):", "(i)"), [1, 2]),
        (("(h)", "(i)"), [1, 1]),
        (("(h):", "(i)", "(k)"), [1, 2, 1]),
        (("(h):", "(i)", "a."), [1, 2, 3]),
        (("(h)", "(i)", "ii."), [1, 1, 2]),
        (("(ii)", "(iii)", "(iv)"), [1, 1, 1]),
        (("(iv)", "(v)", "(vi)"), [1, 1, 1]),
        (("(i)", "(ii)", "(iii)", "(iv)", "(v)"), [1, 1, 1, 1, 1]),
        (("(b)", "(c)"), [1, 1]),
        (("(a)", "(c)", "(d)"), [1, 1, 1]),
        (("(a)", "(i)", "(iii)", "(b)"), [1, 2, 2, 1]),
        (("(a)", "(i)", "(ii)", "(i)", "(b)"), [1, 2, 2, 2, 1]),
        (("(a)", "(i)", "(b)", "(i)", "(ii)"), [1, 2, 1, 2, 2]),
        (("(a)", "-", "-", "(b)"), [1, 2, 2, 1]),
        (("-", "•", "-"), [1, 1, 1]),
        (("(1)", "(2)", "(a)", "(b)", "(3)"), [1, 1, 2, 2, 1]),
        (("(A)", "(a)", "(B)"), [1, 2, 1]),
        (("a.", "i.", "ii.", "b."), [1, 2, 2, 1]),
        (("a)", "(a)", "b)"), [1, 2, 1]),
        (("(u)", "(v)", "(w)"), [1, 1, 1]),
        (("(v)", "(w)"), [1, 1]),
        (("(u)", "(i)", "(v)"), [1, 2, 1]),
        (("(w)", "(i)", "(x)"), [1, 2, 1]),
        (("(y)", "(z)", "(aa)", "(bb)"), [1, 1, 1, 1]),
    ],
)  # fmt: skip
def test_a_label_says_its_level_by_what_stands_around_it(levels, items, expected):
    assert levels(*items) == expected


def test_a_new_paragraph_begins_its_lists_anew(read):
    draft = read(HEAD + "(a) Row;\n\n(b) Rest;\n\n2. *Urges*:\n\n(c) Row;\n\n(i) Far;\n\n(d) Rest.\n", forced=True)
    assert [[child.label for child in node.children] for node in draft.nodes("operative")] == [["a", "b"], ["c", "d"]]
    assert [node.level for node in draft.nodes("subparagraph")] == [1, 1, 1, 2, 1]


def test_an_item_hangs_below_the_item_before_it_that_is_one_level_up(read):
    draft = read(HEAD + "(a) Row:\n\n(i) Far;\n\n(ii) Near;\n\n(b) Rest:\n\n(i) Long.\n", forced=True)
    first, second = draft.nodes("operative")[0].children
    assert [child.label for child in first.children] == ["i", "ii"]
    assert [child.label for child in second.children] == ["i"]
    assert draft.text.slice(first.span) == "(a) Row:\n\n(i) Far;\n\n(ii) Near;"


def test_a_number_that_goes_on_with_a_list_and_with_the_paragraphs_is_a_paragraph(read):
    draft = read(
        "*The General Assembly*,\n\n2. *Decides* on this agenda:\n\n1. Opening;\n\n2. Closing;\n\n3. *Urges* care.\n"
    )
    assert [node.label for node in draft.nodes("operative")] == ["2", "3"]
    assert [node.label for node in draft.nodes("subparagraph")] == ["1", "2"]


def test_a_number_that_goes_on_with_a_list_alone_is_an_item(read):
    draft = read(
        "*The General Assembly*,\n\n7. *Decides* on this agenda:\n\n1. Opening;\n\n2. Requests of harbours;\n\n"
        "3. Closing;\n\n8. *Urges* care.\n"
    )
    assert [node.label for node in draft.nodes("operative")][-1] == "8"
    assert "3" in [node.label for node in draft.nodes("subparagraph")]


def test_a_note_between_two_items_does_not_hide_the_second_from_the_first(read):
    draft = read(HEAD + "(h) Row;\n\n(i) Far;[^1]\n\n[^1]: See it.\n\n(ii) Near;\n\n(i) Rest.\n", forced=True)
    assert [(node.label, node.level) for node in draft.nodes("subparagraph")] == [
        ("h", 1), ("i", 2), ("ii", 2), ("i", 1),
    ]  # fmt: skip
