"""Folders of rule packs: found, read, and put in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...text.record import dataclass, field
from ...text.regex import lazy
from ..data.finding import Problem
from ..data.resources import REGISTER_FOLDER
from ..data.schema import did_you_mean
from ..data.yamlfile import MAXIMUM_BYTES, Unreadable, YamlFile, decode_utf8

MAXIMUM_FILES = 5_000
MANIFEST = "pack.yaml"
DATA_FOLDERS = ("lexicon", "phrases")
_NAME = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOCUMENTS = (".md", ".txt")
_IGNORED = frozenset({"LICENSE", "LICENCE", "COPYING", "NOTICE"})


@dataclass(slots=True)
class Folder:
    """The files of a pack by their path below it ("opener/capital.yaml"), as bytes, in order of their paths."""

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """A hash of every name and every byte."""
        import hashlib

        state = hashlib.blake2b(digest_size=20)
        for name, data in self.files.items():
            state.update(f"{len(name)} {len(data)} {name}".encode("utf-8", "surrogatepass"))
            state.update(data)
        return state.hexdigest()

    def yaml(self, name: str) -> YamlFile | None:
        """One file, read; None if it is not text. Its mistakes are added to `problems`."""
        try:
            document = YamlFile(self.root / name, decode_utf8(self.files[name]))
        except Unreadable as error:
            self.problems.append(Problem(self.root / name, error.line, error.column, str(error)))
            return None
        self.problems.extend(document.problems)
        return document


def is_name(name: str) -> bool:
    """Whether a pack, an area or a rule may be called so."""
    return _NAME.fullmatch(name) is not None


def shipped() -> Path:
    """The folder of the packs that come with the program: inside the package, or in the checkout it runs from."""
    package = Path(__file__).resolve().parents[2]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def shipped_names() -> list[str]:
    """The names of the packs that come with the program."""
    try:
        return sorted(entry.name for entry in os.scandir(shipped()) if entry.is_dir())
    except OSError:
        return []


def locate(pack: str | Path) -> Path:
    """The folder of a pack.

    A plain name is one that comes with the program, or else a folder here, or else one that an installed package
    brings; anything else is a path.
    """
    if isinstance(pack, str) and _NAME.fullmatch(pack):
        inside = shipped() / pack
        if os.path.isdir(inside):
            return inside
        if not os.path.isdir(pack):
            return installed(pack) or Path(pack).absolute()
    return Path(pack).absolute()


def installed(name: str) -> Path | None:
    """The folder of a pack that an installed package brings; None where none brings one of that name."""
    if not _NAME.fullmatch(name):
        return None
    from .installed import installed_packs

    return installed_packs().get(name)


def read_folder(root: Path) -> Folder:
    """Every file of a pack, and what is wrong with the folder itself.

    Nothing outside the folder is read: links that lead out of it are problems, and so are links to folders, devices,
    files that are too large, and files that no pack has. Hidden files and documents (`.md`, `.txt`) are skipped.
    """
    folder = Folder(root)
    # Unlike that of paths, this function takes any name, also one that no folder can have.
    if not os.path.isdir(root):
        folder.problems.append(Problem(root, 0, 0, missing_folder(root)))
        return folder
    if message := _missing_manifest(root):
        folder.problems.append(Problem(root, 0, 0, message))
        return folder
    real = os.path.realpath(root)
    for place in _walk(folder, root, "", real):
        if len(folder.files) >= MAXIMUM_FILES:
            folder.problems.append(Problem(root, 0, 0, f"the pack has more than {MAXIMUM_FILES:,} files"))
            break
        data = _read_file(folder, root / place, real)
        if data is not None:
            folder.files[place] = data
    return folder


def _missing_manifest(root: Path) -> str:
    """Why a folder is not a pack; "" where it is one."""
    try:
        if stat.S_ISREG(os.stat(root / MANIFEST).st_mode):
            return ""
    except FileNotFoundError:
        pass
    except OSError as error:
        return f"the {MANIFEST} of this pack cannot be read: {error.strerror}"
    return f"this is not a pack: it has no {MANIFEST}"


def missing_folder(root: Path) -> str:
    """The message about a pack that is not there."""
    names = shipped_names()
    hint = did_you_mean(root.name, names) or f"; the program brings {', '.join(f'“{name}”' for name in names)}"
    return f"there is no such folder, and no pack “{root.name}”{hint}"


def _walk(folder: Folder, at: Path, prefix: str, real_root: str) -> Iterator[str]:
    try:
        with os.scandir(at) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        folder.problems.append(Problem(at, 0, 0, f"this folder cannot be read: {error.strerror}"))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        place = prefix + entry.name
        try:
            message = _objection(entry, prefix, real_root)
            is_folder = not message and entry.is_dir()
        except OSError as error:
            # A link may lead in a circle, or where nobody may look.
            message, is_folder = f"this file cannot be read: {error.strerror}", False
        if message:
            folder.problems.append(Problem(at / entry.name, 0, 0, message))
        elif is_folder:
            yield from _walk(folder, at / entry.name, f"{place}/", real_root)
        elif entry.name.endswith(".yaml"):
            yield place


def _objection(entry: os.DirEntry[str], prefix: str, real_root: str) -> str:
    """Why something in a pack is not looked into; "" when it is, or when it is skipped. Raises OSError."""
    if not entry.is_dir():
        if entry.name.endswith(_DOCUMENTS) or entry.name in _IGNORED:
            return ""
        message = _stray(entry.name, prefix)
        # `register.tables_in` skips the same tables; nothing else opens those.
        return message or (_unfit(entry.path, real_root) if entry.name.endswith(".tsv") else "")
    if entry.is_symlink():
        return "a pack holds no links to folders"
    if prefix:
        return "a pack has folders for areas and none inside them"
    return "" if _NAME.fullmatch(entry.name) else "the name of an area is written in small letters, digits and hyphens"


def _stray(name: str, prefix: str) -> str:
    """Why a file does not belong into a pack; "" when it does."""
    stem, dot, ending = name.rpartition(".")
    if dot and ending.lower() in {"yml", "yaml"} and ending != "yaml":
        return f"a file of a pack ends with .yaml: rename it to “{stem}.yaml”"
    if ending == "tsv" and prefix == f"{REGISTER_FOLDER}/":
        return ""
    if ending == "tsv" and prefix == "phrases/":
        from .recurrent import NAME

        others = f"tables of resolutions stand in {REGISTER_FOLDER}/"
        return "" if name == NAME else f"the only table in {prefix} is {NAME}; {others}"
    if ending != "yaml":
        return "a pack holds YAML files and documents (.md, .txt) only"
    if not prefix and name != MANIFEST:
        return f"a rule stands in the folder of its area; beside {MANIFEST} there are only folders"
    if not _NAME.fullmatch(stem):
        return "the name of a file in a pack is written in small letters, digits and hyphens"
    return ""


def _read_file(folder: Folder, path: Path, real_root: str) -> bytes | None:
    try:
        message = _unfit(path, real_root)
        if not message and os.path.getsize(path) > MAXIMUM_BYTES:
            message = f"the file has more than {MAXIMUM_BYTES:,} bytes; divide it"
        if not message:
            with open(path, "rb") as file:
                return file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
    folder.problems.append(Problem(path, 0, 0, message))
    return None


def _unfit(path: str | Path, real_root: str) -> str:
    """Why a file is not opened; "" when it is. Raises OSError."""
    if os.path.islink(path) and not os.path.realpath(path).startswith(real_root + os.sep):
        return "this link leads out of the pack"
    # A pipe or a device would never end.
    return "" if stat.S_ISREG(os.stat(path).st_mode) else "this is not an ordinary file"


@dataclass(slots=True, eq=False)
class Pack:
    """A pack that has been read: its manifest with defaults, and its folder."""

    name: str
    folder: Folder
    file: YamlFile
    data: Mapping[str, Any]

    @property
    def extends(self) -> Sequence[str]:
        """The names of the packs it builds on."""
        return self.data["extends"] or ()
