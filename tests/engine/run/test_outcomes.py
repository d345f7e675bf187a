"""A text that was judged by the same rules is not judged again, and by other rules it is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reslint.cli.project import Project
from reslint.engine.data import keeper
from reslint.engine.packs.folders import shipped
from reslint.engine.run import outcomes, runner
from reslint.engine.run.outcomes import Outcomes
from reslint.engine.run.runner import Notice, Outcome
from reslint.text import Text

DRAFT = """\
*The General Assembly*,

*Recalling* the the harbour of Dorsmouth[^1],

1. *Requests* the Secretary-General to report to it at its 22nd session;

2. *Requests* the Secretary-General to keep the lamps lit.

[^1]: See A/78/4
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, and a data folder of its own, that this process uses."""
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("RESLINT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(keeper, "_used", [tmp_path / "cache"])
    return tmp_path


@dataclass
class Runs:
    """Runs of the program, each of which begins with what the one before has kept."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    judged: int = 0

    def run(self, configuration: str = "", text: str = DRAFT) -> Outcome:
        (self.folder / ".reslint.yaml").write_text(configuration, encoding="utf-8")
        kept = Outcomes()
        self.monkeypatch.setattr(outcomes, "OUTCOMES", kept)
        checker = Project().at(self.folder)
        draft = checker.parse(Text(text))
        found = checker.recall(draft)
        if found is None:
            self.judged += 1
            found = checker.lint(draft)
            checker.remember(draft, found)
        kept.keep()
        return found


@pytest.fixture
def runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(folder, monkeypatch)


def test_a_text_is_judged_once(runs: Runs) -> None:
    first = runs.run()
    assert first.findings
    assert any(finding.fix for finding in first.findings)
    assert runs.run() == first
    assert runs.judged == 1


def test_another_text_is_judged(runs: Runs) -> None:
    runs.run()
    assert runs.run(text=DRAFT.replace("the the", "the")) != runs.run()
    assert runs.judged == 2


@pytest.mark.parametrize(
    "configuration",
    [
        "rules: {style/repeated-word: off}",
        "profile: sc",
        "session: 80",
        "ignore: [style]",
        "emphasis: none",
        "packs: [mun]",
    ],
)
def test_another_configuration_judges_again(runs: Runs, configuration: str) -> None:
    first = runs.run()
    other = runs.run(configuration)
    assert runs.judged == 2
    assert runs.run() == first
    assert runs.run(configuration) == other
    assert runs.judged == 2


def own_pack(folder: Path) -> Path:
    return Path(shutil.copytree(shipped() / "un", folder / "own"))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled although the test has just written them."""
    monkeypatch.setattr(outcomes, "are_settled", bool)


@pytest.mark.usefixtures("settled")
def test_a_change_in_a_rule_judges_again(runs: Runs) -> None:
    rule = own_pack(runs.folder) / "style" / "repeated-word.yaml"
    before = runs.run("packs: [./own]")
    assert runs.run("packs: [./own]") == before
    assert runs.judged == 1
    rule.write_text(rule.read_text(encoding="utf-8").replace("stands here twice", "is repeated"), encoding="utf-8")
    assert runs.run("packs: [./own]") != before
    assert runs.judged == 2


def test_nothing_is_kept_while_a_pack_is_being_written(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "are_settled", lambda _: False)
    runs.run()
    runs.run()
    assert runs.judged == 2


def test_an_entry_in_the_users_own_table_judges_again(runs: Runs) -> None:
    runs.run()
    (runs.folder / "data").mkdir()
    (runs.folder / "data" / "register.tsv").write_text("", encoding="utf-8")
    runs.run()
    assert runs.judged == 2


def test_nothing_is_kept_beside_a_library(runs: Runs) -> None:
    (runs.folder / "texts").mkdir()
    runs.run("library: [texts]")
    runs.run("library: [texts]")
    assert runs.judged == 2


def test_a_check_that_broke_down_is_tried_again(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Outcome(notices=(Notice("a check broke down", ("style/word",), broken=True),))
    with monkeypatch.context() as patch:
        patch.setattr(runner, "lint", lambda *_: broken)
        assert runs.run() == broken
    assert runs.run() != broken


def test_what_wants_spacy_is_judged_again_where_spacy_is_there_now(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    wanting = Outcome(notices=(Notice("spaCy is not installed", ("grammar/plural",), wants="spaCy pipeline"),))
    with monkeypatch.context() as patch:
        patch.setattr(runner, "lint", lambda *_: wanting)
        patch.setattr(outcomes, "find_spec", lambda _: None)
        assert runs.run() == wanting
        assert runs.run() == wanting
        assert runs.judged == 1
        patch.setattr(outcomes, "find_spec", lambda _: object())
        runs.run()
        assert runs.judged == 2


def test_a_damaged_file_is_passed_over(runs: Runs) -> None:
    first = runs.run()
    (kept,) = (runs.folder / "cache").glob("outcomes-*")
    whole = kept.read_bytes()
    for at in (5, 20, 40, len(whole) // 2, len(whole) - 1):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert runs.run() == first
    assert runs.judged == 6


def test_only_the_newest_outcomes_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "MAXIMUM", 3)
    for number in range(5):
        kept = Outcomes()
        kept.remember("as always", f"draft {number}", Outcome())
        kept.keep()
    kept = Outcomes()
    known = [number for number in range(5) if kept.recall("as always", f"draft {number}") is not None]
    assert known == [2, 3, 4]


def test_without_a_cache_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_used", [])
    kept = Outcomes()
    kept.remember("as always", DRAFT, Outcome())
    kept.keep()
    assert not (folder / "cache").exists()
    assert Outcomes().recall("as always", DRAFT) is None


@pytest.mark.parametrize(("address", "is_kept"), [("The General Conference,", False), ("The General Assembly,", True)])
def test_a_text_that_fits_two_houses_is_judged_each_time(address: str, is_kept: bool, folder: Path) -> None:
    checker, _ = Project().at(folder).for_text(None, Text(DRAFT.replace("*The General Assembly*,", address)))
    assert bool(checker.conditions) is is_kept
