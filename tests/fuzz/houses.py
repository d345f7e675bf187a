"""Packs of houses made at random, and the rules of grammar with and without the patience for a pipeline."""

from __future__ import annotations

import random
import shutil
import tempfile
from atexit import register
from functools import cache, partial
from pathlib import Path

from reslint.draft import parse
from reslint.engine import RunSettings, lint, load
from reslint.engine.packs.folders import shipped
from reslint.text import Text

from . import packs, texts
from .fresh import rules
from .invariants import check, expect, found_in_order

BASES = ("un", "un", "mun", "who", "hrc", "whereas")
_VALUES = ("off", "info", "error", "{severity: warning}", "{options: {style: labels}}", "{message: '{found}?'}", "lamp")


@cache
def _lexicons() -> tuple[tuple[str, str], ...]:
    """The shipped lexicons of a few lines: their path in a pack, and what they say."""
    files = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(shipped().glob("*/lexicon/*.yaml"))]
    return tuple((f"lexicon/{name}", text) for name, text in files if len(text) < 3_000)


def house(rng: random.Random) -> tuple[str, ...]:
    """The pack that is built on, a manifest, a lexicon by its path and what it says, and a text of that house."""
    base = rng.choice(BASES)
    names = rng.choices([*rules("un").names, "style", "sequence", "phrase", "style/none"], k=rng.randrange(6))
    changes = "".join(f"  {name}: {rng.choice(_VALUES)}\n" for name in dict.fromkeys(names))
    manifest = f"name: fuzzed\nsummary: A house.\nextends: {base}\n" + (f"rules:\n{changes}" if changes else "")
    path, lexicon = rng.choice(_lexicons())
    if rng.random() < 0.4:
        manifest, lexicon = (manifest, packs.damaged(rng, lexicon)) if rng.random() < 0.5 else (manifest + "?", lexicon)
    if rng.random() < 0.7:
        lexicon = f"extends: true\n{lexicon}"
    return path, manifest, lexicon, texts.fragment(rng)


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="reslint-fuzz-"))
    register(partial(shutil.rmtree, folder, ignore_errors=True))
    return folder


def housed(path: str, manifest: str, lexicon: str, text: str) -> None:
    """The mistakes in a pack of a house are located in it, and its texts are checked like all others."""
    folder = _folder() / "fuzzed"
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in (("pack.yaml", manifest), (path, lexicon)):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode("utf-8", "surrogatepass"))
    ruleset = load([folder])
    for problem in ruleset.problems:
        expect(bool(problem.message) and problem.path is not None, f"a mistake without a place: {problem}")
        place = problem.path or folder
        expect(place == folder or folder in place.parents, f"a mistake elsewhere: {place}")
    check(text, ruleset)


def grammatical(text: str) -> None:
    """Nothing is found without patience that is not found with it; only what wants a pipeline is found later."""
    ruleset = rules("un")
    draft = parse(Text(text), ruleset.vocabulary, forced=True)
    patient = lint(draft, ruleset, RunSettings())
    hasty = lint(draft, ruleset, RunSettings(patient=False))
    found_in_order(draft, patient)
    found_in_order(draft, hasty)
    early = [finding for finding in hasty.findings if finding not in patient.findings]
    expect(not early, f"found without patience alone: {early[:1]}")
    slow = {rule.name for rule in ruleset.rules if any(step.tokens is not None for step in rule.steps)}
    late = {finding.rule for finding in patient.findings if finding not in hasty.findings}
    expect(late <= slow, f"found with patience alone: {sorted(late - slow)}")
