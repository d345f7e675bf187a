"""The patterns of the packs that come with the program are judged before it is published, not at a first run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint.engine import load
from reslint.engine.packs import judged
from reslint.engine.packs.folders import shipped, shipped_names
from reslint.engine.patterns import compiled, literals, runaway
from reslint.engine.patterns.literals import literals as literals_of
from reslint.engine.patterns.runaway import danger

REGENERATE = "run python -m reslint.develop regenerate"


@pytest.fixture
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that begins."""
    monkeypatch.setattr(compiled, "_sound", {})
    monkeypatch.setattr(compiled, "_known", {})
    compiled.objection.cache_clear()


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize("pack", shipped_names())
def test_no_pattern_of_a_shipped_pack_is_judged_when_it_is_read(pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def judged_again(pattern: str, **_: bool) -> str:
        raise AssertionError(f"{pattern} is not in {judged.NAME}: {REGENERATE}")

    monkeypatch.setattr(runaway, "danger", judged_again)
    monkeypatch.setattr(literals, "literals", judged_again)
    assert load([pack], cache=False).rules


def test_what_is_known_of_each_pattern_is_what_the_program_works_out_today() -> None:
    known = judged.shipped_verdicts()
    assert [key for key in known["sound"] if danger(key[0], ignore_case=key[1], at_start=key[2])] == []
    other = [pattern for pattern, found in known["literals"].items() if found != literals_of(pattern)]
    assert other == [], REGENERATE
    assert judged.text_of(known) == (shipped() / judged.NAME).read_text(encoding="utf-8")


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize("damage", ["", "[]", '{"harbour": 1}', '{"harbour": [[], 1, null]}', "{"])
def test_a_damaged_file_is_as_good_as_none(damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / judged.NAME).write_text(damage, encoding="utf-8")
    monkeypatch.setattr(judged, "shipped", lambda: tmp_path)
    assert judged.shipped_verdicts() == {}


def test_the_file_has_a_line_for_each_pattern() -> None:
    verdicts = {
        "sound": [("quay", False, True), ("quay", False, False), ("pier", True, False)],
        "literals": {"quay": (frozenset({"quay", "key"}), None), "pier": (None, "pie")},
    }
    text = judged.text_of(verdicts)
    assert text.splitlines() == [
        "{",
        '"pier": [[[true, false]], null, "pie"],',
        '"quay": [[[false, false], [false, true]], ["key", "quay"], null]',
        "}",
    ]
    assert json.loads(text)["quay"][1] == ["key", "quay"]
