"""Openers at the start of a paragraph, with the adverb that the paragraph before calls for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..engine.language.sequence import with_adverb
from ..text import Span
from ..text.record import NamedTuple
from ..text.regex import lazy
from .cursor import Cursor, italic_mark
from .numbers import next_label
from .proposal import Proposal

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from ..engine.language.sequence import SequenceOpener
    from .sources import Sources

_WORD = r"[^\W\d_][^\W\d_’'\-]*"
_TYPED = lazy(rf"(?P<mark>\*{{1,3}}|_{{1,3}})?(?P<words>(?:{_WORD}(?: {_WORD})* ?)?)\Z")


class Start(NamedTuple):
    """The start of a paragraph that is being typed."""

    kind: str
    """ "preambular" or "operative"."""
    given: str
    """The italic mark that was typed."""
    mark: str
    """The italic mark to be written: the one typed, or the draft's own."""
    words: str
    """The part of the opener that has been typed."""
    span: Span
    """From the mark to the place, with a closing mark that an editor has put behind it."""
    label: str
    """The number that has to be written first; "" where it stands there or none is due."""
    before: Node | None
    """The paragraph of the same kind right before it."""

    def written(self, name: str) -> str:
        """An opener as it is written here: with its number and in italics."""
        return f"{self.label}{self.mark}{name}{self.mark}"


def starts(cursor: Cursor) -> list[Start]:
    """The paragraphs that may be begun at a place, the likelier first; none where no paragraph begins."""
    content = cursor.draft.text.content
    if not cursor.begins or cursor.offset < cursor.start:
        return []
    typed = _TYPED.match(content[cursor.start : cursor.offset])
    if typed is None:
        return []
    given = typed["mark"] or ""
    end = cursor.offset
    if given and content.startswith(given, end):
        end += len(given)
    elif content[end : cursor.line.end].strip():
        return []
    span = Span(cursor.start, end)
    mark = given or italic_mark(cursor.draft)
    found = []
    for kind in _kinds(cursor):
        label = next_label(cursor) if kind == "operative" and cursor.label is None and not given else ""
        found.append(Start(kind, given, mark, typed["words"], span, label, _neighbour(cursor, kind)))
    return found


def _kinds(cursor: Cursor) -> tuple[str, ...]:
    """Which paragraphs may begin at a place, the likelier first."""
    if cursor.label is not None:
        return ("operative",) if cursor.node is not None and cursor.node.kind == "operative" else ()
    if cursor.node is not None and cursor.node.kind not in {"preambular", "operative", "heading", "paragraph"}:
        return ()
    before = cursor.before
    holders = {each.kind for each in cursor.draft.ancestors(before)} if before is not None else set()
    if before is None or {"annex", "declaration"} & {before.kind, *holders}:
        return ()
    if before.kind == "heading" and not cursor.draft.nodes("enacting-line"):
        return ()  # still in what stands above the resolution
    following = cursor.following
    if before.kind in {"enacting-line", "preambular", "part"}:
        later = following is not None and cursor.draft.organ(following) is cursor.draft.organ(before)
        if later and following is not None and following.kind == "preambular":
            return ("preambular",)
        return ("preambular", "operative") if before.kind != "enacting-line" or not later else ("preambular",)
    # Below a heading a part may begin, with a preamble of its own.
    return {"operative": ("operative",), "subparagraph": ("operative",), "heading": ("operative", "preambular")}.get(
        before.kind, ()
    )


def _neighbour(cursor: Cursor, kind: str) -> Node | None:
    """The last paragraph of a kind above the line, if no heading, part or other paragraph stands between."""
    draft: Draft = cursor.draft
    before = cursor.before
    if before is not None and before.kind == "subparagraph":
        before = next((each for each in draft.ancestors(before) if each.kind in {"preambular", "operative"}), None)
    return before if before is not None and before.kind == kind else None


def propose_openers(start: Start, cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The openers that begin with what has been typed, the ones used most first.

    The opener of the paragraph before comes with its adverb. Where it speaks to somebody it also comes without: to
    somebody else it speaks again.
    """
    place = place_before(start, cursor.draft, sources)
    for entry in sources.opening(start.kind):
        key = entry.phrase.lower()
        adverb = ""
        if place is not None and sources.sequences is not None and place.key == key:
            adverb = sources.sequences.adverb(sources.sequences.next_step(place, key, None, directive=False))
        names = [with_adverb(entry.phrase, adverb, sources.vocabulary.grammar.adverb(start.kind))]
        if entry.directive and adverb:
            names.append(entry.phrase)
        for name in names:
            typed = _begun(name, entry.phrase, start.words.lower())
            if typed:
                whom = "to the same addressee" if name != entry.phrase else "to another addressee"
                detail = whom if entry.directive and adverb else ""
                yield Proposal(
                    "opener",
                    name,
                    start.span,
                    start.written(name),
                    typed=f"{start.given}{typed}",
                    detail=detail,
                    about=("opener", entry.form, entry.phrase),
                )


def place_before(start: Start, draft: Draft, sources: Sources) -> SequenceOpener | None:
    """The opener of the paragraph before; None where there is none that opens as openers do."""
    if start.before is None or sources.sequences is None:
        return None
    return sources.sequences.of_node(start.before, draft)


def _begun(name: str, phrase: str, wanted: str) -> str:
    """The words that begin with what was typed: the whole opener, or the phrase without its adverb; "" for none."""
    return next((words for words in (name, phrase) if words.lower().startswith(wanted)), "")
