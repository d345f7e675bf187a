"""The resources that a check is built from, besides its own options."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ...text.record import dataclass, field
from .schema import did_you_mean

REGISTER_FOLDER = "register"
"""Tables (`.tsv`) in a pack that programs look things up in; no rule reads them, so loading passes them over."""


class MissingLexicon(LookupError):
    """A rule names a lexicon that its pack does not have; the message says which there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        hint = did_you_mean(name, known) or f"; there are {', '.join(known)}" * bool(known)
        super().__init__(f"there is no lexicon “{name}”{hint}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Resources:
    """The lexicons and phrases that a rule's pack can see: its own and those of the packs it extends, by name."""

    lexicons: Mapping[str, Any] = field(default_factory=dict)
    phrases: Mapping[str, Any] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    """The folders of these packs, in the order in which they build on each other."""
    kinds: frozenset[str] | None = None
    """The kinds of the nodes that a check will be given; None when they can be of any kind."""

    def lexicon(self, name: str) -> Any:
        """The data of a lexicon. Raises MissingLexicon."""
        if name not in self.lexicons:
            raise MissingLexicon(name, sorted(self.lexicons))
        return self.lexicons[name]


Words = TypeVar("Words")
_MOST_SHARED = 32
_shared: dict[tuple[Any, ...], tuple[Any, tuple[Any, ...]]] = {}
"""By what is made and the identity of lexicons, which are held so that nothing else can get it."""


def shared(make: Callable[..., Words], *lexicons: Any) -> Words:
    """The object that `make` makes of lexicons: one for all who ask, so that nobody looks for the same twice."""
    key = (make, *map(id, lexicons))
    if key not in _shared:
        if len(_shared) >= _MOST_SHARED:
            _shared.clear()
        _shared[key] = make(*lexicons), lexicons
    made: Words = _shared[key][0]
    return made
