"""Shared by the tests of the structural kinds: a lexicon of our own, and a way to run a kind over a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from reslint.draft import Draft, parse
from reslint.engine.checks import check_class
from reslint.engine.data.check import Match
from reslint.engine.data.context import Context
from reslint.engine.data.resources import Resources
from reslint.engine.language.vocabulary import build_vocabulary
from reslint.text import Text, apply_edits

LEXICONS: dict[str, Any] = {
    "openers": {
        "participle": {
            "Recalling": {"counterpart": "Recalls"},
            "Noting": {"counterpart": "Notes"},
            "Noting with concern": {"counterpart": "Notes with concern"},
            "Mindful": {"complements": ["of", "that"]},
            "Taking note": {"counterpart": "Takes note", "complements": ["of", "with"]},
            "Welcoming": {"counterpart": "Welcomes"},
        },
        "finite": {
            "Recalls": {"counterpart": "Recalling"},
            "Notes": {"counterpart": "Noting"},
            "Welcomes": {"counterpart": "Welcoming"},
            "Takes note": {"counterpart": "Taking note", "complements": ["of", "with"]},
            "Takes note with appreciation": {"complements": ["of"]},
            "Requests": {"directive": True},
            "Invites": {"directive": True},
            "Encourages": {"directive": True},
            "Calls upon": {"directive": True},
            "Appeals": {"directive": True, "complements": ["to"]},
            "Calls for": {},
            "Decides": {"complements": ["to", "that"]},
        },
        "sequence": ["also", "further"],
        "strengthening": ["strongly", "once again"],
    },
    "organs": {
        "organs": {
            "General Assembly": {"short": "the Assembly", "numbers": [r"\d{2}/\d{1,3}"]},
            "Economic and Social Council": {"short": "the Council", "numbers": [r"\d{4}/\d{1,3}"]},
            "Human Rights Council": {"short": "the Council", "numbers": [r"\d{1,2}/\d{1,3}"]},
        },
        "patterns": [],
    },
    "dates": {"months": ["May", "July", "December"], "date": "{day} {month} {year}", "month": "{month} {year}"},
    "citations": {
        "kinds": {"resolution": ["resolution", "resolutions"], "decision": ["decision", "decisions"]},
        "own": ["its"],
        "entitled": ["entitled"],
        "descriptive": ["on"],
        "dated": ["of"],
        "joint": ["and", "to"],
        "body": "before",
        "number": r"(?:[A-Z]{1,3}[.-])?(?:\d+(?:\.\d+)*|[IVX]+)(?:/(?:\d+(?:\.\d+)*|[A-Z]{2,3}\.\d+|"
        r"\[[^\]]{0,20}\]|_+))?(?: [A-Z](?= (?:to|and|of|\()|[,;.:\]]|$))?(?: \((?:\d{4}|(?:E?S-)?[IVXLC]+)\))?",
    },
    "references": {
        "paragraph": r"paragraphs? (?P<labels>\d+(?: \([a-z]\))*(?:(?:, | and )\d+(?: \([a-z]\))*)*) "
        r"(?:(?P<above>above)|(?P<below>below)|of the present resolution)",
        "subparagraph": r"subparagraphs? (?P<labels>\([a-z]\)(?: and \([a-z]\))*) (?P<above>above)",
        "number": r"\d+(?P<letters>(?: ?\([a-z]+\))*)",
        "letter": r"\((?P<letter>[a-z]+)\)",
    },
    "addressees": {
        "end": r",|(?<!arties) to\b",
        "aside": r"(?:in|as|within)\b",
        "drop": ["the", "all"],
        "object": ["the", "its", "that"],
        "short": ["office"],
        "head-end": ["of", "on", "for"],
    },
    "grammar": {
        "forms": {"preambular": "participle", "operative": "finite"},
        "adverb": {"preambular": "after", "operative": "before"},
        "attributes": ["also", "further"],
        "articles": ["the"],
        "labels": ["(a)", "(i)", "a.", "i."],
        "note-marker": {"side": "after", "marks": [",", ";", ":", "."]},
        "quotation-marks": {"“": "”", '"': '"'},
    },
    "layout": {"part": [r"([IVXL]+)$"]},
    "inflections": {
        "endings": {"ied": ["ies"], "ed": ["s", "es"], "e": ["es"], "": ["s", "es"]},
        "irregular": {"took": ["takes"]},
        "before": ["we", "shall", "to"],
        "phrases": {"mind": "Mindful"},
        "after-noun": ["for", "of"],
    },
}


@dataclass(frozen=True)
class Report:
    """The matches of a check in a draft."""

    draft: Draft
    matches: tuple[Match, ...]

    @property
    def found(self) -> list[str]:
        """The reported words."""
        return [self.draft.text.slice(match.span) for match in self.matches]

    @property
    def related(self) -> list[str]:
        """The words at the other places that the findings speak of, "" for none."""
        return [self.draft.text.slice(match.related) if match.related else "" for match in self.matches]

    @property
    def fixed(self) -> str:
        """The draft with the edits of all matches made."""
        return apply_edits(self.draft.text.content, [edit for match in self.matches for edit in match.edits])

    def values(self, name: str) -> list[str]:
        return [match.values[name] for match in self.matches]


@pytest.fixture(scope="session")
def draft_of() -> Callable[[str], Draft]:
    vocabulary = build_vocabulary(LEXICONS)
    return lambda words: parse(Text(words), vocabulary, forced=True)


@pytest.fixture(scope="session")
def report(draft_of: Callable[[str], Draft]) -> Callable[..., Report]:
    """Run a kind over the nodes of some kinds in a draft."""

    def run(kind: str, words: str, of: Iterable[str] = ("preambular", "operative"), **options: Any) -> Report:
        draft = draft_of(words)
        found = check_class(kind)
        options = {name.rstrip("_").replace("_", "-"): value for name, value in options.items()}
        assert list(found.OPTIONS.issues(options)) == []
        check = found(found.OPTIONS.fill(options), Resources(LEXICONS))
        nodes = [draft.root] if list(of) == ["document"] else draft.nodes(*of)
        matches = tuple(check.run(nodes, draft, Context()))
        for match in matches:
            assert set(match.values) <= found.VALUES
        return Report(draft, matches)

    return run
