"""`python -m reslint`."""

from __future__ import annotations

from .cli import run_and_leave

if __name__ == "__main__":
    run_and_leave()
