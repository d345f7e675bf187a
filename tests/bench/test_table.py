"""The table of the benchmarks says of each target whether it is met, and why that cannot be said."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def table() -> ModuleType:
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))
    return importlib.import_module("tests.bench.table")


def test_a_target_beside_a_peer_is_met_up_to_its_multiple(table: ModuleType):
    assert table.Row("a text", "ms", 20, None, "import yaml", 10, 2.0).verdict == "met"
    assert table.Row("a text", "ms", 21, None, "import yaml", 10, 2.0).verdict == "MISSED"


def test_a_target_beside_the_other_build_looks_at_that_alone(table: ModuleType):
    assert table.Row("a key", "ms", 4, 10, "a peer", 1, 0.5, of_other=True).verdict == "met"
    assert table.Row("a key", "ms", 4, None, target=0.5, of_other=True).verdict == "not measured: no other build"


def test_a_gain_must_reach_its_target(table: ModuleType):
    assert table.Row("two processes", "×", 1.7, target=1.8, least=True, absolute=True).verdict == "MISSED"
    assert table.Row("two processes", "×", 1.9, target=1.8, least=True, absolute=True).verdict == "met"


def test_the_last_line_counts_what_is_met_missed_and_not_measured(table: ModuleType):
    rows = [
        table.Row("one", "ms", 1, None, "peer", 1, 2),
        table.Row("two", "ms", 3, None, "peer", 1, 2),
        table.Row("three", "ms", 3, None, "peer", None, 2, why="it is not installed"),
        table.Row("four", "ms", 3),
    ]
    *_, third, fourth, last = table.lines(rows)
    assert third.endswith("not measured: it is not installed")
    assert fourth.split() == ["four,", "ms", "3.00"]
    assert last == "1 of 3 targets met, 1 missed, 1 not measured"
