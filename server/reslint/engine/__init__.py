"""Rules and what they find: load packs, lint a draft, apply fixes. Knows nothing of commands and protocols."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .data.finding import SEVERITIES, Finding, Fix, Problem, Related, Safety, Severity
    from .edits.fix import FixResult, fix_all
    from .packs.loader import load
    from .packs.rule import Example, Rule
    from .packs.ruleset import PackInfo, Ruleset
    from .run.examples import Verdict, test_pack
    from .run.runner import Notice, Outcome, lint
    from .run.settings import RunSettings

_MODULES = {
    "data.finding": ("SEVERITIES", "Finding", "Fix", "Problem", "Related", "Safety", "Severity"),
    "edits.fix": ("FixResult", "fix_all"),
    "packs.loader": ("load",),
    "packs.rule": ("Example", "Rule"),
    "packs.ruleset": ("PackInfo", "Ruleset"),
    "run.examples": ("Verdict", "test_pack"),
    "run.runner": ("Notice", "Outcome", "lint"),
    "run.settings": ("RunSettings",),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "SEVERITIES",
    "Example",
    "Finding",
    "Fix",
    "FixResult",
    "Notice",
    "Outcome",
    "PackInfo",
    "Problem",
    "Related",
    "Rule",
    "Ruleset",
    "RunSettings",
    "Safety",
    "Severity",
    "Verdict",
    "fix_all",
    "lint",
    "load",
    "test_pack",
]


def __getattr__(name: str) -> Any:
    # Imported when first used: a check of a file needs neither the examples nor the fixes.
    if name in _PLACES:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    raise AttributeError(name)
