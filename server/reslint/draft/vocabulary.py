"""The words of the trade, which the parser must be told.

The parser holds no word list of its own. Whoever calls it hands over a `Vocabulary`, which the engine builds from
the lexicons of the rule packs; tests may build a small one by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..text.record import dataclass, field
from .grammar import Form, Grammar


@dataclass(frozen=True, slots=True)
class Organ:
    """A body that adopts or recommends resolutions."""

    name: str
    """As written in running text, without the article: "Economic and Social Council"."""
    short: str = ""
    """The short form after first mention, with its article: "the Council"."""
    profile: str = "un"
    """The profile whose severities hold for its texts: "un", "sc", …"""
    abbreviations: tuple[str, ...] = ()
    """Abbreviations that stand for its name, though not in print: "UNSC"."""


@dataclass(frozen=True, slots=True)
class OpenerEntry:
    """One opener of the lexicon, without a sequence adverb: "Notes with appreciation"."""

    phrase: str
    form: Form
    count: int = 0
    """How often it was seen in print; 0 where not counted."""
    directive: bool = False
    """Whether it speaks to somebody ("Requests"), so that a new addressee starts a new sequence."""
    counterpart: str = ""
    """The same opener in the other form ("Recalling" for "Recalls"); empty when there is none."""
    complements: tuple[str, ...] = ()
    """The words it may be followed by ("of", "that"), roman in print; empty when anything goes."""
    exempt: bool = False
    """Whether it stands outside "Also"/"Further" sequences."""


@dataclass(frozen=True, slots=True)
class LayoutPatterns:
    """The patterns by which the lines around the paragraphs are recognised.

    Each is searched in the folded words of one block (see `reslint.draft.view`), from its first character.
    """

    masthead: tuple[re.Pattern[str], ...] = ()
    sponsors: tuple[re.Pattern[str], ...] = ()
    field: tuple[re.Pattern[str], ...] = ()
    """The name of a line such as "Sponsors:", whose words may stand in the block after it."""
    committee: tuple[re.Pattern[str], ...] = ()
    """A line of the masthead that names the adopting organ, with the name as its group."""
    chapeau: tuple[re.Pattern[str], ...] = ()
    adopted: tuple[re.Pattern[str], ...] = ()
    meeting: tuple[re.Pattern[str], ...] = ()
    annex: tuple[re.Pattern[str], ...] = ()
    declaration: tuple[re.Pattern[str], ...] = ()
    part: tuple[re.Pattern[str], ...] = ()
    item: tuple[re.Pattern[str], ...] = ()
    """How an item of a list may begin that has lost its letter; believed only below a colon."""
    enacting: tuple[re.Pattern[str], ...] = ()
    """Matches an enacting line of an organ that no lexicon names; believed only where a paragraph follows."""
    page: tuple[re.Pattern[str], ...] = ()
    """Lines that the page brought in and no writer: job numbers, "Page 1 of 2", running symbols."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and patterns the parser works with."""

    organs: tuple[Organ, ...] = ()
    enacting: tuple[re.Pattern[str], ...] = ()
    """Patterns of organs that are not listed one by one ("The Conference of the Parties to …")."""
    openers: Mapping[str, tuple[OpenerEntry, ...]] = field(default_factory=dict)
    """By the lower-case first word, longest phrase first."""
    sequence_adverbs: tuple[str, ...] = ()
    """In the order of the cycle: "also", "further"; each a word or a few."""
    strengthening_adverbs: tuple[str, ...] = ()
    """Other words that may stand before or in an opener: "strongly", "once again", …"""
    objects: tuple[str, ...] = ()
    """Words that begin an object: after a verb, "further" is not an attribute before one of these."""
    layout: LayoutPatterns = LayoutPatterns()
    grammar: Grammar = Grammar()
