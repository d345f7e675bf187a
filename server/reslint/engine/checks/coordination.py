"""Verbs that a paragraph joins to its opener with "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, ListOf, Pattern, Record, TextField
from ..language.openings import openings, phrase_words
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ._words import quoted

if TYPE_CHECKING:
    from ...draft import Draft, Node, Vocabulary
    from ...draft.vocabulary import Form
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..language.openings import Opening

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_ENDS_WORD = lazy(r"[\w)”’]")
_OTHER: dict[Form, Form] = {"participle": "finite", "finite": "participle"}


class CoordinationCheck:
    """The verbs of the lexicon of openers where they go on inside a paragraph: "…, and urges Member States to …".

    `comma`: no comma stands before the joining word. `mood`: a verb of the other form than the paragraph's opener.
    `repeat`: the opener's own verb again, without an adverb. A verb is only taken for one of the organ where `before`
    and `follow` say so, and never in a quotation.
    """

    KIND: ClassVar[str] = "coordination"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["comma", "mood", "repeat"], "What is reported.", required=True),
            "joint": Pattern("The words that join a verb to those before, with the blank after them.", required=True),
            "follow": Pattern("What follows a verb that is one of the organ.", at_start=True, required=True),
            "unless": Pattern("Not where this is found between the opener and the verb: another subject."),
            "except": ListOf(TextField("A verb."), "Verbs that are left alone.", default=[]),
            "directive": Choice(["any", "no"], "Whether verbs that speak to somebody count.", default="any"),
        },
        "Verbs joined inside a paragraph.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed", "verb"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._report = options["report"]
        self._joint = options["joint"]
        self._follow = lazy(options["follow"])
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._except = frozenset(options["except"])
        self._plain = options["directive"] == "no"
        self._patterns: dict[int, tuple[Vocabulary, _Verbs]] = {}
        self.keywords = LazyPattern(f" (?:{self._joint})").keywords
        self._search = Search(self._joined, keywords=self.keywords, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The verbs of the selected paragraphs that are joined wrongly, in the order of the text."""
        verbs = self._verbs(draft.vocabulary)
        for node, joined in self._search.among(nodes, draft):
            for _, opening in openings((node,), draft):
                for match in joined:
                    yield from self._match(match, opening, verbs)

    def _joined(self, wording: Wording) -> list[re.Match[str]]:
        """The verbs that are joined to the opener of a paragraph."""
        opener = wording.opener
        if opener is None or opener.entry is None or (self._plain and opener.entry.directive):
            return []
        form: Form = "participle" if wording.kind == "preambular" else "finite"
        wanted: Form = _OTHER[form] if self._report == "mood" else form
        verbs = self._verbs(wording.vocabulary)
        return [
            match
            for match in verbs.joined.finditer(wording.text, opener.end)
            if verbs.has(match["verb"], wanted) and self._means(match, opener.end)
        ]

    def _verbs(self, vocabulary: Vocabulary) -> _Verbs:
        """The verbs of a vocabulary, made ready once."""
        known = self._patterns.get(id(vocabulary))
        if known is None:
            # Held with its vocabulary, so that nothing else can get that id.
            # Written so that the pattern begins with something that the search can skip to.
            before = "" if self._report == "comma" else "[,;]"
            known = self._patterns[id(vocabulary)] = vocabulary, _Verbs(vocabulary, before, self._joint, self._except)
        return known[1]

    def _means(self, match: re.Match[str], start: int) -> bool:
        if self._follow.match(match.string, match.end()) is None or quoted(match.string, match.start("joint") - 1):
            return False
        at = match.start("joint") - 1
        if self._report == "comma" and not _ENDS_WORD.match(match.string, at - 1):
            return False
        between = match.string[start:at]
        return bool(between.strip()) and (self._unless is None or self._unless.search(between) is None)

    def _match(self, match: re.Match[str], opening: Opening, verbs: _Verbs) -> Iterator[Match]:
        view, verb = opening.view, match["verb"]
        if self._report == "comma":
            start, end = match.start("joint"), match.end("verb")
            at = view.span(start - 2, start - 1).end
            values = {"found": match.string[start:end], "fixed": f", {match.string[start:end]}", "verb": verb}
            yield Match(view.span(start, end), values, (Edit(Span(at, at), ","),))
        elif self._report == "mood":
            fixed = verbs.counterpart(verb)
            span = view.span(*match.span("verb"))
            edits = (Edit(span, fixed),) if fixed else ()
            yield Match(span, {"found": verb, "verb": verb, "fixed": fixed or "…"}, edits)
        elif not match["adverb"]:
            words = phrase_words(opening)
            if words and words[0].text.lower() == verb:
                also = verbs.sequence[0]
                fixed = f"{also} {verb}" if opening.kind == "operative" else f"{verb} {also}"
                span = view.span(*match.span("verb"))
                yield Match(span, {"found": verb, "verb": verb, "fixed": fixed}, (Edit(span, fixed),))


class _Verbs:
    """The verbs of a vocabulary, by form, as patterns of what joins them."""

    def __init__(self, vocabulary: Vocabulary, before: str, joint: str, left_out: frozenset[str]) -> None:
        self.sequence = tuple(vocabulary.sequence_adverbs)
        adverbs = "|".join(map(re.escape, (*vocabulary.sequence_adverbs, *vocabulary.strengthening_adverbs)))
        self.joined = lazy(rf"{before} (?P<joint>{joint})(?P<adverb>(?:{adverbs}) )?(?P<verb>{_WORD})\b")
        """The joining words with a word behind them that may be a verb."""
        self._openers = vocabulary.openers
        self._known = self._openers.keys() - left_out

    def has(self, verb: str, form: Form) -> bool:
        """Whether openers of that form begin with a verb, in small letters."""
        return verb in self._known and any(entry.form == form for entry in self._openers[verb])

    def counterpart(self, verb: str) -> str:
        """The verb in the other form: "noting" for "notes"; "" where the lexicon has none of one word."""
        found = (entry.counterpart.lower() for entry in self._openers.get(verb, ()) if entry.phrase.lower() == verb)
        return next((word for word in found if word and " " not in word), "")
