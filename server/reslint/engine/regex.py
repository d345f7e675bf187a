"""What a regular expression says, read without running it."""

from __future__ import annotations


def required(pattern: str) -> frozenset[str] | None:
    """Lower-case strings one of which the lower-cased text of every match contains; None if there are none."""
    return None
