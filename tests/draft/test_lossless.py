"""Whatever the text: the tree holds all of it, once, in order."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reslint.draft import Draft, Node
from reslint.draft.notation import canonical

LINES = st.sampled_from(
    [
        "*The General Assembly*,", "The Security Council,",
        "THE CLUB OF LAKES,", "*Recalling* the treaty,[^1]",
        "Recalling a thing", "of the lake² and", "member States,", "Noting with concern", "1. *Requests* the Office:",
        "2\\. Urges all;", "3.*Decides*", "(a) To plant;", "(i) One;", "(h) Eight:", "a. Three", "ii. Four", "- point",
        "[^1]: A note.", "² Treaty, vol. 1.", "<sup>3</sup> Other.", "1/ S/1.", "8 Ibid.", "<!-- one", "two -->",
        "<!-- whole -->", "**Annex II**", "**I Lakes**", "A",
        "**Bold**", "# Heading", "---", "\\* \\* \\*", "| a | b |",
        "Page 1 of 2", "02-12345 (E)", "*5th plenary meeting 1 May*", "We, the Heads of State, met.", "Distr.: Limited",
        "Peru: draft resolution", "", "", "   ", "\u2028", "*", "**", "_x", "<u>", "\\", "\u00ad", "text: 1",
        "é\u0301😀", "\f", "\fA/81/L.7", "__________", "2", "26-12345 (E)", "> quoted", "<p>Urges</p>", "a<br>b",
        "&nbsp;", "[Notes]{.x}", "::: {.y}", "I. Lights", "1. (a) Decides", "## The General Assembly,",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.builds(
        lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=False)),
        st.lists(LINES, max_size=25),
        st.lists(st.sampled_from(["\n", "\n\n", "\r\n", "\r", ""]), min_size=25, max_size=25),
    ),
)


def check_node(draft: Draft, node: Node) -> None:
    before = node.span.start
    for child in node.children:
        assert node.span.covers(child.span)
        assert child.span.start >= before
        before = child.span.end
        check_node(draft, child)
    at = node.span.start
    for piece in node.body:
        assert node.span.covers(piece)
        assert piece.start >= at
        at = piece.end
    if node.label_span is not None:
        assert node.span.covers(node.label_span)
    view = draft.view(node)
    if node.body:
        for start, end in ((0, len(view.text)), (0, 0), (len(view.text), len(view.text))):
            assert node.span.covers(view.span(start, end))


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.booleans())
@example("# <!-- none -->", True)
def test_the_tree_nests_and_holds_every_character(read, text, forced):
    draft = read(text, forced=forced)
    check_node(draft, draft.root)
    held = [False] * len(text)
    for node in draft.nodes():
        if node.kind == "document":
            continue
        own = [node.label_span] if node.label_span else []
        own += node.body
        # The mark of a heading belongs to no words, and a comment may stand among them.
        if all(child.kind == "comment" for child in node.children):
            own.append(node.span)
        for start, end in own:
            held[start:end] = [True] * (end - start)
    missing: list[int] = []
    # What is not a word before anything is parsed (characters without width, tags) may lie between the nodes.
    read_as = canonical(text)
    for start, first, width, exact in read_as.segments:
        if not exact and read_as.content[start].isspace():
            continue
        missing += [at for at in range(first, first + width) if not held[at] and not text[at].isspace()]
    assert not missing
    for node in draft.nodes():
        draft.opener(node)
        draft.previous(node)
        draft.following(node)
        draft.organ(node)
        assert node in draft.siblings(node)
    for marker in draft.markers:
        assert any(piece.covers(marker.span) for piece in marker.node.body)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_parsing_twice_gives_the_same_tree(read, text):
    def shape(draft: Draft) -> list[tuple[object, ...]]:
        return [(node.kind, node.span, node.label, node.level, node.body) for node in draft.nodes()]

    assert shape(read(text)) == shape(read(text))
