"""Entries that a user brings: each record is taken, or named with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reslint.register import Entry, Register
from reslint.register.importing import Reader
from reslint.register.records import NoImport, Refusal
from reslint.register.symbols import usual_spacing
from reslint.register.user import data_folder

from .conftest import MONTHS


def field(tag: str, **subfields: str) -> str:
    inside = "".join(f'<subfield code="{code}">{value}</subfield>' for code, value in subfields.items())
    return f'  <datafield tag="{tag}" ind1=" " ind2=" ">{inside}</datafield>\n'


ACTION = field("992", a="2000-12-12")
RECORD = (
    "<record>\n  <leader>00000nam a2200000 a 4500</leader>\n"
    + field("191", a="{symbol}", b="V/9")
    + field("245", a="Paint for hulls :", b="resolution /", c="adopted by the Village Assembly")
    + field("269", a="2001-01-09")
    + "{action}"
    + field("996", a="Adopted without vote, 9th meeting")
    + "</record>\n"
)


def export(*records: str) -> str:
    return f'<collection xmlns="http://www.loc.gov/MARC21/slim">\n{"".join(records)}</collection>\n'


@pytest.fixture
def read(tmp_path: Path, register: Register):
    def read(name: str, text: str):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        found = list(Reader(register.bodies, MONTHS).read(path))
        return [x for x in found if isinstance(x, Entry)], [x for x in found if isinstance(x, Refusal)]

    return read


def test_a_record_of_the_library_is_a_resolution(read):
    entries, refused = read("a.xml", export(RECORD.format(symbol="V/RES/9/4", action=ACTION)))
    assert refused == []
    (entry,) = entries
    assert (entry.body, entry.number, entry.date) == ("Village Assembly", "9/4", date(2000, 12, 12))
    assert (entry.title, entry.source, entry.sure) == ("Paint for hulls", "user", True)


def test_the_day_of_publication_is_not_that_of_adoption(read):
    entries, refused = read("a.xml", export(RECORD.format(symbol="V/RES/9/4", action="")))
    assert [entry.date for entry in entries] == [None]
    assert refused[0].line == 2
    assert "2001-01-09" in refused[0].message


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (RECORD.format(symbol="V/PV.3", action=ACTION), "“V/PV.3” is not a symbol"),
        ("<record><datafield tag='245'><subfield code='a'>Tar</subfield></datafield></record>", "without a symbol"),
        ("<record><datafield><subfield code='a'>Tar</subfield></datafield></record>", "damaged"),
        (RECORD.format(symbol="V/RES/9/4", action=ACTION.replace("12-12", "13-12")), "not a day of the calendar"),
    ],
)
def test_a_record_that_cannot_be_read_is_named_and_the_next_is_taken(read, record: str, reason: str):
    entries, refused = read("a.xml", export(record, RECORD.format(symbol="V/RES/9/5", action=ACTION)))
    assert [entry.number for entry in entries] == ["9/5"]
    assert [(item.line, reason in item.message) for item in refused] == [(2, True)]


def test_what_stands_before_broken_xml_is_taken(read):
    text = export(RECORD.format(symbol="V/RES/9/4", action=ACTION)).replace("</collection>", "<record")
    entries, refused = read("a.xml", text)
    assert len(entries) == 1
    assert "not valid XML" in refused[0].message


def test_a_document_type_is_refused(read):
    with pytest.raises(NoImport, match="document type"):
        read("a.xml", '<!DOCTYPE lol [<!ENTITY a "aaaa">]><collection>&a;</collection>')


def test_xml_without_records_is_no_export(read):
    with pytest.raises(NoImport, match="no MARC record"):
        read("a.xml", "<html/>")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", 'symbol,date,title\nV/RES/9/4,2000-12-12,"Paint, for hulls"\n'),
        ("a.csv", "body;number;date;title\nVillage assembly;9/4;12 December 2000;Paint, for hulls\n"),
        ("a.tsv", "title\tdate\tnumber\tbody\nPaint, for hulls\t20001212\t9/4\tVA\n"),
        ("a.csv", '\ufeffSymbol,Date,Title\r\nv/res/9/4,2000-12-12,"Paint, for hulls"\r\n'),
    ],
)
def test_tables_in_their_usual_shapes(read, name: str, text: str):
    entries, refused = read(name, text)
    assert refused == []
    assert [(x.body, x.number, x.date, x.title) for x in entries] == [
        ("Village Assembly", "9/4", date(2000, 12, 12), "Paint, for hulls")
    ]


def test_each_bad_row_is_named_by_its_line(read):
    rows = "body,number,date,title\nVA,9/1,2000-02-30,\nVA,,2000-02-01,\n\nVA,9/2,soon,\n"
    rows += 'VA,9/3,,"two\nlines"\nVA,x,,\nVA,9/4,,a,b\n'
    entries, refused = read("a.csv", rows)
    assert [(entry.number, entry.title) for entry in entries] == [("9/3", "two lines")]
    assert [item.line for item in refused] == [2, 3, 5, 8, 9]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.csv", "number,date\n9/1,2000-01-01\n", "symbol \\(or body and number\\)"),
        ("a.csv", "symbol,dat\nV/RES/9/1,2000-01-01\n", "no column “dat”"),
        ("a.csv", "symbol,symbol\n", "twice"),
        ("a.csv", b"symbol\nV/RES/\xff\n", "UTF-8"),
        ("a.docx", "PK", "not MARCXML"),
    ],
)
def test_a_file_that_is_no_table_says_why(read, name: str, text: str, reason: str):
    with pytest.raises(NoImport, match=reason):
        read(name, text)


@pytest.mark.parametrize(
    ("written", "usual"),
    [("1325(2000)", "1325 (2000)"), ("57/270B", "57/270 B"), ("3367A(XXX)", "3367 A (XXX)"), ("S‑8/1", "S-8/1")],
)
def test_numbers_are_kept_as_running_text_writes_them(written: str, usual: str):
    assert usual_spacing(written) == usual == usual_spacing(usual)


def test_the_folder_can_be_chosen_or_none(monkeypatch, tmp_path):
    monkeypatch.setenv("RESLINT_DATA_DIR", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.setenv("RESLINT_DATA_DIR", "")
    assert data_folder() is None
    monkeypatch.delenv("RESLINT_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder() == tmp_path / "reslint"
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, "rel")
    assert data_folder() is None
