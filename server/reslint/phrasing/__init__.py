"""Proposals at a place of a draft: openers, citations, notes, numbers, standard phrases, names of rules.

Pure functions of a draft, an offset and the lexicons. Knows nothing of editors and protocols.
"""

from .proposal import Proposal, Proposals
from .propose import propose
from .sources import Sources, sources_of

__all__ = ["Proposal", "Proposals", "Sources", "propose", "sources_of"]
