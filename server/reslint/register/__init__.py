"""The register of resolutions and instruments: what is known of them, how to find them and how to cite them.

Knows nothing of rules, drafts or protocols; its facts are the tables and lexicons of the packs.
"""

from .entry import Entry, Instrument
from .phrases import FORMS, CitationPhrases, Form
from .register import Register
from .table import DamagedTable, Table

__all__ = ["FORMS", "CitationPhrases", "DamagedTable", "Entry", "Form", "Instrument", "Register", "Table"]
