"""The action and the examples for continuous integration, run as far as they can be without those services."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import PROJECT, Repository

ACTION = PROJECT / ".github" / "actions" / "reslint"
EXAMPLES = PROJECT / ".github" / "examples"
BAD = "1. *Notes* the the buoys;\n\n2. *Decides* to meet in May.\n"


@pytest.fixture
def drafts(repository: Repository) -> Repository:
    """A repository with a bad draft, and the command `reslint` on the path."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    if not (Path(sys.executable).parent / "reslint").exists():
        pytest.skip("the command reslint is not installed beside this Python")
    repository.write("drafts/a b.res.md", BAD)
    repository.write(".reslint.yaml", "select: [style/repeated-word]\n")
    repository.commit()
    return repository


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ACTION / "action.yml"),
        ("vendor.github-workflows", EXAMPLES / "github.yml"),
        ("vendor.gitlab-ci", EXAMPLES / "gitlab-ci.yml"),
    ],
    ids=lambda each: each.name if isinstance(each, Path) else None,
)
def test_the_files_are_what_the_services_publish_as_their_schema(schema: str, file: Path):
    if find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema (PyPI), which has the schemas, is not installed")
    # GitLab's own tags need no schema of YAML; the tool knows them by the name of the schema.
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def check_step() -> dict[str, Any]:
    action = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    (step,) = (step for step in action["runs"]["steps"] if step.get("id") == "check")
    assert isinstance(step, dict)
    return step


def act(drafts: Repository, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the checking step of the action as the runner would, with these inputs."""
    action = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    given = {name: inputs.pop(name, about["default"]) for name, about in action["inputs"].items()}
    assert not inputs
    step = check_step()
    env = {key: value[len("${{ inputs.") : -len(" }}")] for key, value in step["env"].items()}
    return drafts.run(
        *("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]),
        env={
            **{key: given[name] for key, name in env.items()},
            "GITHUB_ACTION_PATH": str(ACTION),
            "GITHUB_STEP_SUMMARY": str(drafts.folder / "summary.md"),
            "GITHUB_OUTPUT": str(drafts.folder / "output"),
        },
    )


def test_the_action_annotates_writes_a_summary_and_fails(drafts: Repository):
    done = act(drafts, paths="drafts\n", sarif="out.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=drafts/a b.res.md,line=1,col=12,")
    assert "| `style/repeated-word` | 1 |" in drafts.read("summary.md")
    assert drafts.read("output") == "status=1\n"
    assert json.loads(drafts.read("out.sarif"))["runs"][0]["results"]


def test_the_action_looks_at_what_a_branch_changes_and_passes_arguments_on(drafts: Repository):
    assert act(drafts, since="HEAD").returncode == 0
    assert act(drafts, arguments="--ignore\nstyle/repeated-word").returncode == 0
    assert act(drafts, paths="drafts/a b.res.md").returncode == 1
    assert act(drafts, arguments="--select\nnothing").returncode == 2


def test_the_example_for_gitlab_writes_the_reports_it_announces(drafts: Repository):
    job = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text(encoding="utf-8"))["reslint"]
    done = drafts.run("sh", "-ec", "\n".join(job["script"]))
    assert done.returncode == 1, done.stderr
    assert len(json.loads(drafts.read(job["artifacts"]["reports"]["codequality"]))) == 1
    assert 'failures="1"' in drafts.read(job["artifacts"]["reports"]["junit"])


def test_the_example_for_any_shell_ends_with_the_status_of_reslint(drafts: Repository):
    script = str(EXAMPLES / "check.sh")
    done = drafts.run("sh", script)
    assert done.returncode == 1
    assert done.stdout.startswith("drafts/a b.res.md:1:12: error style/repeated-word")
    assert "<!doctype html>" in drafts.read("reslint.html")
    assert drafts.run("sh", script, "--since", "HEAD").returncode == 0
    assert drafts.run("sh", script, "--select", "nothing").returncode == 2


def test_the_scripts_can_be_run():
    for script in (ACTION / "check.sh", EXAMPLES / "check.sh"):
        assert os.access(script, os.X_OK)
