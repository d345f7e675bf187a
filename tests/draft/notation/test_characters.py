"""Characters that nobody sees, or sees as others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft
from reslint.draft.notation import canonical

CLEAN = "*The General Assembly*,\n\n*Noting* the office of 2025,\n\n1. *Requests* a report on A/79/L.5;"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.\u200b Re\u00adquests", "1. Requests"),
        ("\ufeffThe \u202dAssembly\u202c\u2060", "The Assembly"),
        ("of\u2009the\u3000Sea", "of the Sea"),
        ("one\u2028two\x0bthree\x85four", "one\ntwo\nthree\nfour"),
        ("one\u2029two", "one\n\ntwo"),
        ("ofﬁce, aﬄuent", "office, affluent"),
        ("１．　Ｒｅｑｕｅｓｔｓ", "1. Requests"),
        ("𝐔𝐫𝐠𝐞𝐬 Ⅱ", "Urges II"),
        ("Co\u0302te", "Côte"),
        ("А/79/L.5", "A/79/L.5"),
        ("Rеquests", "Requests"),
        ("A/НRC/58", "A/HRC/58"),
        ("well‐known", "well-known"),
    ],
)
def test_characters_are_read_as_those_they_stand_for(written: str, read: str):
    assert canonical(written).content == read


@pytest.mark.parametrize("written", ["Лондон", "5 μm", "Ελλάδα and Ёлка", "“quotes” – and a no-break\u00a0space", "é"])
def test_other_characters_are_what_they_are(written: str):
    assert canonical(written).content == written


@pytest.mark.parametrize(
    "written",
    [
        CLEAN.replace("\n\n", "\n\n\u200b"),
        CLEAN.replace("*R", "\u200e*\u200bR").replace("1.", "\u2066" + "1\u200b.\u2069"),
        CLEAN.replace("ffi", "ﬃ").replace("A/", "А/"),
        CLEAN.replace(" ", "\u2003"),
        CLEAN.replace("\n", "\u2028"),
    ],
    ids=["zero width", "inside mark-up and labels", "ligature and look-alike", "em spaces", "line separators"],
)
def test_a_draft_with_such_characters_has_the_same_tree(
    written: str, read: Callable[..., Draft], tree: Callable[..., list[str]]
):
    assert tree(read(written)) == tree(read(CLEAN))


def test_words_are_shown_where_they_were_written(read: Callable[..., Draft]):
    content = CLEAN.replace("office", "\u200bof\u200bﬁce\u200b")
    draft = read(content)
    node = draft.nodes("preambular")[0]
    view = draft.view(node)
    start = view.text.index("office")
    span = view.span(start, start + 6)
    assert draft.text.slice(span) == "of\u200bﬁce"
    assert draft.text.slice(node.span) == "*Noting* the \u200bof\u200bﬁce\u200b of 2025,"


def test_emphasis_is_where_its_marks_were_written(read: Callable[..., Draft]):
    draft = read(CLEAN.replace("*Requests*", "\u200b*Re\u200bquests\u200b*"))
    view = draft.view(draft.nodes("operative")[0])
    run = view.folded.emphasis[0]
    assert view.text[run.start : run.end] == "Requests"
    assert draft.text.slice(view.source(run.opening)) == draft.text.slice(view.source(run.closing)) == "*"
