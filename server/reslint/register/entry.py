"""The entries of a register: resolutions and decisions with their dates, and instruments with their sources."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from ..text.record import dataclass

Source = Literal["page", "citations", "user"]
"""Where a date is from: the resolution's own first page, citations in official texts, or the user's own file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One resolution or decision of a body."""

    body: str
    """The body as running text names it, without the article: "Economic and Social Council"."""
    number: str
    """As running text writes it: "66/181", "57/270 B", "2997 (XXVII)", "1325 (2000)"."""
    date: dt.date | None = None
    title: str = ""
    source: Source = "citations"
    agree: int = 0
    """How many citations give this date; 0 where it comes from elsewhere."""
    others: tuple[tuple[dt.date, int], ...] = ()
    """Other dates that citations give, with how many do."""
    sure: bool = False
    """Whether the date is known well enough to contradict a draft."""
    title_sure: bool = False
    """Whether the title is."""
    kind: Literal["resolution", "decision"] = "resolution"
    symbol: str = ""
    """The symbol of its document; "" where there is none or it is not known."""

    @property
    def total(self) -> int:
        """How many citations there are that give a date."""
        return self.agree + sum(count for _, count in self.others)

    @property
    def link(self) -> str:
        """The address of its text at the United Nations; "" where it has no symbol.

        undocs.org takes a symbol in any spacing; without blanks no mail program breaks the address.
        """
        return f"https://undocs.org/en/{self.symbol.replace(' ', '')}" if self.symbol else ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, declaration or other instrument, with what its footnote says."""

    title: str
    """The official title, without the article."""
    short: tuple[str, ...] = ()
    """Its names after first mention, with the article, the usual form first."""
    aliases: tuple[str, ...] = ()
    """Other words to find it by."""
    volumes: tuple[str, ...] = ()
    """The volumes of the Treaty Series it is printed in; empty where it is not a treaty."""
    number: str = ""
    """Its number (or numbers) in the Treaty Series."""
    league: bool = False
    """Whether the Treaty Series is that of the League of Nations."""
    resolution: str = ""
    """The number of the resolution that it is, or is annexed to."""
    body: str = ""
    """The body that adopted that resolution."""
    part: str = ""
    """Which part of the resolution it is: "annex"."""
    see: bool = False
    """Whether its note begins with "See"."""
    note: str = ""
    """The text of its note where none of the above makes it."""
