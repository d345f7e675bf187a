"""Patterns of tokens, as spaCy's Matcher has them (https://spacy.io/usage/rule-based-matching)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.context import CannotRun
from ..data.schema import Field, Issue, ListOf, Path, Record, Text, did_you_mean
from ..patterns.compiled import objection
from .base import LocalMatch

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources

_PLAIN = (
    "ORTH", "TEXT", "LOWER", "NORM", "LENGTH", "SHAPE", "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER",
    "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_SENT_START", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "SPACY", "OP",
)  # fmt: skip
_TRAINED = ("POS", "TAG", "MORPH", "DEP", "LEMMA", "ENT_TYPE")
"""What only a trained pipeline knows of a token."""
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
        known = (*_PLAIN, *_TRAINED)
        for key, value in token.items():
            if str(key).upper() not in known:
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
        token = {"type": "object", "properties": {name: {} for name in (*_PLAIN, *_TRAINED)}}
        return {"type": "array", "items": {"type": "array", "minItems": 1, "items": token}, "minItems": 1}


class TokensCheck:
    """Token patterns over spaCy's English tokens; spaCy is imported when a paragraph holds one of the keywords.

    What a pattern asks of spelling needs no model. Parts of speech and lemmas need the trained pipeline named; where
    it is not installed, the check says so and finds nothing.
    """

    KIND: ClassVar[str] = "tokens"
    OPTIONS: ClassVar[Record] = Record(
        {
            "patterns": TokenPatterns("The patterns; the longest match counts.", required=True),
            "keywords": ListOf(Text("A word."), "Words one of which every match holds, inflected as it may be."),
            "pipeline": Text("The trained pipeline for lemmas and parts of speech.", default="en_core_web_sm"),
        },
        "Patterns of tokens.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset()
    keywords: frozenset[str] | None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._patterns = [
            [{str(key).upper(): value for key, value in token.items()} for token in pattern]
            for pattern in options["patterns"]
        ]
        trained = any(key in _TRAINED for pattern in self._patterns for token in pattern for key in token)
        self._pipeline = options["pipeline"] if trained else ""
        self.keywords = frozenset(word.lower() for word in options["keywords"]) if options["keywords"] else None

    @cached_property
    def _matcher(self) -> tuple[Any, Any]:
        language = _language(self._pipeline)
        from spacy.matcher import Matcher

        matcher = Matcher(language.vocab)
        matcher.add(self.KIND, self._patterns, greedy="LONGEST")
        return language, matcher

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The matches from left to right, none overlapping. Raises CannotRun without spaCy or the pipeline."""
        language, matcher = self._matcher
        for span in sorted(matcher(language(words.text), as_spans=True), key=lambda span: span.start_char):
            yield LocalMatch(span.start_char, span.end_char)


@lru_cache(maxsize=4)
def _language(pipeline: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise CannotRun(f"spaCy cannot be imported ({error}); install it with “pip install spacy”") from None
    if not pipeline:
        return spacy.blank("en")
    try:
        return spacy.load(pipeline)
    except OSError:
        raise CannotRun(
            f"the trained pipeline “{pipeline}” is not installed; get it with “python -m spacy download {pipeline}”"
        ) from None
