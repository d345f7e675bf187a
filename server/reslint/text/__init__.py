"""Positions in a text and edits to it.

The bottom layer: it knows nothing of resolutions, rules or protocols.
Every position above this layer is a code-point offset; spans are half-open.
"""

from .edits import Chain, Edit, EditConflict, apply_edits, chained, compose, conflicts, joined
from .source import Text
from .span import Position, Span

__all__ = [
    "Chain",
    "Edit",
    "EditConflict",
    "Position",
    "Span",
    "Text",
    "apply_edits",
    "chained",
    "compose",
    "conflicts",
    "joined",
]
