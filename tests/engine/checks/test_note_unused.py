"""Notes without a marker."""

from __future__ import annotations

DOCUMENT = ["document"]


def test_a_text_without_marker(report):
    found = report("note-unused", "*Noting* the fog,[^1]\n\n[^1]: A note.\n\n[^2]: Another.\n", of=DOCUMENT)
    assert found.values("label") == ["2"]
