"""Which rules do not run here, because spaCy or a pipeline of it is not installed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ..data.context import CannotRun

if TYPE_CHECKING:
    from ..packs.rule import Rule
    from ..tokens.pipelines import Pipeline


class Tokens(NamedTuple):
    """The pipelines that rules read with, and the rules that have none: what is missing, and their names."""

    pipelines: Sequence[Pipeline]
    missing: Sequence[tuple[str, tuple[str, ...]]]


def tokens_of(rules: Iterable[Rule]) -> Tokens:
    """The pipelines that are there for the rules that read tokens; spaCy itself is not imported."""
    from ..tokens.pipelines import find

    found: dict[Pipeline, None] = {}
    missing: dict[str, list[str]] = {}
    for rule in rules:
        for wanted in sorted(rule.pipelines):
            try:
                found[find(wanted)] = None
            except CannotRun as lack:
                missing.setdefault(str(lack), []).append(rule.name)
    return Tokens(list(found), [(lack, tuple(names)) for lack, names in missing.items()])
