"""The latest resolution of the title that a draft has, and what the draft makes of its text.

The register of titles says which it is; folders that the configuration names as its `library` may have the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..register.titles import number_before, session_in, title_key, titled
from ..text.record import dataclass
from .data.library import title_of
from .language.register import register_of
from .language.session import first_session
from .mandates import mandates_of

if TYPE_CHECKING:
    from ..draft import Draft
    from ..draft.compare import ParagraphChange
    from ..register import Entry
    from .checker import Checker
    from .data.library import Library
    from .mandates import Mandate

_SEQUENCE = 5
"""Texts are compared by sequences of so many words (the measure of the facts on recurrence)."""
_ALIKE = 0.6
"""Two requests are one where so much of their words is the same."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The latest resolution of a title, and the latest of which there is a text, which may be an older one."""

    number: str
    entry: Entry | None
    """The entry of the register; None where only the library has the resolution."""
    path: Path | None
    draft: Draft | None
    of: str = ""
    """The number of the resolution that the text is of."""


@dataclass(frozen=True, slots=True)
class Succession:
    """The changes from a predecessor to a draft."""

    share: float
    """The share of the draft's sequences of five words that the predecessor has, too."""
    changes: Sequence[ParagraphChange]
    """The preambular and operative paragraphs of both, with those below them."""
    asked: Sequence[Mandate]
    """The requests that are new."""
    dropped: Sequence[Mandate]
    """The requests of the predecessor that are gone."""

    def count(self, what: str) -> int:
        """How many paragraphs were `added`, `removed`, or have other `words`."""
        return sum(what in change.what for change in self.changes)


def predecessor_of(draft: Draft, checker: Checker, library: Library | None = None) -> Predecessor | None:
    """The latest resolution of the same title, years aside, of an earlier session; None where none is known.

    Raises DamagedTable.
    """
    title = title_of(draft)
    body = next(iter(draft.organs), "")
    if not title_key(title) or not body:
        return None
    before = session_in(number_before(title)) or first_session(
        draft, checker.ruleset.lexicons, checker.settings.session
    )
    entries = titled(register_of(checker.ruleset.resources).tables, body, title, before)
    text = library.latest(title, before, draft.vocabulary) if library else None
    known = [*(each.number for each in entries[:1]), *([text.number] if text else [])]
    newest = max(map(session_in, known), default=0)
    if not newest:
        return None
    entry = next((each for each in entries if session_in(each.number) == newest), None)
    number, path, old = text or ("", None, None)
    return Predecessor(entry.number if entry else number, entry, path, old, number)


def succession(old: Draft, new: Draft, checker: Checker) -> Succession:
    """Compare a draft with its predecessor."""
    from ..draft.compare import compare

    changes = [each for each in compare(old, new) if _counts(each)]
    words = checker.mandates
    before, after = (mandates_of(each, words) if words else () for each in (old, new))
    return Succession(
        share=share_in_common(old, new),
        changes=changes,
        asked=[one for one in after if not any(_same(one, other) for other in before)],
        dropped=[one for one in before if not any(_same(one, other) for other in after)],
    )


def _counts(change: ParagraphChange) -> bool:
    one = change.new or change.old
    return one is not None and one.kind in ("preambular", "operative", "subparagraph")


def share_in_common(old: Draft, new: Draft) -> float:
    """The share of the sequences of five words of the new text that stand in the old one."""
    sequences = set(_sequences(new))
    return len(sequences & set(_sequences(old))) / len(sequences) if sequences else 0.0


def _sequences(draft: Draft) -> Iterator[tuple[str, ...]]:
    for node in draft.nodes("preambular", "operative", "subparagraph"):
        words = draft.view(node).text.casefold().split()
        yield from (tuple(words[at : at + _SEQUENCE]) for at in range(len(words) - _SEQUENCE + 1))


def _same(one: Mandate, other: Mandate) -> bool:
    """Whether two requests ask one of the same for much the same."""
    whom, those = ({name.group.casefold() for name in each.asked.addressees} for each in (one, other))
    if not whom & those:
        return False
    words, others = ({*each.asked.action.casefold().split()} for each in (one, other))
    return len(words & others) >= _ALIKE * max(len(words), len(others))
