"""The examples of rules, run as their tests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..draft import parse
from ..text import Span, Text
from ..text.record import NamedTuple, dataclass, replace
from .fix import fix_once
from .plan import DEFAULT_PROFILE
from .runner import Outcome, lint
from .settings import RunSettings

if TYPE_CHECKING:
    from .finding import Finding, Severity
    from .rule import Example, Rule
    from .ruleset import Ruleset

Status = Literal["reported", "validated", "missing", "noisy", "not-run"]
"""As ast-grep has them: reported as it should be, validated by silence, or missing and noisy where they should not be.

`not-run` where something that the rule needs is not installed.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one example: of which rule, at which line of its file, and what is wrong with it."""

    rule: str
    path: Path
    line: int
    status: Status
    detail: str = ""

    @property
    def passed(self) -> bool:
        """Whether the example shows what it should."""
        return self.status not in ("missing", "noisy")


class Unexercised(NamedTuple):
    """A check that no example of its rule makes report anything; `number` counts the checks of the rule from 1."""

    rule: str
    path: Path
    number: int
    kind: str


def unmark(draft: str) -> tuple[str, tuple[Span, ...]]:
    """A draft without its `{{` `}}`, and the spans they marked, in order. Raises ValueError for a lone brace pair."""
    pieces: list[str] = []
    spans: list[Span] = []
    opened: list[int] = []
    length = 0
    for index, piece in enumerate(draft.replace("}}", "{{}").split("{{")):
        words = piece
        if index and piece.startswith("}"):
            if not opened:
                raise ValueError("a mark is closed that was not opened")
            spans.append(Span(opened.pop(), length))
            words = piece[1:]
        elif index:
            opened.append(length)
        pieces.append(words)
        length += len(words)
    if opened:
        raise ValueError("a mark is opened and not closed")
    return "".join(pieces), tuple(sorted(spans))


def test_pack(ruleset: Ruleset, packs: Collection[str]) -> list[Verdict]:
    """Every example of the rules of these packs (all packs when none is named), run with all rules of the ruleset.

    A reported example must report what is marked and nothing else of its own rule, and its fixes must give the text
    promised. That text, and every silent example, must be silent for all rules.
    """
    return [verdict for rule in _chosen(ruleset, packs) for verdict in _verdicts(rule, ruleset)]


# pytest must not take the function for a test of its own when a test module imports it.
test_pack.__test__ = False  # type: ignore[attr-defined]


def coverage(ruleset: Ruleset, packs: Collection[str] = ()) -> list[Unexercised]:
    """The checks of these packs that nothing exercises."""
    found = []
    for rule in _chosen(ruleset, packs):
        for index, step in enumerate(rule.steps):
            # The other rules stay, because what looks at suppressing comments depends on them.
            alone = replace(rule, steps=(step,))
            others = replace(ruleset, rules=tuple(alone if each is rule else each for each in ruleset.rules))
            if not any(_fires(example, alone, others) for example in rule.examples if not example.silent):
                found.append(Unexercised(rule.name, rule.path, index + 1, step.check.KIND))
    return found


def _fires(example: Example, rule: Rule, ruleset: Ruleset) -> bool:
    return any(finding.rule == rule.name for finding in _run(example, rule, ruleset)[1].findings)


def _chosen(ruleset: Ruleset, packs: Collection[str]) -> list[Rule]:
    return [rule for rule in ruleset.rules if not packs or rule.pack in packs]


def _verdicts(rule: Rule, ruleset: Ruleset) -> Iterator[Verdict]:
    for silent, what in ((False, "nothing that it reports"), (True, "nothing in which it is silent")):
        if not any(example.silent is silent for example in rule.examples):
            yield Verdict(rule.name, rule.path, 0, "missing", f"the rule has no example: {what}")
    for example in rule.examples:
        try:
            status, detail = _silent(example, rule, ruleset) if example.silent else _reporting(example, rule, ruleset)
        except ValueError as error:
            status, detail = "missing", str(error)
        yield Verdict(rule.name, rule.path, example.line, status, detail)


def _reporting(example: Example, rule: Rule, ruleset: Ruleset) -> tuple[Status, str]:
    text, outcome = _run(example, rule, ruleset)
    if (stopped := _stopped(outcome, rule)) is not None:
        return stopped
    _, marked = unmark(example.draft)
    own = [finding for finding in outcome.findings if finding.rule == rule.name]
    spans = {finding.span for finding in own}
    if missing := [span for span in marked if span not in spans]:
        return "missing", f"not reported: {_quoted(text, missing)}{_instead(text, spans - set(marked))}"
    if extra := sorted(spans - set(marked)):
        return "noisy", f"reported without a mark: {_quoted(text, extra)}"
    if example.fixed is None:
        return "reported", ""
    fixed = fix_once(text, own, unsafe=True)
    if fixed.content != example.fixed:
        return "missing", f"the fixes give {_difference(fixed.content, example.fixed)}"
    _, after = _run(replace(example, draft=example.fixed), rule, ruleset)
    if after.findings:
        return "noisy", f"the fixed text is not silent: {_named(fixed, after.findings)}"
    return "reported", ""


def _silent(example: Example, rule: Rule, ruleset: Ruleset) -> tuple[Status, str]:
    text, outcome = _run(example, rule, ruleset)
    if (stopped := _stopped(outcome, rule)) is not None:
        return stopped
    if outcome.findings:
        return "noisy", _named(text, outcome.findings)
    return "validated", ""


def _run(example: Example, rule: Rule, ruleset: Ruleset) -> tuple[Text, Outcome]:
    """An example linted with all rules; its own rule speaks even where it is off by default."""
    text = Text(unmark(example.draft)[0])
    draft = parse(text, ruleset.vocabulary, forced=True)
    body = example.body or next(iter(rule.bodies), "")
    settings = RunSettings(body=body, stage=rule.stage)
    organ = next((organ for organ in ruleset.vocabulary.organs if organ.name == body), None)
    profile = ruleset.profile(organ.profile if organ else DEFAULT_PROFILE)
    severities: dict[str, Severity] = {}
    if settings.severity(rule, profile) == "off":
        severities[rule.name] = "info"
    return text, lint(draft, ruleset, replace(settings, severities=severities))


def _stopped(outcome: Outcome, rule: Rule) -> tuple[Status, str] | None:
    for notice in outcome.notices:
        if notice.broken:
            return "missing", str(notice)
        if rule.name in notice.rules:
            return "not-run", notice.message
    return None


def _quoted(text: Text, spans: Sequence[Span]) -> str:
    return ", ".join(f"“{text.slice(span)}” ({_place(text, span)})" for span in spans)


def _instead(text: Text, spans: Collection[Span]) -> str:
    return f"; reported instead: {_quoted(text, sorted(spans))}" if spans else ""


def _named(text: Text, findings: Sequence[Finding]) -> str:
    return ", ".join(f"{found.rule} at “{text.slice(found.span)}” ({_place(text, found.span)})" for found in findings)


def _place(text: Text, span: Span) -> str:
    line, column = text.position(span.start)
    return f"{line + 1}:{column + 1}"


def _difference(given: str, expected: str) -> str:
    """Where two texts part, in a few words of each."""
    at = next((i for i, (one, other) in enumerate(zip(given, expected, strict=False)) if one != other), None)
    at = min(len(given), len(expected)) if at is None else at
    start = max(0, at - 20)
    return f"“{given[start : at + 40]}” and not “{expected[start : at + 40]}” ({_place(Text(expected), Span(at, at))})"
