"""Regular expressions that cost nothing until they are used, and little after that.

Compiling a pattern takes Python some hundred times as long as taking up the code that it compiled before. So the code
can be taken over from an earlier run (`learn`) and handed on to the next (`known`): what keeps it is the business of
the caller. Code is only good for the very Python that made it. `re` offers nothing for this; where its inner parts
are not those that CPython has, patterns are compiled as ever.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any, cast

from .memo import forget_oldest

Code = tuple[int, bytes, int, dict[str, int], tuple["str | None", ...]]
"""Arguments of `_sre.compile` besides the pattern: flags, code, number of groups, groups by name, names by group."""

_IS_CPYTHON = sys.implementation.name == "cpython"
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
_codes: dict[tuple[str, int], Code] = {}
_MOST_CODES = 8192
"""Far more than the program and its packs have; the oldest goes first."""
_fresh: list[tuple[str, int]] = []


@lru_cache(maxsize=4096)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, the same as `re.compile` gives. Raises `re.error`."""
    key = (pattern, int(flags))
    if key in _codes:
        with suppress(Exception):
            return _taken_up(pattern, _codes[key])
    if _IS_CPYTHON:
        with suppress(ImportError, AttributeError, TypeError):
            code = _translated(pattern, key[1])
            made = _taken_up(pattern, code)
            if len(_codes) >= _MOST_CODES:
                forget_oldest(_codes)
            _codes[key] = code
            _fresh[:] = [key]
            return made
    return re.compile(pattern, flags)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Something that stands for the compiled pattern and compiles it when it is first used."""
    return cast("re.Pattern[str]", _Lazy(pattern, int(flags)))


def learn(codes: Mapping[tuple[str, int], Code]) -> None:
    """Take over what an earlier run of the same Python compiled."""
    for key, code in codes.items():
        _codes.setdefault(key, code)


def known() -> Mapping[tuple[str, int], Code]:
    """All code, learned or made."""
    return _codes


def has_news() -> bool:
    """Whether patterns were compiled that nobody had told."""
    return bool(_fresh)


class _Lazy:
    __slots__ = ("_made", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self._made: Any = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        # Only called as long as a slot is empty, or for what is seldom asked.
        if isinstance(self._made, tuple):
            self._made = compiled(*self._made)
            for method in _METHODS:
                setattr(self, method, getattr(self._made, method))
        return getattr(self._made, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return (compiled, self._made if isinstance(self._made, tuple) else (self._made.pattern, self._made.flags))


@lru_cache(maxsize=1)
def _sre() -> Any:
    return import_module("_sre")


def _translated(pattern: str, flags: int) -> Code:
    newer = sys.version_info >= (3, 11)
    parser = import_module("re._parser" if newer else "sre_parse")
    parsed = parser.parse(pattern, flags)
    code = import_module("re._compiler" if newer else "sre_compile")._code(parsed, flags)
    groups = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, groups, tuple(names)


def _taken_up(pattern: str, code: Code) -> re.Pattern[str]:
    """Raises RuntimeError for code that is none: `_sre` looks through it before it takes it."""
    flags, body, groups, by_name, names = code
    words = array("I", body).tolist()
    made: re.Pattern[str] = _sre().compile(pattern, flags, words, groups, by_name, names)
    return made
