"""What a check is built from, besides its own options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class MissingLexicon(LookupError):
    """A rule names a lexicon that its pack does not have; the message says which there are."""


@dataclass(frozen=True, slots=True)
class Resources:
    """The lexicons that a rule's pack can see, by name: its own and those of the packs it extends."""

    lexicons: Mapping[str, Any] = field(default_factory=dict)

    def lexicon(self, name: str) -> Any:
        """The data of a lexicon. Raises MissingLexicon."""
        if name not in self.lexicons:
            raise MissingLexicon(f"no lexicon “{name}”; there are {', '.join(sorted(self.lexicons)) or 'none'}")
        return self.lexicons[name]
