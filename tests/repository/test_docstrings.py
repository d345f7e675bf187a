"""Docstrings are sentences or names of what comes out, in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import PROJECT

_QUESTION = re.compile(r'"""What (?!.*\?)')
_BUILT = {"node_modules", "bundled", "dist", "out"}


@pytest.mark.parametrize("room", ["server", "tests", "editors"])
def test_no_docstring_begins_as_half_a_question(room: str):
    modules = (path for path in (PROJECT / room).rglob("*.py") if not _BUILT & {*path.parts})
    assert [str(path.relative_to(PROJECT)) for path in modules if _begins_so(path)] == []


def _begins_so(path: Path) -> bool:
    return _QUESTION.search(path.read_text(encoding="utf-8")) is not None
