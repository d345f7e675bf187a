"""Every promise of SECURITY names tests, and they are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ROWS = re.findall(r"^\| (\w.+) \| (.+) \|$", (PROJECT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE)
PROMISES = [(promise, held) for promise, held in ROWS if promise != "promise"]


@pytest.mark.parametrize(("promise", "held"), PROMISES, ids=[promise[:40] for promise, _ in PROMISES])
def test_a_promise_names_tests_that_exist(promise: str, held: str):
    paths = [PROJECT / name for name in re.findall(r"`((?:tests|editors)/[^`]+)`", held)]
    assert paths
    assert [path for path in paths if not path.exists()] == []
    words = "".join(path.read_text(encoding="utf-8") for path in paths if path.is_file())
    named = re.findall(r"`(test_\w+)…?`", held)
    assert [name for name in named if f"def {name}" not in words] == []


def test_there_are_promises():
    assert len(PROMISES) > 5
