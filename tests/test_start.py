"""The modules that a command imports stand in one file, which changes nothing but the time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "server" / "reslint"
TOLD = "serve an editor"
"""The help of a command."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program without what Python has compiled of it."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "reslint", ignore=shutil.ignore_patterns("__pycache__", "lsp")))


def helped(copy: Path) -> tuple[str, str]:
    """The output of the program without a command, and what finds and loads the module of its commands."""
    start = (
        "import sys; from reslint.start import Bundle; sys.meta_path.insert(0, Bundle('help')); import reslint.cli\n"
        "print(type(sys.modules['reslint.cli.main'].__spec__.loader).__name__)"
    )
    environment = {**os.environ, "PYTHONPATH": str(copy.parent), "PYTHONPYCACHEPREFIX": ""}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = [sys.executable, "-m", "reslint"]
    printed = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    assert printed.returncode == 2, printed.stderr
    loaded = subprocess.run([sys.executable, "-c", start], env=environment, capture_output=True, text=True, check=True)
    return printed.stdout, loaded.stdout.strip()


def bundle(copy: Path) -> Path:
    (found,) = (copy / "__pycache__").glob("*.bundle")
    return found


def test_modules_come_from_the_bundle_once_it_is_written(copy: Path) -> None:
    assert not list(copy.rglob("*.bundle"))
    first = helped(copy)
    written = bundle(copy).stat().st_mtime_ns
    assert TOLD in first[0]
    assert first[1] == "_Loader"
    assert helped(copy) == first
    assert bundle(copy).stat().st_mtime_ns == written


def test_a_module_that_was_changed_is_read_anew(copy: Path) -> None:
    helped(copy)
    module = copy / "cli" / "main.py"
    module.write_text(module.read_text(encoding="utf-8").replace(TOLD, "help an editor"), encoding="utf-8")
    printed, loader = helped(copy)
    assert "help an editor" in printed
    assert loader == "SourceFileLoader"


def test_a_module_that_is_gone_is_gone(copy: Path) -> None:
    helped(copy)
    (copy / "cli" / "usage.py").unlink()
    with pytest.raises(AssertionError, match=r"reslint\.cli\.usage"):
        helped(copy)


@pytest.mark.parametrize("kept", [0, 30, 400, -400])
def test_a_bundle_that_is_damaged_is_passed_over(copy: Path, kept: int) -> None:
    whole = helped(copy)[0]
    content = bundle(copy).read_bytes()
    bundle(copy).write_bytes(content[:kept])
    assert helped(copy)[0] == whole
