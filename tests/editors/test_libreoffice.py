"""The extension for LibreOffice Writer: installed by an ordinary user, it flags, explains and fixes a draft."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
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
LONG, LONGEST = 1_500, 10_000
"""Numbers of paragraphs: of the longest nobody can wait for the end before it is cancelled."""


def with_annex(count: int) -> list[WordBlock]:
    """The same mistakes, and a long annex."""
    told = "The keeper of lamp {} trims its wick before the sun sets."
    rules = [WordBlock("paragraph", told.format(number), f"{number}.") for number in range(1, count)]
    return [*BLOCKS[:-1], WordBlock("title", "**Annex**"), *rules, BLOCKS[-1]]


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
        drafts: dict[str, Any] = {"draft": BLOCKS}
        if os.environ.get("RESLINT_TEST_LONG"):
            drafts |= {"long": with_annex(LONG), "longest": with_annex(LONGEST)}
        for name, blocks in drafts.items():
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


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """The name of a screen that nobody sees."""
    if sys.platform != "linux":
        pytest.skip("Xvfb is for Linux")
    needs("Xvfb", "xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait(20)


def test_findings_are_underlined_on_the_screen(writer: Writer, seen: dict[str, Any], screen: str) -> None:
    assert seen["flagged"]
    needs("import", "imagemagick")
    assert int(writer.drive("picture", DISPLAY=screen)) > 0
    kept = os.environ.get("RESLINT_TEST_PICTURES")
    if kept:
        shutil.copy(writer.folder / "writer.ppm", Path(kept) / "libreoffice-writer.ppm")


@pytest.fixture(scope="module")
def worked_on(writer: Writer, seen: dict[str, Any], screen: str) -> dict[str, Any]:
    if not os.environ.get("RESLINT_TEST_LONG"):
        pytest.skip("it depends on how fast buttons are pressed: set RESLINT_TEST_LONG=1")
    assert seen["flagged"], "the rules are in the cache from now on"
    return dict(json.loads(writer.drive("long", DISPLAY=screen)))


def test_long_work_says_what_it_does_and_a_cancelled_one_has_changed_nothing(worked_on: dict[str, Any]) -> None:
    assert "Cancel" in worked_on["said"]
    assert worked_on["cancelled"] == [worked_on["before"], False]


def test_a_document_stays_open_until_the_work_on_it_has_stopped(worked_on: dict[str, Any]) -> None:
    assert "closed" not in worked_on
    assert worked_on["kept open"] == [worked_on["before"], False]


def test_fixes_of_a_document_that_has_changed_meanwhile_are_not_made(worked_on: dict[str, Any]) -> None:
    assert "has changed while it was being read" in worked_on["told"]
    assert worked_on["changed"] == worked_on["before"] + "Words of another."


def test_long_work_left_in_peace_does_what_it_does_without_a_window(worked_on: dict[str, Any]) -> None:
    assert "findings fixed" in worked_on["done"]
    assert worked_on["after"] == worked_on["fixed"]
    assert worked_on["undone"]
