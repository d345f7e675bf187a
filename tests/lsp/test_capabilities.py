"""The server announces the features that the map of the code lists."""

from __future__ import annotations

import re
from pathlib import Path

MAP = Path(__file__).parents[2] / "server" / "README.md"
EVERYTHING = {
    "textDocument": {"diagnostic": {}, "inlineCompletion": {}, "rename": {"prepareSupport": True}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}


def test_every_announced_capability_stands_in_the_table_and_no_other(wire):
    announced = set(wire().initialize(EVERYTHING)["capabilities"])
    _, _, section = MAP.read_text(encoding="utf-8").partition("## The language server")
    rows = [line.split("|")[2] for line in section.splitlines() if line.startswith("|")]
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == announced


def test_a_client_is_announced_only_what_it_can_use(wire):
    announced = wire().initialize({})["capabilities"]
    assert announced["renameProvider"] is True
    assert announced["positionEncoding"] == "utf-16"
    assert "diagnosticProvider" not in announced
