"""Starting a pack: what `reslint init --pack` writes, and what is said of packs and kinds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint.engine.checks import KINDS

from .conftest import Run


def test_a_new_pack_passes_its_tests_and_finds_what_it_looks_for(run: Run, tmp_path: Path):
    done = run("init", "--pack", "our-house")
    assert done.status == 0, done.stderr
    assert "reslint test ./our-house" in done.stdout
    done = run("test", "./our-house", "--coverage")
    assert done.status == 0, done.stdout + done.stderr
    (tmp_path / "a.res.md").write_text("1. *Requests* a report in due course.\n", encoding="utf-8")
    assert "wording/vague-date" in run("check", "--pack", "./our-house", "--select", "wording").stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [("un", "comes with reslint"), ("x/y", "small letters, digits and hyphens"), ("there", "is there already")],
)
def test_a_pack_that_cannot_be_made_is_an_error(run: Run, tmp_path: Path, name: str, said: str):
    (tmp_path / "there").mkdir()
    done = run("init", "--pack", name)
    assert (done.status, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_lexicon_that_replaces_another_unsaid_is_a_note(run: Run, tmp_path: Path):
    run("init", "--pack", "our-house")
    lexicon = tmp_path / "our-house" / "lexicon" / "capitals.yaml"
    for words, noted in [("", True), ("extends: false\n", False)]:
        lexicon.write_text(f"{words}capitals: [Harbour Board]\n", encoding="utf-8")
        said = run("test", "./our-house").stderr
        assert ("replaces that of the pack “un”" in said) is noted, said


def test_a_silent_example_need_not_please_the_pack_that_is_extended(run: Run, tmp_path: Path):
    run("init", "--pack", "our-house")
    rule = tmp_path / "our-house" / "wording" / "vague-date.yaml"
    words = rule.read_text(encoding="utf-8") + "    - '1. *Notes* the the lamps'\n"
    rule.write_text(words, encoding="utf-8")
    done = run("test", "./our-house")
    assert done.status == 0, done.stdout
    assert "3 validated" in done.stdout


def test_packs_that_are_tested_together_do_not_disturb_one_another(run: Run, tmp_path: Path):
    run("init", "--pack", "our-house")
    run("init", "--pack", "their-house")
    words = tmp_path / "their-house" / "lexicon" / "house-words.yaml"
    words.write_text("house-words: {lantern: lamp, lanterns: lamps}\n", encoding="utf-8")
    rule = tmp_path / "their-house" / "wording" / "house-words.yaml"
    rule.write_text(
        "summary: A lamp is a lamp.\nseverity: info\ncheck: {kind: substitution, lexicon: house-words}\n"
        "message: 'Write “{fixed}”.'\nsource: ['our style sheet']\nexamples:\n"
        "  report:\n    - '1. *Notes* the {{lantern}}.'\n  silent:\n    - '1. *Notes* the lamp.'\n",
        encoding="utf-8",
    )
    done = run("test", "./our-house", "./their-house")
    assert (done.status, done.stderr) == (0, "")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["our-house", "their-house"]


def test_a_mark_is_explained_where_it_is_printed(run: Run, tmp_path: Path):
    (tmp_path / "a.res.md").write_text("1. *Notes* the the lamps.\n", encoding="utf-8")
    chosen = ("check", "--select", "style/repeated-word")
    for more in (("--output-format", "concise"), ("--statistics",)):
        assert "\n[*] 1 finding can be fixed with --fix.\n" in run(*chosen, *more).stdout
    assert "[*]" not in run(*chosen).stdout


def test_every_kind_of_check_is_listed_with_its_options(run: Run):
    assert [line.split()[0] for line in run("kinds").stdout.splitlines()] == list(KINDS)
    listed = json.loads(run("kinds", "--output-format", "json").stdout)
    assert [each["kind"] for each in listed] == list(KINDS)
    assert all(each["summary"] and "found" in each["values"] for each in listed)
    page = run("kinds", "pattern").stdout
    assert "find: required, a pattern" in page
    assert "kind: pattern" in page


def test_a_kind_that_is_not_there_is_an_error_with_a_hint(run: Run):
    done = run("kinds", "patern")
    assert done.status == 2
    assert "did you mean “pattern”?" in done.stderr
