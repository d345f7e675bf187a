"""Exit statuses, and what a command line can get wrong."""

from __future__ import annotations

OK, FOUND, FAILED = 0, 1, 2
"""Exit statuses: nothing at or above the fail level; something there; could not do its work."""


class UsageError(Exception):
    """Arguments that make no sense together or name something that is not there; the message says which."""


def reason_of(error: OSError) -> str:
    """Why something could not be read or written, in small letters as other messages are."""
    return (error.strerror or str(error)).lower()
