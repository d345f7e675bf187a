"""Edits made as small as words allow, for editors whose cursor stands in the text."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import accumulate

from ...text import Edit, Span
from ...text.regex import lazy

_WORDS = lazy(r"\r\n|\s|\w+|[^\w\s]")
_MOST_WORDS = 4000
"""Of longer edits the words are not compared."""


def by_words(content: str, edits: Iterable[Edit]) -> list[Edit]:
    """The same edits, each made of the words that change alone, so that a cursor in the others stays where it is."""
    found: list[Edit] = []
    for edit in edits:
        old, new = _WORDS.findall(content[edit.span.start : edit.span.end]), _WORDS.findall(edit.text)
        if not old or not new or len(old) + len(new) > _MOST_WORDS:
            found.append(edit)
            continue
        starts = [0, *accumulate(map(len, old))]
        for tag, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                at = edit.span.start
                found.append(Edit(Span(at + starts[first], at + starts[last]), "".join(new[new_first:new_last])))
    return found
