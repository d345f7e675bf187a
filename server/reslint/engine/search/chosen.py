"""The nodes that a check is given, found when it asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from ...draft import Draft, Node

Made = TypeVar("Made")


class Selection(Sequence["Node"]):
    """Nodes in the order of the text, worked out when somebody asks: most checks find nothing and never do."""

    def __init__(self, find: Callable[[], Sequence[Node]]) -> None:
        self._find = find

    @cached_property
    def nodes(self) -> Sequence[Node]:
        """The nodes themselves."""
        return self._find()

    @cached_property
    def chosen(self) -> frozenset[Node]:
        """The same nodes, to ask whether one is among them."""
        return frozenset(self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    @overload
    def __getitem__(self, index: int) -> Node: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Node]: ...
    def __getitem__(self, index: int | slice) -> Node | Sequence[Node]:
        return self.nodes[index]


def once_for(nodes: Sequence[Node], draft: Draft, what: Hashable, make: Callable[[], Made]) -> Made:
    """The thing made of some nodes of a draft, made once for all checks that are given the same nodes."""
    # Not the selection, which knows its draft: that would be a cycle.
    own = nodes.nodes if isinstance(nodes, Selection) else nodes
    # Held with its nodes, so that no others can get their id.
    return draft.memo.once((what, id(own)), lambda: (own, make()))[1]
