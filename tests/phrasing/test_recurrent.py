"""Words that are likely after others: what the table says of the longest row of words that it knows."""

from __future__ import annotations

import pytest

from reslint.engine.packs.folders import locate, shipped_names
from reslint.engine.packs.recurrent import recurrent_problems, table_in
from reslint.phrasing.recurrent import Recurrent

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


def test_what_is_damaged_is_passed_over_and_everything_else_is_proposed(rest):
    table = "the\tislands many\tharbours 0 90\nharbours\nof the\n"
    assert rest("of the", "", table) == "harbours"


def test_damage_is_named_by_line_and_column_with_what_to_write(tmp_path):
    table = tmp_path / "recurrent.tsv"
    problems = recurrent_problems(table, "# Ours.\nthe\tisland 2 80\tharbours 9\n\nof the\na\t\n")
    assert [(problem.line, problem.column) for problem in problems] == [(2, 17), (4, 1), (5, 3)]
    assert "(“⇥island 2 80”), not “harbours 9”" in problems[0].message
    assert recurrent_problems(table) == []
    table.write_bytes(b"\xff\t")
    assert [problem.message for problem in recurrent_problems(table)] == [
        "this table is not UTF-8 (byte 1): save it as UTF-8"
    ]


def test_the_table_that_comes_with_the_program_is_sound():
    tables = [table_in(locate(name)) for name in shipped_names()]
    assert any(table.is_file() for table in tables)
    assert [problem for table in tables for problem in recurrent_problems(table)] == []
