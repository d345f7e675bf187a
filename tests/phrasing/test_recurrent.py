"""Words that are likely after others: what the table says of the longest row of words that it knows."""

from __future__ import annotations

import pytest

from reslint.phrasing.recurrent import Recurrent
from reslint.register import DamagedTable

TABLE = """\
# A comment.
\tferries 3 80
the\tislands 1 70
of the\tislands 0 90\tharbours 1 60
the islands\tand 0 80
islands and\ttheir 0 60
"""


@pytest.fixture
def rest(tmp_path):
    """The text proposed behind some words and the letters that have been typed of the next."""

    def said(words: str, begun: str = "", table: str = TABLE) -> str:
        (tmp_path / "phrases").mkdir(exist_ok=True)
        (tmp_path / "phrases" / "recurrent.tsv").write_text(table, "utf-8")
        return Recurrent([tmp_path]).rest(words.split(), begun)

    return said


def test_more_words_tell_more(rest):
    assert rest("of the") == "islands and"
    assert rest("for the") == ""
    assert rest("for the", "i") == "slands and"
    assert rest("of the", "h") == "arbours"


def test_a_word_is_proposed_once_enough_of_it_is_typed(rest):
    assert rest("many", "fe") == ""
    assert rest("many", "fer") == "ries"
    assert rest("many", "ferries") == ""


def test_what_several_words_together_make_unlikely_is_left_out(rest):
    assert rest("islands and") == "their"
    assert rest("the islands") == "and"


def test_no_comma_stands_at_the_end(rest):
    assert rest("the", "i", "the\tislands 1 90\nthe islands\t, 0 90\n") == "slands"


def test_a_pack_without_a_table_proposes_nothing(tmp_path):
    assert Recurrent([tmp_path / "missing"]).rest(["of", "the"]) == ""


def test_a_damaged_line_is_named(rest):
    with pytest.raises(DamagedTable, match="write a word, its letters and a percentage, not “islands many”"):
        rest("of the", "", "of the\tislands many\n")
