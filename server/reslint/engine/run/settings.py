"""The settings of a run, besides the rules themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ...text.record import dataclass, field

if TYPE_CHECKING:
    from ..data.finding import Severity
    from ..data.library import Library
    from ..packs.rule import Rule


@dataclass(frozen=True, slots=True)
class RunSettings:
    """The ways in which a run departs from the rules, and what is known about the draft before it is read.

    `select` and `ignore` name rules ("style/repeated-word") or areas ("style"), all rules where `select` is empty;
    `severities` are by rule or area, the rule first. Empty texts mean: find out from the draft.
    """

    profile: str = ""
    """The profile whose severities hold instead of those of the adopting organs: "un", "sc", "mun", …"""
    body: str = ""
    """The organ that adopts the text, where the text does not say so."""
    stage: str = ""
    """Whether it is a "draft" or an "adopted" text."""
    session: int = 0
    """The session of the General Assembly that the text is of, where the text does not say so; 0 for the newest."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    emphasis: str = ""
    """Says "none" for texts that cannot carry italics: nothing is said of the emphasis that they lack."""
    because: str = ""
    """The part of the draft that called for these rules ("its front matter says so"); empty where nothing in it did."""

    patient: bool = True
    """Whether checks that read tokens may take their time; else `Outcome.pending` says that some have not."""

    library: Library | None = None
    """The adopted texts at hand, for checks that compare a draft with its predecessor."""

    def wants(self, rule: str) -> bool:
        """Whether a rule is to run. What names it more exactly decides: a rule beats an area; `ignore` wins a tie."""
        selected = _exactness(rule, self.select) if self.select else 0
        return selected >= 0 and selected > _exactness(rule, self.ignore)

    def severity(self, rule: Rule, profile: str) -> Severity:
        """The severity of a rule's findings in a text of this profile."""
        default = rule.profiles.get(profile, rule.severity)
        return self.severities.get(rule.name, self.severities.get(rule.area, default))


def _exactness(rule: str, targets: Sequence[str]) -> int:
    """2 where the rule is named, 1 where its area is, -1 where neither is."""
    if rule in targets:
        return 2
    return 1 if rule.partition("/")[0] in targets else -1
