"""The readings by reslint of a text and of the same text in another way."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from typing import TYPE_CHECKING

from reslint.draft import Node, parse
from reslint.engine import Finding, Ruleset, fix_all, lint
from reslint.text import Text

if TYPE_CHECKING:
    from .registry import Way

ITALICS = frozenset(
    {
        "opener/operative-italic",
        "opener/preambular-italic",
        "opener/italic-span",
        "structure/enacting-line",
        "style/emphasis",
    }
)
"""The rules about italics: a text that has none may have one finding of them."""
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True)
class Seen:
    """The reading of a text by reslint."""

    is_resolution: bool
    preambular: int
    operative: tuple[str, ...]
    items: tuple[str, ...]
    findings: Counter[str]
    """Errors and warnings by rule."""
    italics: int
    """Errors and warnings about italics."""
    fixed: str
    changes: Counter[str]
    """The changes of the safe fixes among the words and numbers: "old -> new", with their counts."""
    is_settled: bool
    """Whether fixing once more changes nothing."""


@dataclass(frozen=True)
class Verdict:
    """How what is seen in a way differs from what is seen in the clean text."""

    is_seen: bool
    is_equal: bool
    """Whether the outline is the same: preambular paragraphs, operative labels, labels of subparagraphs."""
    extra: Counter[str]
    missing: Counter[str]
    italics: int
    damage: Counter[str]
    is_settled: bool


def see(text: str, ruleset: Ruleset) -> Seen:
    """The reading of a text with the rules at hand."""
    draft = parse(Text(text), ruleset.vocabulary)
    found = [one for one in lint(draft, ruleset).findings if one.severity in ("error", "warning")]

    def findings(version: Text) -> tuple[Finding, ...]:
        again = parse(version, ruleset.vocabulary)
        return lint(again, ruleset).findings if again.is_resolution else ()

    fixed = fix_all(Text(text), findings) if draft.is_resolution else None
    once = fixed.text.content if fixed else text
    return Seen(
        draft.is_resolution,
        len(draft.nodes("preambular")),
        _labels(draft.nodes("operative")),
        _labels(draft.nodes("subparagraph")),
        Counter(one.rule for one in found if one.rule not in ITALICS),
        sum(one.rule in ITALICS for one in found),
        once,
        _changes(text, once),
        fixed is None or not fixed.unstable,
    )


def judge(clean: Seen, seen: Seen, way: Way) -> Verdict:
    """How a text in some way differs from the clean one, the way's own remarks aside."""
    items = len(clean.items) == len(seen.items) if not way.labels else clean.items == seen.items
    extra = seen.findings - clean.findings
    for rule in way.says:
        if extra[rule] == 1:
            del extra[rule]
    return Verdict(
        seen.is_resolution or not clean.is_resolution,
        clean.preambular == seen.preambular and clean.operative == seen.operative and items,
        extra,
        clean.findings - seen.findings,
        max(0, seen.italics - clean.italics),
        seen.changes - clean.changes,
        seen.is_settled,
    )


def _labels(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    return tuple(node.label for node in nodes)


def words(text: str) -> list[str]:
    """The words and numbers of a text, mark-up, marks and hidden characters away."""
    text = re.sub(r"</?[a-z][^<>\n]*>|\]\{[^}\n]*\}", "", text)
    plain = re.sub("[\u200b-\u200f\u2060\ufeff\u00ad]", "", unescape(text)).translate(_DIGITS)
    return re.findall(r"[^\W_]+", plain.casefold())


def _changes(before: str, after: str) -> Counter[str]:
    old, new = words(before), words(after)
    found: Counter[str] = Counter()
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found[f"{' '.join(old[first:last])} -> {' '.join(new[start:end])}"] += 1
    return found
