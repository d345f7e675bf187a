"""The features of the server: the only list of the modules that answer requests. To add one, write it and list it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import (
    actions,
    commands,
    completion,
    diagnostics,
    folding,
    formatting,
    highlight,
    hover,
    inlay,
    inline,
    lens,
    links,
    mandates,
    navigation,
    on_type,
    panels,
    rename,
    selection,
    symbols,
    tokens,
    word,
)
from .feature import Command, Feature

if TYPE_CHECKING:
    from types import ModuleType

MODULES: tuple[ModuleType, ...] = (
    diagnostics,
    actions,
    commands,
    panels,
    completion,
    inline,
    on_type,
    formatting,
    hover,
    symbols,
    folding,
    selection,
    navigation,
    highlight,
    rename,
    links,
    tokens,
    inlay,
    lens,
    mandates,
    word,
)
"""The feature modules, in the order in which they are registered."""


def features() -> Iterator[Feature]:
    """Every feature of every module."""
    for module in MODULES:
        yield from getattr(module, "FEATURES", ())


def all_commands() -> Iterator[Command]:
    """Every command of every module."""
    for module in MODULES:
        yield from getattr(module, "COMMANDS", ())
