"""A short run of what `python -m tests.lsp.random_edits` does for as long as one likes."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

random_edits = import_module("tests.lsp.random_edits")


def test_after_random_edits_a_server_says_what_a_fresh_one_says():
    assert random_edits.run(edits=300, seed=11, every=60) == 6


def test_a_text_that_differs_by_one_character_is_noticed():
    session = random_edits.Run(random_edits.random.Random(3), "utf-16")
    try:
        session.compare()
        session.documents[0].text += "x"
        with pytest.raises(random_edits.Different):
            session.compare()
    finally:
        session.server.close()
