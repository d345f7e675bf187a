"""Whatever the input: a short run of what `python -m tests.fuzz` does for as long as one likes."""

from __future__ import annotations

import random
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.engine.data.finding import Fix

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

kinds, run, shrink, invariants, main = (
    import_module(f"tests.fuzz.{name}") for name in ("kinds", "run", "shrink", "invariants", "__main__")
)
EXAMPLES = {"large": 3, "fresh": 5, "edits": 15, "formats": 15, "fixes": 15, "houses": 3, "grammar": 8}
STEADY = {"houses", "grammar"}
"""Kinds that take long: the same few inputs each time."""


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_what_must_hold_holds_whatever_the_input(kind: str) -> None:
    @settings(max_examples=EXAMPLES.get(kind, 30), deadline=None, derandomize=kind in STEADY)
    @given(seed=st.integers(0, 2**32))
    def holds(seed: int) -> None:
        kinds.KINDS[kind].holds(*kinds.KINDS[kind].make(random.Random(seed)))

    holds()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_checked(text: str) -> None:
    kinds.checked("un", text)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_the_first_wrong_one_is_named(content: bytes) -> None:
    kinds.decoded(content.decode("latin-1"))


def test_a_seed_gives_the_same_input_again() -> None:
    assert [kinds.make(seed) for seed in range(50)] == [kinds.make(seed) for seed in range(50)]
    assert len({kinds.make(seed)[0] for seed in range(2000)}) > len(kinds.KINDS) / 2


def holds_without_lanterns(pack: str, text: str) -> None:
    invariants.expect("lantern" not in text, "there is a lantern")


@pytest.fixture
def lanterns(monkeypatch: pytest.MonkeyPatch) -> str:
    """A kind of inputs of which some fail."""

    def make(rng: random.Random) -> tuple[str, str]:
        return "un", "*Noting* " + " ".join(rng.choices(("a lamp", "a wick", "a lantern", "oil"), k=30))

    monkeypatch.setitem(kinds.KINDS, "lanterns", kinds.Kind(make, holds_without_lanterns, 0, whole=1))
    return "lanterns"


def test_what_fails_is_made_small_written_down_and_can_be_tried_again(lanterns: str, tmp_path: Path) -> None:
    told: list[Any] = []
    run.work(0, 1, run.Orders(1, 20, kind=lanterns), told.append)
    assert sum(each.counts[lanterns] for each in told) == 20
    (failure,) = [failure for each in told for failure in each.failures]
    assert (failure.what, failure.parts) == ("Broken: there is a lantern", ("un", "lantern"))
    again = run.read(run.written(failure, tmp_path))
    assert again == failure
    assert run.tried(again.seed, again.kind, again.parts).key == failure.key
    assert run.tried(again.seed, again.kind, ("un", "a lamp")) is None


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no timers")
def test_an_input_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(text: str) -> None:
        while text:
            pass

    monkeypatch.setitem(kinds.KINDS, "hanging", kinds.Kind(lambda _: ("a",), hangs, 0))
    assert run.tried(1, "hanging", ("a",), limit=0.05).what == "it hangs"


def test_a_run_by_the_command_tells_how_much_it_ran(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    options = ["--inputs", "12", "--jobs", "2", "--kind", "outlines", "--found", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["fuzz", *options])
    assert main.main() == 0
    said = capsys.readouterr().out
    assert "12 outlines" in said
    assert "0 found" in said


def test_a_smaller_input_loses_every_part_and_character_that_does_not_matter() -> None:
    parts = ("kept", "some words", "a lamp (and more)", "others")
    assert shrink.shrunk(parts, lambda each: any("(" in part for part in each), whole=1) == ("kept", "(")


def test_words_that_a_fix_takes_away_without_reporting_them_are_lost() -> None:
    def lost(start: int, end: int, *edits: tuple[int, int, str]) -> dict[str, int]:
        text = invariants.Text("some lamps are very bright lamps")
        changes = tuple(invariants.Edit(invariants.Span(first, last), words) for first, last, words in edits)
        fix = Fix("Write it otherwise", "safe", changes)
        finding = invariants.Finding("style/x", "info", "It is so.", invariants.Span(start, end), fix)
        return dict(invariants.lost_words(text, finding))

    assert lost(5, 10, (5, 10, "wicks")) == {}
    assert lost(5, 10, (0, 14, "a wick")) == {"some": 1}
    assert lost(5, 10, (15, 20, ""), (0, 0, "very ")) == {}
    assert lost(5, 10, (20, 32, "lamps")) == {"bright": 1}
    assert lost(5, 10, (0, 32, "some very bright")) == {"lamps": 1}


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [("the old lamp", "the new wick", ["old"]), ("a lamp, a wick", "a lamp", [])],
    ids=["another word changed", "something lost"],
)
def test_a_fix_that_touches_other_words_is_noticed(before: str, after: str, edits: list[str]) -> None:
    spans = [invariants.Span(before.index(word), before.index(word) + len(word)) for word in edits]
    fixes = [invariants.Edit(span, "new") for span in spans]
    with pytest.raises(invariants.Broken, match="a fix has touched"):
        invariants.kept(before, after, fixes)
