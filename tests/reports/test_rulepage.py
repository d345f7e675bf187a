"""The page of a rule puts its evidence into words."""

from __future__ import annotations

import pytest

from reslint.engine.packs.rule import Evidence
from reslint.reports.rulepage import evidence_words


@pytest.mark.parametrize(
    ("fired", "read", "confirmed", "words"),
    [
        (0, 0, 0, "no finding."),
        (1, 1, 1, "1 finding, all read, 1 of these true (100 per cent)."),
        (80, 40, 37, "80 findings, 40 read, 37 of these true (92 per cent)."),
        (80, 0, 0, "80 findings, none read."),
    ],
)
def test_evidence_says_how_many_findings_are_true(fired: int, read: int, confirmed: int, words: str) -> None:
    evidence = Evidence("2026-01-31", 50, fired, read, confirmed)
    assert evidence_words(evidence) == f"Run on 50 printed texts (2026-01-31): {words}"


def test_evidence_names_the_version_that_was_run() -> None:
    evidence = Evidence("2026-01-31", 50, 0, 0, 0, "3.2.1")
    assert evidence_words(evidence) == "Run on 50 printed texts (2026-01-31, version 3.2.1): no finding."
