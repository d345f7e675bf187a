"""The folders of a client: which files in them are drafts, and which rules hold there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reslint.lsp.workspace import Workspace

SLIPS = "*The General Assembly*,\n\n1. *Requests* the the Secretary-General to report.\n"
FILES = {
    "here.res.md": SLIPS,
    "of-any-name.draft": SLIPS,
    "old/there.md": SLIPS,
    "old/deep/kept.md": SLIPS,
    "old/deep/thrown-away.md": SLIPS,
    "build/made.res.md": SLIPS,
    "archive/excluded.md": SLIPS,
    ".hidden/away.res.md": SLIPS,
    ".hidden.res.md": SLIPS,
    "program.py": "the the",
    ".gitignore": "/build/\n",
    "old/deep/.gitignore": "thrown*\n",
    ".reslint.yaml": "exclude: [archive]\ninclude: ['*.draft']\n",
    "other/.reslint.yaml": "exclude: [left-out.md]\n",
    "other/left-out.md": SLIPS,
    "other/taken.md": SLIPS,
}
DRAFTS = ["here.res.md", "of-any-name.draft", "old/deep/kept.md", "old/there.md", "other/taken.md"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with drafts, some of which are nobody's business."""
    root = tmp_path / "drafts #2, 100%25"
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    (root / ".git").mkdir()
    return root


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(lambda message: pytest.fail(f"logged: {message}"))


def names(workspace: Workspace, root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in workspace.files())


def test_ignored_hidden_and_excluded_files_are_no_drafts_of_the_folder(workspace: Workspace, project: Path):
    workspace.set_folders([project.as_uri()])
    assert names(workspace, project) == DRAFTS


def test_the_server_looks_at_the_files_that_the_command_looks_at(workspace: Workspace, project: Path):
    command = [sys.executable, "-m", "reslint", "check", "--output-format", "json", "."]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    checked = {Path(each["path"]).as_posix() for each in json.loads(run.stdout)["findings"]}
    workspace.set_folders([project.as_uri()])
    assert sorted(checked) == names(workspace, project)


def test_what_the_editor_excludes_holds_where_the_project_says_nothing(workspace: Workspace, project: Path):
    (project / ".reslint.yaml").unlink()
    workspace.configure([project.as_uri()], {"exclude": ["/old/"], "include": ["*.draft"]})
    assert names(workspace, project) == ["archive/excluded.md", "here.res.md", "of-any-name.draft", "other/taken.md"]


def test_a_file_of_two_folders_of_the_client_is_one_file(workspace: Workspace, project: Path):
    workspace.set_folders([project.as_uri(), (project / "old").as_uri()])
    assert names(workspace, project) == DRAFTS
