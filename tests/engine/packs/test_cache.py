"""Checked packs are kept ready; a damaged or missing cache changes nothing but the time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reslint.engine.data.keeper import cache_folder
from reslint.engine.packs.folders import shipped
from reslint.engine.packs.loader import load


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


HARBOURS = r"""
summary: Harbours have names.
severity: info
check: {kind: pattern, find: '\bharbour \d+(?# NUMBER)'}
message: 'Name the harbour.'
why: Numbers are forgotten.
source: ['the pilots']
examples:
  report: [{draft: '1. *Closes* {{harbour 4}};'}]
  silent: ['1. *Closes* the harbour of Dorsmouth;']
"""
"""A rule with a pattern that neither a pack of the program nor another test has."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    shutil.copytree(shipped() / "un", folder)
    (folder / "style" / "harbours.yaml").write_text(HARBOURS.replace("NUMBER", tmp_path.name), encoding="utf-8")
    return folder


def facts(folder: Path, *, cache: bool = True) -> object:
    ruleset = load([folder], cache=cache)
    return ruleset.lexicons, [(rule.name, rule.severity, rule.data) for rule in ruleset.rules], ruleset.problems


def test_a_warm_start_knows_the_same_rules_and_reads_no_yaml(own: Path) -> None:
    cold = facts(own, cache=False)
    assert facts(own) == cold
    code = "import sys; from reslint.engine import load; load([sys.argv[1]]); sys.exit('yaml' in sys.modules)"
    subprocess.run([sys.executable, "-c", code, str(own)], check=True)
    assert facts(own) == cold


def test_a_run_that_learns_nothing_new_writes_nothing(tmp_path: Path, cache: Path) -> None:
    draft = tmp_path / "boats.res.md"
    draft.write_text("*The General Assembly*,\n\n1. *Requests* all boats to keep their lamps lit.\n", encoding="utf-8")
    check = [sys.executable, "-m", "reslint", "check", "--quiet", str(draft)]
    stamps = []
    for _ in range(4):  # whoever has just written a pack is not believed for two seconds
        subprocess.run(check, check=False, capture_output=True)
        stamps.append({entry.name: entry.stat().st_mtime_ns for entry in cache.iterdir()})
    assert {name.partition("-")[0] for name in stamps[-1]} == {"packs", "patterns", "outcomes"}
    assert stamps[-2] == stamps[-1]


def test_a_change_to_a_rule_is_seen_at_once(own: Path) -> None:
    load([own])
    rule = own / "style" / "repeated-word.yaml"
    before = rule.stat()
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("severity: error", "severity: info").replace("severity: warning", "severity: info "))
    os.utime(rule, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load([own]).rule("style/repeated-word").severity == "info"


def test_a_file_that_is_added_or_taken_away_is_seen_at_once(own: Path) -> None:
    load([own])
    (own / "style" / "repeated-word.yaml").rename(own / "style" / "twice.yaml")
    assert {"style/twice", "style/repeated-word"} & set(load([own]).names) == {"style/twice"}
    (own / "style" / "stray.doc").touch()
    assert [problem.path for problem in load([own]).problems] == [own / "style" / "stray.doc"]


@pytest.mark.parametrize("damage", [b"", b"reslint-packs-1\n", b"reslint-packs-1\n" + b"x" * 400])
def test_a_damaged_cache_is_passed_over_in_silence(own: Path, cache: Path, damage: bytes) -> None:
    cold = facts(own)
    for entry in cache.iterdir():
        entry.write_bytes(damage)
    assert facts(own) == cold


def test_every_cut_and_flipped_byte_is_noticed(own: Path, cache: Path) -> None:
    cold = facts(own)
    entries = sorted(cache.iterdir())
    assert [entry.name.partition("-")[0] for entry in entries] == ["packs", "verdicts"]
    for entry in entries:
        whole = entry.read_bytes()
        for at in (5, 20, 40, len(whole) // 2, len(whole) - 1):
            entry.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert facts(own) == cold
            entry.write_bytes(whole[:at])
            assert facts(own) == cold


def test_where_nothing_can_be_kept_everything_still_works(own: Path, cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    assert facts(own) == facts(own, cache=False)
    assert cache.read_text() == "a file where the folder would be"


def test_several_processes_may_start_at_once(own: Path, cache: Path) -> None:
    code = "import sys; from reslint.engine.packs.loader import load; print(len(load([sys.argv[1]]).rules))"
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(own)], stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    counts = {process.communicate()[0].strip() for process in started}
    assert counts == {str(len(load([own]).rules))}
    assert {entry.suffix for entry in cache.iterdir()} == {""}


def test_packs_with_mistakes_are_never_kept(own: Path, cache: Path) -> None:
    (own / "style" / "repeated-word.yaml").write_text("summary: x\n")
    assert load([own]).problems == load([own]).problems != ()
    assert not list(cache.glob("packs-*"))


def test_the_cache_stands_where_the_platform_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RESLINT_CACHE_DIR", "")
    assert cache_folder() is None
    monkeypatch.delenv("RESLINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "reslint"


@pytest.mark.parametrize("home", ["rel", "", "."])
def test_the_folder_of_the_drafts_is_no_place_for_the_cache(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    for name in ("RESLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, home)
    folder = cache_folder()
    assert folder is None or folder.is_absolute()
