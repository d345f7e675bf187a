"""An opener whose verb is in a form that opens no paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.record import NamedTuple
from ..data.check import Match
from ..data.resources import shared
from ..data.schema import Choice, LexiconName, Record
from ..language.inflections import made
from ..language.openings import Word, is_item, like, words
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.view import View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_READ = 8
"""Words of a paragraph that are looked at."""


class _Rewording(NamedTuple):
    """How a paragraph that opens in a wrong form should open."""

    gone: list[Word]
    changed: list[Word]
    right: tuple[str, ...]
    """The right forms of the words that change, in small letters."""
    drops_adverb: bool


class InflectionCheck:
    """Asks whether the opener of a paragraph is a known one in another form: "Welcome", "Noted", "Shall request".

    Openers in the form that belongs to the other kind of paragraph ("Recalls" in the preamble) are for `opener-form`.
    """

    KIND: ClassVar[str] = "inflection"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName(
                "How the third person of a verb follows from its other forms.", "inflections", default="inflections"
            ),
            "italic": Choice(
                ["set", "unset", "either"], "Whether the first word of the paragraph is in italics.", default="either"
            ),
        },
        "An opener whose verb is in a form that opens no paragraph.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._inflections = shared(made, resources.lexicon(options["lexicon"]))
        self._italic = options["italic"]
        self._wrong = Search(self._match, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers in a wrong form; the edits leave out what stands before the verb and change the verb."""
        for node, rewording in self._wrong.among(nodes, draft):
            if rewording is not None and not is_item(node, draft):
                yield _match_of(draft.view(node), rewording)

    def _match(self, wording: Wording) -> _Rewording | None:
        form, opener = wording.vocabulary.grammar.form(wording.kind), wording.opener
        if form is None or (opener is not None and opener.entry is not None):
            return None
        italic = opener is not None and opener.italic is not None
        if self._italic != "either" and italic != (self._italic == "set"):
            return None
        written = words(wording.text, limit=_READ)
        found = self._inflections.wrong([word.text.lower() for word in written], form, wording.vocabulary)
        if found is None or not written[0].text[:1].isupper():
            return None
        following = written[found.end].text.lower() if found.end < len(written) else ""
        if not italic and found.alone and (not following or following in self._inflections.after_noun):
            return None
        split = max(found.end - len(found.right), found.first)
        return _Rewording(written[found.first : split], written[split : found.end], found.right, found.drops_adverb)


def _match_of(view: View, rewording: _Rewording) -> Match:
    """The match for a wrong form; it has no edits where a word would go that may have to stay."""
    gone, changed, right, drops_adverb = rewording
    start, end = (gone or changed)[0].start, changed[-1].end
    new = [*right[: len(changed) - 1], " ".join(right[len(changed) - 1 :])]
    new[0] = like(view.text[start : start + 1], new[0])
    values = {"found": view.text[start:end], "fixed": " ".join(new)}
    pairs = zip(changed, new, strict=True)
    edits = [Edit(view.span(old.start, old.end), word) for old, word in pairs if old.text != word]
    if gone:
        edits.insert(0, Edit(view.span(start, changed[0].start), ""))
    return Match(view.span(start, end), values, () if drops_adverb else tuple(edits))
