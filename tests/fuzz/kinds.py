"""The kinds of inputs: how one is made of a random number, and what must hold of it."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
import time
from atexit import register
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.engine.data.finding import Problem
from reslint.engine.patterns.compiled import LazyPattern, objection
from reslint.engine.patterns.folding import lowered, zeroed
from reslint.engine.project.configuration import read_configuration
from reslint.formats import CannotRead, open_file
from reslint.text import Text

from . import packs, sessions, texts
from .arrival import arrival, arrived
from .fresh import rules
from .houses import grammatical, house, housed
from .invariants import check, expect, fixed, formatted, outlined, warm_is_cold
from .packages import package, packaged
from .printed import printed
from .word import damaged, word

Answer = TypeVar("Answer")
Parts = tuple[str, ...]
"""An input: texts, from which a shorter input is made by leaving out characters."""
_LOADING = 4.0
"""Seconds of processor time in which a pack of a stranger is read and judged."""
_MATCHING = 4.0
"""Seconds of processor time for a pattern that was found harmless, on a paragraph of some hundred characters."""


class Kind(NamedTuple):
    """One kind of inputs."""

    make: Callable[[random.Random], Parts]
    holds: Callable[..., None]
    """Takes the parts; raises when something that must hold does not."""
    share: float
    """How many of a hundred inputs are of this kind."""
    whole: int = 0
    """So many parts at the start are not texts and stay as they are."""


def _with_pack(make: Callable[[random.Random], str], rng: random.Random) -> Parts:
    return "mun" if rng.random() < 0.15 else "un", make(rng)


def checked(pack: str, text: str) -> None:
    """See `check`."""
    check(text, rules(pack))


def parsed(text: str) -> None:
    """Any text has an outline, whether it is taken for a resolution or not."""
    for forced in (False, True):
        outlined(parse(Text(text), rules("un").vocabulary, forced=forced))


def decoded(latin: str) -> None:
    """Bytes are a text that gives them back, or the first wrong one is named at its line."""
    content = latin.encode("latin-1")
    try:
        original = open_file(Path("harbour.res.md"), content)
    except CannotRead as error:
        expect(bool(str(error)) and "\n" not in str(error), "what is wrong is not one line")
        expect(0 <= error.line <= content.count(b"\n") + content.count(b"\r") + 1, "the line is not in the file")
        return
    expect(original.write() == content, "the bytes do not come back")
    check(original.text.content, rules("un"))


def _bytes(rng: random.Random) -> Parts:
    return (texts.data(rng).decode("latin-1"),)


@cache
def _folder() -> Path:
    """A folder for packs, which goes when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="reslint-fuzz-"))
    register(partial(shutil.rmtree, folder, ignore_errors=True))
    return folder


def loaded(name: str, content: str) -> None:
    """A pack with a damaged file is loaded in bounded time, its mistakes are located, and the others run."""
    folder = _folder()
    shutil.rmtree(folder / "fuzzed", ignore_errors=True)
    other = next(each for each in packs.rule_files() if each[0] == "style/money.yaml")
    for place, text in (("pack.yaml", "name: fuzzed\nsummary: A pack.\n"), other, (name, content)):
        file = folder / "fuzzed" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
    read = partial(load, [folder / "fuzzed"], cache=False)
    ruleset, took = _timed(read)
    expect(took < _LOADING or _timed(read)[1] < _LOADING, f"loading took {took:.1f} s")
    for problem in ruleset.problems:
        _located(problem, folder / "fuzzed")
    draft = parse(Text(texts.drafts()[0][:1500]), ruleset.vocabulary, forced=True)
    for notice in lint(draft, ruleset).notices:
        expect(not notice.broken, str(notice))


def _located(problem: Problem, folder: Path) -> None:
    expect(bool(problem.message) and problem.path is not None, f"a mistake without a place: {problem}")
    path = problem.path or folder
    expect(folder in path.parents or path == folder, f"a mistake elsewhere: {path}")
    if problem.line and path.is_file():
        lines = Text(path.read_bytes().decode("utf-8-sig", "replace"))
        expect(problem.line <= lines.line_count, f"line {problem.line} is not there")
        expect(1 <= problem.column <= len(lines.line_span(problem.line - 1)) + 1, f"{problem} is beside its line")


_LETTERS = "ab the,.0é İßſsKkΣσς9\nA_-"


def _pattern(rng: random.Random) -> Parts:
    """A pattern, and words that it may match: some of its own, some often."""
    pattern = packs.pattern(rng)
    once = "".join(rng.choices(_LETTERS, k=rng.randrange(1, 4)))
    text = once * rng.randrange(1, 40) if rng.random() < 0.5 else "".join(rng.choices(_LETTERS, k=rng.randrange(80)))
    return pattern, rng.choice(("", "a", "the ")) + text + rng.choice(("", "x", "!"))


def _timed(ask: Callable[[], Answer]) -> tuple[Answer, float]:
    started = time.process_time()
    return ask(), time.process_time() - started


def judged(pattern: str, text: str) -> None:
    """A pattern is judged in bounded time; a harmless one ends, and nothing that is looked for first hides a match."""
    for ignore_case in (False, True):
        objected, took = _timed(partial(objection, pattern, ignore_case=ignore_case))
        # Once may be the garbage of other inputs, or a busy machine.
        again = partial(objection.__wrapped__, pattern, ignore_case=ignore_case)
        expect(took < _LOADING or _timed(again)[1] < _LOADING, f"judging took {took:.1f} s")
        if objected:
            continue
        started = time.process_time()
        matches = [each.span() for each in re.finditer(pattern, text, re.IGNORECASE if ignore_case else 0)]
        took = time.process_time() - started
        expect(took < _MATCHING, f"matching took {took:.1f} s")
        lazy = LazyPattern(pattern, ignore_case=ignore_case)
        needed = lazy.keywords
        if needed is not None and matches:
            expect(
                any(word in zeroed(lowered(text)) for word in needed), f"a match without a keyword of {sorted(needed)}"
            )
        expect([each.span() for each in lazy.finditer(text)] == matches, "a simpler pattern hides matches")


_NAMES = (".reslint.yaml", ".reslint.yaml", "pyproject.toml")


def _configuration(rng: random.Random) -> Parts:
    name = rng.choice(_NAMES)
    if name == "pyproject.toml":
        return name, packs.damaged(rng, packs.PROJECT)
    return name, packs.configuration(rng)


def configured(name: str, text: str) -> None:
    """A damaged configuration is read, its mistakes are located, and what is right in it holds."""
    path = _folder() / "project" / name
    configuration = read_configuration(path, text)
    if configuration is None:
        return
    _ = configuration.settings, configuration.packs, configuration.fail_level, configuration.provenance
    draft = path.parent / "a.old.md"
    _ = configuration.for_file(draft).rules, configuration.includes(draft), configuration.excludes(draft)
    lines = Text(text)
    for problem in configuration.problems:
        expect(bool(problem.message) and problem.path is not None, f"a mistake without a place: {problem}")
        expect(problem.line <= lines.line_count, f"line {problem.line} is not there")


KINDS: dict[str, Kind] = {
    "texts": Kind(partial(_with_pack, texts.any_text), checked, 36, whole=1),
    "outlines": Kind(lambda rng: (texts.any_text(rng),), parsed, 19),
    "bytes": Kind(_bytes, decoded, 15),
    "configurations": Kind(_configuration, configured, 10, whole=1),
    "patterns": Kind(_pattern, judged, 9),
    "rules": Kind(packs.rule_file, loaded, 6, whole=1),
    "edits": Kind(sessions.session, sessions.edited, 2, whole=2),
    "fixes": Kind(partial(_with_pack, texts.fragment), fixed, 1.5, whole=1),
    "formatting": Kind(partial(_with_pack, texts.fragment), formatted, 1.5, whole=1),
    "formats": Kind(partial(_with_pack, texts.any_text), printed, 1, whole=1),
    "fresh": Kind(partial(_with_pack, texts.fragment), warm_is_cold, 0.3, whole=1),
    "word": Kind(damaged, word, 2),
    "packages": Kind(package, packaged, 1),
    "ways": Kind(arrival, arrived, 0.3, whole=2),
    "houses": Kind(house, housed, 0.1, whole=1),
    "grammar": Kind(lambda rng: (texts.fragment(rng),), grammatical, 0.5),
    "large": Kind(partial(_with_pack, texts.large), checked, 0.2, whole=1),
}


def make(seed: int, kind: str = "") -> tuple[str, Parts]:
    """The input of a seed, the same while there are the same kinds: its kind, drawn or given, and its parts."""
    rng = random.Random(seed)
    drawn = rng.choices(list(KINDS), [each.share for each in KINDS.values()])[0]
    return kind or drawn, KINDS[kind or drawn].make(rng)
