"""The completion scripts, run by their shells."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reslint.cli.main import COMMANDS
from reslint.reports.formats import FORMATS

from .conftest import Run


def shell(name: str, *words: str) -> str:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def bash(script: Path, *words: str) -> set[str]:
    """The proposals of bash for the last of these words."""
    line = " ".join(f"'{word}'" for word in words)
    asked = f"source '{script}'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _reslint; echo ${{COMPREPLY[@]}}"
    return set(shell("bash", "-c", asked).split())


@pytest.fixture
def script(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "reslint.bash"
    path.write_text(run("completion", "bash").stdout, encoding="utf-8")
    return path


def test_bash_completes_commands_options_and_values(script: Path):
    assert bash(script, "reslint", "") == {*COMMANDS, "--help", "--version"}
    assert bash(script, "reslint", "ch") == {"check"}
    begun = bash(script, "reslint", "check", "--f")
    assert {"--fix", "--fail-level"} <= begun <= {"--fix", "--force", "--force-exclude", "--fail-level"}
    assert bash(script, "reslint", "check", "draft.md", "--output-format", "") == set(FORMATS)
    assert bash(script, "reslint", "completion", "z") == {"zsh"}
    assert bash(script, "reslint", "check", "dra") == set()


def test_bash_completes_rules_areas_and_profiles(script: Path):
    assert bash(script, "reslint", "check", "--select", "style/repeated-w") == {"style/repeated-word"}
    assert "grammar" in bash(script, "reslint", "check", "--ignore", "gra")
    assert bash(script, "reslint", "explain", "opener/operative-f") == {"opener/operative-form"}
    assert {"un", "sc", "mun"} <= bash(script, "reslint", "check", "--profile", "")


def test_bash_completes_packs_and_organs_of_several_words(script: Path):
    assert bash(script, "reslint", "check", "--pack", "mun-th") == {"mun-thimun"}
    assert bash(script, "reslint", "cite", "--body", "Security") == {"Security", "Council"}


def test_zsh_reads_its_script(run: Run, tmp_path: Path):
    path = tmp_path / "_reslint"
    path.write_text(run("completion", "zsh").stdout, encoding="utf-8")
    shell("zsh", "-n", str(path))


def test_fish_completes_commands(run: Run, tmp_path: Path):
    path = tmp_path / "reslint.fish"
    path.write_text(run("completion", "fish").stdout, encoding="utf-8")
    said = shell("fish", "--no-config", "-c", f"source {path}; complete -C 'reslint '")
    assert set(COMMANDS) <= {line.split("\t")[0] for line in said.splitlines()}


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_every_script_knows_every_command(run: Run, name: str):
    printed = run("completion", name).stdout
    for command in COMMANDS:
        assert command in printed


def test_the_help_of_all_commands_names_no_empty_description(run: Run):
    assert "None" not in run("--help").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example_that_calls_it(run: Run, command: str):
    done = run(command, "--help")
    assert done.status == 0
    examples = done.stdout.partition("\nexamples:\n")[2]
    assert f"  reslint {command}" in examples
    assert max(map(len, done.stdout.splitlines())) <= 130
