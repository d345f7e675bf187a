"""Word files whose package was damaged: parts, relations and types that are missing, wrong, doubled or in circles."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile

from reslint.formats import CannotRead, open_file

from .invariants import expect
from .word import NAME, whole

_TARGET = re.compile(r'Target="[^"]*"')
_DOCTYPE = '<!DOCTYPE w:document [<!ENTITY lamp "light">]>'


def package(rng: random.Random) -> tuple[str, ...]:
    """Some changes to the parts of a package, each a text: “drop PART”, “target PART NAME”, “cut PART NUMBER” …"""
    with zipfile.ZipFile(io.BytesIO(whole())) as source:
        names = source.namelist()
    changes = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        what, part = rng.choice(("drop", "double", "empty", "doctype", "cut", "target", "rename")), rng.choice(names)
        other = rng.choice((*names, "../document.xml", "https://example.org/a", "word/none.xml", "\\..\\x", ""))
        detail = {"cut": str(rng.randrange(400)), "target": other, "rename": other}.get(what, "")
        changes.append(f"{what} {part} {detail}")
    return tuple(changes)


def packaged(*changes: str) -> None:
    """A damaged package is refused in one line, or it is read and its bytes come back."""
    data = _written(changes)
    try:
        original = open_file(NAME, data)
    except CannotRead as error:
        expect(bool(str(error)) and "\n" not in str(error), "what is wrong is not one line")
        return
    expect(original.write() == data, "the bytes do not come back")


def _written(changes: tuple[str, ...]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole())) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    for change in changes:
        what, name, detail = (*change.split(" ", 2), "", "")[:3]
        parts = [new for part in parts for new in (_changed(part, what, detail) if part[0] == name else [part])]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in parts:
            target.writestr(name, content)
    return out.getvalue()


def _changed(part: tuple[str, bytes], what: str, detail: str) -> list[tuple[str, bytes]]:
    name, content = part
    if what == "drop":
        return []
    if what == "double":
        return [part, part]
    if what == "rename":
        return [(detail or "x", content)]
    if what == "cut":
        return [(name, content[: int(detail or 0)])]
    if what == "empty":
        return [(name, b"")]
    text = content.decode("utf-8", "replace")
    if what == "doctype":
        return [(name, text.replace("?>", f"?>{_DOCTYPE}", 1).encode())]
    return [(name, _TARGET.sub(lambda _: f'Target="{detail}"', text).encode())]
