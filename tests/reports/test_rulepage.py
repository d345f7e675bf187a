"""The page of a rule puts its evidence into words."""

from __future__ import annotations

import pytest

from reslint.engine.rule import Evidence
from reslint.reports.rulepage import evidence_words


@pytest.mark.parametrize(
    ("fired", "read", "true", "words"),
    [
        (0, 0, 0, "no finding."),
        (1, 1, 1, "1 finding, all read, 1 of these true (100 per cent)."),
        (80, 40, 37, "80 findings, 40 read, 37 of these true (92 per cent)."),
        (80, 0, 0, "80 findings, none read."),
    ],
)
def test_evidence_says_how_many_findings_were_read_and_are_true(fired: int, read: int, true: int, words: str) -> None:
    evidence = Evidence("2026-01-31", 50, fired, read, true)
    assert evidence_words(evidence) == f"Run on 50 printed texts (2026-01-31): {words}"
