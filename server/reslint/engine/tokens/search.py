"""Searching paragraphs for patterns of tokens: a cheap look first, then what is remembered, and spaCy for the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..data.context import CannotRun, NotYet
from ..data.keeper import digest
from ..search.search import Search
from .memory import MEMORY, Found
from .pipelines import BLANK, Pipeline, find, read

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording

TRAINED = frozenset({"POS", "TAG", "MORPH", "LEMMA"})
"""Attributes of a token that only a trained pipeline knows."""
PARSED = frozenset({"DEP", "ENT_TYPE", "IS_SENT_START"})
"""Attributes that only a pipeline knows that takes sentences apart."""
MARK, NAME = "MARK", "AS"
"""Keys of a token that are ours and not spaCy's: it is what is marked; its words are a value of this name."""

Pattern = Sequence[Mapping[str, Any]]


class TokenSearch:
    """Where some patterns of tokens match, in the paragraphs that a cheap look has found worth reading.

    `look` finds these paragraphs. Where no pattern asks for more than spelling a blank pipeline reads them, else the
    trained one that is installed: `wanted` says which (see `pipelines.find`).
    """

    def __init__(self, patterns: Sequence[Pattern], look: Search[bool]) -> None:
        asked = {key for pattern in patterns for token in pattern for key in token}
        self._parsed = bool(asked & PARSED)
        self.wanted = "" if asked & (TRAINED | PARSED) else BLANK
        self._patterns = patterns
        self._look = look
        self._key = repr([list(map(dict, pattern)) for pattern in patterns])
        self._matcher: Any = None
        self._missing: CannotRun | None = None

    def everywhere(self, draft: Draft, *, patient: bool = True) -> list[tuple[Node, Found]]:
        """The nodes in whose words something is found, with what it is, in the order of the text.

        Raises CannotRun where spaCy or the pipeline is missing, and NotYet where it is to read something and may not
        take its time (`patient`).
        """
        nodes = [node for node, _ in self._look.everywhere(draft)]
        return self._found(nodes, draft, patient) if nodes else []

    def among(self, nodes: Collection[Node], draft: Draft, *, patient: bool = True) -> list[tuple[Node, Found]]:
        """The same for some nodes, whatever the cheap look says of them."""
        return self._found(list(nodes), draft, patient) if nodes else []

    def _found(self, nodes: Sequence[Node], draft: Draft, patient: bool) -> list[tuple[Node, Found]]:
        texts = {node: draft.wording(node).folded.text for node in nodes}
        pipeline = MEMORY.pipeline(self.wanted)
        known = self._known(pipeline, texts.values()) if pipeline else {}
        unread = [text for text in dict.fromkeys(texts.values()) if text not in known]
        if unread and patient:
            known = {**known, **self._read(unread, pipeline)}
        hits = [(node, known[text]) for node, text in texts.items() if known.get(text)]
        if unread and not patient:
            if self._missing:
                raise self._missing
            raise NotYet(hits)
        return hits

    def _known(self, pipeline: Pipeline, texts: Collection[str]) -> dict[str, Found]:
        found = {text: MEMORY.get(pipeline, digest(self._key, text)) for text in texts}
        return {text: matches for text, matches in found.items() if matches is not None}

    def _read(self, texts: Sequence[str], pipeline: Pipeline | None) -> dict[str, Found]:
        try:
            if pipeline is None:
                pipeline = find(self.wanted)
                MEMORY.remember(self.wanted, pipeline)
            language, documents = read(pipeline, texts, parsed=self._parsed)
        except CannotRun as missing:
            self._missing = missing
            raise
        found: dict[str, Found] = {}
        for text, document in zip(texts, documents, strict=True):
            found[text] = self._matches(language, document)
            MEMORY.put(pipeline, digest(self._key, text), found[text])
        return found

    def _matches(self, language: Any, document: Any) -> Found:
        """The matches in a text from left to right, none overlapping."""
        from spacy.matcher import Matcher

        if self._matcher is None or self._matcher.vocab is not language.vocab:
            self._matcher = Matcher(language.vocab)
            for number, pattern in enumerate(self._patterns):
                bare = [{key: token[key] for key in token if key not in (MARK, NAME)} for token in pattern]
                self._matcher.add(str(number), [bare], greedy="LONGEST")
        matches = self._matcher(document, with_alignments=True)
        found, last = [], 0
        for label, start, end, places in sorted(matches, key=lambda match: (match[1], -match[2])):
            if start < last:
                continue
            last = end
            pattern = self._patterns[int(language.vocab.strings[label])]
            found.append(_match(document, start, end, [pattern[place] for place in places]))
        return tuple(found)


def _match(document: Any, start: int, end: int, asked: Pattern) -> tuple[int, int, tuple[tuple[str, str], ...]]:
    """A match of tokens `start` to `end`, with what the pattern asked of each: the marked span and the named words."""
    marked = [start + place for place, token in enumerate(asked) if token.get(MARK)] or [start, end - 1]
    span = document[marked[0] : marked[-1] + 1]
    named: dict[str, list[int]] = {}
    for place, token in enumerate(asked):
        if NAME in token:
            named.setdefault(token[NAME], []).append(start + place)
    words = tuple((name, document[places[0] : places[-1] + 1].text) for name, places in named.items())
    return span.start_char, span.end_char, words


def look_of(keywords: frozenset[str] | None, candidate: Any, kinds: frozenset[str] | None) -> Search[bool]:
    """The cheap look: paragraphs that hold a keyword and, where there is a `LazyPattern`, in which that is found."""

    def find_candidate(wording: Wording) -> bool:
        return candidate is None or candidate.search(wording.folded.text) is not None

    return Search(find_candidate, keywords=keywords, kinds=kinds, sift=candidate.sift if candidate else None)
