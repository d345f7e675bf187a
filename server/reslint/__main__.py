"""`python -m reslint`."""

from __future__ import annotations

from .start import run

if __name__ == "__main__":
    run()
