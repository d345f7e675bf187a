"""Kinds of check that go by another name now, by their old names and the modes that they had.

For whoever comes with an older rule: the message about the unknown kind names the new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

RENAMED: Mapping[str, Mapping[str, str]] = {}
"""The new name by the old name and its mode; "" stands for a kind that had no modes."""


def now_called(kind: str, check: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds that do what one of an older name did, fewer where the check says its mode; none for any other name."""
    modes = RENAMED.get(kind, {})
    said = [value for key in ("report", "expect", "style") for value in _listed(check.get(key))]
    meant = tuple(dict.fromkeys(modes[mode] for mode in said if mode in modes))
    return meant or tuple(dict.fromkeys(modes.values()))


def _listed(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
