"""Which files are drafts, by their names; for the command line and the server alike."""

from __future__ import annotations

from pathlib import Path

DRAFT_SUFFIXES = (".res.md", ".resolution.md", ".resolution")
"""Files that are drafts by their name."""


def is_draft_by_name(path: Path) -> bool:
    """Whether the suffix of a file says that it is a draft, whatever its text looks like."""
    return path.name.lower().endswith(DRAFT_SUFFIXES)
