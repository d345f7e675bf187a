"""Verdicts on the patterns of the packs that come with the program, so that a first run need not work them out.

To judge them takes most of the time of a run without a cache. `python -m reslint.develop regenerate` writes the file; a
pattern that it lacks is judged when its pack is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .folders import shipped

NAME = "patterns.json"


def shipped_verdicts() -> dict[str, Any]:
    """The results in the file beside the packs, for `learn_verdicts`; empty where there is none that can be read."""
    try:
        kept = json.loads((shipped() / NAME).read_text(encoding="utf-8"))
        found: dict[str, Any] = {"sound": [], "literals": {}}
        for pattern, (uses, words, landmark) in kept.items():
            found["sound"] += ((pattern, ignore_case, at_start) for ignore_case, at_start in uses)
            found["literals"][pattern] = (None if words is None else frozenset(words), landmark)
        return found
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def text_of(verdicts: Mapping[str, Any]) -> str:
    """The file for results of `known_verdicts`: a line of JSON for each pattern, in their order.

    It says how the pattern is used (ignoring capitals, at the start of a text alone), its keywords, and the simpler
    pattern that is looked for first.
    """
    uses: dict[str, list[tuple[bool, bool]]] = {pattern: [] for pattern in sorted(verdicts["literals"])}
    for pattern, ignore_case, at_start in sorted(verdicts["sound"]):
        uses[pattern].append((ignore_case, at_start))
    lines = []
    for pattern, ways in uses.items():
        words, landmark = verdicts["literals"][pattern]
        found = [ways, None if words is None else sorted(words), landmark]
        lines.append(f"{json.dumps(pattern, ensure_ascii=False)}: {json.dumps(found, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write(folder: Path, verdicts: Mapping[str, Any]) -> None:
    """Write the file for these results into a folder. Raises OSError."""
    (folder / NAME).write_text(text_of(verdicts), encoding="utf-8", newline="\n")
