"""Running rules over a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ...text import Edit, EditConflict, Span, compose
from ...text.record import dataclass, replace
from ...text.stopping import go_on
from ..data import template
from ..data.context import CannotRun, Context, NotYet
from ..data.finding import Finding, Fix, Related, Severity
from ..data.suppression import Suppressions
from ..edits.rewrite import rewrite
from ..language.session import session_of
from ..search.words import LONGEST, words_of
from .plan import Adopter, Adopters, plan
from .settings import RunSettings

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..data.check import DraftCheck, LocalMatch, Match
    from ..packs.rule import FixTemplate, Rule, Step
    from ..packs.ruleset import Ruleset
    from ..search.chosen import Selection
    from ..search.need import Reach
    from ..search.selection import Selector

_Severities = Mapping[Adopter, Severity]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a run could not do: what and why, the rules it concerns, and the place if there is one.

    `broken` tells a mistake in the program from something that is not installed or too large; `wants` names what many
    rules may lack at once ("spaCy pipeline").
    """

    message: str
    rules: tuple[str, ...] = ()
    span: Span | None = None
    broken: bool = False
    wants: str = ""

    def __str__(self) -> str:
        return f"{self.message} (not run: {', '.join(self.rules)})" if self.rules else self.message


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile that held in a draft, and what in the draft called for it; "" where nothing in it did."""

    name: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings in order of the text, what the run could not do, and the profiles that held."""

    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    profiles: tuple[Profile, ...] = ()
    pending: bool = False
    """Whether some rules have not read everything, because the settings did not let them take their time."""


def lint(draft: Draft, ruleset: Ruleset, settings: RunSettings | None = None) -> Outcome:
    """The findings of the rules in a draft; nothing at all in a text that is not a resolution.

    A check that fails is named in a notice and the others run. Raises Stopped alone: where the work is stoppable and no
    longer wanted (`text.stopping`), between two rules.
    """
    if not draft.is_resolution:
        return Outcome()
    return _Run(draft, ruleset, settings or RunSettings()).outcome()


class _Run:
    def __init__(self, draft: Draft, ruleset: Ruleset, settings: RunSettings) -> None:
        self.draft = draft
        self.settings = settings
        self.ruleset = ruleset
        self.source = draft.text.content
        self.places = Adopters(draft, settings, ruleset)
        self.plan = plan(ruleset, settings, draft, self.places.in_order())
        self.forms = self.plan.forms
        self.suppressions = Suppressions(draft.text, self.plan.names)
        self.context = Context(
            ruleset.lexicons,
            suppressions=self.suppressions,
            patient=settings.patient,
            session=settings.session,
            library=settings.library,
        )
        self.groups: dict[int, list[tuple[Adopter, Selection]]] = {}
        self.failed: dict[tuple[str, bool, str], list[str]] = {}
        self.pending: set[str] = set()
        self.found: list[Finding] = []

    def outcome(self) -> Outcome:
        """Runs every rule; what looks at the suppressing comments comes after everything else."""
        words = words_of(self.draft)
        later: list[tuple[Rule, _Severities, Step]] = []
        for rule, severities in self.plan.rules:
            go_on()
            for step in rule.called_for(words.meets, self._has):
                if self.settings.emphasis == "none" and getattr(step.check, "NEEDS_EMPHASIS", False):
                    continue
                if step.comes_last:
                    later.append((rule, severities, step))
                else:
                    self._guarded(rule, severities, step)
        kept = self._unsuppressed(self.found)
        if later:
            self.suppressions.judged = self._judged({rule.name for rule, _, _ in later})
        self.found = []
        for rule, severities, step in later:
            self._guarded(rule, severities, step)
        kept += self._unsuppressed(self.found)
        return Outcome(_in_order(kept), tuple(self._notices()), self._profiles(), bool(self.pending))

    def _has(self, reach: Reach) -> bool:
        """Whether there is what a check looks at."""
        if reach.library and self.settings.library is None:
            return False
        return not reach.kinds or not self._kinds.isdisjoint(reach.kinds)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        """The kinds of the nodes of the draft."""
        return frozenset(node.kind for node in self.draft.nodes())

    @cached_property
    def session(self) -> int:
        """The session that the draft is of, asked for where something is found that depends on it; 0 for the newest."""
        return session_of(self.draft, self.ruleset.lexicons, self.places.in_order()[0].organ, self.settings.session)

    def _judged(self, later: set[str]) -> frozenset[str]:
        """The rules and areas of which it is known by now whether they find something."""
        names = {rule.name for rule, _ in self.plan.rules} - later
        names -= {name for failed in self.failed.values() for name in failed} | self.pending
        return frozenset(names | {name.partition("/")[0] for name in names})

    def _guarded(self, rule: Rule, severities: _Severities, step: Step) -> None:
        try:
            if step.search is not None and not step.search.everywhere(self.draft):
                return  # Most find nothing: only then is it asked which nodes the rule is for.
            # A rule that breaks down half-way reports what it found until then.
            for finding in self._findings(rule, severities, step):
                self.found.append(finding)
        except NotYet:
            self.pending.add(rule.name)
        except CannotRun as missing:
            self._fail(str(missing), rule, wants=missing.wants)
        except Exception as error:
            message = f"a check of kind “{step.check.KIND}” broke down: {type(error).__name__}: {error}"
            self._fail(message, rule, broken=True)

    def _fail(self, message: str, rule: Rule, *, broken: bool = False, wants: str = "") -> None:
        names = self.failed.setdefault((message, broken, wants), [])
        if rule.name not in names:
            names.append(rule.name)

    def _findings(self, rule: Rule, severities: _Severities, step: Step) -> Iterator[Finding]:
        if step.search is not None:
            yield from self._local(rule, severities, step, step.search.everywhere(self.draft))
            return
        if step.tokens is not None:
            try:
                hits = step.tokens.local(self.draft, patient=self.settings.patient)
            except NotYet as later:
                yield from self._local(rule, severities, step, later.hits)
                raise
            yield from self._local(rule, severities, step, hits)
            return
        check: DraftCheck = step.check  # type: ignore[assignment]
        for place, nodes in self._groups(step.selector):
            if place in severities:
                matches = check.run(nodes, self.draft, self._context(place.profile))
                yield from self._wide(rule, step, severities[place], matches)

    def _context(self, profile: str) -> Context:
        return self.context if self.context.profile == profile else replace(self.context, profile=profile)

    def _groups(self, selector: Selector) -> list[tuple[Adopter, Selection]]:
        """The nodes of a selector by the place where they stand."""
        known = self.groups.get(id(selector))
        if known is None:
            # Without the run itself, which would be a cycle around the draft.
            draft = self.draft
            known = self.groups[id(selector)] = list(self.places.groups(lambda: selector.nodes(draft)))
        return known

    def _local(
        self, rule: Rule, severities: _Severities, step: Step, hits: Sequence[tuple[Node, Sequence[LocalMatch]]]
    ) -> Iterator[Finding]:
        chosen: Collection[Node] = step.selector.among(self.draft) if hits else ()
        for node, matches in hits:
            place = self.places.of(node)
            if node in chosen and place in severities:
                view = self.draft.view(node)
                for match in matches:
                    if match.sessions is None or match.sessions.include(self.session):
                        yield self._local_finding(rule, step, severities[place], view, match)

    def _local_finding(self, rule: Rule, step: Step, severity: Severity, view: View, match: LocalMatch) -> Finding:
        found = view.text[match.start : match.end]
        values = {"found": found, **match.values}
        words = _words(step.fix, match.replacement, values, self.forms)
        if words is not None:
            values["fixed"] = words
        edits: tuple[Edit, ...] | None = None
        if step.fix and words is not None:
            edits = rewrite(view, self.source, match.start, match.end, words)
        return Finding(
            rule.name,
            severity,
            template.render(step.message, values, self.forms),
            view.span(match.start, match.end),
            self._fix(step.fix, edits or (), values, is_unsure=match.unsure),
        )

    def _wide(self, rule: Rule, step: Step, severity: Severity, matches: Iterable[Match]) -> Iterator[Finding]:
        unsure = self.draft.is_paged and not getattr(step.check, "IN_PLACE", False)
        for match in matches:
            values = {"found": self.draft.text.slice(match.span), **match.values}
            edits = match.edits
            if step.fix and step.fix.replace is not None:
                words = template.replacement(step.fix.replace, values, self.forms)
                edits = () if words is None else (Edit(match.span, words),)
                values = values if words is None else {**values, "fixed": words}
            yield Finding(
                rule.name,
                severity,
                template.render(step.message, values, self.forms),
                match.span,
                None if unsure else self._fix(step.fix, edits, values, is_unsure=match.unsure),
                self._related(step, match.related, values),
            )

    def _related(self, step: Step, span: Span | None, values: Mapping[str, str]) -> tuple[Related, ...]:
        if span is None or step.related is None:
            return ()
        return (Related(template.render(step.related, values, self.forms), span),)

    def _fix(
        self, fix: FixTemplate | None, edits: Sequence[Edit], values: Mapping[str, str], *, is_unsure: bool = False
    ) -> Fix | None:
        if fix is None or not edits or any(self.draft.is_closed(edit.span) for edit in edits):
            return None
        try:
            composed = compose(edits)
        except EditConflict:
            return None
        safety = "unsafe" if is_unsure else fix.safety
        return Fix(template.render(fix.title, values, self.forms), safety, composed, fix.formatting)

    def _unsuppressed(self, findings: Iterable[Finding]) -> list[Finding]:
        return [
            finding
            for finding in findings
            if not self.suppressions.hides(finding.rule, finding.span.start) and not self._is_open(finding)
        ]

    def _is_open(self, finding: Finding) -> bool:
        """Whether a finding is about words that are under negotiation, and not about that they are."""
        return any(one != finding.span and one.overlaps(finding.span) for one in self.draft.bracketed)

    def _profiles(self) -> tuple[Profile, ...]:
        """The profiles that held, each once, the first organ's first."""
        found: dict[str, Profile] = {}
        for organ, profile in self.places.in_order():
            because = self.settings.because or (f"{organ} adopts it" if organ and not self.settings.profile else "")
            found.setdefault(profile, Profile(profile, because))
        return tuple(found.values())

    def _notices(self) -> Iterator[Notice]:
        for node in words_of(self.draft).too_long:
            line = self.draft.text.line_of(node.span.start) + 1
            message = f"line {line}: a paragraph of more than {LONGEST:,} characters is not searched"
            yield Notice(message, span=node.span)
        for (message, broken, wants), names in self.failed.items():
            yield Notice(message, tuple(names), broken=broken, wants=wants)


def _words(
    fix: FixTemplate | None, proposed: str | None, values: Mapping[str, str], forms: Mapping[str, template.Form]
) -> str | None:
    """The words to be written: what the rule's fix says, or else what the check proposes."""
    if fix is None or fix.replace is None:
        return proposed
    return template.replacement(fix.replace, values, forms)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    seen: dict[tuple[str, Span, str], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.rule, finding.span, finding.message), finding)
    return tuple(sorted(seen.values(), key=lambda found: (found.span.start, found.rule, found.span.end)))
