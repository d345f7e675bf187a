"""The examples of rules, run as their tests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ...draft import parse
from ...text import Span, Text
from ...text.record import NamedTuple, dataclass, replace
from ...text.regex import lazy
from ..data.library import Library
from ..edits.fix import fix_once
from .plan import DEFAULT_PROFILE
from .runner import Outcome, lint
from .settings import RunSettings

if TYPE_CHECKING:
    from ..data.finding import Finding, Severity
    from ..packs.rule import Example, Rule
    from ..packs.ruleset import Ruleset

_MARK = lazy(r"\{\{|\}\}")
_NEAR = 20
"""So many characters before the place where two texts part are shown, and twice as many from it on."""

Status = Literal["reported", "validated", "missing", "noisy", "not-run"]
"""As ast-grep has them: reported as it should be, validated by silence, or missing and noisy where they should not be.

`not-run` where something that the rule needs is not installed.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of one example: of which rule, at which line of its file, and what is wrong with it.

    `detail` names places in the example; `words` says the same without them, for who sees `span` of its `part`, "draft"
    (with its marks) or "fixed". Without a span all of the example is meant.
    """

    rule: str
    path: Path
    line: int
    status: Status
    detail: str = ""
    words: str = ""
    part: str = "draft"
    span: Span | None = None

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


class _Flaw(NamedTuple):
    """A mistake in an example: in words, with the places in it or without, and the span that is marked."""

    status: Status
    say: Callable[[bool], str] = lambda _: ""
    part: str = "draft"
    span: Span | None = None


_RIGHT = _Flaw("reported")


def unmark(draft: str) -> tuple[str, tuple[Span, ...]]:
    """A draft without its `{{` `}}`, and the spans they marked, in order. Raises ValueError for a lone brace pair."""
    pieces: list[str] = []
    spans: list[Span] = []
    opened: list[int] = []
    length = 0
    for start, end, mark in _pieces(draft):
        if mark == "}}":
            if not opened:
                raise ValueError("a mark is closed that was not opened")
            spans.append(Span(opened.pop(), length))
        elif mark:
            opened.append(length)
        pieces.append(draft[start:end])
        length += end - start
    if opened:
        raise ValueError("a mark is opened and not closed")
    return "".join(pieces), tuple(sorted(spans))


def marked_span(draft: str, span: Span) -> Span:
    """Where a span of a draft without its marks stands in the draft with them."""
    places = [at for start, end, _ in _pieces(draft) for at in range(start, end)] + [len(draft)]
    start = places[span.start]
    return Span(start, places[span.end - 1] + 1 if span.end > span.start else start)


def _pieces(draft: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a draft between its marks, each with the mark before it."""
    at, mark = 0, ""
    for found in _MARK.finditer(draft):
        yield at, found.start(), mark
        at, mark = found.end(), found[0]
    yield at, len(draft), mark


def test_pack(ruleset: Ruleset, packs: Collection[str]) -> list[Verdict]:
    """Every example of the rules of these packs (all packs when none is named), run with all rules of the ruleset.

    A reported example must report what is marked and nothing else of its own rule, and its fixes must give the text
    promised. That text, and every silent example, must be silent for all rules of the pack: an author need not know
    what the packs say that it extends.
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
            alone = replace(rule, steps=(step,), needs=None)
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
            said = f"the rule has no example: {what}"
            yield Verdict(rule.name, rule.path, 0, "missing", said, said)
    for example in rule.examples:
        try:
            flaw = _silent(example, rule, ruleset) if example.silent else _reporting(example, rule, ruleset)
        except ValueError as error:
            flaw = _flawed("missing", str(error))
        said, shown = flaw.say(True), flaw.say(False)
        yield Verdict(rule.name, rule.path, example.line, flaw.status, said, shown, flaw.part, flaw.span)


def _flawed(status: Status, words: str) -> _Flaw:
    return _Flaw(status, lambda _: words)


def _reporting(example: Example, rule: Rule, ruleset: Ruleset) -> _Flaw:
    text, outcome = _run(example, rule, ruleset)
    if (stopped := _stopped(outcome, rule)) is not None:
        return stopped
    _, marked = unmark(example.draft)
    own = [finding for finding in outcome.findings if finding.rule == rule.name]
    spans = {finding.span for finding in own}
    if missing := [span for span in marked if span not in spans]:
        instead = sorted(spans - set(marked))

        def unreported(places: bool) -> str:
            told = f"; reported instead: {_quoted(text, instead, places)}" if instead else ""
            return f"not reported: {_quoted(text, missing, places)}{told}"

        return _Flaw("missing", unreported, span=marked_span(example.draft, missing[0]))
    if extra := sorted(spans - set(marked)):
        return _Flaw(
            "noisy",
            lambda places: f"reported without a mark: {_quoted(text, extra, places)}",
            span=marked_span(example.draft, extra[0]),
        )
    if example.fixed is None:
        return _RIGHT
    fixed = fix_once(text, own, unsafe=True)
    if fixed.content != example.fixed:
        return _other_fix(fixed.content, example.fixed)
    _, after = _run(replace(example, draft=example.fixed), rule, ruleset)
    if loud := _of_pack(after.findings, rule, ruleset):
        said = "the fixed text is not silent: "
        return _Flaw("noisy", lambda places: said + _named(fixed, loud, places), "fixed", loud[0].span)
    return _RIGHT


def _silent(example: Example, rule: Rule, ruleset: Ruleset) -> _Flaw:
    text, outcome = _run(example, rule, ruleset)
    if (stopped := _stopped(outcome, rule)) is not None:
        return stopped
    if loud := _of_pack(outcome.findings, rule, ruleset):
        first = marked_span(example.draft, loud[0].span)
        return _Flaw("noisy", lambda places: _named(text, loud, places), span=first)
    return _Flaw("validated")


def _of_pack(findings: Sequence[Finding], rule: Rule, ruleset: Ruleset) -> list[Finding]:
    """The findings of rules that stand in the same pack as a rule."""
    return [each for each in findings if ruleset.rule(each.rule).pack == rule.pack]


def _run(example: Example, rule: Rule, ruleset: Ruleset) -> tuple[Text, Outcome]:
    """An example linted with all rules; its own rule speaks even where it is off by default."""
    text = Text(unmark(example.draft)[0])
    draft = parse(text, ruleset.vocabulary, forced=True)
    body = example.body or next(iter(rule.bodies), "")
    first, last = rule.sessions or (0, None)
    library = Library(given=[Text(example.predecessor)]) if example.predecessor else None
    settings = RunSettings(body=body, stage=rule.stage, session=last or first, library=library)
    organ = next((organ for organ in ruleset.vocabulary.organs if organ.name == body), None)
    profile = ruleset.profile(organ.profile if organ else DEFAULT_PROFILE)
    severities: dict[str, Severity] = {}
    if settings.severity(rule, profile) == "off":
        severities[rule.name] = "info"
    return text, lint(draft, ruleset, replace(settings, severities=severities))


def _stopped(outcome: Outcome, rule: Rule) -> _Flaw | None:
    for notice in outcome.notices:
        if notice.broken:
            return _flawed("missing", str(notice))
        if rule.name in notice.rules:
            return _flawed("not-run", notice.message)
    return None


def _quoted(text: Text, spans: Sequence[Span], places: bool) -> str:
    return ", ".join(f"“{text.slice(span)}”{_place(text, span, places)}" for span in spans)


def _named(text: Text, findings: Sequence[Finding], places: bool) -> str:
    return ", ".join(f"{found.rule} at {_quoted(text, [found.span], places)}" for found in findings)


def _place(text: Text, span: Span, wanted: bool) -> str:
    line, column = text.position(span.start)
    return f" ({line + 1}:{column + 1})" if wanted else ""


def _other_fix(given: str, expected: str) -> _Flaw:
    """The message about fixes that give another text than the example: where the two part, in a few whole words."""
    at = next((i for i, (one, other) in enumerate(zip(given, expected, strict=False)) if one != other), None)
    at = min(len(given), len(expected)) if at is None else at
    start = at - _NEAR if at > _NEAR else 0
    while 0 < start < at and not given[start - 1].isspace():
        start += 1
    shown = [f"“{'…' if start else ''}{_few_words(text, start, at)}”" for text in (given, expected)]
    end = at
    while end < len(expected) and not expected[end].isspace():
        end += 1
    begin = at
    while begin and not expected[begin - 1].isspace():
        begin -= 1

    def parting(places: bool) -> str:
        return f"the fixes give {shown[0]} and not {shown[1]}{_place(Text(expected), Span(at, at), places)}"

    return _Flaw("missing", parting, "fixed", Span(begin, end))


def _few_words(text: str, start: int, at: int) -> str:
    """A text from `start` to the end of a word not far behind `at`, with an ellipsis where it goes on."""
    end = at + 2 * _NEAR
    if end >= len(text):
        return text[start:]
    while end > at + 1 and not text[end].isspace():
        end -= 1
    if end == at + 1:
        end = at + 2 * _NEAR
    return f"{text[start:end].rstrip()}…"
