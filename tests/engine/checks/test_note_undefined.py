"""Markers without a text."""

from __future__ import annotations

DOCUMENT = ["document"]


def test_a_marker_without_text(report):
    found = report("note-undefined", "*Noting* the fog,[^1] and the tide,[^2]\n\n[^1]: A note.\n", of=DOCUMENT)
    assert found.found == ["[^2]"]
