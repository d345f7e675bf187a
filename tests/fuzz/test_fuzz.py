"""Whatever the input: a short run of what `python -m tests.fuzz` does for as long as one likes."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PROJECT = Path(__file__).resolve().parents[2]


def module() -> ModuleType:
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))
    return importlib.import_module("tests.fuzz.invariants")


INVARIANTS = module()


@pytest.mark.parametrize("target", INVARIANTS.TARGETS)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_what_must_hold_holds_whatever_the_input(target: str, seed: int) -> None:
    INVARIANTS.TARGETS[target][0](random.Random(seed))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_checked(text: str) -> None:
    INVARIANTS.check(text, INVARIANTS.rules())


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_the_first_wrong_one_is_named(content: bytes) -> None:
    try:
        source = INVARIANTS.decode(content)
    except INVARIANTS.UndecodableText as error:
        source, wrong = None, (error.offset, error.value)
    if source is None:
        assert content[wrong[0]] == wrong[1]
    else:
        assert INVARIANTS.encode(source) == content
