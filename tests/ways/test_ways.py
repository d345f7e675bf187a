"""The ways themselves: each writes another text, with all its words."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

registry, judge = (import_module(f"tests.ways.{name}") for name in ("registry", "judge"))
DRAFT = (PROJECT / "tests" / "drafts" / "ok" / "general-assembly.res.md").read_text(encoding="utf-8")


def test_a_clean_text_is_written_as_it_was():
    assert registry.split(DRAFT).write().split() == DRAFT.split()


@pytest.mark.parametrize("way", registry.ways().values(), ids=lambda way: way.name)
def test_every_way_writes_another_text_and_keeps_its_words(way):
    clean = registry.split(DRAFT)
    written = way.write(clean)
    assert written != clean.write()
    assert {"harbours", "lights", "notices"} <= set(judge.words(written))
