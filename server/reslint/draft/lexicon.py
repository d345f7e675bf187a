"""The vocabulary as the parser asks it: which opener begins here, which organ is this, which layout line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from ..text.fold import fold_once
from ..text.folded import Folded
from ..text.memo import Memo, forget_oldest
from ..text.record import NamedTuple
from ..text.regex import lazy
from .opener import Opener
from .vocabulary import OpenerEntry, Organ, Vocabulary

_LETTERS = r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*"
_WORD = lazy(_LETTERS)
_FIRST = lazy(rf"[*_]*({_LETTERS})(?:[*_]*\s+[*_]*({_LETTERS})(?![\w*’'\-]))?")
"""The first word of a paragraph, and the second where no mark-up touches its end."""
_START = lazy(r"[\s“\"‘'(\[*_]*")
_ASIDE = lazy(r"\s*\([A-Z0-9][\w’'., -]{1,60}\)(?=[*_]*[,:]?[*_]*$)")
_MOST_WORDS = 16
_HEAD = 240
_PAIR = 60
"""Characters in which the first two words of an opener have room; in others the words are gone through one by one."""
_ENACTING_LENGTH = 200
_MOST_LEXICONS = 8
_MOST_NAMES = 4096
_EXTENSION = 5  # words by which italics may lengthen a known opener ("with great concern")


class OpenerMatch(NamedTuple):
    """A lexicon opener found at the start of some words; all numbers count words."""

    entry: OpenerEntry
    first: int
    end: int
    adverb: int
    """The word that is the sequence adverb, -1 for none."""


class _Head(NamedTuple):
    """The openers and other phrases that begin with a word."""

    alone: OpenerEntry | None
    """The opener that is this word alone."""
    seconds: frozenset[str]
    """The words that make it a longer one."""
    is_adverb: bool
    """Whether an opener may begin after it."""


class Lexicon:
    """A `Vocabulary` with the tables that make its questions quick."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.memo = Memo()
        """The values that others have worked out under it. It refers to the lexicon, so it is cached here:
        a table of all lexicons, weak or not, would hold every lexicon that it says something of."""
        self.layout = vocabulary.layout
        self.page = _united(vocabulary.layout.page)
        self.meeting = _united(vocabulary.layout.meeting)
        self._enacting = _united(vocabulary.enacting)
        # A line is asked about when lines become blocks and again when blocks become nodes.
        self.organ = lru_cache(maxsize=_MOST_NAMES)(self._organ)
        """The organ that a line names if it is an enacting line and nothing else; see `_organ`."""
        self._head = lru_cache(maxsize=_MOST_NAMES)(self._head_of)
        self.sequence = frozenset(vocabulary.sequence_adverbs)
        self._strengthening = tuple(
            sorted(
                (tuple(phrase.lower().split()) for phrase in vocabulary.strengthening_adverbs), key=len, reverse=True
            )
        )
        self._long_adverbs = tuple(adverb.split() for adverb in vocabulary.sequence_adverbs if " " in adverb)
        self._sequence_heads = frozenset(adverb.split()[0] for adverb in vocabulary.sequence_adverbs if adverb)
        self._adverb_heads = self._sequence_heads | {phrase[0] for phrase in self._strengthening if phrase}
        self._objects = frozenset(vocabulary.objects)
        self._abbreviations = {short: organ for organ in vocabulary.organs for short in organ.abbreviations}
        self._organs = {organ.name.lower(): organ for organ in vocabulary.organs}
        self._phrases: dict[str, tuple[tuple[tuple[str, ...], OpenerEntry], ...]] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the lexicon's phrases and adverbs, in lower case."""
        phrases = [words for head in self.vocabulary.openers for words, _ in self._beginning(head)]
        return frozenset(word for words in (*phrases, *self._strengthening) for word in words) | self.sequence

    @cached_property
    def complements(self) -> frozenset[str]:
        """Every word that may follow an opener in roman."""
        return frozenset(
            word for entries in self.vocabulary.openers.values() for entry in entries for word in entry.complements
        )

    def begins(self, source: str) -> OpenerEntry | None:
        """The lexicon's opener with which a paragraph begins, mark-up and all, if it does so with a capital."""
        if source.startswith("<u>"):
            source = source[:_HEAD].replace("<u>", "").replace("</u>", "")
        first = _FIRST.match(source)
        if first is None or not first[1][0].isupper():
            return None
        head = self._head(first[1].lower())
        if head is None:
            return None
        if first[2] is not None and not head.is_adverb and first[2].lower() not in head.seconds:
            return head.alone
        start = source[:_HEAD].replace("*", "").replace("_", "")
        found = self.find(self._lowered(self._first_words(start, 0)))
        return found.entry if found else None

    def _beginning(self, word: str) -> tuple[tuple[tuple[str, ...], OpenerEntry], ...]:
        """The openers that begin with a word, each with its words, in lower case, the longest first."""
        known = self._phrases.get(word)
        if known is None:
            openers = self.vocabulary.openers
            if word not in openers:
                return ()
            known = self._phrases[word] = tuple((tuple(each.phrase.lower().split()), each) for each in openers[word])
        return known

    def _head_of(self, word: str) -> _Head | None:
        """The head of a word, in lower case; None where no opener begins with it."""
        entries = self._beginning(word)
        is_adverb = word in self._adverb_heads
        if not entries and not is_adverb:
            return None
        alone = next((entry for phrase, entry in entries if len(phrase) == 1), None)
        return _Head(alone, self._sequence_heads.union(phrase[1] for phrase, _ in entries if phrase[1:]), is_adverb)

    def find(self, words: list[str]) -> OpenerMatch | None:
        """The longest lexicon opener at the start of words, which may have adverbs before and inside it."""
        first = 0
        adverb = -1
        while first < len(words):
            found = self._phrase(words, first, adverb)
            if found is not None:
                return found
            if words[first] in self.sequence and adverb < 0:
                adverb = first
                first += 1
                continue
            skipped = self._strengthened(words, first)
            if not skipped:
                return None
            first += skipped
        return None

    def _strengthened(self, words: list[str], at: int) -> int:
        for phrase in self._strengthening:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def _phrase(self, words: list[str], first: int, adverb: int) -> OpenerMatch | None:
        second = words[first + 1] if first + 1 < len(words) else ""
        may_be_inner = second in self.sequence
        for phrase, entry in self._beginning(words[first]):
            if len(phrase) > 1 and phrase[1] != second and not may_be_inner:
                continue
            at, inner = first, adverb
            for position, word in enumerate(phrase):
                if position and inner < 0 and at < len(words) and words[at] in self.sequence and words[at] != word:
                    inner = at
                    at += 1
                if at >= len(words) or words[at] != word:
                    break
                at += 1
            else:
                if inner < 0 and at < len(words) and words[at] in self.sequence:
                    inner = at
                    at += 1
                return OpenerMatch(entry, first, at, inner)
        return None

    def _organ(self, source: str) -> tuple[str, Organ | None] | None:
        """The organ of a line that is an enacting line and nothing else: the name without article, and the organ.

        The organ is None where only a pattern knows it. None when the line is not an enacting line.
        """
        if len(source) > _ENACTING_LENGTH:
            return None
        words = without_aside(fold_once(source).text.strip()).rstrip(",:").strip()
        name = self.vocabulary.grammar.without_article(words)
        organ = self._organs.get(name.lower())
        if organ is not None and (words != name or not self.vocabulary.grammar.articles):
            return organ.name, organ
        if words in self._abbreviations:
            return self._abbreviations[words].name, self._abbreviations[words]
        for pattern in self._enacting:
            if pattern.fullmatch(words):
                return name, None
        return None

    def opener(self, folded: Folded) -> Opener | None:
        """The opener at the start of folded words; see `Opener`."""
        text = folded.text
        start = _START.match(text)
        at = start.end() if start else 0
        single = self._single(folded, at)
        if single is not None:
            return single
        written = self._first_words(text, at)
        if not written:
            return None
        italic = _italic(folded, at)
        words = self._lowered(written)
        found = self.find(words)
        if found is None and italic is None:
            return None
        inside = _whole_words(text, at, written, italic[1]) if italic else 0
        trails = found and found.adverb == found.end - 1 > found.first
        if found and trails and self.vocabulary.grammar.adverb_of(found.entry.form) == "before":
            # Roman after an italic verb it is no adverb of the opener: "*Encourages* further efforts". Where nothing is
            # in italics, only what follows can show that it is one.
            if italic:
                is_attribute = _spans(text, at, written[: found.end])[-1][0] >= italic[1]
            else:
                is_attribute = bool(self._objects) and not self._begins_object(text, written, found.end)
            found = found._replace(end=found.end - 1, adverb=-1) if is_attribute else found
        end = self._end(words, found, inside)
        adverb = found.adverb if found else next((n for n in (0, end - 1) if words[n] in self.sequence), -1)
        if found and adverb < 0 and end > found.end and words[end - 1] in self.sequence:
            adverb = end - 1
        if adverb == 0 and end == 1:
            return None
        verb = found.first if found else 1
        spans = _spans(text, at, written[:end])
        return Opener(
            start=at,
            end=spans[-1][1],
            text=text[at : spans[-1][1]],
            phrase=" ".join(words[:end] if adverb < 0 else words[:adverb] + words[adverb + 1 : end]),
            entry=found.entry if found else None,
            adverb=words[adverb] if adverb >= 0 else "",
            adverb_start=spans[adverb][0] if adverb >= 0 else -1,
            adverb_first=0 <= adverb < verb,
            italic=italic,
        )

    def _first_words(self, text: str, at: int) -> list[str]:
        """The words that begin at an offset with nothing but blanks between them; an adverb of several is one."""
        written = _first_words(text, at)
        if not self._long_adverbs:
            return written
        spans = _spans(text, at, written)
        joined: list[str] = []
        index = 0
        while index < len(written):
            rest = [word.lower() for word in written[index : index + _MOST_WORDS]]
            size = next((len(adverb) for adverb in self._long_adverbs if rest[: len(adverb)] == adverb), 1)
            # Only where one blank stands between, so that its length is that of the adverb in the lexicon.
            word = text[spans[index][0] : spans[index + size - 1][1]]
            if len(word) != len(" ".join(written[index : index + size])):
                word, size = written[index], 1
            joined.append(word)
            index += size
        return joined

    def _lowered(self, words: Sequence[str]) -> list[str]:
        """Words in small letters, with single blanks inside them."""
        if not self._long_adverbs:
            return " ".join(words).lower().split()
        return [" ".join(word.lower().split()) for word in words]

    def _begins_object(self, text: str, written: Sequence[str], at: int) -> bool:
        """Whether the word of this number begins an object or a clause: a name, or one of the words that do."""
        following = written[at : at + 1] or _WORD.findall(text[_spans(text, 0, written[:at])[-1][1] :])[:1]
        return bool(following) and (following[0].lower() in self._objects or not following[0][0].islower())

    def _single(self, folded: Folded, at: int) -> Opener | None:
        """The opener that is one word of the lexicon, where its neighbour shows that it is no other; most are so."""
        first, second, *_ = (*folded.text[at : at + _PAIR].split(None, 2), "", "")
        head = self._head(first.lower()) if first.isalpha() and second.isalpha() else None
        if head is None or head.alone is None or head.is_adverb or second.lower() in head.seconds:
            return None
        end = at + len(first)
        italic = _italic(folded, at)
        if italic and italic[1] > end + 1:
            return None
        return Opener(at, end, first, first.lower(), head.alone, "", -1, False, italic)

    def _end(self, words: list[str], found: OpenerMatch | None, inside: int) -> int:
        """How many words the opener has: the lexicon's phrase, or the italics where they say more of the same kind.

        `inside` is how many of the words stand wholly in italics.
        """
        if found is None:
            while inside > 1 and words[inside - 1] in self.complements:
                inside -= 1
            return max(inside, 1)
        extra = words[found.end : inside]
        if not extra or len(extra) > _EXTENSION or extra[0] in found.entry.complements:
            return found.end
        if not all(word in self.words for word in extra):
            return found.end
        while extra and extra[-1] in self.complements:
            extra.pop()
        return found.end + len(extra)


def without_aside(line: str) -> str:
    """A line without the abbreviation, or place and year, in parentheses at its end: "The Security Council (SC),"."""
    return _ASIDE.sub("", line) if ")" in line[-3:] else line


def _italic(folded: Folded, at: int) -> tuple[int, int] | None:
    """The italics in which an offset stands."""
    for run in folded.emphasis:
        if run.start <= at < run.end and run.style == "italic":
            return run.start, run.end
    return None


def _first_words(text: str, at: int) -> list[str]:
    """The words that begin at an offset with nothing but blanks between them; no opener in print has more."""
    words = text[at:].split(None, _MOST_WORDS)[:_MOST_WORDS]
    for number, word in enumerate(words):
        # `_WORD` is slow, and plain letters are all that most words have.
        if not word.isalpha():
            found = _WORD.match(word)
            if found is None or found.end() < len(word):
                return [*words[:number], *([found[0]] if found else ())]
    return words


def _spans(text: str, at: int, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand that begin at an offset with nothing but blanks between them."""
    spans = []
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at))
    return spans


def _whole_words(text: str, at: int, words: Sequence[str], end: int) -> int:
    """How many of such words end at an offset or before it."""
    for count, word in enumerate(words):
        at = text.index(word, at) + len(word)
        if at > end:
            return count
    return len(words)


def _united(patterns: tuple[re.Pattern[str], ...]) -> tuple[re.Pattern[str], ...]:
    """Fewer patterns that match where one of these does: those without groups and flags can be tried together."""
    plain = [one.pattern for one in patterns if not one.groups and one.flags == re.UNICODE]
    others = [one for one in patterns if one.groups or one.flags != re.UNICODE]
    return (lazy("|".join(f"(?:{pattern})" for pattern in plain)), *others) if plain else patterns


_made: dict[int, tuple[Vocabulary, Lexicon]] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary; one and the same for the vocabularies that were asked about last."""
    known = _made.pop(id(vocabulary), None)
    if known is None:
        if len(_made) >= _MOST_LEXICONS:
            forget_oldest(_made)
        known = vocabulary, Lexicon(vocabulary)
    _made[id(vocabulary)] = known
    return known[1]


Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def remembered(
    most: int,
) -> Callable[[Callable[Concatenate[str, Lexicon, Rest], Result]], Callable[Concatenate[str, Lexicon, Rest], Result]]:
    """Makes a pure function of a text and a lexicon remember so many answers, as long as the lexicon lives."""

    def decorate(
        function: Callable[Concatenate[str, Lexicon, Rest], Result],
    ) -> Callable[Concatenate[str, Lexicon, Rest], Result]:
        plain = cast("Callable[..., Result]", function)

        def ask(text: str, lexicon: Lexicon, /, *args: Any) -> Result:
            def remembering() -> Callable[..., Result]:
                def answer(text: str, /, *args: Any) -> Result:
                    return plain(text, lexicon, *args)

                return lru_cache(maxsize=most)(answer)

            return lexicon.memo.once(function, remembering)(text, *args)

        # What else it takes is given by position: names cost time with every question.
        return cast("Callable[Concatenate[str, Lexicon, Rest], Result]", ask)

    return decorate
