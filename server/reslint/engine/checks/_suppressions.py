"""Shared parts of the kinds of check about comments that suppress findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..data.check import Match
from ..data.nearest import nearest

if TYPE_CHECKING:
    from ..data.suppression import RuleMention, Suppressions


def mention_match(mention: RuleMention, suppressions: Suppressions) -> Match:
    """The name of a rule in a comment, with the rule that may be meant; the edit takes the name away."""
    suggestion = "" if mention.name in suppressions.names else nearest(mention.name, sorted(suppressions.names))
    values = {"name": mention.name, "suggestion": suggestion}
    return Match(mention.span, values, (suppressions.removal(mention),))
