"""The capitals of an opener."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.record import replace
from ..data.check import Match
from ..data.schema import Record
from ..language.openings import like, words
from ._openers import OpenerQuestion, changes

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, Vocabulary
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..language.openings import Opening

_SEVERAL = 4


class OpenerCapitalCheck(OpenerQuestion):
    """Asks whether the first word of an opener has a capital and no other word has one.

    Where the grammar has capitals for a kind of paragraph, its known openers are written in capitals: “URGES”.
    """

    KIND: ClassVar[str] = "opener-capital"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record({}, "The capitals of an opener.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed", "count"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        super().__init__(resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers that are wrong; an edit changes only the words that are.

        Where all openers of a draft are in capitals, one finding at the first speaks for them.
        """
        wrong = list(self.among(nodes, draft))
        if (
            len(wrong) >= _SEVERAL
            and all(match.values["found"].isupper() for match in wrong)
            and len(wrong)
            >= sum(1 for node in nodes if (opener := draft.opener(node)) is not None and opener.entry is not None)
        ):
            edits = tuple(edit for match in wrong for edit in match.edits)
            wrong = [replace(wrong[0], values={**wrong[0].values, "count": str(len(wrong))}, edits=edits)]
        yield from wrong

    def may_be_wrong(self, opener: Opener, wording: Wording) -> bool:
        """See `OpenerQuestion.may_be_wrong`."""
        if wording.vocabulary.grammar.capitals.get(wording.kind) == "all":
            return opener.entry is not None and not opener.text.isupper()
        return not (opener.text[:1].isupper() and opener.text[1:].islower())

    def matches(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        """See `OpenerQuestion.matches`."""
        opener = opening.opener
        written = words(opening.view.text, opener.start, opener.end)
        if opener.entry is None:
            written = written[:1]
        if vocabulary.grammar.capitals.get(opening.kind) == "all":
            yield from changes(opening, written, [word.text.upper() for word in written])
            return
        own = {word for word in (opener.entry.phrase.split()[1:] if opener.entry else ()) if word != word.lower()}
        right = [
            word.text if word.text in own else like("A" if index == 0 else "a", word.text[:1] + word.text[1:].lower())
            for index, word in enumerate(written)
        ]
        yield from changes(opening, written, right)
