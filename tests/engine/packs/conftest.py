"""Small packs of our own, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.ruleset import Ruleset

GOOD = """\
summary: Harbours are spelt with u.
severity: warning
select: words
check: {kind: pattern, find: 'harbor'}
message: 'Write “harbour”, not “{found}”.'
why: The drafts are in British spelling.
source: 'practice: the texts of the Lighthouse Board'
examples:
  report: ['*Recalling* the {{harbor}} plan,']
  silent: ['*Recalling* the harbour plan,']
"""
PACK = "name: lights\nsummary: Rules of the Lighthouse Board.\n"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(tmp_path / "cache"))


def pack(folder: Path, files: dict[str, str], manifest: str = PACK) -> Path:
    for name, text in {"pack.yaml": manifest, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def said(ruleset: Ruleset) -> list[tuple[str, int, int, str]]:
    return [(p.path.name if p.path else "", p.line, p.column, p.message) for p in ruleset.problems]
