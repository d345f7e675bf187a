"""The wheel, built and installed in an empty environment, works away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

PROJECT = Path(__file__).parent.parent
SLIPS = PROJECT / "tests" / "drafts" / "bad" / "harbour-lights.res.md"
NEEDED = ("pyyaml", "pathspec")
"""The dependencies of a check; the rest is for the editor."""


def run(*command: str | Path, cwd: Path, ok: tuple[int, ...] = (0,)) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON") and key != "VIRTUAL_ENV"}
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode in ok, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for module in ("build", "hatchling"):
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, PROJECT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder far from the checkout with an environment `env` that holds the wheel and what a check needs."""
    folder = tmp_path_factory.mktemp("elsewhere")
    if find_spec("ensurepip") is None:
        pytest.skip("this Python cannot make an environment with pip (ensurepip is missing)")
    venv.create(folder / "env", with_pip=True)
    pip = [python_of(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    fetched = run(*pip, *NEEDED, cwd=folder, ok=(0, 1))
    if fetched.returncode:
        pytest.skip(f"the package index cannot be reached: {fetched.stderr.strip().splitlines()[-1]}")
    return folder


def python_of(folder: Path) -> Path:
    return folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"


def test_two_builds_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, PROJECT, cwd=tmp_path)
    (again,) = tmp_path.glob("*.whl")
    assert (again.name, again.read_bytes()) == (wheel.name, wheel.read_bytes())


def test_the_wheel_ships_every_file_of_the_packs(wheel: Path):
    kept = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "rules").rglob("*.yaml")}
    with ZipFile(wheel) as archive:
        shipped = {name.removeprefix("reslint/") for name in archive.namelist() if name.startswith("reslint/rules/")}
    assert kept
    assert kept <= shipped


def test_the_wheel_holds_no_tests_and_no_leftovers(wheel: Path):
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert not [name for name in names if "test" in name.split("/")[0] or "__pycache__" in name]


def test_it_is_the_wheel_that_is_imported_not_the_checkout(elsewhere: Path):
    where = run(python_of(elsewhere), "-c", "import reslint; print(reslint.__file__)", cwd=elsewhere).stdout
    assert Path(where.strip()).is_relative_to(elsewhere / "env")


def test_the_installed_command_finds_the_slips_of_a_draft_in_another_folder(elsewhere: Path):
    (elsewhere / "draft.res.md").write_bytes(SLIPS.read_bytes())
    command = python_of(elsewhere).parent / "reslint"
    done = run(command, "check", "--output-format", "json", "draft.res.md", cwd=elsewhere, ok=(1,))
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert {"structure/enacting-line", "opener/preposition"} <= {finding["rule"] for finding in report["findings"]}
