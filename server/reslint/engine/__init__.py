"""Rules and what they find: load packs, lint a draft, apply fixes. Knows nothing of commands and protocols."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .examples import Verdict, test_pack
    from .finding import SEVERITIES, Finding, Fix, Problem, Related, Safety, Severity
    from .fix import FixResult, fix_all, write_source
    from .loader import load
    from .rule import Example, Rule
    from .ruleset import PackInfo, Ruleset
    from .runner import Notice, Outcome, lint
    from .settings import RunSettings

_MODULES = {
    "examples": ("Verdict", "test_pack"),
    "finding": ("SEVERITIES", "Finding", "Fix", "Problem", "Related", "Safety", "Severity"),
    "fix": ("FixResult", "fix_all", "write_source"),
    "loader": ("load",),
    "rule": ("Example", "Rule"),
    "ruleset": ("PackInfo", "Ruleset"),
    "runner": ("Notice", "Outcome", "lint"),
    "settings": ("RunSettings",),
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
    "write_source",
]


def __getattr__(name: str) -> Any:
    # Imported when first used: a check of a file needs neither the examples nor the fixes.
    if name in _PLACES:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    raise AttributeError(name)
