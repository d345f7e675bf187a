"""What a check is built from, besides its own options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..text.record import dataclass, field
from .schema import did_you_mean


class MissingLexicon(LookupError):
    """A rule names a lexicon that its pack does not have; the message says which there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        hint = did_you_mean(name, known) or f"; there are {', '.join(known)}" * bool(known)
        super().__init__(f"there is no lexicon “{name}”{hint}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Resources:
    """What a rule's pack can see: its own lexicons and phrases and those of the packs it extends, by name."""

    lexicons: Mapping[str, Any] = field(default_factory=dict)
    phrases: Mapping[str, Any] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    """The folders of these packs, in the order in which they build on each other."""

    def lexicon(self, name: str) -> Any:
        """The data of a lexicon. Raises MissingLexicon."""
        if name not in self.lexicons:
            raise MissingLexicon(name, sorted(self.lexicons))
        return self.lexicons[name]
