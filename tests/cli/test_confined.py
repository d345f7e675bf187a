"""A check reads and tells; it starts nothing, calls nobody, writes nothing, and takes no memory by leaps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="this system cannot bound the memory of a process")

WATCHED = """
import os, sys
from reslint.cli import main

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "urllib.",
             "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.link", "os.symlink", "os.truncate",
             "ctypes.", "http.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "shutil.")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def watch(event, words):
    if event.startswith(FORBIDDEN) or event == "open" and words[2] and words[2] & WRITING:
        print("SEEN", event, words, file=sys.stderr)

sys.addaudithook(watch)
sys.exit(main(sys.argv[1:]))
"""
DRAFT = """\
---
reslint: {packs: [../evil, !!python/name:os.system x], profile: !!python/object/apply:os.system [touch ran]}
---

*The General Assembly*,

*Recalling* the <script>fetch("http://harbour.example/")</script>, `touch ran` and $(touch ran),

1. *Decides* to see http://harbour.example/ and ![chart](http://harbour.example/chart.png) and oyl.
"""
RULE = """\
summary: Oil is written with an i.
severity: warning
select: words
check: {kind: pattern, find: 'oyl'}
message: 'Found “{found}” {found.__class__} !!python/object/apply:os.system [touch ran]'
why: !!python/object/apply:os.system [touch ran]
source: ['the harbour office']
examples: {report: [{draft: 'It is {{oyl}}.'}], silent: ['It is oil.']}
"""


def watched(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-B", "-c", WATCHED, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=60, check=False)


def test_the_watch_sees_a_fix_being_written(tmp_path: Path) -> None:
    (tmp_path / "lake.res.md").write_text("*The General Assembly*,\n\n1. *Decides* to see the the lake.\n")
    assert "SEEN os.rename" in watched("check", "--no-cache", "--fix", "lake.res.md", cwd=tmp_path).stderr


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif"])
def test_a_check_runs_nothing_fetches_nothing_and_writes_nothing(tmp_path: Path, form: str) -> None:
    pack = tmp_path / "house"
    (pack / "style").mkdir(parents=True)
    (pack / "pack.yaml").write_text("name: house\nsummary: !!python/object/apply:os.system [touch ran]\n")
    (pack / "style" / "oil.yaml").write_text(RULE)
    (tmp_path / ".reslint.yaml").write_text("packs: [un, ./house]\nbody: !!python/object/apply:os.system [touch ran]\n")
    (tmp_path / "lake.res.md").write_text(DRAFT)
    before = sorted(tmp_path.rglob("*"))
    done = watched("check", "--no-cache", "--output-format", form, "lake.res.md", cwd=tmp_path)
    assert "SEEN" not in done.stderr
    assert done.returncode == 2, "mistakes in the configuration and in the pack are errors"
    assert sorted(tmp_path.rglob("*")) == before


HOSTILE = {
    "one word": "x" * 300_000,
    "brackets": "The General Assembly,\n\n1. *Decides* " + "(" * 100_000,
    "emphasis": "*The General Assembly*,\n\n" + "*a _b " * 50_000,
    "comments": "*The General Assembly*,\n\n" + "<!-- " * 60_000,
    "lists": "*The General Assembly*,\n\n1. *Decides*:\n\n" + "(a) so:\n\n(i) so:\n\n" * 10_000,
    "notes": "*The General Assembly*,\n\n1. *Decides* it;" + "[^1]" * 20_000 + "\n\n" + "[^1]: A/1.\n" * 10_000,
    "openers": "*The General Assembly*,\n\n" + "*Recalling* the the sea,\n\n" * 10_000,
    "resolutions": "*The General Assembly*,\n\n1. *Decides* it.\n\n" * 6_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_of_300_kb_is_checked_within_half_a_gigabyte(tmp_path: Path, text: str) -> None:
    (tmp_path / "lake.res.md").write_text(text)
    half = 512 * 1024 * 1024
    command = [sys.executable, "-m", "reslint", "check", "--quiet", "--output-format", "concise", "lake.res.md"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (half, half)),
    )
    assert "MemoryError" not in done.stderr
    assert done.returncode in (0, 1), done.stderr[-400:]
