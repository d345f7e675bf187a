"""The extension for LibreOffice Writer: installed by an ordinary user, it flags, explains and fixes a draft."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp

from .conftest import DRIVE, EDITORS, needs

NOBODY = 65534
BLOCKS = (
    WordBlock("title", "**Lamps of the harbours**"),
    WordBlock("paragraph", "The General Assembly,"),
    WordBlock("paragraph", "Recalling its resolution 70/1 of 25 September 2015,[^1]"),
    WordBlock("paragraph", "*Recalling* the harbours of the the northern coasts,"),
    WordBlock("paragraph", "*Noting with concern* that 3 lamps are out"),
    WordBlock("paragraph", "*Welcomes* the lamps that were lit at its 22nd session;", "1."),
    WordBlock("paragraph", "Requests the Secretary-General to light the others:", "3."),
    WordBlock("item", "The lamps of the pier;", "(a)"),
    WordBlock("item", "The lamps of the quay;", "(c)"),
    WordBlock("paragraph", "*Requests* the Secretary-General to report thereon;", "4."),
    WordBlock("paragraph", "*Decides* to remain seized of the matter.", "5."),
    WordBlock("note", "Resolution 70/1", "[^1]:", "1"),
)
"""Mistakes in words, italics, numbers, the sequence of openers, and a note."""
PLANTED = {
    "structure/enacting-line": "The General Assembly",
    "opener/preambular-italic": "Recalling",
    "style/repeated-word": "the the ",
    "style/number": "3",
    "punctuation/preambular-end": "out",
    "style/session-ordinal": "22nd",
    "numbering/operative": "3.",
    "opener/operative-italic": "Requests",
    "numbering/subparagraph": "(c)",
    "footnote/end-stop": "70/1",
}
"""Each mistake by the rule that finds it, and the words that are marked."""


LONG, SHORT = 3_000, 100
"""The paragraphs of a draft that takes long, and of one that is soon fixed."""


def lamps(size: int) -> list[WordBlock]:
    """A resolution of so many operative paragraphs, all but the last with a mistake that has a safe fix."""
    words = [f"*Requests* the keepers to light the the lamp {number};" for number in range(1, size)]
    words.append("*Decides* to remain seized of the matter.")
    head = [WordBlock("paragraph", "*The General Assembly*,"), WordBlock("paragraph", "*Recalling* the harbours,")]
    return head + [WordBlock("paragraph", each, f"{number}.") for number, each in enumerate(words, 1)]


def office_python() -> str:
    """A Python that can speak to LibreOffice; else the test is skipped."""
    needs("soffice", "libreoffice-writer")
    needs("unopkg", "libreoffice-common")
    for name in ("/usr/bin/python3", "python3"):
        found = shutil.which(name)
        if found and not subprocess.run([found, "-c", "import uno"], capture_output=True, check=False).returncode:
            return found
    pytest.skip("no Python here can speak to LibreOffice (Debian: apt-get install python3-uno)")


class Writer:
    """A folder with the extension and a draft, whose owner runs LibreOffice: never root."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = office_python()
        subprocess.run([sys.executable, EDITORS / "libreoffice" / "build.py", folder / "reslint.oxt"], check=True)
        for name, blocks in (("draft", BLOCKS), ("long", lamps(LONG)), ("short", lamps(SHORT))):
            (folder / f"{name}.docx").write_bytes(build(blocks, Stamp("x", "2026-01-01T00:00:00Z", 1))[0])
        shutil.copy(DRIVE / "writer.py", folder)
        self.user: dict[str, Any] = {}
        if os.getuid() == 0:
            self.user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)

    def drive(self, task: str, **variables: str) -> str:
        """The driver's answer about a task."""
        environment = {"HOME": str(self.folder), "PATH": os.environ["PATH"], **variables}
        command = [self.python, str(self.folder / "writer.py"), task, str(self.folder)]
        options: dict[str, Any] = {"env": environment, "cwd": self.folder, "timeout": 400, **self.user}
        done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    folder = Path(tempfile.mkdtemp(prefix="reslint-writer-"))
    try:
        yield Writer(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def seen(writer: Writer) -> dict[str, Any]:
    return dict(json.loads(writer.drive("work")))


def looks(paragraphs: list[Any]) -> list[list[tuple[str, bool]]]:
    """Each paragraph if changes are accepted, as characters and whether they are italic; spaces aside."""
    return [
        [(letter, italic) for words, italic, stays in portions if stays for letter in words if not letter.isspace()]
        for portions in paragraphs
    ]


def words(paragraphs: list[Any]) -> str:
    return "\n".join("".join(letter for letter, _ in each) for each in looks(paragraphs))


def test_ten_planted_mistakes_are_marked_on_their_words(seen: dict[str, Any]) -> None:
    assert seen["user"] != 0
    marked = {rule: found for found, rule, _ in seen["flagged"]}
    assert {rule: marked.get(rule) for rule in PLANTED} == PLANTED
    suggested = {rule: suggestions for _, rule, suggestions in seen["flagged"]}
    assert suggested["style/number"] == ["three"]
    assert suggested["opener/preambular-italic"] == [], "a proofreader cannot set italics"


def test_safe_fixes_are_recorded_and_what_is_accepted_is_what_is_made_without_recording(seen: dict[str, Any]) -> None:
    assert any(not stays for portions in seen["recorded"] for _, _, stays in portions)
    assert looks(seen["recorded"]) == looks(seen["accepted"]) == looks(seen["plain"])
    assert seen["again"] == []
    text = words(seen["plain"])
    assert "2.Requests" in text
    assert "(b)Thelampsofthequay;" in text
    assert looks(seen["plain"])[1][0] == ("T", True)


def test_changes_that_are_rejected_or_undone_leave_the_draft_as_it_was(seen: dict[str, Any]) -> None:
    assert looks(seen["rejected"]) == looks(seen["before"])
    assert looks(seen["undone"]) == looks(seen["before"])


READING = """
import time
from component import Readings

class Judged:
    findings = ()
    def __init__(self, *texts): self.texts = texts
    def knows(self, text): return text in self.texts
    def marks(self, text): return [text]

readings = Readings()
readings.marks("a header")
began = time.monotonic()
readings.marks("the the")
readings.keep("document", Judged("the"))
print(readings.settle(True, began), readings.marks("the the"), readings.marks("a header"))
began = time.monotonic()
readings.keep("document", Judged("the the"))
print(readings.settle(True, began), readings.marks("the the"))
"""


def test_what_is_written_during_a_reading_is_read_next() -> None:
    paths = [EDITORS / "libreoffice", EDITORS / "libreoffice" / "pythonpath", EDITORS.parent / "server"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [office_python(), "-c", READING]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines() == ["True ([], True) ([], False)", "False (['the the'], False)"]


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees, by its name; else the test is skipped."""
    needs("Xvfb", "xvfb")
    needs("import", "imagemagick")
    read, write = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        process.terminate()
        process.wait(20)


def keep(picture: Path) -> None:
    """Copy a picture to where somebody wants to look at it."""
    kept = os.environ.get("RESLINT_TEST_PICTURES")
    if kept:
        shutil.copy(picture, Path(kept) / f"libreoffice-{picture.name}")


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is for Linux")
def test_findings_are_underlined_on_the_screen(writer: Writer, seen: dict[str, Any]) -> None:
    assert seen["flagged"]
    with screen() as display:
        assert int(writer.drive("picture", DISPLAY=display)) > 0
        keep(writer.folder / "writer.ppm")


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is for Linux")
@pytest.mark.skipif("RESLINT_TEST_LONG" not in os.environ, reason="takes minutes: set RESLINT_TEST_LONG=1")
def test_long_work_can_be_stopped_and_leaves_what_changes_meanwhile_alone(writer: Writer, seen: dict[str, Any]) -> None:
    assert seen["flagged"]
    with screen() as display:
        stopped = json.loads(writer.drive("stopping", DISPLAY=display))
        keep(writer.folder / "stopping.ppm")
    assert [(was_at_work, is_same) for _, was_at_work, _, is_same in stopped["stopped"]] == [(True, True)] * 5
    assert stopped["meanwhile"], "the short document was fixed before anything was changed in it"
    assert stopped["edited"]
