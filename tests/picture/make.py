"""Draws the pictures in the README: `python tests/picture/make.py`.

The terminal is drawn from what `reslint check` prints; the HTML report is what Chromium shows of it.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from html import escape
from pathlib import Path
from shutil import which

from reslint.cli import main

HERE = Path(__file__).parent
PICTURE = HERE / "check.svg"
REPORT = HERE / "report.png"
DRAFTS = HERE.parent / "drafts" / "bad"
COMMAND = ["check", "harbour-lights.res.md", "--select", "opener/italic-span,sequence,style/session-ordinal"]

COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "35": "#d2a8ff", "36": "#76e3ea"}
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
LETTER = 8.43
LINE = 20
MARGIN = 18
_CODE = re.compile(r"\x1b\[([0-9;]*)m")


def printed() -> str:
    """The output of the command on a terminal."""
    out = io.StringIO()
    with in_drafts(), redirect_stdout(out), redirect_stderr(out):
        main([*COMMAND, "--color", "always"])
    return out.getvalue()


@contextmanager
def in_drafts() -> Iterator[None]:
    """Go to the folder of drafts and back, so that pictures show the name of the draft alone."""
    before = Path.cwd()
    os.chdir(DRAFTS)
    try:
        yield
    finally:
        os.chdir(before)


def drawing() -> str:
    """The picture: the command line and its output as text in SVG."""
    lines = [f"$ reslint {' '.join(COMMAND)}", *printed().rstrip("\n").split("\n")]
    columns = max(len(_CODE.sub("", line)) for line in lines)
    width, height = round(columns * LETTER + 2 * MARGIN), len(lines) * LINE + 2 * MARGIN
    rows = [
        f'<text x="{MARGIN}" y="{MARGIN + 14 + index * LINE}" xml:space="preserve">{row(line)}</text>'
        for index, line in enumerate(lines)
    ]
    size = f'width="{width}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>',
            f"<style>text {{ font: 14px {FONT}; fill: #e6edf3 }}</style>",
            f'<rect {size} rx="8" fill="#0d1117"/>',
            *rows,
            "</svg>\n",
        ]
    )


def row(line: str) -> str:
    """One line of terminal output; colours become fills."""
    pieces = _CODE.split(line)
    found = [escape(pieces[0])]
    for codes, words in zip(pieces[1::2], pieces[2::2], strict=True):
        if words:
            found.append(f"<tspan{attributes(codes)}>{escape(words)}</tspan>")
    return "".join(found)


def attributes(codes: str) -> str:
    kinds = codes.split(";")
    fill = next((f' fill="{COLOURS[code]}"' for code in kinds if code in COLOURS), "")
    return fill + (' font-weight="bold"' if "1" in kinds else "") + (' opacity="0.6"' if "2" in kinds else "")


def photograph_report() -> None:
    """A picture of the HTML report, or a line that says why there is none."""
    browser = which("chromium") or which("google-chrome")
    if browser is None:
        print("Chromium is not installed: report.png stays as it is")
        return
    with tempfile.TemporaryDirectory() as folder, in_drafts():
        page = Path(folder) / "report.html"
        main(["check", "harbour-lights.res.md", "--quiet", "--statistics", "--output", f"html={page}"])
        look = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1100,760"]
        subprocess.run([browser, *look, f"--screenshot={REPORT}", page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    PICTURE.write_text(drawing(), encoding="utf-8")
    photograph_report()
