"""The figures of a draft: words, paragraphs, openers, citations, the longest paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..text.record import NamedTuple, dataclass

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from ..engine.language.citations import CitationWords
    from ..engine.mandates import MandateWords

LONGEST = 5
"""So many of the longest paragraphs are named."""
_NO_MEDIANS: Mapping[str, Any] = {}
_COUNTED = ("preambular", "operative", "subparagraph", "paragraph", "annex", "note")

_NOUNS = {
    "preambular": ("preambular paragraph", "preambular paragraphs"),
    "operative": ("operative paragraph", "operative paragraphs"),
    "subparagraph": ("subparagraph", "subparagraphs"),
    "paragraph": ("other paragraph", "other paragraphs"),
    "annex": ("annex", "annexes"),
    "note": ("footnote", "footnotes"),
}

REPORT = "report"
"""The deliverable of the lexicon `mandate-slots` that is counted."""
_UNSEEN = frozenset({"document", "resolution", "comment", "page-line", "front-matter", "separator"})


class MeasuredParagraph(NamedTuple):
    """A paragraph: its one-based line, its number or letter, the words it begins with, and how many it has."""

    line: int
    label: str
    kind: str
    begins: str
    words: int


class Counts(NamedTuple):
    """How many words a node has, and how many paragraphs of each kind."""

    words: int
    """Words in print: of headings, paragraphs and footnotes, without labels, comments and page lines."""
    kinds: Mapping[str, int]


class Usual(NamedTuple):
    """The medians of so many adopted texts of a body and, where it is not 0, of a session of the General Assembly."""

    body: str
    session: int
    texts: int
    words: int
    preambular: int
    operative: int
    reports: int
    years: str = ""
    """The years of texts that are of no session, "" where nothing says them."""

    @property
    def of(self) -> str:
        """Whose texts they are: “General Assembly, session 78”."""
        when = f"session {self.session}" if self.session else self.years
        return f"{self.body}, {when}" if when else self.body


@dataclass(frozen=True, slots=True)
class Measures:
    """The counts of one draft."""

    path: str
    words: int
    """As in `Counts`."""
    kinds: Mapping[str, int]
    """How many paragraphs there are of each kind."""
    openers: Mapping[str, int]
    """How often each opener is used, the most frequent first."""
    citations: Mapping[str, int]
    """How often each resolution or decision is cited, in order of their first mention."""
    paragraphs: Sequence[MeasuredParagraph]
    """The preambular and operative paragraphs with what is below them, in order of the text."""
    bracketed: int = 0
    """How many brackets, remarks and struck passages are left to settle in a text under negotiation."""
    reports: int = 0
    """How many requests ask for a report."""
    usual: Usual | None = None
    """The medians of adopted texts to show beside these counts; None where none are known."""

    def longest(self) -> list[MeasuredParagraph]:
        """The longest paragraphs, the longest first."""
        return sorted(self.paragraphs, key=lambda each: -each.words)[:LONGEST]

    def data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "path": self.path,
            "words": self.words,
            "paragraphs": dict(self.kinds),
            "openers": dict(self.openers),
            "citations": dict(self.citations),
            "bracketed": self.bracketed,
            "reports": self.reports,
            "usual": self.usual and self.usual._asdict(),
            "longest": [each._asdict() for each in self.longest()],
        }


def plural(kind: str, count: int) -> str:
    """The name of so many paragraphs of a kind."""
    one, several = _NOUNS[kind]
    return one if count == 1 else several


def measure(
    path: str,
    draft: Draft,
    citations: CitationWords | None,
    mandates: MandateWords | None = None,
    medians: Mapping[str, Any] = _NO_MEDIANS,
    session: int = 0,
) -> Measures:
    """Count in a draft.

    `citations` and `mandates` are the words of its rules for these, None where they have none. `medians` is the lexicon
    of that name, of which those of the session nearest to `session` are shown.
    """
    words, kinds = count(draft, draft.root)
    openers = Counter(
        opener.phrase for node in draft.nodes("preambular", "operative") if (opener := draft.opener(node)) is not None
    )
    return Measures(
        path=path,
        words=words,
        kinds=kinds,
        openers=dict(sorted(openers.items(), key=lambda item: (-item[1], item[0]))),
        citations=dict(Counter(_cited(draft, citations))) if citations else {},
        paragraphs=[_paragraph(draft, node) for node in draft.nodes("preambular", "operative")],
        bracketed=len(draft.bracketed),
        reports=_reports(draft, mandates) if mandates else 0,
        usual=usual(next(iter(draft.organs), ""), session, medians),
    )


def usual(body: str, session: int, medians: Mapping[str, Any]) -> Usual | None:
    """The medians of the texts of a body, of the session nearest to one of them; None where none are known."""
    known: Mapping[str, Mapping[str, Any]] = (medians.get("medians") or {}).get(body) or {}
    sessions = {int(each): figures for each, figures in known.items() if each.isdecimal()}
    if not sessions:
        return None
    nearest = min(sessions, key=lambda each: (abs(each - session), each)) if session else max(sessions)
    figures = {name: value for name, value in sessions[nearest].items() if value is not None}
    return Usual(body, nearest, **figures)


def _reports(draft: Draft, words: MandateWords) -> int:
    from ..engine.mandates import mandates_of

    return sum(any(each.kind == REPORT for each in one.asked.deliverables) for one in mandates_of(draft, words))


def count(draft: Draft, node: Node) -> Counts:
    """Count in a node and all below it."""
    nodes = list(node.walk())
    kinds: Counter[str] = Counter(each.kind for each in nodes)
    words = sum(_words(draft, each) for each in nodes if each.kind not in _UNSEEN)
    return Counts(words, {kind: kinds[kind] for kind in _COUNTED if kinds[kind]})


def _words(draft: Draft, node: Node) -> int:
    return len(draft.view(node).text.split()) if node.body else 0


def _paragraph(draft: Draft, node: Node) -> MeasuredParagraph:
    below = (each for each in node.walk() if each.kind not in {"note", "comment", "page-line"})
    begins = " ".join(draft.view(node).text.split()[:6])
    line = draft.text.line_of(node.span.start) + 1
    return MeasuredParagraph(line, node.label, node.kind, begins, sum(_words(draft, each) for each in below))


def _cited(draft: Draft, words: CitationWords) -> Iterator[str]:
    for node in draft.nodes():
        if node.body and node.kind not in {"comment", "front-matter", "page-line"}:
            for citation in words.scan(draft.view(node).text):
                yield from (f"{citation.kind} {item.number}" for item in citation.items)
