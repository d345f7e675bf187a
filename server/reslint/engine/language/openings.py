"""The opening of a paragraph: the words of its opener, for whoever looks at them (checks, proposals, the server)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ...text.regex import lazy

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, OpenerEntry, View, Vocabulary
    from ...draft.wording import Wording

_WORD = lazy(r"[^\s,;:.]+")


class Word(NamedTuple):
    """A word and its offsets in the folded words, half-open."""

    text: str
    start: int
    end: int


class Opening(NamedTuple):
    """A paragraph that opens with a phrase: its kind, its folded words, its opener and its label."""

    kind: str
    view: View
    opener: Opener
    label: str = ""


def openings(nodes: Iterable[Node], draft: Draft) -> Iterator[tuple[Node, Opening]]:
    """The nodes that have an opener, in the order given, with it."""
    for node in nodes:
        opener = draft.opener(node)
        if opener is not None:
            yield node, Opening(node.kind, draft.view(node), opener, node.label)


def opening_of(wording: Wording) -> Opening | None:
    """The opening of a paragraph with these words, wherever it stands: its positions count from its first word."""
    if wording.opener is None:
        return None
    return Opening(wording.kind, wording.alone, wording.opener)


def is_item(node: Node, draft: Draft) -> bool:
    """Whether a node is an item of a list of figures inside a paragraph.

    "11. *Approves* the agenda: / 1. Opening of the session." It follows neither the numbers nor the punctuation of
    the resolution: it has no opener and comes after a paragraph that ends with a colon. A number without words is one
    of the resolution's own that is not written yet.
    """
    if node.kind == "subparagraph":
        return node.label.isdigit()
    if node.kind != "operative" or node.is_empty or draft.opener(node) is not None:
        return False
    before = _lead(node, draft)
    if before is None or before.kind != "operative":
        return False
    shown = draft.view(before).text.rstrip()
    return shown.endswith((":", ",")) or any(child.kind == "subparagraph" for child in before.children)


def _lead(node: Node, draft: Draft) -> Node | None:
    """The nearest node before that is not an operative paragraph without an opener; each run is walked once."""
    known: dict[Node, Node | None] = draft.memo.once(_lead, dict)
    passed = [node]
    before = draft.previous(node)
    while before is not None and before not in known and before.kind == "operative" and draft.opener(before) is None:
        passed.append(before)
        before = draft.previous(before)
    lead = known.get(before, before) if before is not None else None
    known.update(dict.fromkeys(passed, lead))
    return lead


def words(text: str, start: int = 0, end: int | None = None, limit: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` without their punctuation, at most `limit` of them."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if limit is not None and len(found) >= limit:
            break
        found.append(Word(match.group(), match.start(), match.end()))
    return found


def phrase_words(opening: Opening) -> list[Word]:
    """The words of an opener without its sequence adverb."""
    opener = opening.opener
    found = words(opening.view.text, opener.start, opener.end)
    if not opener.adverb:
        return found
    adverb = range(opener.adverb_start, opener.adverb_start + len(opener.adverb))
    return [word for word in found if word.start not in adverb]


def entries(vocabulary: Vocabulary) -> Iterator[OpenerEntry]:
    """All openers of the lexicon."""
    for several in vocabulary.openers.values():
        yield from several


def like(model: str, word: str) -> str:
    """`word` with a capital where `model` has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word[:1].lower() + word[1:]
