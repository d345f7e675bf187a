"""Which rules speak in a draft, and how loudly: by the organ that adopts a text, its profile and its stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ...text.record import NamedTuple, dataclass
from ..data import template
from ..language.session import session_of
from ..search.chosen import Selection

if TYPE_CHECKING:
    from ...draft import Draft, Node, Organ
    from ..data.finding import Severity
    from ..packs.rule import Rule
    from ..packs.ruleset import Ruleset
    from .settings import RunSettings

DEFAULT_PROFILE = "un"


class Adopter(NamedTuple):
    """The name of an organ that adopts something, "" where none is named, and the profile that holds there."""

    organ: str
    profile: str


@dataclass(frozen=True, slots=True)
class RunPlan:
    """The part of a run of some rules that does not depend on the words of a draft."""

    rules: tuple[tuple[Rule, Mapping[Adopter, Severity]], ...]
    """The rules that speak somewhere, with their severity in each place where they do."""
    forms: Mapping[str, template.Form]
    names: frozenset[str]
    """All rules and areas there are, also those that do not speak here."""


def plan(ruleset: Ruleset, settings: RunSettings, draft: Draft, places: Sequence[Adopter]) -> RunPlan:
    """The plan for a draft with these places; the same for all of one stage and, where that matters, one session."""
    severities = tuple(sorted(settings.severities.items()))
    stage = settings.stage or draft.stage
    session = session_of(draft, ruleset.lexicons, places[0].organ, settings.session) if ruleset.is_dated else 0
    key = settings.profile, settings.select, settings.ignore, severities, stage, session, tuple(places)
    return ruleset.memo.once(key, lambda: _plan(ruleset, settings, stage, session, places))


def _plan(ruleset: Ruleset, settings: RunSettings, stage: str, session: int, places: Sequence[Adopter]) -> RunPlan:
    speaking = ((rule, _severities(rule, settings, places)) for rule in ruleset.rules if settings.wants(rule.name))
    return RunPlan(
        tuple(
            (rule, known) for rule, known in speaking if known and rule.stage in ("", stage) and rule.holds_in(session)
        ),
        template.forms(ruleset.lexicons),
        frozenset(name for rule in ruleset.rules for name in (rule.name, rule.area)),
    )


def _severities(rule: Rule, settings: RunSettings, places: Sequence[Adopter]) -> dict[Adopter, Severity]:
    found: dict[Adopter, Severity] = {}
    for place in places:
        severity = settings.severity(rule, place.profile)
        if severity != "off" and (not rule.bodies or place.organ in rule.bodies):
            found[place] = severity
    return found


class Adopters:
    """Which organs adopt the resolutions of a draft, and the profiles that hold there."""

    def __init__(self, draft: Draft, settings: RunSettings, ruleset: Ruleset) -> None:
        self._draft = draft
        self._settings = settings
        self._ruleset = ruleset
        self._body = next((organ for organ in draft.vocabulary.organs if organ.name == settings.body), None)
        organs = [draft.organ(node) for node in draft.nodes("resolution")]
        self._first = self._place(next((organ for organ in organs if organ is not None), None))
        self._several = {self._place(organ) for organ in organs if organ is not None} - {self._first}

    def in_order(self) -> tuple[Adopter, ...]:
        """Every place that occurs in the draft, that of the first resolution first."""
        return (self._first, *sorted(self._several))

    def of(self, node: Node) -> Adopter:
        """The place that a node belongs to."""
        organ = self._draft.organ(node) if self._several else None
        return self._first if organ is None else self._place(organ)

    def groups(self, find: Callable[[], Sequence[Node]]) -> Iterator[tuple[Adopter, Selection]]:
        """Nodes by their place, each group in its order; one group, of nodes yet to be found, where all have one."""
        if not self._several:
            yield self._first, Selection(find)
            return
        found: dict[Adopter, list[Node]] = {}
        for node in find():
            found.setdefault(self.of(node), []).append(node)
        for place, nodes in found.items():
            yield place, Selection(lambda nodes=nodes: nodes)  # type: ignore[misc]
        if not found:
            yield self._first, Selection(tuple)

    def _place(self, organ: Organ | None) -> Adopter:
        organ = organ or self._body
        name = organ.name if organ else self._settings.body
        profile = self._settings.profile or self._ruleset.profile(organ.profile if organ else DEFAULT_PROFILE)
        return Adopter(name, profile)
