"""Facts about a regular expression, read from its parsed form and without running it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

try:
    _sre: Any = import_module("re._parser")
except ImportError:  # Python 3.10
    _sre = import_module("sre_parse")

UNBOUNDED = int(_sre.MAXREPEAT)
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

Item = tuple[str, Any]
"""One element of a parsed pattern: the name of its operation, and its argument."""


def parse(pattern: str) -> tuple[list[Item], int]:
    """The elements of a pattern and the flags it sets. Raises re.error, OverflowError or RecursionError."""
    parsed = _sre.parse(pattern, 0)
    return items(parsed), int(parsed.state.flags)


def items(parsed: Iterable[tuple[Any, Any]]) -> list[Item]:
    """The elements of a part of a parsed pattern."""
    return [(str(operation), str(argument) if str(operation) == "AT" else argument) for operation, argument in parsed]


def inner(operation: str, argument: Any) -> list[list[Item]]:
    """The parts that an element is made of; none for one that matches a single character or a place."""
    if operation in REPEATS:
        return [items(argument[2])]
    if operation == "SUBPATTERN":
        return [items(argument[3])]
    if operation == "ATOMIC_GROUP":
        return [items(argument)]
    if operation == "BRANCH":
        return [items(branch) for branch in argument[1]]
    if operation in {"ASSERT", "ASSERT_NOT"}:
        return [items(argument[1])]
    if operation == "GROUPREF_EXISTS":
        return [items(part) for part in argument[1:] if part is not None]
    return []


def written(sequence: Iterable[Item]) -> str:
    """A part of a pattern as it may have been written, for a message."""
    return "".join(_written(operation, argument) for operation, argument in sequence)


def _written(operation: str, argument: Any) -> str:
    if operation in REPEATS:
        content = items(argument[2])
        single = len(content) == 1 and content[0][0] in {"LITERAL", "NOT_LITERAL", "ANY", "IN", "SUBPATTERN"}
        body = written(content)
        return (body if single else f"(?:{body})") + _times(argument[0], argument[1], operation)
    if operation == "SUBPATTERN":
        return ("(" if argument[0] else "(?:") + written(items(argument[3])) + ")"
    if operation == "BRANCH":
        return f"(?:{'|'.join(written(branch) for branch in inner(operation, argument))})"
    if operation in {"ASSERT", "ASSERT_NOT"}:
        behind = "<" if argument[0] < 0 else ""
        return f"(?{behind}{'=' if operation == 'ASSERT' else '!'}{written(items(argument[1]))})"
    if operation == "IN":
        return _written_set(argument)
    if operation == "NOT_LITERAL":
        return f"[^{re.escape(chr(argument))}]"
    if operation == "LITERAL":
        return re.escape(chr(argument)).replace("\\ ", " ")
    return {"ANY": ".", "GROUPREF": f"\\{argument}"}.get(operation, "")


def _times(least: int, most: int, operation: str) -> str:
    most_text = "" if most >= UNBOUNDED else str(int(most))
    known = {(0, ""): "*", (1, ""): "+", (0, "1"): "?"}
    return known.get((int(least), most_text), f"{{{int(least)},{most_text}}}") + "?" * (operation == "MIN_REPEAT")


_CATEGORIES = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}


def category(name: Any) -> str:
    """The class of characters that the parser calls CATEGORY_…, as it is written in a pattern."""
    return _CATEGORIES[str(name).removeprefix("CATEGORY_")]


def _written_set(members: Iterable[tuple[Any, Any]]) -> str:
    parts = []
    for operation, argument in items(members):
        if operation == "RANGE":
            parts.append(f"{chr(argument[0])}-{chr(argument[1])}")
        elif operation == "CATEGORY":
            parts.append(category(argument))
        else:
            parts.append("^" if operation == "NEGATE" else chr(argument))
    return parts[0] if len(parts) == 1 and parts[0].startswith("\\") else f"[{''.join(parts)}]"
