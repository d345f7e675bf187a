"""OpenDocument texts and old Word files: LibreOffice makes a Word file of them, where it is installed."""

from __future__ import annotations

from pathlib import Path

from .kinds import kind_of
from .original import CannotRead, Version
from .word import WordFile

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 180
_SUFFIXES = {b"PK": ".odt", b"\xd0\xcf": ".doc"}


class OfficeFile(WordFile):
    """A file that was read by way of a Word file; `write` gives that Word file, which cannot take its place."""

    is_replaceable = False
    notice = "read by way of LibreOffice"


def open_office(path: Path, data: bytes, version: Version = "final") -> OfficeFile:
    """The text of a file that LibreOffice can make a Word file of. Raises CannotRead."""
    import shutil

    program = next((found for each in _PROGRAMS if (found := shutil.which(each))), None)
    if program is None:
        kind = kind_of(path, data)
        name = kind.name if kind is not None else "a file of another program"
        raise CannotRead(f"this is {name}, which LibreOffice can read; install that, or save the file as .docx")
    return OfficeFile(_converted(program, data), version)


def _converted(program: str, data: bytes) -> bytes:
    """The Word file that LibreOffice makes, in a folder and with settings of its own, which are gone afterwards."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(prefix="reslint-") as name:
        folder = Path(name)
        source = folder / f"draft{_SUFFIXES.get(data[:2], '.doc')}"
        source.write_bytes(data)
        settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", name]
        try:
            subprocess.run(
                [program, settings, *options, str(source)], cwd=name, capture_output=True, check=True, timeout=_SECONDS
            )
            return (folder / "draft.docx").read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise CannotRead("LibreOffice cannot read this file; save it as .docx") from None
