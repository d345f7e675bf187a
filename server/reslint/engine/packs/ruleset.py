"""All rules in force, and the words they share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...text.memo import Memo
from ...text.record import dataclass, field
from ..data.finding import Problem
from ..data.resources import Resources
from .rule import Rule

if TYPE_CHECKING:
    from ...draft import Vocabulary

_MOST_KEPT = 64
"""The name of an organ that is being typed makes a new plan with every letter."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack that was read: where it stands, and the profiles it declares with a sentence on each."""

    name: str
    summary: str
    root: Path
    extends: tuple[str, ...] = ()
    profiles: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    """Profiles of the packs it extends, and those that hold in their place."""


@dataclass(frozen=True)
class Ruleset:
    """The result of loading packs: the rules that are right, and what is wrong with the others.

    `packs` stand in the order in which they build on each other.
    """

    rules: tuple[Rule, ...]
    lexicons: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    packs: tuple[PackInfo, ...] = ()
    phrases: Mapping[str, Any] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    """The names of the rules that are not there because their files have mistakes."""

    @cached_property
    def memo(self) -> Memo:
        """The results that others have worked out of the rules, for the last few kinds of runs."""
        return Memo(_MOST_KEPT)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the trade that the parser must know."""
        from ..language.vocabulary import build_vocabulary

        return build_vocabulary(self.lexicons)

    @property
    def resources(self) -> Resources:
        """The resources that the rules were built from."""
        return Resources(self.lexicons, self.phrases, tuple(pack.root for pack in self.packs))

    @cached_property
    def by_name(self) -> Mapping[str, Rule]:
        """The rules by their names."""
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def is_dated(self) -> bool:
        """Whether some rules hold for the texts of some sessions only."""
        return any(rule.sessions is not None for rule in self.rules)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the rules, in the order of the rules."""
        return tuple(self.by_name)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas of the rules, sorted."""
        return tuple(sorted({rule.area for rule in self.rules}))

    @cached_property
    def profiles(self) -> Mapping[str, str]:
        """The profiles that the packs declare, with a sentence on each."""
        return {name: text for pack in self.packs for name, text in pack.profiles.items()}

    def profile(self, name: str) -> str:
        """The profile that holds in the place of another: a pack may take over those of the packs it extends."""
        for pack in self.packs:
            name = pack.instead.get(name, name)
        return name

    def rule(self, name: str) -> Rule:
        """The rule of that name. Raises KeyError."""
        return self.by_name[name]
