"""Emphasis: as CommonMark has it, and with a space inside the signs as some programs write it."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reslint.text.fold import fold_once
from reslint.text.folded import Folded

SECTION = "Emphasis and strong emphasis"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$|^## ([^\n]*)$", re.MULTILINE | re.DOTALL)
_OTHER = re.compile(r"[`\[<]|^\* |\n\n")
"""Links, code, HTML, lists: what is not emphasis."""


def rendered(folded: Folded) -> str:
    """Folded words with tags round what is emphasised."""
    tags = []
    for run in folded.emphasis:
        name = {"bold": "strong", "italic": "em", "underline": "u"}[run.style]
        tags += [(run.start, 1, run.opening.start, f"<{name}>"), (run.end, 0, -run.opening.start, f"</{name}>")]
    tags.sort()
    at, written = 0, []
    for offset, _, _, tag in tags:
        written += [folded.text[at:offset], tag]
        at = offset
    return "".join([*written, folded.text[at:]])


def examples(specification: str) -> list[tuple[str, str]]:
    """The examples of the section that hold nothing but emphasis: Markdown and what it is rendered as."""
    found = []
    section = ""
    for match in _EXAMPLE.finditer(specification.replace("→", "\t")):
        if match[3] is not None:
            section = match[3]
        elif section == SECTION and not _OTHER.search(match[1]) and not _OTHER.search(re.sub(r"</?\w+>", "", match[2])):
            found.append((match[1].rstrip("\n"), re.sub(r"</?p>", "", match[2]).strip().replace("\n", " ")))
    return found


@pytest.fixture(scope="module")
def specification(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("specification")
    if shutil.which("npm") is None:
        pytest.skip("npm, which has the examples of CommonMark, is not installed")
    quiet = ["--silent", "--no-audit", "--no-fund"]
    command = ["npm", "install", *quiet, "--prefix", str(folder), "commonmark-spec@0.31.2"]
    if subprocess.run(command, capture_output=True, timeout=120, check=False).returncode:
        pytest.skip("npm does not answer")
    return Path(folder, "node_modules", "commonmark-spec", "spec.txt").read_text(encoding="utf-8")


def test_every_example_of_the_specification_is_read_as_it_is_rendered(specification: str):
    known = examples(specification)
    assert len(known) > 100
    wrong = []
    for source, wanted in known:
        read, printed = rendered(fold_once(source)), html.unescape(wanted).replace("\u00a0", " ")
        wrong += [] if read == printed else [(source, read, printed)]
    assert not wrong


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("*foo**bar*", "<em>foo**bar</em>"),
        ("*foo**bar***", "<em>foo<strong>bar</strong></em>"),
        ("foo***bar***baz", "foo<em><strong>bar</strong></em>baz"),
        ("foo******bar*********baz", "foo<strong><strong><strong>bar</strong></strong></strong>***baz"),
        ("*foo _bar* baz_", "<em>foo _bar</em> baz_"),
        ("**Guided by** the Charter,", "<strong>Guided by</strong> the Charter,"),
        ("*Requests *the Committee", "<em>Requests</em> the Committee"),
        ("**Requests **the *Charter*", "<strong>Requests</strong> the <em>Charter</em>"),
        ("***Requests ***the Committee", "<em><strong>Requests</strong></em> the Committee"),
        ("*Requests *the Chair of *Supplement *No. 2", "<em>Requests</em> the Chair of <em>Supplement</em> No. 2"),
        ("the Sea,* and the Charter,* as well", "the Sea,* and the Charter,* as well"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_signs_are_paired(source: str, read: str):
    assert rendered(fold_once(source)) == read
