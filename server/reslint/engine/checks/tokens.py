"""Patterns of tokens, as spaCy's Matcher has them (https://spacy.io/usage/rule-based-matching)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import LocalMatch
from ..data.schema import Field, Issue, MapOf, Path, Record, TextField, did_you_mean
from ..data.schema import Pattern as PatternField
from ..patterns.compiled import LazyPattern, objection
from ..tokens.search import MARK, NAME, TokenSearch, look_of
from ._words import with_case

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.resources import Resources

_PLAIN = (
    "ORTH", "TEXT", "LOWER", "NORM", "LENGTH", "SHAPE", "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER",
    "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_SENT_START", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "SPACY", "OP",
)  # fmt: skip
_TRAINED = ("POS", "TAG", "MORPH", "DEP", "LEMMA", "ENT_TYPE")
_OWN = (MARK, NAME)
_PREDICATES = ("REGEX", "IN", "NOT_IN", "IS_SUBSET", "IS_SUPERSET", "INTERSECTS", "FUZZY", "==", ">=", "<=", ">", "<")


class TokenPatterns(Field):
    """A list of patterns, each a list of tokens, each a mapping of what is asked of it."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, list) or not value:
            yield Issue(path, "expected a list of patterns")
            return
        for index, pattern in enumerate(value):
            if not isinstance(pattern, list) or not pattern:
                yield Issue((*path, index), "expected a pattern: a list of tokens such as {LOWER: word}")
                continue
            for place, token in enumerate(pattern):
                yield from self._token(token, (*path, index, place))

    def _token(self, token: Any, path: Path) -> Iterator[Issue]:
        if not isinstance(token, Mapping):
            yield Issue(path, "expected a token: a mapping such as {LOWER: word}")
            return
        known = (*_PLAIN, *_TRAINED, *_OWN)
        for key, value in token.items():
            if key == NAME and not (isinstance(value, str) and value.isidentifier()):
                yield Issue((*path, key), "expected a name for the words, such as “noun”")
            elif str(key).upper() not in known:
                yield Issue((*path, key), f"a token has no “{key}”{did_you_mean(str(key).upper(), known)}", True)
            elif isinstance(value, Mapping):
                yield from self._predicates(value, (*path, key))
            elif not isinstance(value, (str, int)):
                yield Issue((*path, key), "expected a text, a number, true or false, or a mapping such as {IN: [...]}")

    def _predicates(self, value: Mapping[Any, Any], path: Path) -> Iterator[Issue]:
        for key, operand in value.items():
            if key not in _PREDICATES:
                yield Issue((*path, key), f"unknown comparison “{key}”{did_you_mean(str(key), _PREDICATES)}", True)
            elif key == "REGEX" and (why := objection(operand) if isinstance(operand, str) else "expected a pattern"):
                yield Issue((*path, key), why)

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        names: dict[str, Any] = {name: {} for name in (*_PLAIN, *_TRAINED)}
        names[MARK] = {"description": "This token is marked, and no token without it.", "type": "boolean"}
        names[NAME] = {"description": "The name under which messages have the words.", "type": "string"}
        token = {"type": "object", "properties": names}
        return {"type": "array", "items": {"type": "array", "minItems": 1, "items": token}, "minItems": 1}


def in_capitals(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Patterns as a rule has them with their keys as spaCy's Matcher has them."""
    return [[{str(key).upper(): value for key, value in token.items()} for token in pattern] for pattern in patterns]


class TokensCheck:
    """Token patterns over spaCy's English tokens.

    What a pattern asks of spelling needs no trained pipeline; parts of speech and lemmas do. spaCy is imported only for
    paragraphs in which `candidate` is found, and that no earlier run has read. Where spaCy or a
    pipeline is missing the check says so and finds nothing.
    """

    KIND: ClassVar[str] = "tokens"
    OPTIONS: ClassVar[Record] = Record(
        {
            "patterns": TokenPatterns("The patterns; the longest match counts.", required=True),
            "candidate": PatternField("A cheap look: only paragraphs in which this is found are read as tokens."),
            "swap": MapOf(TextField("What is right."), "What to write for the words that are marked.", default={}),
        },
        "Patterns of tokens.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset()
    keywords: frozenset[str] | None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        patterns = in_capitals(options["patterns"])
        candidate = LazyPattern(options["candidate"]) if options["candidate"] else None
        self.keywords = candidate.keywords if candidate else None
        self._swap = options["swap"]
        self._search = TokenSearch(patterns, look_of(self.keywords, candidate, resources.kinds))

    @property
    def pipelines(self) -> frozenset[str]:
        """The pipelines that it reads with, as `tokens.pipelines.find` takes them."""
        return frozenset({self._search.wanted})

    @staticmethod
    def named(options: Mapping[str, Any]) -> frozenset[str]:
        """The names under which the patterns give words to messages."""
        tokens = (token for pattern in options["patterns"] for token in pattern)
        return frozenset(token[NAME] for token in tokens if NAME in token)

    def local(self, draft: Draft, *, patient: bool = True) -> list[tuple[Node, Sequence[LocalMatch]]]:
        """The matches in the words of every node. Raises CannotRun, and NotYet with those that are known."""
        from ..data.context import NotYet

        try:
            hits = self._search.everywhere(draft, patient=patient)
        except NotYet as later:
            raise NotYet([(node, self._matches(node, draft, found)) for node, found in later.hits]) from None
        return [(node, self._matches(node, draft, found)) for node, found in hits]

    def _matches(self, node: Node, draft: Draft, found: Sequence[Any]) -> list[LocalMatch]:
        text = draft.wording(node).folded.text
        return [LocalMatch(start, end, dict(words), self._replacement(text[start:end])) for start, end, words in found]

    def _replacement(self, words: str) -> str | None:
        right = self._swap.get(words, self._swap.get(words.lower()))
        return None if right is None else with_case(words, right)
