"""The command line: `reslint COMMAND`. One module per command; each only parses arguments and prints."""

from __future__ import annotations

from .main import main, run_and_leave

__all__ = ["main", "run_and_leave"]
