"""The kinds of check, one module each, found from this folder.

The file name is the name that rule authors use, with `_` for `-`; a module whose name begins with `_` is not a kind but
what several kinds share. A kind is imported when a rule first needs it, and to list their names imports none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..data.check import DraftCheck, LocalCheck

    CheckClass = type[LocalCheck] | type[DraftCheck]


@cache
def check_class(kind: str) -> CheckClass:
    """The class of a kind of check: the one of its module whose `KIND` is the name. Raises KeyError."""
    name = f"{__name__}.{kind.replace('-', '_')}"
    if not kind.replace("-", "").isidentifier():
        raise KeyError(kind)
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise KeyError(kind) from None
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == name and getattr(value, "KIND", "") == kind:
            return value
    raise KeyError(kind)


@cache
def kinds_in_folder() -> tuple[str, ...]:
    """The names of all kinds."""
    # Looks into archives, too. Needed only where rules are checked, not where they run.
    from pkgutil import iter_modules

    return tuple(sorted(found.name.replace("_", "-") for found in iter_modules(__path__) if found.name[0] != "_"))


class _Kinds(Mapping[str, "CheckClass"]):
    def __getitem__(self, kind: str) -> CheckClass:
        return check_class(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(kinds_in_folder())

    def __len__(self) -> int:
        return len(kinds_in_folder())

    def __contains__(self, kind: object) -> bool:
        return kind in kinds_in_folder()


KINDS: Mapping[str, CheckClass] = _Kinds()
"""Every kind of check; looking one up imports it."""
