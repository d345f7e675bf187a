"""The grammar of the language in which resolutions are written, as far as the parser and the checks ask it.

It is data: the lexicon `grammar` of a pack. A language about which nothing is said has no forms and no sides, and what
needs them finds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..text.record import dataclass, field

Form = Literal["participle", "finite"]
"""How an opener is formed: a preambular "Recalling" or an operative "Recalls"."""

Side = Literal["before", "after", ""]
"""Where something stands beside something else; "" where nobody says."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of writing that hold for all resolutions in one language."""

    forms: Mapping[str, Form] = field(default_factory=dict)
    """The form that opens a paragraph, by the kind of paragraph."""
    adverbs: Mapping[str, Side] = field(default_factory=dict)
    """The side of the opener on which its sequence adverb stands, by the kind of paragraph."""
    attributes: frozenset[str] = frozenset()
    """The sequence adverbs that may as well be the attribute of a noun: "further work"."""
    articles: tuple[str, ...] = ()
    """The words before the name of an organ, in small letters, with their space: "the ", "l’"."""
    note_marker: Side = ""
    """The side of a punctuation mark on which the marker of a footnote stands."""
    note_marks: str = ""
    """The punctuation marks beside which it does."""
    labels: tuple[str, ...] = ()
    """How subparagraphs are labelled, level by level, with `{}` for the letter or numeral: "({})"."""
    firsts: tuple[str, ...] = ()
    """The letter or numeral of the first one of each level: "a", "i", "1"."""
    capitals: Mapping[str, str] = field(default_factory=dict)
    """By the kind of paragraph "all" where the verb that opens it is written in capitals throughout: "URGES"."""
    address: bool = True
    """Whether a whole text has the name of its organ on a line of its own."""
    joints: tuple[str, ...] = ()
    """The words, in small letters, that join another verb to the opener: "and", "and in this regard"."""
    tails: tuple[str, ...] = ()
    """The words, in small letters, that may follow the last mark of a paragraph: "and", "be it further"."""
    spaced: str = ""
    """The punctuation marks that have a no-break space before them."""
    quotation_marks: tuple[tuple[str, str], ...] = ()
    """The marks that open and close a quotation; those that print uses first."""

    def form(self, kind: str) -> Form | None:
        """The form that opens a paragraph of a kind; None where any does."""
        return self.forms.get(kind)

    def adverb(self, kind: str) -> Side:
        """The side of the opener on which the sequence adverb of a kind of paragraph stands."""
        return self.adverbs.get(kind, "")

    def adverb_of(self, form: Form) -> Side:
        """The same for the kind of paragraph that openers of a form open."""
        return next((self.adverb(kind) for kind, own in self.forms.items() if own == form), "")

    def without_article(self, words: str) -> str:
        """Words without the article that they begin with."""
        lower = words.lower()
        found = next((article for article in self.articles if lower.startswith(article)), "")
        return words[len(found) :]

    def with_article(self, name: str, short: str) -> str:
        """The name of an organ with its article, as at the head of a line; the article is that of its short form."""
        own = next((article for article in self.articles if short.startswith(article)), "")
        article = own or (self.articles[0] if len(self.articles) == 1 else "")
        return f"{article[:1].upper()}{article[1:]}{name}"

    def first_label(self, level: int) -> str:
        """The letter or numeral of the first subparagraph of a level, from 1; "" where the grammar does not say."""
        return self.firsts[level - 1] if 0 < level <= len(self.firsts) else ""

    def label(self, label: str, level: int) -> str:
        """The label of a subparagraph of a level, from 1, as running text has it: "(a)", "(iv)", "a."."""
        return self.labels[level - 1].format(label) if 0 < level <= len(self.labels) else label

    def without_tail(self, words: str) -> str:
        """Words without what may follow their last mark."""
        lower = words.lower()
        found = next((tail for tail in self.tails if lower.endswith(f" {tail}")), "")
        return words[: -len(found)].rstrip() if found else words

    def mark(self, mark: str) -> str:
        """A punctuation mark as it is written behind a word."""
        return f"\u00a0{mark}" if mark and mark in self.spaced else mark
