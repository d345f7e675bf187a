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

Code = tuple[int, bytes, int, dict[str, int], tuple["str | None", ...]]
"""What `_sre.compile` takes besides the pattern: flags, code, number of groups, groups by name, names by group."""

_IS_CPYTHON = sys.implementation.name == "cpython"
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
_codes: dict[tuple[str, int], Code] = {}
_MOST_CODES = 8192
"""Far more than the program and its packs have; the oldest goes first."""
_MOST_COPIES = 96
"""Conditions are not repeated in more alternatives than make so many of them."""
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
                del _codes[next(iter(_codes))]
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
    _run_ahead(parsed, parser)
    code = import_module("re._compiler" if newer else "sre_compile")._code(parsed, flags)
    groups = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, groups, tuple(names)


def _run_ahead(parsed: Any, parser: Any) -> None:
    r"""Let a pattern that begins with a boundary or lookbehinds begin with characters, to which a search can run ahead.

    `\bport` becomes `port(?<=\bport)`, which finds the same: the boundary is looked for when the letters are there.
    """
    if parsed.data and _looks_back(parsed.data[0], parser):
        parsed.data = _ahead([], parsed.data, parsed.state, parser) or parsed.data


def _looks_back(item: tuple[Any, Any], parser: Any) -> bool:
    """Whether an element is a condition on what stands before it, and has no width."""
    operation, argument = item
    if operation is parser.AT:
        return argument in (parser.AT_BOUNDARY, parser.AT_NON_BOUNDARY)
    return operation in (parser.ASSERT, parser.ASSERT_NOT) and argument[0] < 0


def _ahead(
    conditions: list[Any], items: list[Any], state: Any, parser: Any, *, is_option: bool = False
) -> list[Any] | None:
    """Elements that find what others find with conditions before them, but begin with characters; None if they cannot.

    Into groups and alternatives the conditions go along. An option is to begin with one element of characters.
    """
    if not items:
        return None
    operation, argument = items[0]
    if _looks_back(items[0], parser):
        return _ahead([*conditions, items[0]], items[1:], state, parser, is_option=is_option)
    if operation is parser.BRANCH:
        return _branch(conditions, items, state, parser, is_option=is_option)
    if operation is parser.SUBPATTERN:
        group, added, left_out, inner = argument
        if group is None and not added and not left_out:
            return _ahead(conditions, [*inner.data, *items[1:]], state, parser, is_option=is_option)
        own = None if added or left_out else _ahead(conditions, inner.data, state, parser)
        return own and [(operation, (group, added, left_out, parser.SubPattern(state, own))), *items[1:]]
    items = _unrolled(items, parser)
    if items[0][0] is parser.IN:
        end = 1
    else:
        end = next((at for at, item in enumerate(items) if item[0] is not parser.LITERAL), len(items))
    behind = parser.SubPattern(state, [*conditions, *items[:end]])
    return [*items[:end], (parser.ASSERT, (-1, behind)), *items[end:]] if end else None


def _unrolled(items: list[Any], parser: Any) -> list[Any]:
    """Elements the first of which is no repetition of a character: X{2,} is written as X and X{1,}."""
    operation, argument = items[0]
    if operation not in (parser.MAX_REPEAT, parser.MIN_REPEAT):
        return items
    least, most, inner = argument
    if not least or most < 2 or len(inner.data) != 1 or inner.data[0][0] not in (parser.IN, parser.LITERAL):
        return items
    again = least - 1, most if most is parser.MAXREPEAT else most - 1, inner
    return [*inner.data, (operation, again), *items[1:]]


def _branch(conditions: list[Any], items: list[Any], state: Any, parser: Any, *, is_option: bool) -> list[Any] | None:
    """The same of elements that begin with alternatives.

    Where some of these begin with a class, all first characters are put into one class before them.
    """
    if len(items[0][1][1]) * len(conditions) > _MOST_COPIES:
        return None
    found = [_ahead(conditions, option.data, state, parser, is_option=True) for option in items[0][1][1]]
    options = [option for option in found if option is not None]
    first = [option[0] for option in options]
    if len(options) < len(found) or any(item[0] not in (parser.IN, parser.LITERAL) for item in first):
        return None
    union = []
    if is_option or any(item[0] is parser.IN for item in first):
        members = [member for item in first for member in (item[1] if item[0] is parser.IN else [item])]
        if any(member[0] is parser.NEGATE for member in members):
            return None
        union = [(parser.IN, members)]
        options = [[(parser.ASSERT, (-1, parser.SubPattern(state, each[:1]))), *each[1:]] for each in options]
    return [*union, (parser.BRANCH, (None, [parser.SubPattern(state, option) for option in options])), *items[1:]]


def _taken_up(pattern: str, code: Code) -> re.Pattern[str]:
    """Raises RuntimeError for code that is none: `_sre` looks through it before it takes it."""
    flags, body, groups, by_name, names = code
    words = array("I", body).tolist()
    made: re.Pattern[str] = _sre().compile(pattern, flags, words, groups, by_name, names)
    return made
