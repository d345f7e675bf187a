"""Draft resolutions: the lossless tree and the parser. Knows nothing of rules."""

from ..text.folded import Emphasis, Folded, MarkerAt
from .draft import Draft
from .grammar import Grammar
from .model import KINDS, Kind, Marker, Node
from .opener import Opener
from .parser import parse
from .view import View
from .vocabulary import LayoutPatterns, OpenerEntry, Organ, Vocabulary

__all__ = [
    "KINDS",
    "Draft",
    "Emphasis",
    "Folded",
    "Grammar",
    "Kind",
    "LayoutPatterns",
    "Marker",
    "MarkerAt",
    "Node",
    "Opener",
    "OpenerEntry",
    "Organ",
    "View",
    "Vocabulary",
    "parse",
]
