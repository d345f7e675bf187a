"""The one table of `python -m tests.bench`: what is measured, beside what, and whether the target is met."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from typing import NamedTuple

COLUMNS = ("this", "other", "× other", "beside", "its", "×", "target")
WIDTHS = (9, 9, 8, 18, 9, 7, 12)


class Row(NamedTuple):
    """A line of the table; figures are in `unit`, and a figure that there is not is None.

    `target` is the most that the figure may be as a multiple of that of `beside` (`of_other`: of that of the other
    build, `absolute`: itself; `least`: the least that it may be); None where nothing is aimed at.
    """

    what: str
    unit: str
    this: float | None
    other: float | None = None
    beside: str = ""
    its: float | None = None
    target: float | None = None
    of_other: bool = False
    least: bool = False
    absolute: bool = False
    why: str = ""
    """The reason for a missing figure."""

    @property
    def ratio(self) -> float | None:
        """The figure that the target is about; None where something is missing."""
        if self.absolute:
            return self.this
        return _share(self.this, self.other if self.of_other else self.its)

    @property
    def verdict(self) -> str:
        """“met”, “MISSED”, or why that cannot be said; empty where nothing is aimed at."""
        if self.why:
            return f"not measured: {self.why}"
        if self.target is None:
            return ""
        if self.ratio is None:
            return "not measured: no other build" if self.of_other else "not measured"
        return "met" if (self.ratio >= self.target if self.least else self.ratio <= self.target) else "MISSED"

    def line(self, width: int) -> str:
        """The row as it is printed."""
        sign = "≥" if self.least else "≤"
        unit = "" if self.absolute else "× other" if self.of_other else "×"
        cells = (
            _figure(self.this),
            _figure(self.other),
            _figure(_share(self.this, self.other)),
            self.beside,
            _figure(self.its),
            _figure(_share(self.this, self.its)),
            f"{sign} {self.target:g} {unit}".rstrip() if self.target is not None else "",
        )
        shown = "".join(
            f"  {cell:<{size}}" if name in ("beside", "target") else f"{cell:>{size}}"
            for name, cell, size in zip(COLUMNS, cells, WIDTHS, strict=True)
        )
        return f"{f'{self.what}, {self.unit}':<{width}}{shown}  {self.verdict}".rstrip()


def _share(figure: float | None, whole: float | None) -> float | None:
    return figure / whole if figure is not None and whole else None


def _figure(figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"


def middle(figures: Sequence[float]) -> float | None:
    """The median; None of nothing."""
    return statistics.median(figures) if figures else None


def high(figures: Sequence[float]) -> float | None:
    """The 95th percentile; None of nothing."""
    return sorted(figures)[min(len(figures) - 1, int(0.95 * len(figures)))] if figures else None


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """The table, its heading first, and how many targets are met."""
    width = max((len(f"{row.what}, {row.unit}") for row in rows), default=0) + 1
    heads = "".join(
        f"  {name:<{size}}" if name in ("beside", "target") else f"{name:>{size}}"
        for name, size in zip(COLUMNS, WIDTHS, strict=True)
    )
    yield f"{'':<{width}}{heads}".rstrip()
    yield from (row.line(width) for row in rows)
    told = [row.verdict for row in rows if row.target is not None]
    missing = sum(1 for each in told if each.startswith("not"))
    yield f"{told.count('met')} of {len(told)} targets met, {told.count('MISSED')} missed, {missing} not measured"
