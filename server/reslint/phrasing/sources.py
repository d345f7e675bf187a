"""The sources of proposals: the lexicons, phrases and register of the packs in force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from ..engine.data.resources import MissingLexicon
from ..engine.language.addressee import Addressees
from ..engine.language.citations import CitationWords
from ..engine.language.dated import DatedWords
from ..engine.language.register import MissingPhrases, phrases_of, register_of
from ..engine.language.sequence import Sequences
from ..engine.packs.phrasefiles import SHAPES
from .recurrent import Recurrent

if TYPE_CHECKING:
    from ..draft import OpenerEntry
    from ..engine.checker import Checker
    from ..engine.packs.ruleset import Ruleset
    from ..register import CitationPhrases, Register


class Sources:
    """The words of a ruleset, each made ready when first asked for.

    A pack that lacks a lexicon or a file of phrases has no proposals of that kind.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.vocabulary = ruleset.vocabulary
        self._resources = ruleset.resources
        self._phrases: dict[str, Mapping[str, Any]] = {}

    def lexicon(self, name: str) -> Mapping[str, Any]:
        """A lexicon; empty where no pack has it."""
        found = self.ruleset.lexicons.get(name)
        return found if isinstance(found, Mapping) else {}

    def phrases(self, name: str) -> Mapping[str, Any]:
        """A file of phrases; empty where no pack has it. Raises MissingPhrases, saying what is wrong with it."""
        if name not in self._phrases:
            found = self.ruleset.phrases.get(name)
            for issue in SHAPES[name].issues(found) if found is not None else ():
                place = "".join(f"{key}: " for key in issue.path)
                raise MissingPhrases(f"phrases/{name}.yaml: {place}{issue.message}")
            self._phrases[name] = found or {}
        return self._phrases[name]

    @cached_property
    def openers(self) -> Mapping[str, tuple[OpenerEntry, ...]]:
        """The openers of each form ("participle", "finite"), the ones used most first."""
        found: dict[str, list[OpenerEntry]] = {"participle": [], "finite": []}
        for several in self.vocabulary.openers.values():
            for entry in several:
                found[entry.form].append(entry)
        return {
            form: tuple(sorted(several, key=lambda entry: (-entry.count, entry.phrase)))
            for form, several in found.items()
        }

    def opening(self, kind: str) -> tuple[OpenerEntry, ...]:
        """The openers of a kind of paragraph, the ones used most first."""
        form = self.vocabulary.grammar.form(kind)
        return self.openers[form] if form else ()

    @cached_property
    def sequences(self) -> Sequences | None:
        """Tells whose turn an adverb is."""
        addressees = self.lexicon("addressees")
        if not addressees:
            return None
        return Sequences(Addressees(addressees), self.vocabulary.sequence_adverbs, self.vocabulary.grammar)

    @property
    def register(self) -> Register:
        """The resolutions and instruments that are known; its tables are read at the first question."""
        return register_of(self._resources)

    @cached_property
    def recurrent(self) -> Recurrent:
        """The words that are likely after others; its tables are read at the first question."""
        return Recurrent(pack.root for pack in self.ruleset.packs)

    @cached_property
    def citing(self) -> CitationPhrases | None:
        """How citations are worded; None where no pack says it. Raises MissingPhrases, saying what is wrong."""
        try:
            return phrases_of(self._resources) if "citation" in self.ruleset.phrases else None
        except MissingLexicon:
            return None

    @cached_property
    def citations(self) -> CitationWords | None:
        """Finds citations."""
        try:
            return CitationWords.shared(self._resources)
        except MissingLexicon:
            return None

    @cached_property
    def dated(self) -> DatedWords | None:
        """Finds citations with the body that each number belongs to."""
        try:
            return DatedWords.shared(self._resources)
        except MissingLexicon:
            return None

    @cached_property
    def noted(self) -> frozenset[str]:
        """The bodies whose texts get a footnote although they are cited by number: with the symbol of the document."""
        templates = self.ruleset.phrases.get("citation")
        cited = templates.get("cited", {}) if isinstance(templates, Mapping) else {}
        return frozenset(str(body) for body, forms in cited.items() if "footnote" in forms)

    def pattern(self, phrases: str, *path: str) -> re.Pattern[str] | None:
        """A pattern in a file of phrases; None where there is none. Raises MissingPhrases."""
        found: Any = self.phrases(phrases)
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return re.compile(str(found)) if found else None


_known: WeakKeyDictionary[Checker, Sources] = WeakKeyDictionary()


def sources_of(checker: Checker) -> Sources:
    """The sources of proposals under some rules; the same as long as the rules are."""
    found = _known.get(checker)
    if found is None:
        found = _known[checker] = Sources(checker.ruleset)
    return found
