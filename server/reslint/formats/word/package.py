"""A Word file as a package of parts (ECMA-376 part 2): a zip archive whose XML is kept as bytes.

Every element knows its byte offsets, so that a change is a splice and all else stays as it was. Nothing outside the
archive is ever opened, and no part may declare entities.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from ..original import CannotRead
from .xml import DAMAGED, Element, XmlPart

MOST_UNPACKED = 400_000_000
"""Bytes that all parts of a file may have together."""
MOST_XML = 80_000_000
"""Bytes of one part of XML: a book of ten thousand pages has less."""
MOST_PARTS = 10_000
AUTHOR = "reslint"
"""The author of tracked changes, and of comments that are findings."""
CARRIED = "draft"
"""The author of comments that a draft in Markdown has of its own, which nobody may take for findings."""
OWN = b"reslint"
"""The comment of an archive that was written here; whatever saves it again leaves it out."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHORT_STAMP = (1980, 1, 1, 0, 0, 0)
ODF_TEXT = "application/vnd.oasis.opendocument.text"


class Package:
    """The parts of a Word file.

    `part` and `related` parse a part when it is first asked for. `add` takes new parts; `save` gives the bytes of the
    file with all splices. Raises CannotRead, in one sentence, for what is not a Word file that can be read.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise CannotRead("this Word file is protected by a password; save a copy without one")
            raise CannotRead("this is an old Word file (.doc); save it as .docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise CannotRead("this Word file is damaged or cut short; get it again") from None
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS:
            raise CannotRead(f"this file has more than {MOST_PARTS:,} parts, more than any draft")
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise CannotRead(f"unpacked, this file is larger than {MOST_UNPACKED // 1_000_000} MB, more than any draft")
        self._names: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if self._names.setdefault(entry.filename.lower(), entry) is not entry:
                raise CannotRead(f"this Word file holds {entry.filename} twice; save it again in Word")
        self._parts: dict[str, XmlPart | None] = {}
        self._new: dict[str, bytes] = {}
        self.root_relations = self.part("_rels/.rels")
        self.name = self._main_name()
        main = self.part(self.name)
        if main is None or main.root.tag != "w:document":
            raise CannotRead(self._other_kind())
        self.main = main
        self.folder = posixpath.dirname(self.name)
        self.relations_name = posixpath.join(self.folder, "_rels", posixpath.basename(self.name) + ".rels")
        self.relations = self.part(self.relations_name)

    def _main_name(self) -> str:
        for relation in _relations(self.root_relations):
            if _kind(relation) == "officeDocument":
                return _resolved("", relation.attributes.get("Target", ""))
        raise CannotRead(self._other_kind())

    def _other_kind(self) -> str:
        if "mimetype" in self._names:
            if self.read("mimetype")[:100].decode("ascii", "replace").strip() == ODF_TEXT:
                return "this is an OpenDocument text (.odt); save it as .docx"
            return "this is an OpenDocument file, but not a text"
        for folder, program in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
            if any(name.startswith(folder) for name in self._names):
                return f"this is {program}, not a Word file"
        if "[content_types].xml" in self._names:
            return "the main document of this Word file is missing; open it in Word, which can repair it"
        return "this is a zip archive, not a Word file"

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError for one that is not there, CannotRead for one that is damaged."""
        entry = self._names[name.lower()]
        try:
            return self._zip.read(entry)
        except RuntimeError:
            raise CannotRead("this archive is protected by a password; save a copy without one") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            raise CannotRead(DAMAGED.format(entry.filename)) from None

    def part(self, name: str) -> XmlPart | None:
        """A part as XML, None where the file has none of this name."""
        key = name.lower()
        if key not in self._parts:
            entry = self._names.get(key)
            if entry is None:
                self._parts[key] = None
            elif entry.file_size > MOST_XML:
                raise CannotRead(f"{entry.filename} is larger than {MOST_XML // 1_000_000} MB, more than any draft")
            else:
                self._parts[key] = XmlPart(entry.filename, self.read(name))
        return self._parts[key]

    @property
    def parts(self) -> list[XmlPart]:
        """The parts that were parsed so far."""
        return [part for part in self._parts.values() if part is not None]

    def target(self, relation: str, parts: XmlPart | None = None) -> str | None:
        """The name of the part that the relation of this identity leads to; None for one outside the file."""
        for each in _relations(parts or self.relations):
            if each.attributes.get("Id") == relation and each.attributes.get("TargetMode") != "External":
                return _resolved(self.folder, each.attributes.get("Target", ""))
        return None

    def related(self, kind: str) -> XmlPart | None:
        """The part of the main document with a role such as "styles", "numbering", "footnotes" or "comments"."""
        for relation in _relations(self.relations):
            if _kind(relation) == kind and relation.attributes.get("TargetMode") != "External":
                return self.part(_resolved(self.folder, relation.attributes.get("Target", "")))
        return None

    @property
    def is_signed(self) -> bool:
        """Whether the file has a digital signature, which any change would break."""
        return any(_kind(relation) == "origin" for relation in _relations(self.root_relations))

    def add(self, name: str, data: bytes) -> None:
        """Put a new part into the file; it must have none of this name."""
        if name.lower() in self._names or name in self._new:
            raise ValueError(f"the part {name} is already there")
        self._new[name] = data

    def free_name(self, name: str) -> str:
        """The name, with a number where the file already has a part of this name."""
        stem, ending = posixpath.splitext(name)
        tries = (name, *(f"{stem}{number}{ending}" for number in range(2, MOST_PARTS + 3)))
        return next(each for each in tries if each.lower() not in self._names and each not in self._new)

    def save(self) -> bytes:
        """The file with its splices; parts without one hold the same bytes, in the same order."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for key, entry in self._names.items():
                part = self._parts.get(key)
                data = part.spliced() if part is not None and part.is_changed else self.read(entry.filename)
                copy = zipfile.ZipInfo(entry.filename, entry.date_time)
                stored = entry.compress_type == zipfile.ZIP_STORED
                target.writestr(copy, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
            target.comment = OWN
            for name, data in self._new.items():
                target.writestr(zipfile.ZipInfo(name, _SHORT_STAMP), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def is_own(data: bytes) -> bool:
    """Whether a file is as it was written here, and nobody has saved it since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.comment == OWN
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _relations(part: XmlPart | None) -> list[Element]:
    return [] if part is None else [each for each in part.root.children if each.tag == "Relationship"]


def _kind(relation: Element) -> str:
    return relation.attributes.get("Type", "").rpartition("/")[2]


def _resolved(folder: str, target: str) -> str:
    """The name of a part; a target is relative to the folder of its source, unless it begins with a slash."""
    joined = target if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined.replace("\\", "/")).lstrip("/")
