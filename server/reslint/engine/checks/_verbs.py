"""Verbs that a paragraph joins to its opener with "and": what the kinds `verb-…` share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...text.regex import lazy
from ..data.schema import Choice, ListOf, Pattern, Record, TextField
from ..language.grammar import quotations
from ..language.openings import Opening, openings
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node, Vocabulary
    from ...draft.grammar import Form
    from ...draft.wording import Wording
    from ..data.resources import Resources

VALUES = frozenset({"found", "fixed", "verb"})
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"


def options(doc: str) -> Record:
    """The options of a kind."""
    return Record(
        {
            "joint": Pattern("The words that join a verb to those before, with the blank after them.", required=True),
            "follow": Pattern("What follows a verb that is one of the organ.", at_start=True, required=True),
            "unless": Pattern("Not where this is found between the opener and the verb: another subject."),
            "except": ListOf(TextField("A verb."), "Verbs that are left alone.", default=[]),
            "directive": Choice(["any", "no"], "Whether verbs that speak to somebody count.", default="any"),
        },
        doc,
    )


class JoinedVerbs:
    """The verbs of the lexicon of openers where they go on inside a paragraph: "…, and urges Member States to …".

    A verb is only taken for one of the organ where `joint` and `follow` say so, and never in a quotation. `before` is a
    pattern for the mark before the joint; `is_wanted` says whether what is found in some words is to be looked at.
    """

    def __init__(
        self,
        options: Mapping[str, Any],
        resources: Resources,
        before: str,
        is_wanted: Callable[[re.Match[str], Verbs, Wording], bool],
    ) -> None:
        self._quotations = quotations(resources)
        self._joint = options["joint"]
        self._before = before
        self._is_wanted = is_wanted
        self._follow = lazy(options["follow"])
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._except = frozenset(options["except"])
        self._plain = options["directive"] == "no"
        self._patterns: dict[int, tuple[Vocabulary, Verbs]] = {}
        self.keywords = LazyPattern(f" (?:{self._joint})").keywords
        self._search = Search(self._joined, keywords=self.keywords, kinds=resources.kinds)

    def among(self, nodes: Sequence[Node], draft: Draft) -> Iterator[tuple[Opening, re.Match[str]]]:
        """The verbs joined in these nodes, each as a match with groups `joint`, `adverb` and `verb`."""
        for node, joined in self._search.among(nodes, draft):
            for _, opening in openings((node,), draft):
                for match in joined:
                    yield opening, match

    def verbs(self, vocabulary: Vocabulary) -> Verbs:
        """The verbs of a vocabulary, made ready once."""
        known = self._patterns.get(id(vocabulary))
        if known is None:
            # Held with its vocabulary, so that nothing else can get that id.
            known = self._patterns[id(vocabulary)] = (
                vocabulary,
                Verbs(vocabulary, self._before, self._joint, self._except),
            )
        return known[1]

    def _joined(self, wording: Wording) -> list[re.Match[str]]:
        """The verbs that are joined to the opener of a paragraph."""
        opener = wording.opener
        if opener is None or opener.entry is None or (self._plain and opener.entry.directive):
            return []
        verbs = self.verbs(wording.vocabulary)
        return [
            match
            for match in verbs.joined.finditer(wording.text, opener.end)
            if self._is_wanted(match, verbs, wording) and self._means(match, opener.end)
        ]

    def _means(self, match: re.Match[str], start: int) -> bool:
        at = match.start("joint") - 1
        if self._follow.match(match.string, match.end()) is None or self._quotations.hold(match.string, at):
            return False
        between = match.string[start:at]
        return bool(between.strip()) and (self._unless is None or self._unless.search(between) is None)


class Verbs:
    """The verbs of a vocabulary, by form, as patterns of what joins them."""

    def __init__(self, vocabulary: Vocabulary, before: str, joint: str, left_out: frozenset[str]) -> None:
        adverbs = "|".join(map(re.escape, (*vocabulary.sequence_adverbs, *vocabulary.strengthening_adverbs)))
        # Written so that the pattern begins with something that the search can skip to.
        self.joined = lazy(rf"{before} (?P<joint>{joint})(?P<adverb>(?:{adverbs}) )?(?P<verb>{_WORD})\b")
        """The joining words with a word behind them that may be a verb."""
        self._forms = vocabulary.grammar.forms
        self._openers = vocabulary.openers
        self._known = self._openers.keys() - left_out

    def opens(self, match: re.Match[str], kind: str) -> bool:
        """Whether openers of a kind of paragraph begin with a verb that was found, in small letters."""
        return self._has(match["verb"], self._forms.get(kind))

    def opens_other(self, match: re.Match[str], kind: str) -> bool:
        """Whether openers of the other kinds of paragraph do."""
        own, verb = self._forms.get(kind), match["verb"]
        return own is not None and any(self._has(verb, form) for form in self._forms.values() if form != own)

    def counterpart(self, verb: str) -> str:
        """The verb in the other form: "noting" for "notes"; "" where the lexicon has none of one word."""
        found = (entry.counterpart.lower() for entry in self._openers.get(verb, ()) if entry.phrase.lower() == verb)
        return next((word for word in found if word and " " not in word), "")

    def _has(self, verb: str, form: Form | None) -> bool:
        return verb in self._known and any(entry.form == form for entry in self._openers[verb])
