"""Citations of resolutions and decisions in running text: whose, which numbers, of what date, under what title.

A scanner over folded words; `CitationWords.cited` remembers what it found in them. Its words ("resolutions",
"entitled", "its") and the shape of a number come from the lexicon `citations`, the bodies from `organs`, the form of a
date from `dates`, quotation marks from `grammar`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple, dataclass
from ...text.regex import lazy
from ..data.resources import shared
from ..search.search import Search
from .dates import Dates, any_of
from .grammar import Quotations, quotation

if TYPE_CHECKING:
    from ..data.resources import Resources

LEXICONS = ("citations", "organs", "dates", "grammar")


class Cited(NamedTuple):
    """One resolution of a citation; offsets into the folded words, half-open."""

    number: str
    start: int
    end: int
    """The end of the number."""
    date: str
    """"19 December 2011" as written, "" without one."""
    date_end: int
    """The end of the date, or of the number where there is none."""
    title: str
    """The words between the quotation marks, "" without a title."""
    title_end: int
    """The end of the closing quotation mark, or `date_end` where there is no title."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: the body, "resolution" or "decision", and what is cited."""

    start: int
    """Where it begins: at the body, at "its", or at the kind."""
    end: int
    kind: str
    """The lexicon's name of the kind: "resolution", "decision"."""
    kind_start: int
    body: str
    """The full name of the body before the kind, "" where none stands there."""
    own: bool
    """Whether it says "its resolution"."""
    items: tuple[Cited, ...]


class CitationWords:
    """The patterns of citations, made from the lexicons `citations`, `organs`, `dates` and `grammar`."""

    def __init__(
        self,
        citations: Mapping[str, Any],
        organs: Mapping[str, Any],
        dates: Mapping[str, Any],
        grammar: Mapping[str, Any],
    ) -> None:
        self.kinds: dict[str, str] = {
            str(form): str(kind) for kind, forms in citations["kinds"].items() for form in forms
        }
        self.kind = next(iter(self.kinds.values()), "")
        """The kind that is meant where none is named: the first of the lexicon."""
        self.own = tuple(str(word) for word in citations["own"])
        self.quotations = shared(Quotations, grammar)
        """Spans of the words in quotation marks, for those who leave them alone."""
        self.body_first = citations.get("body") == "before"
        """Whether a citation begins with the body: "General Assembly resolution 66/181"."""
        self.bodies = tuple(sorted((str(name) for name in organs["organs"]), key=len, reverse=True))
        entitled, dated = any_of(citations["entitled"]), any_of(citations["dated"])
        on = any_of(citations["descriptive"])
        joint = any_of(citations["joint"])
        kinds = any_of(self.kinds)
        day = shared(Dates, dates).pattern
        number = str(citations["number"])
        # Square brackets stand around words that are not decided yet: [resolution 66/181], resolution [66/181].
        following = rf"\[?(?={number}(?:[ ,;.:)\]]|$))"
        self.head = lazy(rf"(?P<kind>{kinds}) {following}")
        """Where the word for what is cited begins, if a word begins there: to its letters a search can run ahead."""
        self._speakers = {
            f"{name} ": name in self.bodies
            for name in sorted((*self.own, *(self.bodies if self.body_first else ())), key=len, reverse=True)
        }
        """The words that may stand before it, with a space, the longest first, and whether each is a body."""
        self._spoken = tuple(self._speakers)
        title = rf"(?P<comma>,)? (?P<by>{entitled}|{on}) (?P<quoted>{quotation('title', grammar)})"
        parts = any_of(citations.get("parts") or ())
        part = rf"(?:,? (?:{parts}) [IVXLC]+,?)?" if parts else ""
        self.item = lazy(rf"(?P<number>{number})(?:{part}\]? (?:{dated}) (?P<date>{day}))?")
        self.title = lazy(title)
        self.joint = lazy(rf"\]?,? (?:(?:{joint}) )?{following}")
        self.joining = frozenset(str(word) for word in citations["joint"])
        self.entitled = tuple(str(word) for word in citations["entitled"])
        self.descriptive = tuple(str(word) for word in citations["descriptive"])

        self.keywords = frozenset(f"{form.lower()} " for form in self.kinds)
        self.cited: Search[tuple[Citation, ...]] = Search(
            lambda wording: tuple(self._scan(wording.text)), keywords=self.keywords
        )

    @classmethod
    def shared(cls, resources: Resources) -> CitationWords:
        """The one of the lexicons in force. Raises MissingLexicon."""
        return shared(cls, *(resources.lexicon(name) for name in LEXICONS))

    def scan(self, text: str) -> tuple[Citation, ...]:
        """The citations in folded words, in their order."""
        return tuple(self._scan(text))

    def _scan(self, text: str) -> Iterator[Citation]:
        for head in self.head.finditer(text):
            at = head.start()
            items = () if _in_word(text, at) else tuple(self._items(text, head.end()))
            if items:
                speaker = self._speaker(text, at)
                body = speaker if self._speakers.get(f"{speaker} ") else ""
                start = at - len(speaker) - 1 if speaker else at
                kind = self.kinds[head["kind"]]
                yield Citation(start, items[-1].title_end, kind, at, body, bool(speaker and not body), items)

    def _speaker(self, text: str, at: int) -> str:
        """The body, or the word for the one that speaks, that stands before an offset with a blank; "" for none."""
        if text.endswith(self._spoken, 0, at):
            for name in self._spoken:
                start = at - len(name)
                if start >= 0 and text.startswith(name, start) and not _in_word(text, start):
                    return name[:-1]
        return ""

    def _items(self, text: str, at: int) -> Iterator[Cited]:
        while found := self.item.match(text, at):
            end = date_end = title_end = found.end("number")
            if found["date"]:
                date_end = title_end = found.end()
            title = ""
            if quoted := self.title.match(text, date_end):
                title, title_end = quoted["title"], quoted.end()
            yield Cited(found["number"], found.start(), end, found["date"] or "", date_end, title, title_end)
            joint = self.joint.match(text, title_end)
            if joint is None:
                return
            at = joint.end()


def _in_word(text: str, at: int) -> bool:
    """Whether a letter or a digit stands before an offset."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")
