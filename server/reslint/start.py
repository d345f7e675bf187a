"""Starts the program, with the code of its modules from one file.

A check imports some 140 modules, and to find and read the file of each takes longer than what the modules do. So what
a command has imported stands in one file beside the files that Python keeps of each module, in `__pycache__`, and is
as good as they are: a module whose source has another size or time of change is imported as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source
from types import CodeType, ModuleType

from . import __version__

_WORTH = 8
"""For fewer modules that it lacks the file is not rewritten."""
_FOLDER = os.path.dirname(os.path.abspath(__file__))

_Entry = tuple[str, bool, int, int, int, int]
"""Of a module its path below the package, whether it is a package, size and time of its source, and where its code is:
first and last byte, half-open."""


class _Loader(SourceFileLoader):
    """Has the code of a module at hand."""

    def __init__(self, name: str, path: str, code: memoryview) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 the contract
        """The code; that of the module which this was made for."""
        code: CodeType = marshal.loads(self.code)
        return code


class Bundle:
    """The modules that a command imports. A finder for `sys.meta_path`."""

    def __init__(self, command: str) -> None:
        self.path = cache_from_source(os.path.join(_FOLDER, f"{command}.py")).removesuffix(".pyc") + ".bundle"
        self._head = marshal.dumps((__version__, MAGIC_NUMBER, sys.version))
        self._entries: dict[str, _Entry] = {}
        self._codes = memoryview(b"")
        with suppress(OSError, ValueError, EOFError, TypeError), open(self.path, "rb") as file:
            if file.read(len(self._head)) == self._head:
                self._entries = dict(marshal.load(file))
                self._codes = memoryview(file.read())

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 the contract
        target: ModuleType | None = None,  # noqa: ARG002 the contract
    ) -> ModuleSpec | None:
        """How to load a module; None where it is not known as it is now."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        place, is_package, size, changed, start, end = entry
        file = os.path.join(_FOLDER, place)
        try:
            status = os.stat(file)
        except OSError:
            return None
        if (status.st_size, status.st_mtime_ns) != (size, changed) or end > len(self._codes):
            return None
        loader = _Loader(name, file, self._codes[start:end])
        spec = ModuleSpec(name, loader, origin=file, is_package=is_package)
        spec.has_location = True
        spec.cached = self.path
        if is_package and spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(file))
        return spec

    def keep(self) -> None:
        """Write the file, if modules have been imported that it lacks, and it can be written."""
        loaders = {
            name: module.__spec__.loader
            for name, module in sys.modules.items()
            if name.startswith("reslint.") and module.__spec__ is not None
        }
        lacking = [name for name, loader in loaders.items() if type(loader) is SourceFileLoader]
        if sys.dont_write_bytecode or len(lacking) < _WORTH:
            return
        entries: dict[str, _Entry] = {}
        codes = bytearray()
        temporary = f"{self.path}.{os.getpid()}"
        try:
            for name, loader in loaders.items():
                if isinstance(loader, SourceFileLoader):
                    status = os.stat(loader.path)
                    code = marshal.dumps(loader.get_code(name))
                    place = os.path.relpath(loader.path, _FOLDER)
                    size, changed, start = status.st_size, status.st_mtime_ns, len(codes)
                    codes += code
                    entries[name] = (place, loader.is_package(name), size, changed, start, len(codes))
            with open(temporary, "wb") as file:
                file.write(self._head + marshal.dumps(entries) + codes)
            os.replace(temporary, self.path)
        except (OSError, ImportError):
            with suppress(OSError):
                os.unlink(temporary)


def run() -> None:
    """Run the command line of the process, and leave it."""
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    bundle = Bundle(command if command.isalpha() else "help")
    sys.meta_path.insert(0, bundle)
    from .cli import run_and_leave

    run_and_leave(bundle.keep)
