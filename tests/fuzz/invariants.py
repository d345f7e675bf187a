"""Invariants of every text."""

from __future__ import annotations

import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from reslint.draft import Draft, Node, parse
from reslint.engine import Finding, Outcome, Ruleset, fix_all, lint
from reslint.engine.edits.fix import fix_once
from reslint.engine.edits.formatting import formatting_edits
from reslint.text import Edit, Span, Text, apply_edits

from .fresh import Fresh, found, rules

SECONDS, SECONDS_PER_KB = 2.0, 0.2
"""More processor time than this for a check is a hang, on a busy machine too; an ordinary one takes a hundredth."""
FRESH = Fresh()


class Broken(AssertionError):
    """Something that must hold does not."""


def expect(condition: bool, what: str) -> None:
    """Raises Broken."""
    if not condition:
        raise Broken(what)


def check(text: str, ruleset: Ruleset) -> tuple[Draft, Outcome]:
    """A text is checked in bounded time, nothing breaks down, and all spans lie in it and in order."""
    draft, outcome, took = _timed(text, ruleset)
    limit = SECONDS + SECONDS_PER_KB * len(text) / 1000
    # Once may be the garbage of other texts, or a busy machine.
    expect(took < limit or _timed(text, ruleset)[2] < limit, f"it took {took:.2f} s")
    found_in_order(draft, outcome)
    outlined(draft)
    return draft, outcome


def _timed(text: str, ruleset: Ruleset) -> tuple[Draft, Outcome, float]:
    started = time.process_time()
    draft = parse(Text(text), ruleset.vocabulary, forced=True)
    outcome = lint(draft, ruleset)
    return draft, outcome, time.process_time() - started


def found_in_order(draft: Draft, outcome: Outcome) -> None:
    """No check has broken down; findings are in order of the text, and every span lies in it."""
    for notice in outcome.notices:
        expect(not notice.broken, str(notice))
        expect(notice.span is None or _inside(notice.span, draft.text), f"a notice outside the text: {notice.span}")
    starts = [finding.span.start for finding in outcome.findings]
    expect(starts == sorted(starts), "findings are out of order")
    for finding in outcome.findings:
        expect(bool(finding.message), f"{finding.rule} says nothing")
        for span in _spans(finding):
            expect(_inside(span, draft.text), f"{finding.rule} has a span outside the text: {span}")
        if finding.fix:
            expect(bool(finding.fix.edits and finding.fix.title), f"{finding.rule} has an empty fix")
            apply_edits(draft.text.content, finding.fix.edits)
            lost = lost_words(draft.text, finding) if finding.fix.safety == "safe" else None
            expect(not lost, f"{finding.rule} takes away words that it does not report: {lost}")


_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMERAL = re.compile(r"[ivxlcdm]+", re.IGNORECASE)


def lost_words(text: Text, finding: Finding) -> Counter[str]:
    """The words that a fix takes away where its finding reports nothing, and puts nowhere else; numerals are none."""
    gone: Counter[str] = Counter()
    new: Counter[str] = Counter()
    reported = sorted([finding.span, *(other.span for other in finding.related)])
    for edit in finding.fix.edits if finding.fix else ():
        new.update(_words(edit.text))
        at = edit.span.start
        for span in [*reported, Span(len(text), len(text))]:
            if at < min(span.start, edit.span.end):
                gone.update(_words(text.content[at : min(span.start, edit.span.end)]))
            at = max(at, span.end)
    return gone - new


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.isalpha() and not _NUMERAL.fullmatch(word)]


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (other.span for other in finding.related)
    if finding.fix:
        yield from (edit.span for edit in finding.fix.edits)


def _inside(span: Span, text: Text) -> bool:
    return 0 <= span.start <= span.end <= len(text)


_FENCE = re.compile(r"^[^\S\n]*(?::{3,}|`{3,}|~{3,}).*", re.MULTILINE)


def outlined(draft: Draft) -> None:
    """The outline covers the text: nodes nest in order, and every word belongs to one of them and to no other."""
    content = draft.text.content
    expect(draft.root.span.start >= 0 and draft.root.span.end <= len(content), "the outline is longer than the text")
    taken: list[tuple[Span, Node]] = []
    # A line that opens a block of code or a division is mark-up with all its words.
    blank = list(_FENCE.sub(lambda found: " " * len(found[0]), content))
    for node in draft.nodes():
        before = node.span.start
        for child in node.children:
            nests = node.span.covers(child.span) and child.span.start >= before
            expect(nests, f"{child.kind} stands outside {node.kind}")
            before = child.span.end
        own = [*node.body, *([node.label_span] if node.label_span else [])]
        expect(all(node.span.covers(span) for span in own), f"{node.kind} has words outside itself")
        # A comment and an inline note may stand among the words of a node; the mark of a heading belongs to no words.
        taken += [(span, node) for span in own if node.kind != "comment" and not node.label.startswith("^")]
        is_leaf = node.kind != "document" and all(child.kind == "comment" for child in node.children)
        for start, end in [*own, node.span] if is_leaf else own:
            blank[start:end] = " " * (end - start)
        _mapped(draft, node)
    for start, end in draft.bracketed:  # who wants what is not part of a sentence
        blank[start:end] = " " * (end - start)
    # Quote signs, bullets, brackets, line breaks of mark-up, and characters that nobody sees are not words.
    signs = ">\\`:[]~-+*•–—"
    left = "".join(char for char in blank if char not in signs and not _unseen(char)).strip()
    expect(not left or not draft.root.children, f"the outline leaves out “{left[:40]}”")
    _apart(taken)


def _unseen(character: str) -> bool:
    """Whether a character is one of format, or chooses a variant of the one before it."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _apart(taken: list[tuple[Span, Node]]) -> None:
    end, holder = 0, "document"
    for span, node in sorted(taken, key=lambda each: each[0]):
        expect(span.start >= end or span.start == span.end, f"{node.kind} has words of {holder}")
        if span.end > end:
            end, holder = span.end, node.kind


def _mapped(draft: Draft, node: Node) -> None:
    """The folded words of a node stand in its own words, in their order."""
    if not node.body:
        return
    view, before = draft.view(node), node.body[0].start
    for start in view.folded.starts:
        if start < len(view.text):
            span = view.span(start, start + 1)
            expect(before <= span.start < span.end <= node.body[-1].end, f"words of {node.kind} are not where they are")
            before = span.start


def fixed(pack: str, text: str) -> None:
    """Fixed twice is fixed once, what was fixed is not found again, and nothing else is touched."""
    ruleset = rules(pack)

    def find(one: Text) -> tuple[Finding, ...]:
        return lint(parse(one, ruleset.vocabulary, forced=True), ruleset).findings

    findings = check(text, ruleset)[1].findings
    for unsafe in (False, True):
        wanted = [one for one in findings if _wanted(one, unsafe)]
        if not any(_changes(one, Text(text)) for one in wanted):
            continue
        edits = [edit for one in wanted if one.fix for edit in one.fix.edits]
        kept(text, fix_once(Text(text), findings, unsafe=unsafe).content, edits)
        once = fix_all(Text(text), find, unsafe=unsafe)
        left = [one.rule for one in once.findings if _wanted(one, unsafe) and _changes(one, once.text)]
        expect(set(left) <= set(once.unstable), f"not fixed: {left}")
        twice = fix_all(once.text, find, unsafe=unsafe)
        expect(twice.text.content == once.text.content, "fixed twice it is another text")


def formatted(pack: str, text: str) -> None:
    """Formatting changes no word; a text that was formatted stays as it is."""
    ruleset = rules(pack)

    def read(one: Text) -> Draft:
        return parse(one, ruleset.vocabulary, forced=True)

    def find(draft: Draft) -> Sequence[Finding]:
        return lint(draft, ruleset).findings

    once = apply_edits(text, formatting_edits(read(Text(text)), read, find))
    expect(_words(once) == _words(text), "formatting has changed words")
    again = formatting_edits(read(Text(once)), read, find)
    expect(not again, f"formatted twice it is another text: {again[:2]}")


def _wanted(finding: Finding, unsafe: bool) -> bool:
    return finding.fix is not None and (unsafe or finding.fix.safety == "safe")


def _changes(finding: Finding, text: Text) -> bool:
    return finding.fix is not None and any(text.slice(edit.span) != edit.text for edit in finding.fix.edits)


def kept(before: str, after: str, edits: Sequence[Edit]) -> None:
    """Text that no edit touches is there after fixing, in order."""
    at = start = 0
    for span in sorted(edit.span for edit in edits):
        if span.start > start:
            found_at = after.find(before[start : span.start], at)
            expect(found_at >= 0, f"a fix has touched “{before[start : span.start][:40]}”")
            at = found_at + span.start - start
        start = max(start, span.end)
    expect(after.endswith(before[start:]), f"a fix has touched “{before[start:][:40]}”")


def warm_is_cold(pack: str, text: str) -> None:
    """Results cached from other texts change nothing."""
    check(text, rules(pack))
    warm = found(pack, text)
    expect(FRESH.found(pack, text) == warm, "a fresh process finds something else")
