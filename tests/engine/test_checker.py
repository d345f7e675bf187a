"""The one way to judge a text: the checker of a configuration, and the one that holds for a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine import load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.packs.ruleset import Ruleset
from reslint.engine.project.configuration import COMMAND_LINE, Configuration, find_configuration
from reslint.text import Text, apply_edits
from reslint.text.stopping import Stopped, stoppable

HEADING = "Committee: Harbours\nTopic: Lights\nSponsors: Fiji, Togo\n\n"
DRAFT = "*The General Assembly*\n\n1. *Requests* the the ports to rest;\n\n2. *Decides* to rest.\n"


class Shelf:
    """Checkers whose loads are counted."""

    def __init__(self, most: int = 64) -> None:
        self.loads: list[tuple[str | Path, ...]] = []
        self.checkers = Checkers(self._load, most=most)

    def _load(self, configuration: Configuration) -> Ruleset:
        self.loads.append(configuration.packs)
        return load(configuration.packs, configuration=configuration)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="module")
def plain() -> Checker:
    return Shelf().checkers.of(Configuration())


def test_a_configuration_has_one_checker(shelf: Shelf):
    assert shelf.checkers.of(Configuration()) is shelf.checkers.of(Configuration())
    assert shelf.loads == [("un",)]


def test_a_text_that_calls_for_nothing_keeps_the_checker(plain: Checker):
    assert plain.for_text(None, Text(DRAFT)) == (plain, ())


def test_a_heading_calls_for_the_rules_of_its_conventions(plain: Checker):
    checker, notices = plain.for_text(None, Text(HEADING + DRAFT))
    assert [pack.name for pack in checker.ruleset.packs] == ["un", "mun"]
    assert checker.because == "its heading has “Committee:” and “Topic:”"
    assert checker.settings.because == checker.because
    assert notices == ()


def test_what_front_matter_asks_for_in_vain_is_a_notice(plain: Checker):
    checker, (notice,) = plain.for_text(None, Text(f"---\nreslint: {{packs: [mum]}}\n---\n{DRAFT}"))
    assert [pack.name for pack in checker.ruleset.packs] == ["un"]
    assert "did you mean “mun”?" in str(notice)


def test_rules_for_the_same_call_are_loaded_once(shelf: Shelf):
    plain = shelf.checkers.of(Configuration())
    for word in ("Topic", "Subject"):
        checker, _ = plain.for_text(None, Text(HEADING.replace("Topic", word) + DRAFT))
        assert word in checker.because
    assert shelf.loads == [("un",), ("mun",)]


def test_of_what_texts_call_for_the_last_are_remembered():
    shelf = Shelf(most=2)
    plain = shelf.checkers.of(Configuration())
    texts = [Text(f"---\nreslint: {{body: {body}}}\n---\n{DRAFT}") for body in ("A", "B", "C")]
    first, _, third = (plain.for_text(None, text)[0] for text in texts)
    assert set(shelf.checkers) >= {plain, third}
    assert first not in set(shelf.checkers)


def test_the_configuration_may_have_other_rules_for_a_file(tmp_path: Path, shelf: Shelf):
    (tmp_path / ".reslint.yaml").write_text(
        "select: [numbering]\noverrides: [{files: ['*.mun.md'], select: [style]}]\n", encoding="utf-8"
    )
    checker = shelf.checkers.of(find_configuration(tmp_path))
    same, _ = checker.for_text(tmp_path / "a.res.md", Text(DRAFT))
    other, _ = checker.for_text(tmp_path / "a.mun.md", Text(DRAFT))
    assert same is checker
    assert other.settings.select == ("style",)


def test_a_file_is_a_draft_by_its_name_by_the_configuration_or_by_force(tmp_path: Path, shelf: Shelf):
    (tmp_path / ".reslint.yaml").write_text("include: [notes.txt]\n", encoding="utf-8")
    checker = shelf.checkers.of(find_configuration(tmp_path))
    words = Text("Of harbours and lights.\n")
    taken = [
        checker.parse(words, tmp_path / name, forced=forced).is_resolution
        for name, forced in (("a.md", False), ("a.md", True), ("a.res.md", False), ("notes.txt", False))
    ]
    assert taken == [False, True, True, True]
    assert not checker.parse(words).is_resolution


def test_fixes_are_edits_of_the_draft(plain: Checker):
    draft = plain.parse(Text(DRAFT))
    found = plain.lint(draft).findings
    result = plain.fix(draft, found)
    assert apply_edits(DRAFT, result.edits) == result.text.content == DRAFT.replace("the the", "the")


def test_checking_and_fixing_stop_between_two_rules_once_nobody_waits(plain: Checker):
    draft = plain.parse(Text(DRAFT))
    found = plain.lint(draft).findings
    wanted = iter([True] * 5 + [False])
    with stoppable(lambda: next(wanted)), pytest.raises(Stopped):
        plain.lint(draft)
    with stoppable(lambda: False), pytest.raises(Stopped):
        plain.fix(draft, found)
    assert plain.lint(draft).findings == found


def test_only_findings_that_count_are_fixed_and_reported(plain: Checker):
    draft = plain.parse(Text(DRAFT))
    result = plain.fix(draft, plain.lint(draft).findings, keep=lambda _text, _findings: [])
    assert (result.edits, result.findings) == ((), ())


def test_what_is_wrong_is_told_before_anybody_has_the_checker():
    def refuse(checker: Checker) -> None:
        if checker.problems:
            raise ValueError(checker.problems[0].message)

    checkers = Checkers(lambda each: load(each.packs, configuration=each), refuse)
    wrong = Configuration().changed({"select": ["stile"]}, COMMAND_LINE)
    for _ in range(2):
        with pytest.raises(ValueError, match="did you mean “style”"):
            checkers.of(wrong)
    assert list(checkers) == []


def test_the_words_of_citations_references_and_mandates_are_those_of_the_packs(plain: Checker):
    assert plain.citations is not None
    assert plain.references is not None
    assert plain.mandates is not None
    assert plain.lexicon("months")
    assert plain.lexicon("lamps") == {}


def test_a_pack_without_these_lexicons_has_none_of_their_words(tmp_path: Path, shelf: Shelf):
    (tmp_path / "lamps").mkdir()
    (tmp_path / "lamps" / "pack.yaml").write_text("name: lamps\nsummary: x\n", encoding="utf-8")
    bare = shelf.checkers.of(Configuration().changed({"packs": [str(tmp_path / "lamps")]}, COMMAND_LINE))
    assert (bare.citations, bare.references, bare.mandates) == (None, None, None)


def test_damage_in_a_table_of_a_pack_of_ones_own_is_told(tmp_path: Path, shelf: Shelf):
    folder = tmp_path / "lamps"
    (folder / "register").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: lamps\nsummary: x\nextends: un\n", encoding="utf-8")
    (folder / "register" / "own.tsv").write_text("nonsense\n", encoding="utf-8")
    checker = shelf.checkers.of(Configuration().changed({"packs": [str(folder)]}, COMMAND_LINE))
    assert {problem.path for problem in checker.table_problems} == {folder / "register" / "own.tsv"}


def test_of_rules_that_no_text_calls_for_any_more_nothing_is_held():
    shelf = Shelf(most=1)
    plain = shelf.checkers.of(Configuration())
    for packs in ("mun", "who", "mun"):
        checker, _ = plain.for_text(None, Text(f"---\nreslint: {{packs: [{packs}]}}\n---\n{DRAFT}"))
        assert set(shelf.checkers) == {plain, checker}
    assert shelf.loads == [("un",), ("mun",), ("who",), ("mun",)]
