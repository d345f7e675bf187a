"""Verbs that a paragraph joins to its opener with "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..schema import Choice, ListOf, Pattern, Record, Text
from ._openers import entries, phrase_words
from ._openers import openings as opened
from ._words import quoted
from .base import Match

if TYPE_CHECKING:
    from ...draft import Draft, Node, OpenerEntry, Vocabulary
    from ..context import Context
    from ..resources import Resources
    from ._openers import Opening

_OTHER = {"participle": "finite", "finite": "participle"}


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
            "except": ListOf(Text("A verb."), "Verbs that are left alone.", default=[]),
            "directive": Choice(["any", "no"], "Whether verbs that speak to somebody count.", default="any"),
        },
        "Verbs joined inside a paragraph.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed", "verb"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._report = options["report"]
        self._joint = options["joint"]
        self._follow = lazy(options["follow"])
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._except = frozenset(options["except"])
        self._plain = options["directive"] == "no"
        self._patterns: dict[int, tuple[Vocabulary, _Verbs]] = {}
        self._remembered = lru_cache(maxsize=20_000)(self._joined)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The verbs of the selected paragraphs that are joined wrongly, in the order of the text."""
        verbs = self._verbs(draft.vocabulary)
        for opening in opened(list(nodes), draft):
            entry = opening.opener.entry
            if entry is None or (self._plain and entry.directive):
                continue
            form = "participle" if opening.node.kind == "preambular" else "finite"
            wanted = _OTHER[form] if self._report == "mood" else form
            for match in self._remembered(opening.view.text, opening.opener.end, verbs.joined[wanted]):
                yield from self._match(match, opening, verbs)

    def _verbs(self, vocabulary: Vocabulary) -> _Verbs:
        """The verbs of a vocabulary, made ready once."""
        known = self._patterns.get(id(vocabulary))
        if known is None:
            # Held with its vocabulary, so that nothing else can get that id.
            known = self._patterns[id(vocabulary)] = vocabulary, _Verbs(vocabulary, self._joint, self._except)
        return known[1]

    def _joined(self, text: str, start: int, joint: re.Pattern[str]) -> list[re.Match[str]]:
        """The verbs that are joined to an opener that ends at `start`."""
        return [match for match in joint.finditer(text, start) if self._means(match, start)]

    def _means(self, match: re.Match[str], start: int) -> bool:
        if self._follow.match(match.string, match.end()) is None or quoted(match.string, match.start()):
            return False
        between = match.string[start : match.start()]
        return bool(between.strip()) and (self._unless is None or self._unless.search(between) is None)

    def _match(self, match: re.Match[str], opening: Opening, verbs: _Verbs) -> Iterator[Match]:
        view, verb = opening.view, match["verb"]
        comma = match.string[match.start() - 1] in ",;"
        if self._report == "comma" and not comma:
            start, end = match.start("joint"), match.end("verb")
            at = view.span(match.start() - 1, match.start()).end
            values = {"found": match.string[start:end], "fixed": f", {match.string[start:end]}", "verb": verb}
            yield Match(view.span(start, end), values, (Edit(Span(at, at), ","),))
        elif self._report == "mood" and comma:
            fixed = verbs.counterparts.get(verb, "")
            span = view.span(*match.span("verb"))
            edits = (Edit(span, fixed),) if fixed else ()
            yield Match(span, {"found": verb, "verb": verb, "fixed": fixed or "…"}, edits)
        elif self._report == "repeat" and comma and not match["adverb"]:
            words = phrase_words(opening)
            if words and words[0].text.lower() == verb:
                also = verbs.sequence[0]
                fixed = f"{also} {verb}" if opening.node.kind == "operative" else f"{verb} {also}"
                span = view.span(*match.span("verb"))
                yield Match(span, {"found": verb, "verb": verb, "fixed": fixed}, (Edit(span, fixed),))


class _Verbs:
    """The verbs of a vocabulary, by form, as patterns of what joins them."""

    def __init__(self, vocabulary: Vocabulary, joint: str, left_out: frozenset[str]) -> None:
        self.sequence = tuple(vocabulary.sequence_adverbs)
        self._all: list[OpenerEntry] = list(entries(vocabulary))
        self._joint = joint
        self._left_out = left_out
        self._adverbs = (*vocabulary.sequence_adverbs, *vocabulary.strengthening_adverbs)

    @cached_property
    def joined(self) -> Mapping[str, re.Pattern[str]]:
        """By form, the joining words with the verb behind them."""
        found: dict[str, set[str]] = {"participle": set(), "finite": set()}
        for entry in self._all:
            found[entry.form].add(entry.phrase.split()[0].lower())
        adverbs = "|".join(map(re.escape, self._adverbs))
        return {
            form: lazy(
                rf"(?<=[\w)”’,;]) (?P<joint>{self._joint})(?P<adverb>(?:{adverbs}) )?"
                rf"(?P<verb>{'|'.join(sorted(words - self._left_out, key=len, reverse=True))})\b"
            )
            for form, words in found.items()
        }

    @cached_property
    def counterparts(self) -> Mapping[str, str]:
        """The verb in the other form, by the verb alone: "notes": "noting"."""
        return {
            entry.phrase.lower(): entry.counterpart.lower()
            for entry in self._all
            if entry.counterpart and " " not in entry.phrase and " " not in entry.counterpart
        }
