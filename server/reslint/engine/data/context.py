"""The knowledge of a check besides the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...text.record import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...draft import Node
    from .library import Library
    from .suppression import Suppressions


class CannotRun(Exception):
    """A check cannot do its work here, because something it needs is not installed.

    The message says what is missing; the runner names the rules that were not run. `wants` is what many rules may want
    ("spaCy pipeline"), so that a report can say it once for all; "" for anything else.
    """

    def __init__(self, message: str, wants: str = "") -> None:
        super().__init__(message)
        self.wants = wants


class NotYet(Exception):
    """A check would take its time here, and may not; `hits` are what it knows without."""

    def __init__(self, hits: Sequence[tuple[Node, Any]] = ()) -> None:
        super().__init__("not all paragraphs have been read")
        self.hits = hits


@dataclass(frozen=True, slots=True)
class Context:
    """The lexicons of the packs in force, the draft's profile, the comments that suppress findings, and other texts."""

    lexicons: Mapping[str, Any] = field(default_factory=dict)
    profile: str = "un"
    suppressions: Suppressions | None = None
    patient: bool = True
    """Whether a check may take its time; else it raises NotYet."""
    session: int = 0
    """The session that the text is of where it does not say so; 0 where nobody has told."""
    library: Library | None = None
    """The adopted texts at hand; None where no folder of them is named."""
