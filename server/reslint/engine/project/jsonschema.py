"""JSON Schemas of rule files, manifests and configurations, so that any editor helps while one writes.

`python -m reslint.engine.project.jsonschema` writes them beside the packs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from ..data.schema import Record
from ..packs.folders import shipped
from ..packs.manifest import PACK
from ..packs.rulefile import fix_field, rule_record
from ..search.selection import SelectorField
from .configuration import CONFIGURATION

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, str]:
    """The text of each schema by the name of its file."""
    records = {
        "rule.schema.json": ("A reslint rule", rule_record()),
        "pack.schema.json": ("A reslint pack (pack.yaml)", PACK),
        "config.schema.json": ("The configuration of reslint (.reslint.yaml)", CONFIGURATION),
    }
    return {name: _text(title, record) for name, (title, record) in records.items()}


def _text(title: str, record: Record) -> str:
    schema = {"$schema": DIALECT, "title": title, **record.schema()}
    if "select" in record.fields and "check" in record.fields:
        schema["$defs"] = {
            "selector": SelectorField.definition(),
            "fix": fix_field("How findings are fixed.").definition(),
        }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> None:
    """Write every schema into a folder. Raises OSError."""
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else shipped())
