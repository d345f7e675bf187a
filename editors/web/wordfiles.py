"""The requests of the page about a Word file that was dropped into it, or is to be made of a draft.

A file comes and goes as base64 in JSON. What is done is what the command does: open, merge, write, put remarks.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import entry
from reslint.cli.layout import blocks_of, front_matter_of
from reslint.cli.placing import placed
from reslint.cli.remarks import remarks_of
from reslint.formats import open_file
from reslint.formats.merging import merge
from reslint.formats.word.build import build
from reslint.formats.word.package import CARRIED
from reslint.formats.word.writing import new_stamp
from reslint.reports.checked import Checked


def _read(asked: Mapping[str, Any]) -> dict[str, Any]:
    original = open_file(Path(asked["name"]), base64.b64decode(asked["data"]))
    return {"text": original.text.content, "notice": original.notice}


def _tracked(asked: Mapping[str, Any]) -> dict[str, Any]:
    original = open_file(Path(asked["name"]), base64.b64decode(asked["data"]))
    edits, remarks = merge(original, asked["text"])
    return _written(original.write(edits, remarks), len(edits), [remark.words for remark in remarks], 0)


def _commented(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The changes, and comments on what is found once they are accepted."""
    name = Path(asked["name"])
    original = open_file(name, base64.b64decode(asked["data"]))
    edits, left = merge(original, asked["text"])
    changed = open_file(name, original.write(edits))
    checking = entry.Checking(changed.text.content, asked["packs"], asked["profile"])
    ruleset = checking.checker.ruleset
    file = Checked(name.name, checking.text, tuple(checking.outcome.findings))
    findings = placed(file, changed, checking.draft, ruleset).findings
    data = changed.write((), remarks_of(findings, ruleset))
    return _written(data, len(edits), [remark.words for remark in left], len(findings))


def _new(asked: Mapping[str, Any]) -> dict[str, Any]:
    """A Word file of a draft; `left` are the remarks on what it has no place for."""
    draft = entry.checking_of(asked).draft
    data, remarks = build(blocks_of(draft), new_stamp(author=CARRIED), front_matter_of(draft))
    return _written(data, 0, list(remarks), 0)


def _written(data: bytes, changed: int, left: list[str], comments: int) -> dict[str, Any]:
    encoded = base64.b64encode(data).decode("ascii")
    return {"data": encoded, "changed": changed, "left": left, "comments": comments}


TASKS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "word-read": _read,
    "word-tracked": _tracked,
    "word-commented": _commented,
    "word-new": _new,
}
"""{name, data, text, packs, profile}: `data` are the bytes of the file, `text` the draft that was made of it, as it is
now. They raise CannotRead and CannotWrite, whose messages are sentences."""
