"""The requests of the page about a Word file that was dropped into it, and everything else by way of `entry`.

A file comes and goes as base64 in JSON. What is done is what the command does: open, merge, write, put remarks.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import entry
from reslint.cli.placing import placed
from reslint.cli.remarks import remarks_of
from reslint.formats import open_file
from reslint.formats.merging import merge
from reslint.reports.checked import Checked


def answer(request: str) -> str:
    """The answer to a request of the page.

    {do: "word-read" | "word-tracked" | "word-commented", name, data, text, packs, profile}: `data` are the bytes of the
    file, `text` the draft that was made of it, as it is now. `entry.answer` has the others. Raises CannotRead and
    CannotWrite, whose messages are sentences.
    """
    asked = json.loads(request)
    answers = {"word-read": _read, "word-tracked": _tracked, "word-commented": _commented}
    if asked["do"] not in answers:
        return entry.answer(request)
    return json.dumps(answers[asked["do"]](asked))


def _read(asked: dict[str, Any]) -> dict[str, Any]:
    original = open_file(Path(asked["name"]), base64.b64decode(asked["data"]))
    return {"text": original.text.content, "notice": original.notice}


def _tracked(asked: dict[str, Any]) -> dict[str, Any]:
    original = open_file(Path(asked["name"]), base64.b64decode(asked["data"]))
    edits, remarks = merge(original, asked["text"])
    return _written(original.write(edits, remarks), len(edits), [remark.words for remark in remarks], 0)


def _commented(asked: dict[str, Any]) -> dict[str, Any]:
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


def _written(data: bytes, changed: int, left: list[str], comments: int) -> dict[str, Any]:
    encoded = base64.b64encode(data).decode("ascii")
    return {"data": encoded, "changed": changed, "left": left, "comments": comments}
