"""Shared parts of the kinds of check about references to paragraphs of the same resolution."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ..data.schema import LexiconName
from ..language.references import Reference, ReferenceWords

if TYPE_CHECKING:
    from ...draft import Draft, Node

_OUTSIDE = ("annex", "declaration")


def lexicon_field() -> LexiconName:
    """The option `lexicon`."""
    return LexiconName("The lexicon with the patterns of references to paragraphs.", "references", default="references")


class Target(NamedTuple):
    """A reference with the nodes that it may mean, and the labels of the paragraphs of its resolution, in order."""

    reference: Reference
    nodes: Sequence[Node]
    labels: Sequence[str]

    def values(self, draft: Draft) -> dict[str, str]:
        """The values that messages may use."""
        reference = self.reference
        return {
            "found": draft.text.slice(reference.span),
            "number": (reference.number or reference.letters[0]).text,
            "direction": reference.said,
            "last": self.labels[-1] if self.labels else "",
        }


def targets(words: ReferenceWords, nodes: Collection[Node], draft: Draft) -> Iterator[Target]:
    """The references in some nodes, in the order of the text.

    Only whole drafts are looked at, for a fragment need not have the paragraph. Annexes and declarations number their
    paragraphs themselves and are left alone.
    """
    if not draft.is_whole:
        return
    numbered: dict[Node, dict[str, list[Node]]] = {}
    for node, reference in words.among(nodes, draft):
        ancestors = list(draft.ancestors(node))
        if any(ancestor.kind in _OUTSIDE for ancestor in ancestors):
            continue
        owner = next((ancestor for ancestor in ancestors if ancestor.kind == "resolution"), draft.root)
        if owner not in numbered:
            numbered[owner] = _numbered(owner)
        yield Target(reference, _meant(reference, numbered[owner], draft), list(numbered[owner]))


def _meant(reference: Reference, numbered: dict[str, list[Node]], draft: Draft) -> Sequence[Node]:
    if reference.number is None:
        return _lettered(_paragraph_of(reference.node, draft), reference.letters[0].text)
    found = numbered.get(reference.number.text, [])
    for letter in reference.letters:
        found = [inner for node in found for inner in _lettered(node, letter.text)]
    return found


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
    """The items of a paragraph with a letter; the paragraph itself where its items lost their letters."""
    if any(child.doubt == "letters" for child in node.children):
        return [node]
    return [child for child in node.walk() if child.kind == "subparagraph" and child.label == letter]


def _paragraph_of(node: Node, draft: Draft) -> Node:
    """The preambular or operative paragraph that a node belongs to."""
    for candidate in (node, *draft.ancestors(node)):
        if candidate.kind in ("preambular", "operative"):
            return candidate
    return node
