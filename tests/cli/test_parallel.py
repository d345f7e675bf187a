"""Several processes find what one finds, in the same order; when one of them dies, that is said, and none is left."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = """
import os, sys
import reslint.cli.check
from reslint.cli import main, team, worker

way = sys.argv[1]
if way == "spawned":
    team._can_fork = lambda: False
if way == "dying":
    class Dying(worker.Worker):
        def begin(self, candidate):
            if candidate.path.name == "draft07.res.md":
                os._exit(9)
            return super().begin(candidate)
    reslint.cli.check.Worker = Dying
if __name__ == "__main__":
    sys.exit(main(["check", "--output-format", "concise", *sys.argv[2:]]))
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(12):
        words = f"*The General Assembly*,\n\n1. *Decides* to see the the lake {number}.\n"
        (folder / f"draft{number:02}.res.md").write_text(words * (number % 3 + 1), encoding="utf-8")
    (folder / "draft05.res.md").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "run.py").write_text(RUN, encoding="utf-8")
    return folder


def run(drafts: Path, way: str, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command, folder = [sys.executable, str(drafts.parent / "run.py"), way, *words], drafts.parent
    return subprocess.run(command, capture_output=True, text=True, input=given, timeout=60, cwd=folder, check=False)


@pytest.mark.parametrize("way", ["forked", "spawned"])
def test_the_number_of_processes_changes_nothing(drafts: Path, way: str):
    alone, together = run(drafts, way, "--jobs", "1", "drafts"), run(drafts, way, "--jobs", "3", "drafts")
    assert alone.returncode == together.returncode == 2
    assert (alone.stdout, alone.stderr) == (together.stdout, together.stderr)
    assert "draft11" in alone.stdout
    assert "draft05" in alone.stderr


def test_the_standard_input_is_read_in_its_turn(drafts: Path):
    words = ("--jobs", "2", "drafts/draft00.res.md", "-", "drafts/draft01.res.md")
    done = run(drafts, "forked", *words, given="*The General Assembly*,\n\n1. *Decides* on the the sea.\n")
    named = [line.split(":")[0] for line in done.stdout.splitlines() if "style/repeated-word" in line]
    assert list(dict.fromkeys(named)) == ["drafts/draft00.res.md", "-", "drafts/draft01.res.md"]


@LINUX
def test_a_process_that_dies_ends_the_run_with_a_message(drafts: Path):
    done = run(drafts, "dying", "--jobs", "2", "drafts")
    assert done.returncode == 2
    assert "a process that checked drafts has died" in done.stderr


@LINUX
def test_no_process_is_left_when_the_first_one_is_killed(drafts: Path):
    for number in range(12, 80):
        (drafts / f"draft{number}.res.md").write_text("*The General Assembly*,\n\n1. *Decides* it.\n" * 300)
    command = [sys.executable, str(drafts.parent / "run.py"), "forked", "--jobs", "2", "drafts"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=drafts.parent)
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not listed.exists():
        process.kill()
        process.wait()
        pytest.skip("this kernel does not list the children of a process")
    end = time.monotonic() + 30
    while len(children := listed.read_text().split()) < 2 and process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    assert len(children) == 2
    process.kill()
    process.wait()
    while any(alive(int(child)) for child in children) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(alive(int(child)) for child in children)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_is_said_of_a_draft_does_not_depend_on_its_company(drafts: Path):
    (drafts / "draft08.res.md").write_text("Not the the least like one.\n", encoding="utf-8")
    names = [f"drafts/{each.name}" for each in sorted(drafts.iterdir())]
    alone = [run(drafts, "forked", "--quiet", "--jobs", "1", name) for name in names]
    together = run(drafts, "forked", "--quiet", "--jobs", "1", *names)

    assert together.stdout == "".join(done.stdout for done in alone)
    assert together.stderr == "".join(done.stderr for done in alone)
    assert together.returncode == max(done.returncode for done in alone) == 2
