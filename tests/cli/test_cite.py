"""`reslint cite`: what a person who drafts asks for at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture(autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("RESLINT_DATA_DIR", str(folder))
    return folder


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["70/1", "--body", "general assembly"],
            "its resolution 70/1 of 25 September 2015, entitled "
            "“Transforming our world: the 2030 Agenda for Sustainable Development”",
        ),
        (["70/1", "--form", "later", "--body", "Economic and Social Council"], "General Assembly resolution 70/1"),
        (["2030", "agenda", "--form", "footnote", "--body", "General Assembly"], "Resolution 70/1."),
        (["S/RES/1325"], "Security Council resolution 1325 (2000) of 31 October 2000"),
        (["UNCAC", "--form", "footnote"], "United Nations, *Treaty Series*, vol. 2349, No. 42146."),
        (["universal declaration of human rights", "--form", "footnote"], "General Assembly resolution 217 A (III)."),
    ],
)
def test_the_first_line_is_ready_to_be_pasted(run: Run, words: list[str], line: str):
    done = run("cite", *words)
    assert done.stderr == ""
    assert done.stdout.partition("\n")[0] == line


@pytest.mark.parametrize(
    "query", ["70/1", "ga 70/1", "A/RES/70/1", "Assembly resolution 70/1", "General Assembly resolution 70/1"]
)
def test_an_exact_number_stands_alone(run: Run, query: str):
    lines = run("cite", query).stdout.splitlines()
    assert lines[0].startswith(
        "General Assembly resolution 70/1 of 25 September 2015, entitled “Transforming our world"
    )
    assert len(lines) == 2


@pytest.mark.parametrize(("query", "name"), [("the Paris Agreement", "Paris Agreement"), ("Ramsar", "Wetlands")])
def test_a_name_is_found_with_its_article_and_by_the_word_that_everybody_says(run: Run, query: str, name: str):
    assert name in run("cite", query).stdout.partition("\n")[0]


def test_it_says_why_and_where(run: Run):
    lines = run("cite", "66/180").stdout.splitlines()
    assert lines[1] == "    its own first page; https://undocs.org/en/A/RES/66/180"


def test_json_has_the_facts(run: Run):
    (found,) = json.loads(run("cite", "general assembly 67/1", "--limit", "1", "--output-format", "json").stdout)
    assert (found["number"], found["date"], found["sure"]) == ("67/1", "2012-09-24", True)
    assert found["other-dates"] == {"2012-09-19": 3}


def test_nothing_found_is_said_and_fails(run: Run):
    done = run("cite", "zyzzyva")
    assert (done.status, done.stdout) == (1, "")
    assert "“zyzzyva”" in done.stderr


def test_an_organ_that_is_none_is_an_error(run: Run):
    done = run("cite", "70/1", "--body", "General Asembly")
    assert done.status == 2
    assert "did you mean “General Assembly”?" in done.stderr


def test_imported_entries_are_found_and_their_faults_told(run: Run, tmp_path: Path, data: Path):
    (tmp_path / "own.csv").write_text(
        "symbol,date,title\nA/RES/199/7,3 March 2145,Lanterns on quays\nA/XX/1,3 March 2145,\n", encoding="utf-8"
    )
    done = run("cite", "import", "own.csv")
    assert (done.status, done.stdout) == (1, f"1 added in {data / 'register.tsv'}\n")
    assert "own.csv:3:1: “A/XX/1” is not a symbol" in done.stderr
    lines = run("cite", "lanterns", "quays").stdout.splitlines()
    assert lines[0] == "General Assembly resolution 199/7 of 3 March 2145, entitled “Lanterns on quays”"
    assert lines[1].strip() == "your own entry; https://undocs.org/en/A/RES/199/7"


def test_what_was_imported_is_what_a_check_goes_by(run: Run, tmp_path: Path):
    (tmp_path / "own.csv").write_text("symbol,date\nA/RES/99/7,3 March 2045\n", encoding="utf-8")
    (tmp_path / "draft.md").write_text(
        "*The General Assembly*,\n\n*Recalling* its resolution 99/7 of 4 March 2045,\n\n*Decides* to wait.\n",
        encoding="utf-8",
    )
    assert "3 March 2045" not in run("check", "draft.md").stdout
    assert run("cite", "import", "own.csv").status == 0
    assert "was adopted on 3 March 2045, says the register (your own entry)" in run("check", "draft.md").stdout


def test_importing_again_replaces(run: Run, tmp_path: Path):
    (tmp_path / "own.tsv").write_text("symbol\tdate\nS/RES/9999(2145)\t2145-03-03\n", encoding="utf-8")
    run("cite", "import", "own.tsv")
    assert run("cite", "import", "own.tsv").stdout.startswith("0 added, 1 replaced in ")


def test_a_file_that_is_not_there_is_named(run: Run):
    done = run("cite", "import", "none.xml")
    assert done.status == 2
    assert "none.xml" in done.stderr


def test_without_a_data_folder_nothing_can_be_imported(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RESLINT_DATA_DIR", "")
    done = run("cite", "import", "none.xml")
    assert done.status == 2
    assert "RESLINT_DATA_DIR" in done.stderr
