"""Openers and what is wrong with them: what the kinds `opener-…` share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ...text import Edit
from ..data.check import Match
from ..language.openings import Opening, Word, like, opening_of, openings, words
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, OpenerEntry, Vocabulary
    from ...draft.wording import Wording
    from ..data.resources import Resources


class OpenerQuestion:
    """Asks one question of the openers of some nodes.

    `may_be_wrong` says of most openers quickly that nothing is wrong; `matches` yields what is.
    """

    def __init__(self, resources: Resources) -> None:
        self._wrong = Search(self._is_wrong, kinds=resources.kinds)

    def may_be_wrong(self, opener: Opener, wording: Wording) -> bool:  # noqa: ARG002 others look
        """Whether anything may be wrong with an opener."""
        return True

    def matches(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        """The match for an opening; an edit changes only the words that are wrong."""
        raise NotImplementedError

    def among(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Match]:
        """The wrong openers of these nodes, in the order of the text."""
        for _, opening in openings((node for node, _ in self._wrong.among(nodes, draft)), draft):
            yield from self.matches(opening, draft.vocabulary)

    def _is_wrong(self, wording: Wording) -> bool:
        """Whether there is something to report of a paragraph with these words."""
        opener = wording.opener
        if opener is None or not self.may_be_wrong(opener, wording):
            return False
        opening = opening_of(wording)
        return opening is not None and any(True for _ in self.matches(opening, wording.vocabulary))


def forbidden_phrases(name: str, resources: Resources) -> Mapping[str, str]:
    """The phrases of a lexicon in lower case, with what to write instead; "" where it does not say."""
    data = resources.lexicon(name)
    phrases = data.get(name, data) if isinstance(data, Mapping) else data
    right = phrases if isinstance(phrases, Mapping) else dict.fromkeys(phrases, "")
    return {str(phrase).lower(): str(other or "") for phrase, other in right.items()}


def verb_words(opening: Opening, vocabulary: Vocabulary) -> list[Word]:
    """The first words of a paragraph from its verb on, without the adverbs before it and in one clause."""
    text = opening.view.text
    found = words(text, opening.opener.start, limit=8)
    if found and text[found[0].end : found[0].end + 1] == "," and found[0].text.lower() in vocabulary.sequence_adverbs:
        close = text.find(",", found[0].end + 1)  # "Also, in this regard, calls upon": the verb follows the aside
        found = words(text, close + 1, limit=8) if close >= 0 else found
    adverbs = sorted((*vocabulary.sequence_adverbs, *vocabulary.strengthening_adverbs), key=len, reverse=True)
    while found:
        for adverb in adverbs:
            size = len(adverb.split())
            if [word.text.lower() for word in found[:size]] == adverb.split() and len(found) > size:
                found = found[size:]
                break
        else:
            break
    return found


def longest(written: Sequence[Word], vocabulary: Vocabulary) -> OpenerEntry | None:
    """The longest opener of the lexicon that these words begin with."""
    lower = [word.text.lower() for word in written]
    for entry in vocabulary.openers.get(lower[0], ()):
        phrase = entry.phrase.lower().split()
        if lower[: len(phrase)] == phrase:
            return entry
    return None


def swapped(written: Sequence[Word], swap: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The word that makes the second of these words right, "" when none is known to."""
    if len(written) < 2 or not (right := swap.get(written[1].text.lower(), "")):
        return ""
    phrase = f"{written[0].text} {right}".lower()
    known = vocabulary.openers.get(written[0].text.lower(), ())
    return right if any(entry.phrase.lower() == phrase for entry in known) else ""


def rewording(opening: Opening, written: Sequence[Word], right: Sequence[str]) -> Match:
    """A match for an opener that should be made of other words; it has edits where the words pair off."""
    view = opening.view
    start, end = written[0].start, written[-1].end
    found = view.text[opening.opener.start : max(end, opening.opener.start)]
    if len(right) != len(written):
        return Match(view.span(start, end), {"found": found, "expected": " ".join(right), "fixed": " ".join(right)})
    new = [like(word.text, other) for word, other in zip(written, right, strict=True)]
    edits = _edits(opening, written, new)
    values = {"found": found, "expected": " ".join(right), "fixed": " ".join(new)}
    return Match(view.span(start, end), values, edits)


def _edits(opening: Opening, written: Sequence[Word], right: Sequence[str]) -> tuple[Edit, ...]:
    pairs = zip(written, right, strict=True)
    return tuple(Edit(opening.view.span(old.start, old.end), new) for old, new in pairs if old.text != new)


def changes(opening: Opening, written: Sequence[Word], right: Sequence[str]) -> Iterator[Match]:
    """A match from the first to the last word that is to change, none when all are right."""
    wrong = [(old, new) for old, new in zip(written, right, strict=True) if old.text != new]
    if not wrong:
        return
    view = opening.view
    start, end = wrong[0][0].start, wrong[-1][0].end
    fixed = " ".join(new for old, new in zip(written, right, strict=True) if start <= old.start < end)
    values = {"found": view.text[start:end], "expected": fixed, "fixed": fixed}
    yield Match(view.span(start, end), values, _edits(opening, written, right))
