"""Mappings that are kept as bytes and unpacked where somebody asks for what is in them.

Most of what a pack says is never asked for when a draft is checked: how a rule is explained, its examples, the checks
and the word lists of rules that find nothing to look for. `marshal` reads only what it has written; what comes from
outside is never unpacked (see `keeper.py`).
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

Packed = tuple[dict[str, Any], list[tuple[tuple[str, ...], bytes]]]
"""The values at hand, and groups of keys with their values as bytes."""


def packed(data: Mapping[str, Any], groups: Iterable[Collection[str]]) -> Packed:
    """A mapping with some groups of its keys packed, each to be unpacked at once; the rest stays at hand."""
    sealed = []
    for group in groups:
        keys = tuple(key for key in data if key in group)
        sealed.append((keys, marshal.dumps([data[key] for key in keys])))
    closed = {key for keys, _ in sealed for key in keys}
    return {key: value for key, value in data.items() if key not in closed}, sealed


class Parcel(Mapping[str, Any]):
    """A mapping that was packed: equal to it, in another order. What was unpacked once stays the same object."""

    __slots__ = ("_open", "_sealed")

    def __init__(self, content: Packed) -> None:
        at_hand, sealed = content
        self._open = dict(at_hand)
        self._sealed: dict[str, tuple[Sequence[str], bytes]] = {key: group for group in sealed for key in group[0]}

    def __getitem__(self, key: str) -> Any:
        if key in self._sealed and key not in self._open:
            keys, body = self._sealed[key]
            self._open.update(zip(keys, marshal.loads(body), strict=True))
        return self._open[key]

    def __contains__(self, key: object) -> bool:
        return key in self._open or key in self._sealed

    def __iter__(self) -> Iterator[str]:
        return iter((*self._open, *(key for key in self._sealed if key not in self._open)))

    def __len__(self) -> int:
        return len(self._open.keys() | self._sealed.keys())
