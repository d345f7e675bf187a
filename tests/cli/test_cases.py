"""The behaviour of the command line, as data: `cases/*.yaml`.

Each file has `files` that every case starts from and a list of `cases`: `name`, `run` (the arguments), and what comes
of it: `status` (0), `stdout` and `stderr` (both empty unless said; a list names parts that must occur in order), and
`after`, the files as they are then (null: not there). A case may have `files` and `stdin` of its own.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"
KEYS = {"name", "run", "files", "stdin", "status", "stdout", "stderr", "after"}


def cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in data["cases"]:
            assert case.keys() <= KEYS, f"{path.name}: {case.keys() - KEYS}"
            whole = {**case, "files": {**data.get("files", {}), **case.get("files", {})}}
            found.append(pytest.param(whole, id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], run: Any, tmp_path: Path):
    for name, content in case["files"].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(content))
    done = run(*shlex.split(case["run"]), stdin=as_bytes(case.get("stdin", "")))
    here = str(tmp_path)
    compare(done.stderr.replace(here, "HERE"), case.get("stderr", ""))
    compare(done.stdout.replace(here, "HERE"), case.get("stdout", ""))
    assert done.status == case.get("status", 0)
    for name, content in case.get("after", {}).items():
        path = tmp_path / name
        assert path.exists() == (content is not None)
        if content is not None:
            assert path.read_bytes() == as_bytes(content)


def as_bytes(content: str | bytes) -> bytes:
    """YAML's `!!binary` gives bytes."""
    return content if isinstance(content, bytes) else content.encode("utf-8")


def compare(printed: str, expected: str | list[str]) -> None:
    if isinstance(expected, str):
        assert printed == expected
        return
    at = 0
    for part in expected:
        assert part in printed[at:], f"{part!r} does not occur (in this order) in:\n{printed}"
        at = printed.index(part, at) + len(part)
