"""The entries of a table of resolutions."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from reslint.register import DamagedTable, Table
from reslint.register.table import tables_in


def test_a_number_belongs_to_its_body(table):
    assert table.lookup("Village Assembly", "7/2").date == date(1998, 3, 1)
    assert table.lookup("Harbour Board", "7/2").date == date(2001, 5, 4)
    assert table.lookup("Harbour Board", "7/20") is None
    assert table.lookup("Village", "7/2") is None


def test_a_longer_number_is_another_resolution(table):
    assert table.lookup("Village Assembly", "7/2").title == "Mooring of boats"
    assert table.lookup("Village Assembly", "7/20").title == ""
    assert table.lookup("Village Assembly", "7") is None


def test_the_evidence_is_told(table):
    entry = table.lookup("Village Assembly", "7/20")
    assert (entry.source, entry.agree, entry.total, entry.sure) == ("citations", 12, 14, True)
    assert dict(entry.others) == {date(1998, 3, 9): 1, date(1998, 4, 1): 1}
    assert table.lookup("Village Assembly", "7/2").source == "page"


def test_a_weak_date_and_a_doubtful_title_are_not_sure(table):
    assert not table.lookup("Harbour Board", "7/2").sure
    entry = table.lookup("Village Assembly", "8/3 B")
    assert (entry.sure, entry.title_sure) == (True, False)


def test_high_numbers_are_decisions_and_have_no_document(table):
    decision = table.lookup("Village Assembly", "7/405")
    assert (decision.kind, decision.link) == ("decision", "")


def test_a_link_has_no_blanks_and_the_parts_of_the_number(table):
    assert table.lookup("Village Assembly", "8/3 B").link == "https://undocs.org/en/V/RES/8/3B"
    assert table.lookup("Harbour Board", "7/2").link == "https://undocs.org/en/H/7/B.2"


def test_a_table_that_is_not_there_is_empty(tmp_path: Path):
    assert Table(tmp_path / "none.tsv").lookup("Village Assembly", "7/2") is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [("VA\t9/1\t1998-03-01", "3 columns instead of 8"), ("VA\t9/1\t1998-13-01\tpage\t\t\t\t", "month")],
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str, reason: str):
    path = tmp_path / "bad.tsv"
    path.write_text(f"# A remark.\n{line}\n", encoding="utf-8")
    with pytest.raises(DamagedTable, match=reason) as damage:
        Table(path).lookup("VA", "9/1")
    assert f"{path}:2:1:" in str(damage.value)


def test_all_damage_of_a_table_is_told_line_by_line(tmp_path: Path):
    lines = ["# A remark.", "VA\t9/1", "VA\t9/2\t1998-03-01\tpage\t\t\t\t", "VA\t9/3\t1998-03-01\tmany\t\t\t\t"]
    path = tmp_path / "bad.tsv"
    found = list(Table(path, content="\r\n".join(lines)).damage())
    assert [each.line for each in found] == [2, 4]
    assert "many" in found[1].reason
    assert list(Table(path).damage()) == []


@pytest.mark.parametrize("line", ["#body\tVA\tVillage Assembly", "#body\tVA\tVillage Assembly\tVA/{number}\tmany"])
def test_a_body_that_is_not_told_in_full_is_damage(tmp_path: Path, line: str):
    table = Table(tmp_path / "bad.tsv", content=f"# A remark.\n{line}\nVA\t9/1\t\tpage\t\t\t\t\n")
    assert [each.line for each in table.damage()] == [2]
    with pytest.raises(DamagedTable, match=r"bad\.tsv:2:1: "):
        table.lookup("Village Assembly", "9/1")


def test_bytes_that_are_no_text_are_told(tmp_path: Path):
    path = tmp_path / "bad.tsv"
    path.write_bytes(b"VA\xff")
    with pytest.raises(DamagedTable, match=r"bad\.tsv"):
        Table(path).lookup("VA", "1")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_damage_and_never_waited_for(tmp_path: Path):
    path = tmp_path / "pipe.tsv"
    os.mkfifo(path)
    with pytest.raises(DamagedTable, match="this is not an ordinary file"):
        Table(path).lookup("VA", "1")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_of_the_pack_is_none_of_its_tables(tmp_path: Path, pack: Path):
    (tmp_path / "outside.tsv").write_text("VA\t9/1\t\tpage\t\t\t\t\n", encoding="utf-8")
    (pack / "register" / "leak.tsv").symlink_to(tmp_path / "outside.tsv")
    (pack / "register" / "round.tsv").symlink_to("round.tsv")
    os.mkfifo(pack / "register" / "pipe.tsv")
    assert [table.name for table in tables_in(pack)] == ["village.tsv"]
