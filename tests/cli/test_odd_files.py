"""A file that is not an ordinary one is skipped or named, and a fix is written whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WRONG = "*The General Assembly*,\n\n*Recalling* the the treaty,\n\n1. *Decides* to meet;\n\n2. *Urges* all to come.\n"
KILLED = """
import os, sys
step, calls = int(sys.argv[1]), 0

def at(name):
    real = getattr(os, name)
    def stepped(*words, **more):
        global calls
        calls += 1
        if calls == step:
            {death}
        return real(*words, **more)
    setattr(os, name, stepped)

from reslint.cli import main
import tempfile
for name in ("open", "write", "fsync", "chmod", "replace", "rename", "unlink"):
    at(name)
sys.exit(main(["check", "--fix", "--quiet", sys.argv[2]]))
"""


def check(*words: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reslint", "check", "--quiet", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=timeout, check=False)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "lake.res.md"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_drafts_is_passed_over_and_one_that_is_named_is_refused(draft: Path) -> None:
    pipe = draft.parent / "pipe.res.md"
    os.mkfifo(pipe)

    assert check(str(draft.parent)).returncode == 1
    named = check(str(pipe))
    assert named.returncode == 2
    assert "not an ordinary file" in named.stderr


def test_links_that_lead_nowhere_or_in_a_circle_are_errors_and_the_other_drafts_are_checked(draft: Path) -> None:
    for name, target in (("circle.res.md", "circle.res.md"), ("nowhere.res.md", "gone"), ("again", ".")):
        try:
            (draft.parent / name).symlink_to(target)
        except OSError:
            pytest.skip("links cannot be made here")
    (draft.parent / "folder.res.md").mkdir()
    done = check(str(draft.parent))

    assert done.returncode == 2
    assert sorted(line.split(":")[0] for line in done.stderr.splitlines()) == ["error", "error"]
    assert "lake.res.md" in done.stdout


@pytest.fixture
def closed(draft: Path) -> Path:
    """A folder beside the draft that nobody may look into."""
    if sys.platform == "win32" or (os.geteuid() == 0 and not shutil.which("setpriv")):
        pytest.skip("nothing can be closed to this user")
    folder = draft.parent / "closed"
    folder.mkdir()
    (folder / "x.res.md").write_text(WRONG, encoding="utf-8")
    folder.chmod(0)
    return folder


def without_privileges(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """As `check`, by a user who is bound by permissions."""
    bound = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    command = [*bound, sys.executable, "-m", "reslint", "check", "--quiet", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("named", "told"),
    [("closed", "closed"), ("closed/x.res.md", "closed/x.res.md"), (".", "closed"), ("closed/", "closed")],
)
def test_what_may_not_be_read_is_named_and_the_others_are_checked(closed: Path, named: str, told: str) -> None:
    done = without_privileges(named, "lake.res.md", cwd=closed.parent)

    assert done.stderr == f"error: {told}: permission denied\n"
    assert "lake.res.md:3:" in done.stdout
    assert done.returncode == 2


def test_a_folder_whose_files_may_be_listed_and_not_read_is_walked_to_the_end(closed: Path) -> None:
    closed.chmod(0o444)
    done = without_privileges(cwd=closed.parent)

    assert done.stderr == "error: closed/x.res.md: permission denied\n"
    assert "lake.res.md:3:" in done.stdout
    assert done.returncode == 2


@pytest.mark.parametrize("death", ["os._exit(9)", "raise OSError(28, 'No space left on device')"])
def test_a_fix_that_is_broken_off_anywhere_leaves_the_old_text_or_the_new_one(draft: Path, death: str) -> None:
    script = KILLED.format(death=death)
    seen = set()
    for step in range(1, 9):
        draft.write_text(WRONG, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", script, str(step), str(draft)], capture_output=True, text=True, check=False
        )
        text = draft.read_text(encoding="utf-8")
        assert text in (WRONG, WRONG.replace("the the", "the"))
        if "raise" in death and text == WRONG:
            assert done.returncode == 2
            assert "no space left on device" in done.stderr.lower()
            assert [path.name for path in draft.parent.iterdir()] == ["lake.res.md"]
        seen.add(text)
    assert len(seen) == 2


EDITED = """
import os, sys
real = os.fsync

def edited(descriptor):
    real(descriptor)
    with open(sys.argv[1], "a") as file:
        file.write("An editor saved this.\\n")

os.fsync = edited
from reslint.cli import main
sys.exit(main(["check", "--fix", "--quiet", *sys.argv[1:]]))
"""


def test_what_somebody_saves_while_a_draft_is_fixed_is_not_overwritten(draft: Path) -> None:
    other = draft.with_name("sea.res.md")
    other.write_text(WRONG, encoding="utf-8")
    command = [sys.executable, "-c", EDITED, str(draft), str(other)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "lake.res.md: it was changed since it was read, and is left as it is; run again" in done.stderr
    assert draft.read_text(encoding="utf-8").startswith(WRONG + "An editor saved this.\n")
    assert other.read_text(encoding="utf-8") == WRONG.replace("the the", "the")


@pytest.mark.parametrize("target", ["--output=html={}", "--baseline={}"])
def test_a_report_or_baseline_that_has_no_room_leaves_the_one_before(draft: Path, target: str) -> None:
    resource = pytest.importorskip("resource")
    path = draft.with_name("kept")
    path.write_text('{"version": 1, "findings": []}\n', encoding="utf-8")
    before = path.read_bytes()
    words = [target.format(path), *(["--write-baseline"] if "baseline" in target else [])]
    done = subprocess.run(
        [sys.executable, "-m", "reslint", "check", "--quiet", "--no-cache", *words, str(draft)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )

    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert path.read_bytes() == before


def test_a_name_that_is_no_text_is_told_in_one_line_and_steers_nothing(draft: Path) -> None:
    odd = os.fsdecode(b"nix\xff\n\x1b[31mRED.md")
    done = check(odd, str(draft), "--output-format", "sarif")

    assert done.stderr == "error: nix\ufffd␊␛[31mRED.md: no such file or directory\n"
    log = json.loads(done.stdout)
    (told,) = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "no such file or directory"
    assert log["runs"][0]["results"]
    assert done.returncode == 2


def test_arguments_that_make_no_sense_are_told_in_one_line(draft: Path) -> None:
    for words in (["--nonsense\n\x1b[31m"], ["--baseline", "a\n\x1b[31m", str(draft)]):
        done = check(*words)
        assert done.returncode == 2
        assert "\x1b" not in done.stderr
        assert "␊␛[31m" in done.stderr


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names of files are text here")
def test_a_file_of_a_pack_whose_name_is_no_text_is_told_in_one_line(draft: Path) -> None:
    folder = draft.parent / "lights"
    (folder / "style").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: lights\nsummary: Lights.\n", encoding="utf-8")
    (folder / "style" / os.fsdecode(b"\xff\n\x1b.yaml")).write_text("", encoding="utf-8")
    (draft.parent / ".reslint.yaml").write_text("packs: [un, ./lights]\n", encoding="utf-8")
    done = check(str(draft))

    assert len(done.stderr.splitlines()) == 1
    assert "lights/style/\ufffd␊␛.yaml: the name of a file" in done.stderr
    assert "lake.res.md:3:" in done.stdout
    assert done.returncode == 2
