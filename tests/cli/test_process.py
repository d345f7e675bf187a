"""The command as a process: pipes, terminals, broken pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from .conftest import spawn

DRAFT = "1. *Notes* the the buoys;\n\n2. *Decides* to meet.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "a.res.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_a_pipe_gets_no_colour_and_a_terminal_does(draft: Path):
    pytest.importorskip("pty")
    piped = spawn("check", "a.res.md", cwd=draft)
    assert piped.status == 1
    assert "\x1b" not in piped.stdout
    on_terminal = through_a_terminal(["check", "a.res.md"], draft, columns=80)
    assert "\x1b[" in on_terminal
    assert "\x1b" not in through_a_terminal(["check", "a.res.md"], draft, columns=80, NO_COLOR="1")
    assert "\x1b" not in through_a_terminal(["check", "a.res.md", "--color", "never"], draft, columns=80)


def test_what_is_piped_does_not_depend_on_the_terminal(draft: Path):
    wide = spawn("check", "a.res.md", cwd=draft, env={"COLUMNS": "300", "TERM": "xterm-256color"})
    narrow = spawn("check", "a.res.md", cwd=draft, env={"COLUMNS": "30", "TERM": "dumb", "LC_ALL": "C"})
    assert wide == narrow


def test_force_color_colours_a_pipe(draft: Path):
    assert "\x1b[" in spawn("check", "a.res.md", cwd=draft, env={"FORCE_COLOR": "1"}).stdout


def test_the_standard_input_is_read_from_a_pipe(tmp_path: Path):
    done = spawn("check", "-", "--force", "--output-format", "concise", cwd=tmp_path, stdin=DRAFT.encode())
    assert done.stdout.startswith("-:1:12: error style/repeated-word")
    assert done.status == 1


def test_a_reader_that_goes_away_causes_no_complaint(draft: Path):
    for number in range(300):
        (draft / f"{number}.res.md").write_text(DRAFT, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", "check", ".", "--output-format", "concise"],
        cwd=draft,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 2
    assert complaint == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "words",
    [
        "check a.res.md",
        "check a.res.md --output-format json",
        "check a.res.md b.res.md --jobs 2",
        "check a.res.md --diff",
        "rules",
        "explain style/repeated-word",
        "outline a.res.md",
        "cite 1325",
        "completion bash",
        "",
    ],
)
def test_an_output_that_is_full_is_told_in_one_line(draft: Path, words: str, unbuffered: str):
    (draft / "b.res.md").write_text(DRAFT, encoding="utf-8")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reslint", *words.split()],
            cwd=draft,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.stderr == "reslint: the report cannot be written: no space left on device\n"
    assert done.returncode == 2


def test_remarks_that_cannot_be_written_stop_nothing(draft: Path):
    whole = spawn("check", "gone.md", "a.res.md", cwd=draft)
    for redirection in ("2>&-", "2>/dev/full") if os.path.exists("/dev/full") else ("2>&-",):
        done = through_a_shell(f"check gone.md a.res.md {redirection}", draft)
        assert (done.returncode, done.stdout, done.stderr) == (2, whole.stdout, "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("check a.res.md >&-", "reslint: there is no standard output to write the report to\n"),
        ("--help >&-", "reslint: there is no standard output to write the report to\n"),
        ("server >&-", "reslint: there is no standard output to write the report to\n"),
        ("check - <&-", "error: -: there is no standard input\n"),
        ("outline - <&-", "error: -: there is no standard input\n"),
        ("server <&-", "reslint: there is no standard input; an editor starts the server with a pipe to it\n"),
    ],
)
def test_a_stream_that_is_closed_is_told_in_one_line(draft: Path, words: str, told: str):
    done = through_a_shell(words, draft)
    assert (done.stderr, done.returncode) == (told, 2)


def through_a_shell(words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line with what a POSIX shell makes of its redirections."""
    if os.name != "posix":
        pytest.skip("there is no POSIX shell")
    line = f'"{sys.executable}" -m reslint {words}'
    return subprocess.run(["sh", "-c", line], cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


def test_two_runs_print_the_same(draft: Path):
    (draft / "b.res.md").write_text(DRAFT, encoding="utf-8")
    first, second = (spawn("check", cwd=draft, env={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert first == second


def through_a_terminal(words: list[str], cwd: Path, columns: int, **env: str) -> str:
    """The output of a command on a terminal of this width."""
    import pty
    import struct
    from fcntl import ioctl
    from termios import TIOCSWINSZ

    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", *words],
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**clean, "TERM": "xterm-256color", **env},
    )
    os.close(theirs)
    printed = b""
    try:
        while part := os.read(ours, 65536):
            printed += part
    except OSError:
        pass  # Linux reports the end of a terminal as an error.
    process.wait(timeout=60)
    os.close(ours)
    return printed.decode("utf-8")


def test_a_watched_draft_is_checked_again_when_it_changes(draft: Path):
    import signal

    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", "check", "--watch", "--output-format", "concise"],
        cwd=draft,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        # What a shell starts in the background ignores the signal, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 there are no threads
    )
    assert process.stdout is not None
    try:
        assert "a.res.md:1:12: error style/repeated-word" in until(process.stdout, "Watching")
        (draft / "a.res.md").write_text("1. *Decides* to meet in May.\n", encoding="utf-8")
        assert "Nothing to report in 1 draft." in until(process.stdout, "Watching")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


def until(stream: IO[str], words: str) -> str:
    """The output up to the line with these words."""
    read = []
    for line in stream:
        read.append(line)
        if words in line:
            break
    return "".join(read)


def test_the_environment_may_name_the_configuration_and_the_format(draft: Path):
    (draft / "house.yaml").write_text("ignore: [style]\n", encoding="utf-8")
    said = {"RESLINT_CONFIG": "house.yaml", "RESLINT_OUTPUT_FORMAT": "github"}
    assert spawn("check", "a.res.md", cwd=draft, env=said).stdout == ""
    assert spawn("check", "a.res.md", cwd=draft, env={**said, "RESLINT_CONFIG": ""}).stdout.startswith("::error file=")
    (draft / "other.yaml").write_text("fail-level: error\n", encoding="utf-8")
    given = ("--config", "other.yaml", "--output-format", "concise")
    assert spawn("check", "a.res.md", *given, cwd=draft, env=said).stdout.startswith("a.res.md:1:12: error")
    wrong = spawn("check", "a.res.md", cwd=draft, env={"RESLINT_OUTPUT_FORMAT": "srif"})
    assert (wrong.status, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("reslint: RESLINT_OUTPUT_FORMAT is “srif”; say one of text, concise, json")


def test_a_plain_check_loads_nothing_of_what_it_does_not_use(draft: Path):
    # The first run reads the packs, and keeps what it has read.
    assert spawn("check", "a.res.md", cwd=draft).status == 1
    script = (
        "import sys\nfrom reslint.cli import main\nmain(['check', 'a.res.md', '--quiet'])\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=draft, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    unused = {"multiprocessing", "subprocess", "xml", "importlib.metadata", "reslint.cli.parallel"}
    unused |= {
        f"reslint.reports.{name}" for name in ("html", "sarif", "junit", "gitlab", "summary", "page", "measures")
    }
    unused |= {f"reslint.engine.{name}" for name in ("baseline", "fingerprint", "installed")}
    unused |= {f"reslint.cli.{name}" for name in ("since", "watch", "repair")}
    assert loaded & unused == set()
