"""Which files of a folder may be drafts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reslint.engine.project.walk import is_odd, walk


class Everything:
    """A configuration that names files by the beginning of their names; what it excludes with a slash are folders."""

    def __init__(self, include: str = "\0", exclude: str = "\0") -> None:
        self.include = include
        self.exclude = exclude

    def includes(self, path: Path) -> bool:
        return path.name.startswith(self.include)

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        return (path.name + "/" * is_folder).startswith(self.exclude)


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[str]]:
    """The files found below a folder, from a list of files and the patterns that are to be ignored."""

    def walked(files: str, scope: Everything | None = None, below: str = ".", **ignored: str) -> list[str]:
        for name in files.split():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
        for folder, patterns in ignored.items():
            (tmp_path / folder.replace("top", ".") / ".gitignore").write_text(patterns, encoding="utf-8")
        candidates = walk(tmp_path / below, lambda _: scope or Everything())
        return [os.path.relpath(each.path, tmp_path).replace(os.sep, "/") for each in candidates]

    return walked


def test_files_come_by_name_and_before_those_of_the_folders_beside_them(found: Callable[..., list[str]]) -> None:
    files = "b.md a.md fog/z.md fog/oil/a.md ant/b.md c.MD"
    assert found(files) == ["a.md", "b.md", "c.MD", "ant/b.md", "fog/z.md", "fog/oil/a.md"]


def test_what_is_hidden_or_no_text_is_passed_over(found: Callable[..., list[str]]) -> None:
    assert found("a.md .b.md .fog/c.md lamp.png oil.py d.txt") == ["a.md", "d.txt"]


def test_the_configuration_includes_and_excludes(found: Callable[..., list[str]], tmp_path: Path) -> None:
    files = "a.md lamp.oil lamp.md fog/b.md oil/c.md oil.md"
    assert found(files, Everything(include="lamp", exclude="oil")) == ["a.md", "lamp.md", "lamp.oil", "fog/b.md"]
    assert found(files, Everything(exclude="oil/"))[-1] == "fog/b.md"
    assert "oil.md" in found(files, Everything(exclude="oil/"))
    named = {each.path.name: each.included for each in walk(tmp_path, lambda _: Everything(include="lamp"))}
    assert (named["lamp.oil"], named["a.md"]) == (True, False)
    assert not any(each.named for each in walk(tmp_path, lambda _: Everything()))


def test_what_git_ignores_is_passed_over_and_a_deeper_file_overrules(found: Callable[..., list[str]]) -> None:
    files = "a.md b.md fog/a.md fog/b.md oil/deep/c.md old/d.md"
    assert found(files, top="b.md\nold/\n/a.md\n", fog="!b.md\n", oil="deep\n") == ["fog/a.md", "fog/b.md"]


def test_a_line_that_is_no_pattern_matches_nothing_and_the_others_hold(found: Callable[..., list[str]]) -> None:
    assert found("a.md b.md", top="b\\\nb.md\n") == ["a.md"]


def test_the_patterns_of_the_repository_hold_in_its_folders(found: Callable[..., list[str]], tmp_path: Path) -> None:
    files = "fog/a.md fog/b.md fog/deep/b.md"
    assert found(files, below="fog", top="b.md\n") == ["fog/a.md", "fog/b.md", "fog/deep/b.md"]
    (tmp_path / ".git").mkdir()
    assert found(files, below="fog", top="b.md\n") == ["fog/a.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_odd_and_never_found(found: Callable[..., list[str]], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert found("a.md") == ["a.md"]
    odd = [is_odd(tmp_path / name) for name in ("pipe.md", "a.md", ".", "nothing.md")]
    assert odd == [True, False, False, False]


def test_a_folder_that_cannot_be_read_is_told_and_the_others_are_walked(
    found: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found("fog/a.md oil/b.md")
    scandir = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "fog":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    told: list[OSError] = []
    walked = [each.path.name for each in walk(tmp_path, lambda _: Everything(), told.append)]

    assert walked == ["b.md"]
    assert [Path(error.filename).name for error in told] == ["fog"]
    assert found("") == ["oil/b.md"]


def test_links_to_folders_are_not_followed(found: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / "fog").mkdir()
    (tmp_path / "fog" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found("fog/a.md") == ["fog/a.md"]
