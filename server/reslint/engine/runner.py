"""Running rules over a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..text import Edit, EditConflict, Span, compose
from ..text.record import dataclass, field, replace
from . import template
from .context import CannotRun, Context
from .finding import Finding, Fix, Severity
from .rewrite import rewrite
from .search import LONGEST, Selection, Sought, words_of
from .settings import Settings
from .suppress import Suppressions

if TYPE_CHECKING:
    from ..draft import Draft, Node, Organ, View
    from .checks.base import DraftCheck, LocalMatch, Match
    from .rule import FixTemplate, Rule, Step
    from .ruleset import Ruleset
    from .search import Search
    from .select import Selector

DEFAULT_PROFILE = "un"


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What a run does differently from what the rules say.

    `profile` holds instead of the profiles of the adopting organs. `body` names the organ of texts that name none.
    `select` and `ignore` are names of rules or areas, all rules when `select` is empty; `severities` are by rule or
    area, the rule first. `stage` is "draft" or "adopted"; left empty, the text shows it.
    """

    profile: str = ""
    body: str = ""
    stage: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    because: str = ""
    """What in the draft called for these rules ("its front matter says so"); empty where nothing in it did."""

    def runs(self, rule: Rule) -> bool:
        """Whether a rule is selected and not ignored; a name goes before its area."""
        return Settings(self.select, self.ignore).wants(rule.name)

    def severity(self, rule: Rule, profile: str) -> Severity:
        """The severity of a rule's findings in a text of this profile."""
        default = rule.profiles.get(profile, rule.severity)
        return self.severities.get(rule.name, self.severities.get(rule.area, default))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a run could not do: what and why, the rules it concerns, and the place if there is one.

    `broken` tells a mistake in the program from something that is not installed or too large.
    """

    message: str
    rules: tuple[str, ...] = ()
    span: Span | None = None
    broken: bool = False

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


_SOUGHT = Sought()


def lint(draft: Draft, ruleset: Ruleset, settings: RunSettings | None = None) -> Outcome:
    """What the rules find in a draft; nothing at all in a text that is no resolution.

    Never raises: a check that fails is named in a notice and the others run.
    """
    if not draft.is_resolution:
        return Outcome()
    return _Run(draft, ruleset, settings or RunSettings()).outcome()


@dataclass(frozen=True, slots=True)
class _Group:
    """Nodes of resolutions that the same organ adopts."""

    organ: str
    profile: str
    nodes: Selection


class _Run:
    def __init__(self, draft: Draft, ruleset: Ruleset, settings: RunSettings) -> None:
        self.draft = draft
        self.settings = settings
        self.source = draft.text.content
        self.rules = [rule for rule in ruleset.rules if settings.runs(rule)]
        self.stage = settings.stage or draft.stage
        self.forms = template.forms(ruleset.lexicons)
        names = {name for rule in ruleset.rules for name in (rule.name, rule.area)}
        self.suppressions = Suppressions(draft.text, names)
        self.context = Context(ruleset.lexicons, suppressions=self.suppressions)
        self.places = _Places(draft, settings, ruleset)
        self.groups: dict[int, list[_Group]] = {}
        self.failed: dict[tuple[str, bool], list[str]] = {}
        self.found: list[Finding] = []

    def outcome(self) -> Outcome:
        """Runs every rule; what looks at the suppressing comments comes after everything else."""
        later: list[tuple[Rule, Step]] = []
        for rule in self.rules:
            self._rule(rule, later)
        kept = self._unsuppressed(self.found)
        names = {rule.name for rule in self.rules} - {rule.name for rule, _ in later}
        names -= {name for failed in self.failed.values() for name in failed}
        self.suppressions.judged = frozenset(names | {name.partition("/")[0] for name in names})
        self.found = []
        for rule, step in later:
            self._guarded(rule, step)
        kept += self._unsuppressed(self.found)
        return Outcome(_in_order(kept), tuple(self._notices()), self._profiles())

    def _rule(self, rule: Rule, later: list[tuple[Rule, Step]]) -> None:
        if rule.stage and rule.stage != self.stage:
            return
        profiles = [organ_profile[1] for organ_profile in self.places.all() if _adopts(rule, organ_profile[0])]
        if all(self.settings.severity(rule, profile) == "off" for profile in profiles):
            return
        if rule.needs is not None and not any(_SOUGHT.met(keywords, self.draft) for keywords in rule.needs):
            return
        for step in rule.steps:
            if getattr(step.check, "AFTER_OTHERS", False):
                later.append((rule, step))
            else:
                self._guarded(rule, step)

    def _guarded(self, rule: Rule, step: Step) -> None:
        try:
            # A rule that breaks down half-way reports what it found until then.
            for finding in self._findings(rule, step):
                self.found.append(finding)
        except CannotRun as missing:
            self._fail(str(missing), rule, broken=False)
        except Exception as error:
            message = f"a check of kind “{step.check.KIND}” broke down: {type(error).__name__}: {error}"
            self._fail(message, rule, broken=True)

    def _fail(self, message: str, rule: Rule, *, broken: bool) -> None:
        names = self.failed.setdefault((message, broken), [])
        if rule.name not in names:
            names.append(rule.name)

    def _findings(self, rule: Rule, step: Step) -> Iterator[Finding]:
        if step.search is not None:
            yield from self._local(rule, step, step.search)
            return
        check: DraftCheck = step.check  # type: ignore[assignment]
        for group in self._groups(step.selector):
            severity = self.settings.severity(rule, group.profile)
            if severity != "off" and _adopts(rule, group.organ):
                context = self._context(group.profile)
                yield from self._wide(rule, step, severity, check.run(group.nodes, self.draft, context))

    def _context(self, profile: str) -> Context:
        return self.context if self.context.profile == profile else replace(self.context, profile=profile)

    def _groups(self, selector: Selector) -> list[_Group]:
        """The nodes of a selector by the organ that adopts them."""
        known = self.groups.get(id(selector))
        if known is None:
            known = self.groups[id(selector)] = self.places.groups(selector.nodes(self.draft))
        return known

    def _local(self, rule: Rule, step: Step, search: Search[tuple[LocalMatch, ...]]) -> Iterator[Finding]:
        # Most find nothing: only then is it asked which nodes the rule is for.
        hits = search.everywhere(self.draft)
        chosen: Collection[Node] = step.selector.among(self.draft) if hits else ()
        for node, matches in hits:
            if node in chosen:
                organ, profile = self.places.of(node)
                severity = self.settings.severity(rule, profile)
                if severity != "off" and _adopts(rule, organ):
                    view = self.draft.view(node)
                    for match in matches:
                        yield self._local_finding(rule, step, severity, view, match)

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
            self._fix(step.fix, edits or (), values),
        )

    def _wide(self, rule: Rule, step: Step, severity: Severity, matches: Iterable[Match]) -> Iterator[Finding]:
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
                self._fix(step.fix, edits, values),
                match.related,
            )

    def _fix(self, fix: FixTemplate | None, edits: Sequence[Edit], values: Mapping[str, str]) -> Fix | None:
        if fix is None or not edits:
            return None
        try:
            composed = compose(edits)
        except EditConflict:
            return None
        return Fix(template.render(fix.title, values, self.forms), fix.safety, composed)

    def _unsuppressed(self, findings: Iterable[Finding]) -> list[Finding]:
        return [finding for finding in findings if not self.suppressions.hides(finding.rule, finding.span.start)]

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
        for (message, broken), names in self.failed.items():
            yield Notice(message, tuple(names), broken=broken)


class _Places:
    """Which organ adopts what, and the profile that holds there."""

    def __init__(self, draft: Draft, settings: RunSettings, ruleset: Ruleset) -> None:
        self._draft = draft
        self._settings = settings
        self._ruleset = ruleset
        self._body = next((organ for organ in draft.vocabulary.organs if organ.name == settings.body), None)
        organs = [draft.organ(node) for node in draft.nodes("resolution")]
        self._first = self._place(next((organ for organ in organs if organ is not None), None))
        self._several = {self._place(organ) for organ in organs if organ is not None} - {self._first}

    def all(self) -> set[tuple[str, str]]:
        """Every organ and profile that occurs in the draft."""
        return {self._first, *self._several}

    def in_order(self) -> list[tuple[str, str]]:
        """The same, the organ of the first resolution first."""
        return [self._first, *sorted(self._several)]

    def groups(self, nodes: Sequence[Node]) -> list[_Group]:
        """The nodes by organ and profile, in their order; one empty group when there are none."""
        if not self._several:
            return [_Group(*self._first, Selection(nodes))]
        by_organ: dict[int, tuple[Organ | None, list[Node]]] = {}
        for node in nodes:
            organ = self._draft.organ(node)
            by_organ.setdefault(id(organ), (organ, []))[1].append(node)
        found: dict[tuple[str, str], list[Node]] = {}
        for organ, group in by_organ.values():
            found.setdefault(self._first if organ is None else self._place(organ), []).extend(group)
        if len(found) < len(by_organ):
            # Two organs may share a name and a profile; their nodes stand in one group in order of the text.
            for group in found.values():
                group.sort(key=lambda node: (node.span.start, -node.span.end))
        return [_Group(*place, Selection(group)) for place, group in found.items()] or [
            _Group(*self._first, Selection())
        ]

    def of(self, node: Node) -> tuple[str, str]:
        """The organ that adopts a node, and the profile that holds there."""
        organ = self._draft.organ(node) if self._several else None
        return self._first if organ is None else self._place(organ)

    def _place(self, organ: Organ | None) -> tuple[str, str]:
        organ = organ or self._body
        name = organ.name if organ else self._settings.body
        return name, self._settings.profile or self._ruleset.profile(organ.profile if organ else DEFAULT_PROFILE)


def _adopts(rule: Rule, organ: str) -> bool:
    return not rule.bodies or organ in rule.bodies


def _words(
    fix: FixTemplate | None, proposed: str | None, values: Mapping[str, str], forms: Mapping[str, template.Form]
) -> str | None:
    """What is to be written: what the rule's fix says, or else what the check proposes."""
    if fix is None or fix.replace is None:
        return proposed
    return template.replacement(fix.replace, values, forms)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    seen: dict[tuple[str, Span, str], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.rule, finding.span, finding.message), finding)
    return tuple(sorted(seen.values(), key=lambda found: (found.span.start, found.rule, found.span.end)))
