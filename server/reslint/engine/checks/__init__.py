"""The kinds of check, by the names that rule authors use.

A kind is imported when a rule first needs it. To add one: a module in this folder, its name in `_NAMES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base import DraftCheck, LocalCheck

    CheckClass = type[LocalCheck] | type[DraftCheck]

_NAMES = (
    "acronyms",
    "citation",
    "citation-body",
    "citation-dates",
    "consistency",
    "coordination",
    "cross-reference",
    "emphasis",
    "ending",
    "fields",
    "ibid",
    "introduced",
    "mentions",
    "names",
    "notes",
    "numbering",
    "opener",
    "parts",
    "parallel",
    "pattern",
    "presence",
    "register",
    "repetition",
    "roman",
    "sequence",
    "session-order",
    "sources",
    "substitution",
    "suppressions",
    "terms",
    "tokens",
    "whole",
)


@cache
def check_class(kind: str) -> CheckClass:
    """The class of a kind of check: the one of its module whose `KIND` is the name. Raises KeyError."""
    if kind not in _NAMES:
        raise KeyError(kind)
    module = import_module(f"{__name__}.{kind.replace('-', '_')}")
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__ and getattr(value, "KIND", "") == kind:
            return value
    raise KeyError(kind)


class _Kinds(Mapping[str, "CheckClass"]):
    def __getitem__(self, kind: str) -> CheckClass:
        return check_class(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)

    def __contains__(self, kind: object) -> bool:
        return kind in _NAMES


KINDS: Mapping[str, CheckClass] = _Kinds()
"""Every kind of check; looking one up imports it."""
