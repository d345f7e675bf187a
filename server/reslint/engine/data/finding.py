"""Findings and problems: all that the engine reports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from ...text import Edit, Span
from ...text.record import dataclass

Severity = Literal["error", "warning", "info", "off"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "off")
"""From the gravest to none; `SEVERITIES.index` orders them."""
Safety = Literal["safe", "unsafe"]
"""A safe fix keeps what the draft says; an unsafe one may change it and is applied only when asked for."""


def shown_path(path: Path | str) -> str:
    """A path as it is printed: bytes of its name that are not text become U+FFFD."""
    try:
        return os.fsencode(path).decode("utf-8", "replace")
    except UnicodeEncodeError:  # halves of characters that stand for no byte
        return str(path).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that make a finding go away, all of them or none."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]
    formatting: bool = False
    """Whether formatting the text makes it, too."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mark in a draft; `span` is a span of code-point offsets into its text."""

    rule: str
    severity: Severity
    message: str
    span: Span
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a rule pack, a configuration or an input: what is wrong, where, and what to do.

    `line` and `column` are one-based, the column in code points; 0 where the place is the whole file. So is `end`, the
    line and column after the last character that is wrong; None where it is not known.
    """

    path: Path | None
    line: int
    column: int
    message: str
    end: tuple[int, int] | None = None

    @property
    def shown_path(self) -> str:
        """The path as it is printed; "" where there is none."""
        return "" if self.path is None else shown_path(self.path)

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.shown_path}:"
        if self.line:
            place += f"{self.line}:{self.column}:"
        return f"{place} {self.message}".strip()
