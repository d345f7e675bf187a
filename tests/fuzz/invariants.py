"""What must hold whatever the input."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from reslint.draft import Draft, Node, parse
from reslint.draft.fold import fold
from reslint.engine import Finding, Outcome, Ruleset, fix_all, lint, load, memo, runner
from reslint.engine.config import FILE_NAME, read_configuration
from reslint.engine.packs import shipped
from reslint.reports.checked import Checked, Report
from reslint.reports.formats import FORMATS, render
from reslint.text import Span, Text, UndecodableText, decode, encode

from . import texts

SECONDS, SECONDS_PER_KB = 0.5, 0.05
"""More processor time than this for a check is a hang; an ordinary one takes a hundredth of it."""


class Broken(AssertionError):
    """Something that must hold does not."""


@cache
def rules(pack: str = "un") -> Ruleset:
    """The rules of a pack that comes with the program."""
    return load([pack])


def expect(condition: bool, what: str) -> None:
    """Raises Broken."""
    if not condition:
        raise Broken(what)


def check(text: str, ruleset: Ruleset) -> tuple[Draft, Outcome]:
    """A text is checked in bounded time, nothing breaks down, and all spans lie in it and in order."""
    started = time.process_time()
    draft = parse(Text(text), ruleset.vocabulary, forced=True)
    outcome = lint(draft, ruleset)
    took = time.process_time() - started
    expect(took < SECONDS + SECONDS_PER_KB * len(text) / 1000, f"it took {took:.2f} s")
    for notice in outcome.notices:
        expect(not notice.broken, str(notice))
    starts = [finding.span.start for finding in outcome.findings]
    expect(starts == sorted(starts), "findings are out of order")
    for finding in outcome.findings:
        _inside(finding, len(text))
    _nested(draft, draft.root)
    _covered(draft)
    return draft, outcome


def _inside(finding: Finding, size: int) -> None:
    spans = [finding.span, *(other.span for other in finding.related)]
    spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
    for span in spans:
        expect(0 <= span.start <= span.end <= size, f"{finding.rule} has a span outside the text: {span}")


def _nested(draft: Draft, node: Node) -> None:
    before = node.span.start
    for child in node.children:
        expect(node.span.covers(child.span) and child.span.start >= before, f"{child.kind} stands outside {node.kind}")
        before = child.span.end
        _nested(draft, child)


def _covered(draft: Draft) -> None:
    content = draft.text.content
    blank = list(content)
    for node in draft.nodes():
        spans = [*node.body, *([node.label_span] if node.label_span else [])]
        # The mark of a heading belongs to no words; a comment may stand among them.
        is_leaf = node.kind != "document" and all(child.kind == "comment" for child in node.children)
        for start, end in [*spans, node.span] if is_leaf else spans:
            blank[start:end] = " " * (end - start)
    left = "".join(blank).strip()
    expect(not left or not draft.root.children, f"the outline leaves out “{left[:40]}”")


def fixing(text: str, ruleset: Ruleset) -> None:
    """Fixed twice is fixed once, and what was fixed is not found again."""

    def find(one: Text) -> tuple[Finding, ...]:
        return lint(parse(one, ruleset.vocabulary, forced=True), ruleset).findings

    once = fix_all(Text(text), find)
    left = [one.rule for one in once.findings if one.fix and one.fix.safety == "safe" and one.rule not in once.unstable]
    expect(not any(_changes(one, once.text) for one in once.findings if one.rule in left), f"not fixed: {left}")
    twice = fix_all(once.text, find)
    expect(twice.text.content == once.text.content, "fixed twice it is another text")


def _changes(finding: Finding, text: Text) -> bool:
    return bool(finding.fix) and any(text.slice(edit.span) != edit.text for edit in finding.fix.edits)


def forget() -> None:
    """Drop everything that is remembered of words."""
    fold.cache_clear()
    memo._lowered.clear()
    memo._answers.clear()
    runner._MEMO = memo.Memo()


def warm_is_cold(text: str, ruleset: Ruleset) -> None:
    """What is remembered of other texts changes nothing."""
    warm = check(text, ruleset)[1]
    forget()
    expect(check(text, ruleset)[1] == warm, "a fresh process finds something else")


def formats(text: str, ruleset: Ruleset) -> None:
    """Every format can be read by a program."""
    draft, outcome = check(text, ruleset)
    report = Report([Checked("a “draft” & more.md", draft.text, outcome.findings)], [])
    for name in FORMATS:
        if name == "html":
            continue
        written = render(name, report)
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(written)
        elif name == "json-lines":
            for line in written.split("\n"):
                json.loads(line)
        elif name in ("checkstyle", "junit"):
            ET.fromstring(written)


def one_text(rng: random.Random) -> str:
    """One text and what must hold of it; gives the text back."""
    text = rng.choice(texts.TEXTS)(rng)
    ruleset = rules("mun" if rng.random() < 0.15 else "un")
    way = rng.random()
    if way < 0.06:
        fixing(text, ruleset)
    elif way < 0.1:
        warm_is_cold(text, ruleset)
    elif way < 0.12:
        formats(text, ruleset)
    else:
        check(text, ruleset)
    return text


def some_bytes(rng: random.Random) -> str:
    """Bytes are a text that gives them back, or the first wrong one is named."""
    content = texts.data(rng)
    try:
        source = decode(content)
    except UndecodableText as error:
        expect(error.line >= 1 and content[error.offset] == error.value, "the wrong byte is not where it is said to be")
        return repr(content)
    expect(encode(source) == content, "the bytes do not come back")
    check(source.text.content, rules())
    return repr(content)


@cache
def _rule_files() -> tuple[tuple[str, bytes], ...]:
    root = shipped() / "un"
    return tuple((path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(root.rglob("*.yaml")))


def one_pack(rng: random.Random) -> str:
    """A pack with a damaged file is loaded in bounded time, and its mistakes are located problems."""
    manifest = b"name: fuzzed\nsummary: A pack.\n"
    name, content = rng.choice([(name, content) for name, content in _rule_files() if len(content) < 4_000])
    changed = _damaged(rng, content)
    with tempfile.TemporaryDirectory() as folder:
        for place, data in (("pack.yaml", manifest), ("style/other.yaml", content), (name, changed)):
            file = Path(folder, place)
            file.parent.mkdir(exist_ok=True)
            if place != "style/other.yaml" or not name.startswith(("lexicon", "phrases", "pack")):
                file.write_bytes(data)
        started = time.process_time()
        ruleset = load([folder], cache=False)
        expect(time.process_time() - started < 2, "loading took more than two seconds")
        for problem in ruleset.problems:
            expect(problem.path is not None and bool(problem.message), f"this is nowhere: {problem}")
        draft = parse(Text(rng.choice(texts.drafts())[:2000]), ruleset.vocabulary, forced=True)
        for notice in lint(draft, ruleset).notices:
            expect(not notice.broken, str(notice))
    return repr((name, changed))


def _damaged(rng: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    for _ in range(rng.randrange(1, 4)):
        way, at = rng.randrange(6), rng.randrange(len(lines))
        if way == 0:
            lines[at] = rng.choice(lines)
        elif way == 1:
            del lines[at : at + rng.randrange(3)]
        elif way == 2:
            lines[at] = b"  " * rng.randrange(3) + lines[at].strip()
        elif way == 3:
            key = lines[at].partition(b":")[0]
            odd = (
                b"[]",
                b"{}",
                b"null",
                b"1e99",
                b"*a",
                b"&a [*a]",
                b"'(a+)+$'",
                b"yes",
                b"!!python/object:os.system x",
            )
            lines[at] = key + b": " + rng.choice(odd)
        elif way == 4:
            spot = rng.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:spot] + bytes([rng.randrange(256)]) + lines[at][spot:]
        else:
            lines.insert(at, rng.choice((b"  - x", b"?", b"\t", b"---", b"...", b"a: b: c", b"<<: {a: 1}", b'"')))
        lines = lines or [b""]
    return b"\n".join(lines)


_CONFIGURATION = (
    b"packs: [un]\nselect: [style]\nignore: style/money\nprofile: sc\nbody: General Assembly\nstage: draft\n"
    b"fail-level: info\ninclude: ['*.txt']\nexclude: build\nrules:\n  style/money: off\n  opener: {severity: info}\n"
)


def one_configuration(rng: random.Random) -> str:
    """A damaged configuration is read, and its mistakes are located."""
    changed = _damaged(rng, _CONFIGURATION).decode("utf-8", "replace")
    configuration = read_configuration(Path("/project") / FILE_NAME, changed)
    if configuration is not None:
        _ = configuration.settings, configuration.packs, configuration.fail_level, configuration.provenance
        for problem in configuration.problems:
            expect(bool(problem.message), "a mistake without a word")
    return changed


def some_edits(rng: random.Random) -> str:
    """Edits one after the other, as an editor sends them, leave what a fresh check of the last text finds."""
    text = Text(texts.mutated(rng)[:3000])
    for _ in range(rng.randrange(2, 12)):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + int(rng.expovariate(0.1)))
        words = rng.choice(("", "a", "*", "\n", "\n\n", " ", rng.choice(texts.WORDS)))
        expected = text.content[:start] + words + text.content[end:]
        text = text.replaced(Span(start, end), words)
        expect(text.content == expected, "an edit went wrong")
        expect(text.line_starts == Text(expected).line_starts, "the lines of an edited text are wrong")
        for unit in ("utf-16", "utf-8", "code-point"):
            at = text.position(start, unit)
            expect(text.offset(at, unit) == start or text.content[start - 1 : start + 1] == "\r\n", "a position moved")
        check(text.content, rules())
    warm_is_cold(text.content, rules())
    return text.content


TARGETS: dict[str, tuple[Callable[[random.Random], str], int]] = {
    "texts": (one_text, 60),
    "bytes": (some_bytes, 15),
    "edits": (some_edits, 5),
    "packs": (one_pack, 5),
    "configurations": (one_configuration, 15),
}
"""Each with its share."""
