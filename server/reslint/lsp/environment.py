"""The rules in force for the drafts of one configuration."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.data.suffixes import is_draft_by_name
from ..text.record import dataclass, replace

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.data.finding import Problem
    from ..engine.language.citations import CitationWords
    from ..engine.language.references import ReferenceWords
    from ..engine.packs.ruleset import Ruleset
    from ..engine.project.configuration import Configuration
    from ..engine.run.runner import Outcome
    from ..text import Text


@dataclass(frozen=True, eq=False)
class Environment:
    """A configuration and the rules that it brings."""

    configuration: Configuration
    ruleset: Ruleset
    pages: str = ""
    """The address below which every rule has a page; empty to point to the files of the rules."""
    because: str = ""
    """What in a draft called for these rules, where one did."""
    damage: tuple[Problem, ...] = ()
    """What is wrong with the tables of resolutions that do not come with the program."""

    def parse(self, text: Text, path: Path | None) -> Draft:
        """The draft in a text; a file that is a draft by its name or by `include` is taken for one."""
        from ..draft import parse

        named = path is not None and is_draft_by_name(path)
        forced = named or (path is not None and self.configuration.includes(path))
        return parse(text, self.ruleset.vocabulary, forced=forced)

    def lint(self, draft: Draft, *, patient: bool = False) -> Outcome:
        """What the rules find in a draft; what takes its time is left out where nobody is `patient`."""
        from ..engine.run.runner import lint

        settings = replace(self.configuration.settings, because=self.because, patient=patient)
        return lint(draft, self.ruleset, settings)

    @cached_property
    def references(self) -> ReferenceWords | None:
        """How the texts refer to their own paragraphs; None where no pack says it."""
        from ..engine.data.resources import shared
        from ..engine.language.references import ReferenceWords

        lexicon = self.lexicon("references")
        return shared(ReferenceWords, lexicon) if lexicon else None

    @cached_property
    def citations(self) -> CitationWords | None:
        """How the texts cite resolutions; None where no pack says it."""
        from ..engine.data.resources import shared
        from ..engine.language.citations import CitationWords

        names = ("citations", "organs", "dates")
        if not all(self.lexicon(name) for name in names):
            return None
        return shared(CitationWords, *(self.lexicon(name) for name in names))

    def lexicon(self, name: str) -> Mapping[str, Any]:
        """A lexicon of the packs; empty where there is none of that name."""
        found = self.ruleset.lexicons.get(name)
        return found if isinstance(found, Mapping) else {}

    def page(self, rule: str) -> str:
        """The address that explains a rule: its page, or the file it is written in; "" for one that is not loaded."""
        found = self.ruleset.by_name.get(rule)
        if found is None:
            return ""
        return f"{self.pages.rstrip('/')}/{rule}" if self.pages else found.path.as_uri()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the configuration, the packs and their tables."""
        return (*self.configuration.problems, *self.ruleset.problems, *self.damage)


def load_environment(configuration: Configuration, pages: str, because: str = "") -> Environment:
    """The rules that a configuration asks for, and what in a draft asked for it."""
    from ..engine.language.register import table_problems, tables_of
    from ..engine.packs.folders import shipped
    from ..engine.packs.loader import load

    ruleset = load(configuration.packs, configuration=configuration)
    own = tables_of(pack.root for pack in ruleset.packs if shipped() not in pack.root.parents)
    damage = tuple(problem for table in own for problem in table_problems(table))
    return Environment(configuration, ruleset, pages, because, damage)
