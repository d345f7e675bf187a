#!/usr/bin/env python3
"""Builds the extension for LibreOffice Writer: `python editors/libreoffice/build.py [TARGET]`, else dist/reslint.oxt.

It carries reslint with its rules, and the libraries that these need, PyYAML without its compiled part. They are taken
from the Python that builds it: so nothing is downloaded, and one file serves every system.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
STAMP = (1980, 1, 1, 0, 0, 0)
SETTINGS = ("Addons.xcu", "Linguistic.xcu", "ProtocolHandler.xcu")
OWN = ("component.py", "description.xml", *SETTINGS, "META-INF/manifest.xml")
LEFT_OUT = ("lsp",)
"""Rooms of the program that nothing here asks for."""


def version() -> str:
    """The version of reslint."""
    line = (PROJECT / "server" / "reslint" / "__init__.py").read_text("utf-8").partition("__version__ = ")[2]
    return line.split('"')[1]


def contents() -> dict[str, bytes]:
    """The files of the extension by name."""
    import pathspec
    import yaml

    found = {name: (HERE / name).read_bytes() for name in OWN}
    found["description.xml"] = found["description.xml"].replace(b"@VERSION@", version().encode())
    found["LICENSE"] = (PROJECT / "LICENSE").read_bytes()
    for folder, target, pattern in (
        (HERE / "pythonpath", "pythonpath", "*.py"),
        (PROJECT / "server" / "reslint", "libs/reslint", "*"),
        (PROJECT / "rules", "libs/reslint/rules", "*"),
        (Path(yaml.__file__).parent, "libs/yaml", "*.py"),
        (Path(pathspec.__file__).parent, "libs/pathspec", "*.py"),
    ):
        for path in sorted(folder.rglob(pattern)):
            parts = path.relative_to(folder).parts
            if path.is_file() and "__pycache__" not in parts and parts[0] not in LEFT_OUT:
                found["/".join((target, *parts))] = path.read_bytes()
    return found


def build(target: Path) -> Path:
    """Write the extension; the same files make the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents().items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return target


if __name__ == "__main__":
    made = build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "dist" / "reslint.oxt")
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
