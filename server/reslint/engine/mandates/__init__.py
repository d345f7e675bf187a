"""Mandates: what each operative paragraph asks, of whom, and by when.

`MandateWords` reads the words of one paragraph; `mandates_of` and `agenda_of` put together what a whole draft asks.
"""

from .model import Addressee, AgendaDecision, Asked, Deadline, Mandate, Slot
from .table import agenda_of, mandate_words, mandates_of
from .words import MandateWords

__all__ = [
    "Addressee",
    "AgendaDecision",
    "Asked",
    "Deadline",
    "Mandate",
    "MandateWords",
    "Slot",
    "agenda_of",
    "mandate_words",
    "mandates_of",
]
