"""What a check may know besides the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...text.record import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .suppression import Suppressions


class CannotRun(Exception):
    """A check cannot do its work here, because something it needs is not installed.

    The message says what is missing; the runner names the rules that were not run.
    """


@dataclass(frozen=True, slots=True)
class Context:
    """The lexicons of the packs in force, the draft's profile and the comments that suppress findings."""

    lexicons: Mapping[str, Any] = field(default_factory=dict)
    profile: str = "un"
    suppressions: Suppressions | None = None
