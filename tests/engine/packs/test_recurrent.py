"""Tables of words that are likely next: sound lines are read, and damage is named at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.recurrent import Likely, likely_words, recurrent_problems, rows, table_in


def test_a_line_has_a_few_words_and_those_that_follow_them(tmp_path: Path):
    table = table_in(tmp_path)
    table.parent.mkdir()
    table.write_text("# counted\nof the\tlamp 2 80\tlight 3 60\n", encoding="utf-8")
    (read,) = rows([table, tmp_path / "none.tsv"])
    assert read == ("of the", "lamp 2 80\tlight 3 60")
    assert likely_words(f"{read[1]}\tdamaged") == [Likely("lamp", 2, 80), Likely("light", 3, 60)]
    assert recurrent_problems(table) == []


@pytest.mark.parametrize(
    ("line", "column", "named"),
    [
        ("of the\tlamp 2 x", 8, "not “lamp 2 x”"),
        ("of the lamp", 1, "not “of the lamp”"),
        ("of\ta 1 2\tb", 10, "not “b”"),
    ],
)
def test_damage_is_named_at_its_place(line: str, column: int, named: str):
    (problem,) = recurrent_problems(Path("recurrent.tsv"), f"# counted\n{line}\n")
    assert (problem.line, problem.column) == (2, column)
    assert named in problem.message


def test_a_table_that_cannot_be_read_is_one_mistake_and_one_that_is_not_there_none(tmp_path: Path):
    table = tmp_path / "recurrent.tsv"
    assert recurrent_problems(table) == []
    table.write_bytes(b"of\xff\n")
    (problem,) = recurrent_problems(table)
    assert "not UTF-8 (byte 3)" in problem.message
    (tmp_path / "folder.tsv").mkdir()
    assert "cannot be read" in recurrent_problems(tmp_path / "folder.tsv")[0].message
