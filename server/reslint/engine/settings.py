"""What a run is asked to do, besides the rules themselves."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.record import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules may speak, and what is known about the draft before it is read.

    `select` and `ignore` name rules ("style/repeated-word") or areas ("style"). Empty texts mean: find out from the
    draft.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str = ""
    """The profile whose severities hold: "un", "sc", "mun", …"""
    body: str = ""
    """The organ that adopts the text, where the text does not say so."""
    stage: str = ""
    """Whether it is a "draft" or an "adopted" text."""

    def wants(self, rule: str) -> bool:
        """Whether a rule is to run. What names it more exactly decides: a rule beats an area; `ignore` wins a tie."""
        selected = _exactness(rule, self.select) if self.select else 0
        return selected >= 0 and selected > _exactness(rule, self.ignore)


def _exactness(rule: str, targets: Sequence[str]) -> int:
    """2 where the rule is named, 1 where its area is, -1 where neither is."""
    if rule in targets:
        return 2
    return 1 if rule.partition("/")[0] in targets else -1
