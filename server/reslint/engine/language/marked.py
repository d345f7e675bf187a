"""Whether a draft sets its openers apart at all."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...draft import Draft

_LEAST = 2
"""One opener alone says nothing of the habit of a draft."""


def sets_openers_apart(draft: Draft, styles: Collection[str]) -> bool:
    """Whether an opener of the draft has emphasis in one of these styles; also where too few openers are known."""
    return draft.memo.once((sets_openers_apart, tuple(styles)), lambda: _sets_apart(draft, styles))


def _sets_apart(draft: Draft, styles: Collection[str]) -> bool:
    openers = 0
    for node in draft.nodes("preambular", "operative"):
        opener = draft.opener(node)
        if opener is None:
            continue
        openers += opener.entry is not None
        for run in draft.wording(node).folded.emphasis:
            if run.style in styles and run.start < opener.end and run.end > opener.start:
                return True
    return openers < _LEAST
