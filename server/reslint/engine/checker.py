"""The one way to judge a text: which rules hold for it, what they find in it, and what their fixes make of it.

The command, the server and the page in a browser all go this way: `Checkers.of(configuration)` gives the checker of a
configuration, `for_text` the one that holds for a file with a text, and `parse`, `lint` and `fix` do the work.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..text.record import dataclass, replace
from .data.suffixes import is_draft_by_name

if TYPE_CHECKING:
    from ..draft import Draft
    from ..text import Text
    from .data.finding import Finding, Problem
    from .edits.fix import FixResult, Refusal
    from .language.citations import CitationWords
    from .language.references import ReferenceWords
    from .mandates import MandateWords
    from .packs.ruleset import Ruleset
    from .project.configuration import Configuration
    from .project.dialect import RuleRequest
    from .run.runner import Notice, Outcome
    from .run.settings import RunSettings

Keep = Callable[["Text", Sequence["Finding"]], Sequence["Finding"]]
"""Which of the findings in a text count."""


@dataclass(frozen=True, eq=False)
class Checker:
    """A configuration, the rules that it brings, and why they hold."""

    configuration: Configuration
    ruleset: Ruleset
    because: str
    """Why a draft called for these rules (“its front matter says so”); "" where they are those of its folder."""
    _family: Checkers
    request: RuleRequest | None = None
    """The call of a draft; None where these rules are those of its folder."""
    others: tuple[Checker, ...] = ()
    """The checkers of other houses that the draft fits as well: only what they report, too, is reported."""

    def for_text(self, path: Path | None, text: Text) -> tuple[Checker, tuple[Notice, ...]]:
        """The checker for a text, the same one unless others are called for; and what the text asks for in vain.

        The configuration may have other rules for the file, and the text itself may call for others in its front
        matter or by its heading. `path` is None for a text that is in no file.
        """
        from .project.dialect import requested_rules
        from .run.runner import Notice

        here = self._for_file(path)
        wanted = requested_rules(text, here.configuration, here.ruleset)
        if not wanted.values:
            return here, wanted.notices
        found = self._family.called(here.configuration, wanted)
        refused = tuple(Notice(problem.message) for problem in found.problems if problem.path is None)
        return found, (*wanted.notices, *refused)

    def _for_file(self, path: Path | None) -> Checker:
        if path is None or self.configuration.wanted:
            return self
        configuration = self.configuration.for_file(path)
        return self if configuration is self.configuration else self._family.of(configuration)

    def parse(self, text: Text, path: Path | None = None, *, forced: bool = False) -> Draft:
        """The draft in a text; what is one by its name or by `include`, or is `forced`, is taken for a resolution."""
        from ..draft import parse

        forced = forced or (path is not None and (is_draft_by_name(path) or self.configuration.includes(path)))
        if self.request is not None and not forced:
            # What has the address of a house is a text of it; a heading may stand above anything.
            forced = any(not known.house.plays for known in self.request.found.houses)
        return parse(text, self.ruleset.vocabulary, forced=forced)

    def lint(self, draft: Draft, *, patient: bool = True) -> Outcome:
        """The findings of the rules in a draft; nothing in a text that is not a resolution.

        What takes its time is left out where nobody is `patient`.
        """
        from .run.runner import lint

        settings = self.settings if patient else replace(self.settings, patient=False)
        outcome = lint(draft, self.ruleset, settings)
        if self.request is None or not self.request.unsure:
            return outcome
        from .run.agreement import agreed

        # Another house reads the same text with other words for the same things.
        readings = (other.lint(other.parse(draft.text, forced=True), patient=patient) for other in self.others)
        return agreed(outcome, list(readings))

    def fix(
        self,
        draft: Draft,
        found: Sequence[Finding],
        *,
        keep: Keep = lambda _, findings: findings,
        unsafe: bool = False,
        patient: bool = True,
        refusal: Refusal | None = None,
    ) -> FixResult:
        """The fixes of a draft in which `found` was found, all made: see `fix_all`. `keep` says what counts."""
        from .edits.fix import fix_all

        def find(text: Text) -> Sequence[Finding]:
            if text.content == draft.text.content:
                return keep(text, found)
            # What was a resolution stays one while it is fixed.
            fixed = self.parse(text, forced=draft.is_resolution)
            return keep(text, self.lint(fixed, patient=patient).findings)

        return fix_all(draft.text, find, unsafe=unsafe, refusal=refusal)

    @cached_property
    def settings(self) -> RunSettings:
        """The settings of a run."""
        return replace(self.configuration.settings, because=self.because)

    @cached_property
    def conditions(self) -> str:
        """All that decides on the outcome of a text besides the text; "" where outcomes cannot be kept."""
        from .run.outcomes import conditions

        if self.request is not None and self.request.unsure:
            return ""
        return conditions(self.ruleset, self.settings, repr(self.configuration.data))

    def recall(self, draft: Draft) -> Outcome | None:
        """The outcome of `lint` in an earlier run; None where it is not known, or may be another today."""
        from .run.outcomes import OUTCOMES

        return OUTCOMES.recall(self.conditions, draft.text.content) if self.conditions else None

    def remember(self, draft: Draft, outcome: Outcome) -> None:
        """Note an outcome of `lint` for later runs."""
        from .run.outcomes import OUTCOMES

        if self.conditions:
            OUTCOMES.remember(self.conditions, draft.text.content, outcome)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in the configuration and the packs, each once."""
        return tuple(dict.fromkeys([*self.configuration.problems, *self.ruleset.problems]))

    @cached_property
    def table_problems(self) -> tuple[Problem, ...]:
        """The mistakes in the tables of packs."""
        from .packs.tables import tables_problems

        return tables_problems(pack.root for pack in self.ruleset.packs)

    @cached_property
    def references(self) -> ReferenceWords | None:
        """How the texts refer to their own paragraphs; None where no pack says it."""
        from .data.resources import shared
        from .language.references import ReferenceWords

        lexicon = self.lexicon("references")
        return shared(ReferenceWords, lexicon) if lexicon else None

    @cached_property
    def citations(self) -> CitationWords | None:
        """How the texts cite resolutions; None where no pack says it."""
        from .data.resources import shared
        from .language.citations import LEXICONS, CitationWords

        lexicons = [self.lexicon(name) for name in LEXICONS]
        return shared(CitationWords, *lexicons) if all(lexicons) else None

    @cached_property
    def mandates(self) -> MandateWords | None:
        """How the texts ask somebody to do something; None where no pack says it."""
        from .mandates import mandate_words

        return mandate_words(self.ruleset.lexicons)

    def lexicon(self, name: str) -> Mapping[str, Any]:
        """A lexicon of the packs; empty where there is none of that name."""
        found = self.ruleset.lexicons.get(name)
        return found if isinstance(found, Mapping) else {}


class Checkers:
    """The checkers of configurations, each made when first asked for."""

    def __init__(
        self,
        load: Callable[[Configuration], Ruleset],
        made: Callable[[Checker], object] = lambda _: None,
        *,
        most: int = 64,
    ) -> None:
        """`load` gives the rules of a configuration; `made` is told of every checker before anybody has it.

        Of what texts call for the last `most` are remembered: while front matter is typed, every letter may call for
        something else.
        """
        self._load = load
        self._made = made
        self._most = most
        self._known: dict[tuple[Hashable, str, bool], Checker] = {}
        self._rulesets: dict[Hashable, Ruleset] = {}
        self._called: list[tuple[Hashable, str, bool]] = []

    def __iter__(self) -> Iterator[Checker]:
        return iter(list(self._known.values()))

    def of(self, configuration: Configuration) -> Checker:
        """The checker of a configuration. Raises whatever `made` raises."""
        return self._get(configuration, None)

    def called(self, configuration: Configuration, request: RuleRequest) -> Checker:
        """The checker of what a text calls for, on top of a configuration. Raises whatever `made` raises."""
        others = [configuration.changed({"packs": [pack]}, request.because) for pack in request.also]
        wanted = configuration.changed(request.values, request.because)
        return self._get(wanted, request, tuple(self._get(other, request) for other in others))

    def _get(
        self, configuration: Configuration, request: RuleRequest | None, others: tuple[Checker, ...] = ()
    ) -> Checker:
        rules = configuration.identity
        because = request.because if request else ""
        key = (rules, because, bool(others))
        found = self._known.get(key)
        if found is None:
            if because:
                self._forget_the_oldest()
                self._called.append(key)
            if rules not in self._rulesets:
                self._rulesets[rules] = self._load(configuration)
            found = Checker(configuration, self._rulesets[rules], because, self, request, others)
            self._made(found)
            self._known[key] = found
        return found

    def _forget_the_oldest(self) -> None:
        if len(self._called) >= self._most:
            oldest = self._called.pop(0)
            self._known.pop(oldest, None)
            if all(rules != oldest[0] for rules, *_ in self._known):
                self._rulesets.pop(oldest[0], None)
