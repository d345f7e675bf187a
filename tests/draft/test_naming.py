from __future__ import annotations

import pytest

from reslint.draft.naming import paragraph_at

WORDS = """\
Care of harbours

*The General Assembly*,

*Recalling* the tides,

*Noting* the buoys,[^1]

1. *Requests* the ports:

(a) To keep lamps;

(b) To keep boats:

(i) Of wood;

2. *Decides* to rest.

[^1]: See the chart.
"""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Care of", "title"),
        ("the tides", "preambular 1"),
        ("the buoys", "preambular 2"),
        ("the ports", "operative 1"),
        ("lamps", "operative 1 (a)"),
        ("wood", "operative 1 (b) (i)"),
        ("rest", "operative 2"),
        ("chart", "note 1"),
    ],
)
def test_a_paragraph_is_called_by_its_kind_and_its_number(read, words, name):
    draft = read(WORDS)
    assert paragraph_at(draft, WORDS.index(words)) == name


def test_what_stands_between_subparagraphs_belongs_to_their_paragraph(read):
    assert paragraph_at(read(WORDS), WORDS.index("\n\n(a)") + 1) == "operative 1"
