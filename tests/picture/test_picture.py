"""The picture in the README shows what the program prints today."""

from __future__ import annotations

import runpy
from pathlib import Path

HERE = Path(__file__).parent


def test_the_picture_in_the_readme_is_current():
    maker = runpy.run_path(str(HERE / "make.py"))
    drawn = (HERE / "check.svg").read_text(encoding="utf-8")
    assert drawn == maker["drawing"](), "run: python tests/picture/make.py"


def test_the_readme_shows_the_picture():
    assert "tests/picture/check.svg" in (HERE.parent.parent / "README.md").read_text(encoding="utf-8")
