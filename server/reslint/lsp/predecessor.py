"""The latest resolution of the title of a draft, for its hover."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ..engine.predecessor import predecessor_of
from ..register import DamagedTable

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.checker import Checker
    from ..text import Span


def of_title(draft: Draft, offset: int, checker: Checker) -> tuple[Span, str] | None:
    """The span of the title at a place and what is said of its predecessor; None elsewhere and where none is known."""
    title = next((node for node in draft.nodes("title") if node.body), None)
    if title is None or not title.span.start <= offset <= title.span.end:
        return None
    with suppress(DamagedTable):
        found = predecessor_of(draft, checker, checker.configuration.library)
        if found is not None:
            entry = found.entry
            of = f" of {entry.date.isoformat()}" if entry and entry.date else ""
            link = f"\n\n<{entry.link}>" if entry and entry.link else ""
            return title.span, f"The latest resolution of this title is **{found.number}**{of}.{link}"
    return None
