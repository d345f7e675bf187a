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
_CHANGES = ("drop", "double", "empty", "doctype", "entity", "cut", "target", "rename", "size")
_SIZES = (0, 1, 70_000, 90_000_000, 2_000_000_000, 4_294_967_294)
"""Sizes that a part may claim to have unpacked; what is packed is as small as ever."""
_DOCTYPE = '<!DOCTYPE w:document [<!ENTITY lamp "light">]>'


def package(rng: random.Random) -> tuple[str, ...]:
    """Some changes to the parts of a package, each a text: “drop PART”, “target PART NAME”, “cut PART NUMBER” …"""
    with zipfile.ZipFile(io.BytesIO(whole())) as source:
        names = source.namelist()
    changes = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        what, part = rng.choice(_CHANGES), rng.choice(names)
        other = rng.choice((*names, "../document.xml", "https://example.org/a", "word/none.xml", "\\..\\x", ""))
        number = str(rng.choice(_SIZES) if what == "size" else rng.randrange(400))
        detail = {"cut": number, "size": number, "target": other, "rename": other}.get(what, "")
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
        for what, name, detail in (change.split(" ", 2) for change in changes if change.startswith("size ")):
            for entry in target.filelist:
                if what == "size" and entry.filename == name:
                    entry.file_size = int(detail or 0)
    return out.getvalue()


def _changed(part: tuple[str, bytes], what: str, detail: str) -> list[tuple[str, bytes]]:
    name, content = part
    if what in ("drop", "size", "double"):  # of the size another is written at the end
        return [part] * ("drop", "size", "double").index(what)
    if what == "rename":
        return [(detail or "x", content)]
    if what == "cut":
        return [(name, content[: int(detail or 0)])]
    if what == "empty":
        return [(name, b"")]
    text = content.decode("utf-8", "replace")
    if what == "entity":
        return [(name, text.replace("</w:t>", "&lamp;&#0;</w:t>", 1).encode())]
    if what == "doctype":
        return [(name, text.replace("?>", f"?>{_DOCTYPE}", 1).encode())]
    return [(name, _TARGET.sub(lambda _: f'Target="{detail}"', text).encode())]
