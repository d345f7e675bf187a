"""References to paragraphs of the same resolution: whether they are there, and on the side that is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Choice, LexiconName, ListOf, Record
from ..language.references import Reference, ReferenceWords

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_OUTSIDE = ("annex", "declaration")


class CrossReferenceCheck:
    """A reference to a paragraph of the resolution that it does not have, or that stands on the other side.

    Only whole drafts are looked at, for a fragment need not have the paragraph. Annexes and declarations number their
    paragraphs themselves and are left alone.
    """

    KIND: ClassVar[str] = "cross-reference"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": ListOf(
                Choice(["missing", "direction"], "What is reported."),
                "`missing`: there is no such paragraph; `direction`: what is said to stand above stands below.",
                default=["missing", "direction"],
            ),
            "lexicon": LexiconName(
                "The lexicon with the patterns of references to paragraphs.", "references", default="references"
            ),
        },
        "References to paragraphs.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "direction", "last"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._report = frozenset(options["report"])
        self._words = ReferenceWords.shared(resources, options["lexicon"])
        self.keywords = self._words.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The references in the selected nodes that lead nowhere or to the wrong side."""
        if not draft.is_whole:
            return
        numbered: dict[int, dict[str, list[Node]]] = {}
        for node, reference in self._words.among(nodes, draft):
            ancestors = list(draft.ancestors(node))
            if any(ancestor.kind in _OUTSIDE for ancestor in ancestors):
                continue
            owner = next((ancestor for ancestor in ancestors if ancestor.kind == "resolution"), draft.root)
            if id(owner) not in numbered:
                numbered[id(owner)] = _numbered(owner)
            yield from self._check(reference, numbered[id(owner)], draft)

    def _check(self, reference: Reference, numbered: dict[str, list[Node]], draft: Draft) -> Iterator[Match]:
        if reference.number is None:
            targets = _lettered(_paragraph_of(reference.node, draft), reference.letters[0].text)
        else:
            targets = numbered.get(reference.number.text, [])
            for letter in reference.letters:
                targets = [found for target in targets for found in _lettered(target, letter.text)]
        found = "".join(draft.text.slice(reference.span))
        values = {
            "found": found,
            "number": reference.number.text if reference.number else reference.letters[0].text,
            "direction": reference.said,
            "last": next(reversed(numbered), ""),
        }
        if not targets:
            if "missing" in self._report and (numbered or reference.number is None):
                yield Match(reference.span, values)
            return
        at = reference.node.span.start
        sides = {
            "" if target.span.start <= at < target.span.end else "above" if target.span.start < at else "below"
            for target in targets
        }
        if reference.direction and "direction" in self._report and sides in ({"above"}, {"below"}):
            if reference.direction in sides:
                return
            target = targets[0]
            yield Match(reference.span, values, (), target.label_span or target.span)


def _numbered(owner: Node) -> dict[str, list[Node]]:
    """The operative paragraphs of a resolution by their number; parts may use a number again.

    Numbered items below a paragraph without a number (an appropriation's chapeau) are paragraphs, too.
    """
    found: dict[str, list[Node]] = {}
    for node in owner.walk():
        if node.kind == "operative" or (node.kind == "subparagraph" and node.label.isdigit()):
            found.setdefault(node.label, []).append(node)
    found.pop("", None)
    return found


def _lettered(node: Node, letter: str) -> list[Node]:
    return [child for child in node.walk() if child.kind == "subparagraph" and child.label == letter]


def _paragraph_of(node: Node, draft: Draft) -> Node:
    """The preambular or operative paragraph that a node belongs to."""
    for candidate in (node, *draft.ancestors(node)):
        if candidate.kind in ("preambular", "operative"):
            return candidate
    return node
