"""Findings that a project has accepted are known again when the draft around them changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.engine import Finding, lint
from reslint.engine.project.baseline import Baseline, BrokenBaseline
from reslint.engine.project.fingerprint import fingerprint, numbered
from reslint.text import Span, Text

OIL = "1. *Requests* the harbours to store oyl;\n\n2. *Requests* the lamps to burn oyl;\n"


@pytest.fixture
def find(read: Any, rule: Any, ruleset: Any) -> Callable[[str], tuple[Finding, ...]]:
    rules = ruleset(rule("spelling/oil", find="oyl"), rule("spelling/lamp", find="lammp"))
    return lambda words: lint(read(words), rules).findings


@pytest.fixture
def known(find: Any, tmp_path: Path) -> Callable[..., Baseline]:
    """The baseline of drafts, by their names, as it is read back from its file."""

    def build(**drafts: str) -> Baseline:
        file = tmp_path / "baseline.json"
        baseline = Baseline(file)
        for name, words in drafts.items():
            (tmp_path / name).write_text(words, encoding="utf-8")
            baseline.counts += baseline.entries(str(tmp_path / name), Text(words), find(words))
        file.write_text(baseline.text(), encoding="utf-8")
        return Baseline.read(file)

    return build


def fresh(baseline: Baseline, name: str, words: str, find: Any) -> list[str]:
    """The lines of the findings that the baseline does not have."""
    new = baseline.new(str(baseline.file.parent / name), Text(words), find(words))
    return [words[: each.span.start].rpartition("\n")[2] + words[each.span.start : each.span.end] for each in new]


@pytest.mark.parametrize(
    "words",
    [
        OIL,
        f"*Noting* the fog,\n\n{OIL}",
        OIL.replace("1.", "7.").replace("2.", "(b)"),
        OIL.replace("store", "store   "),
        OIL.replace("2. *Requests* the lamps to burn oyl;\n", ""),
    ],
)
def test_what_was_known_is_known_wherever_its_paragraph_stands(find: Any, known: Any, words: str) -> None:
    assert fresh(known(draft=OIL), "draft", words, find) == []


def test_other_words_around_it_make_another_finding(find: Any, known: Any) -> None:
    words = OIL.replace("the lamps to burn", "the lamps to burn and burn")
    assert fresh(known(draft=OIL), "draft", words, find) == ["2. *Requests* the lamps to burn and burn oyl"]


def test_what_is_far_away_on_the_line_does_not_count(find: Any, known: Any) -> None:
    words = f"1. *Requests* the harbours {'and all who live there ' * 3}to store oyl {'in every season ' * 4}first;\n"
    baseline = known(draft=words)
    assert fresh(baseline, "draft", words.replace("harbours", "ports").replace("first", "last"), find) == []
    assert fresh(baseline, "draft", words.replace("to store", "to sell"), find) != []
    assert fresh(baseline, "draft", words.replace("oyl in every", "oyl on every"), find) != []


def test_of_several_alike_as_many_are_known_as_there_were(find: Any, known: Any) -> None:
    one, three = "1. *Requests* oyl;\n\n", "1. *Requests* oyl;\n\n2. *Requests* oyl;\n\n3. *Requests* oyl;\n"
    assert fresh(known(draft=one), "draft", three, find) == ["2. *Requests* oyl", "3. *Requests* oyl"]
    assert fresh(known(draft=three), "draft", three, find) == []
    assert '"count": 3' in known(draft=three).text()
    assert '"count"' not in known(draft=one).text()


def test_a_finding_is_known_in_its_file_only(find: Any, known: Any) -> None:
    assert len(fresh(known(draft=OIL), "another", OIL, find)) == 2


def test_an_entry_is_stale_when_its_file_was_checked_or_is_gone(find: Any, known: Any, tmp_path: Path) -> None:
    baseline = known(one=OIL, two=OIL, three=OIL)
    every = [str(tmp_path / name) for name in ("one", "two", "three")]
    found = baseline.entries(every[0], Text(OIL), find(OIL))
    assert {entry.path for entry in baseline.stale(found, every, lambda _: True)} == {"two", "three"}
    assert baseline.stale(found, every[:1], lambda _: True) == {}
    (tmp_path / "two").unlink()
    gone = baseline.stale(found, every[:1], lambda _: True)
    assert {(entry.path, count) for entry, count in gone.items()} == {("two", 1)}
    assert baseline.stale(found, every, lambda rule: rule != "spelling/oil") == {}


def test_a_baseline_is_written_in_order_of_path_rule_and_words(known: Any) -> None:
    data = json.loads(known(b=OIL + "\n3. *Requests* a lammp;\n", a=OIL).text())
    assert list(data["files"]) == ["a", "b"]
    rows = [(row["rule"], row["context"]) for row in data["files"]["b"]]
    assert rows == sorted(rows)
    assert rows[0][0] == "spelling/lamp"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "files": {}}',
        '{"version": 1}',
        '{"version": 1, "files": {"a": [{"rule": "b/c"}]}}',
        '{"version": 1, "files": {"a": [{"rule": "b/c", "context": "d", "count": "many"}]}}',
        '{"version": 1, "files": []}',
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, words: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(words, encoding="utf-8")
    with pytest.raises(BrokenBaseline, match="not a baseline of version 1"):
        Baseline.read(file)


def test_the_same_finding_twice_is_told_apart_by_its_turn(find: Any) -> None:
    words = "1. *Requests* oyl;\n\n2. *Requests* oyl;\n\n3. *Requests* more oyl;\n"
    turns = [(each.digest(turn), turn) for _, each, turn in numbered(Text(words), find(words))]
    assert [turn for _, turn in turns] == [0, 1, 0]
    assert len({digest for digest, _ in turns}) == 3
    assert {len(digest) for digest, _ in turns} == {32}


@pytest.mark.parametrize("label", ["3. ", "(b) ", "[12] ", "12) ", "(a) (iv) ", "", "   4.  "])
def test_a_number_or_letter_is_no_part_of_the_words(label: str) -> None:
    words = f"{label}*Requests* oyl for all;\n"
    start = words.index("oyl")
    finding = Finding("spelling/oil", "warning", "", Span(start, start + 3))
    assert fingerprint(Text(words), finding).context == "*Requests* oyl for all;"


def test_a_finding_that_is_the_number_itself_has_the_words_after_it() -> None:
    words = "3. *Requests* oyl;\n"
    assert fingerprint(Text(words), Finding("a/b", "error", "", Span(0, 2))).context == "*Requests* oyl;"
