"""The mistakes in the tables of packs, which no rule reads: of resolutions, and of words that are likely next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..data.finding import Problem
from ..language.register import table_problems, tables_of
from .folders import shipped
from .recurrent import recurrent_problems, table_in


def tables_problems(packs: Iterable[Path]) -> tuple[Problem, ...]:
    """The mistakes in the tables of some packs and in the user's own, those of the program's register aside."""
    roots = [*packs]
    registers = tables_of(root for root in roots if shipped() not in root.parents)
    found = [problem for table in registers for problem in table_problems(table)]
    return (*found, *(problem for root in roots for problem in recurrent_problems(table_in(root))))
