"""Openers in a form that opens no paragraph: "Welcome", "Noted", "Shall request", "We recall", "Deeply concern".

The lexicon `inflections` says how the third person of a verb follows from other forms; the lexicon of openers says
which form the paragraph needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple

if TYPE_CHECKING:
    from ...draft import OpenerEntry, Vocabulary

_LONGEST_PHRASE = 3
_MOST_BEFORE = 2


class Wrong(NamedTuple):
    """Words that are an opener in another form."""

    first: int
    """The first word that is not to stay."""
    end: int
    """One past the last one."""
    right: tuple[str, ...]
    """The words to write instead, in small letters."""
    alone: bool
    """Whether the opener is one word, which may as well be a noun."""
    drops_adverb: bool = False
    """Whether an adverb is among the words that are not to stay."""


class Inflections:
    """The wrong forms of the openers of a vocabulary."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` is the lexicon `inflections`."""
        self._endings = [(ending, tuple(thirds)) for ending, thirds in (data.get("endings") or {}).items()]
        self._endings.sort(key=lambda each: -len(each[0]))
        self._irregular: Mapping[str, Sequence[str]] = data.get("irregular") or {}
        self._before = frozenset(data.get("before") or ())
        self._phrases: Mapping[str, str] = data.get("phrases") or {}
        self.after_noun = frozenset(data.get("after-noun") or ())

    def wrong(self, words: Sequence[str], form: str, vocabulary: Vocabulary) -> Wrong | None:
        """The wrong form at the start of some words, which are in small letters; `form` is the one that is needed."""
        adverbs = {*vocabulary.sequence_adverbs, *(one.lower() for one in vocabulary.strengthening_adverbs)}
        start = 0
        while start < len(words) and words[start] in adverbs:
            start += 1
        for size in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
            right = self._phrases.get(" ".join(words[start : start + size]))
            if right is not None and _in_form(right, form, vocabulary):
                return Wrong(start, start + size, tuple(right.lower().split()), alone=size == 1)
        verb = start
        while verb < len(words) and verb - start <= _MOST_BEFORE:
            found = self._verb(words, verb, form, vocabulary)
            if found is not None and (verb > start or found[0] != words[verb]):
                dropped = not adverbs.isdisjoint(words[start:verb])
                return Wrong(start, verb + len(found), found, len(found) == 1 and verb == start, dropped)
            if words[verb] not in self._before and words[verb] not in adverbs:
                return None
            verb += 1
        return None

    def _verb(self, words: Sequence[str], at: int, form: str, vocabulary: Vocabulary) -> tuple[str, ...] | None:
        """The opener to write for the words at a place, of which only the verb changes; None where they are none."""
        for candidate in self._candidates(words[at]):
            for entry in vocabulary.openers.get(candidate, ()):
                phrase = entry.phrase.lower().split()
                if phrase == [candidate, *words[at + 1 : at + len(phrase)]]:
                    right = _formed(entry, form)
                    if right:
                        return right.lower().split()[0], *phrase[1:]
        return None

    def _candidates(self, word: str) -> Iterator[str]:
        """The third persons, or other first words of openers, that a written form may stand for."""
        yield word
        yield from self._irregular.get(word, ())
        for ending, thirds in self._endings:
            if word.endswith(ending):
                yield from (word[: len(word) - len(ending)] + third for third in thirds)


def _formed(entry: OpenerEntry, form: str) -> str:
    """An opener in the form that is needed, "" where the lexicon does not know it."""
    return entry.phrase if entry.form == form else entry.counterpart


def _in_form(phrase: str, form: str, vocabulary: Vocabulary) -> bool:
    entries = vocabulary.openers.get(phrase.split(maxsplit=1)[0].lower(), ())
    return any(entry.form == form and entry.phrase.lower() == phrase.lower() for entry in entries)


def made(data: Mapping[str, Any]) -> Inflections:
    """The wrong forms that a lexicon describes, which may stand in the file under its own name."""
    return Inflections(data.get("inflections", data))
