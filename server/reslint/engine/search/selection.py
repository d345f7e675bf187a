"""Selectors: which parts of a draft a check looks at.

The grammar is that of `server/README.md`: a kind, a group, a list of alternatives, or a mapping whose keys must all
hold. Equal selectors are read as the same object, so that each is evaluated once for a draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...draft.model import KINDS
from ...text.record import dataclass, fields
from ...text.regex import lazy
from ..data.schema import Choice, Field, Flag, Issue, ListOf, Number, Path, Pattern, TextField, did_you_mean
from ..patterns.compiled import LazyPattern
from .search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node

GROUPS: tuple[str, ...] = ("body", "words")
"""`body`: paragraphs and subparagraphs outside annexes and declarations; `words`: every node that has words."""

_BODY = ("preambular", "operative", "subparagraph")
_OUTSIDE = frozenset({"annex", "declaration"})
_NO_PROSE = frozenset({"front-matter", "comment", "separator", "page-line"})
_NAMES = (*KINDS, *GROUPS)
_RELATIONS = ("inside", "previous", "following", "contains")


@dataclass(frozen=True, slots=True, eq=False)
class Selector:
    """A condition on nodes; every field that is not empty must hold.

    `kinds` and `levels` hold alternatives, `relations` pairs of a relation and the selector its node must match.
    """

    kinds: tuple[str, ...] = ()
    flags: tuple[tuple[str, bool], ...] = ()
    levels: tuple[int, ...] = ()
    openers: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    text: str = ""
    relations: tuple[tuple[str, Selector], ...] = ()
    any: tuple[Selector, ...] = ()
    none: tuple[Selector, ...] = ()

    def nodes(self, draft: Draft) -> tuple[Node, ...]:
        """The nodes of a draft that match, in the order of the text; remembered as long as the draft lives."""
        return draft.memo.once(self, lambda: tuple(self._search(draft)))

    def among(self, draft: Draft) -> frozenset[Node]:
        """The nodes of a draft that match, to ask whether one of them is among them."""
        return draft.memo.once((self, "among"), lambda: frozenset(self.nodes(draft)))

    def around(self, draft: Draft) -> frozenset[Node]:
        """The nodes of a draft inside which one stands that matches."""
        return draft.memo.once(
            (self, "around"),
            lambda: frozenset(holder for node in self.nodes(draft) for holder in draft.ancestors(node)),
        )

    def possible_kinds(self) -> frozenset[str] | None:
        """The kinds of nodes that can match; None when any kind can that has words of its own."""
        if self.kinds:
            if "words" in self.kinds:
                return None
            return frozenset(part for kind in self.kinds for part in (_BODY if kind == "body" else (kind,)))
        options = [option.possible_kinds() for option in self.any]
        if not options or None in options:
            return None
        return frozenset().union(*(kinds for kinds in options if kinds is not None))

    def _of(self, nodes: Sequence[Node], draft: Draft) -> Collection[Node]:
        """The nodes of a draft that match, at least those among some nodes."""
        return self.among(draft) if self.kinds or self.text or self.any else self._narrowed(nodes, draft)

    def _search(self, draft: Draft) -> Sequence[Node]:
        return self._narrowed(self._candidates(draft), draft)

    def _narrowed(self, nodes: Sequence[Node], draft: Draft) -> Sequence[Node]:
        """Those of some candidates for which everything else holds."""
        found = nodes
        if self.levels:
            found = [node for node in found if node.level in self.levels]
        for name, value in self.flags:
            having = _FLAGS[name](found, draft)
            found = having if value else _without(found, having)
        if self.openers:
            found = [node for node in found if _opens(node, self.openers, draft)]
        if self.verbs and found:
            grammar = draft.vocabulary.grammar
            going_on = {
                node
                for node, _ in _joined(self.verbs, grammar.joints, draft.vocabulary.sequence_adverbs).among(
                    found, draft
                )
            }
            found = [node for node in found if node in going_on or _opens(node, self.verbs, draft)]
        for relation, other in self.relations:
            found = _related(relation, found, other, draft)
        if self.any and (self.kinds or self.text):
            options = frozenset().union(*(option.among(draft) for option in self.any))
            found = [node for node in found if node in options]
        for option in self.none:
            if found:
                found = _without(found, option._of(found, draft))
        return found

    def _candidates(self, draft: Draft) -> Sequence[Node]:
        """The nodes that remain to be looked at, when each is found that can be without looking at all of them."""
        if self.text:
            saying = [node for node, _ in _saying(self.text).everywhere(draft)]
            kinds = frozenset(_of_kinds(self.kinds, draft)) if saying and self.kinds else ()
            return [node for node in saying if node in kinds] if self.kinds else saying
        if self.kinds or not self.any:
            return _of_kinds(self.kinds, draft)
        several = {node for option in self.any for node in option.nodes(draft)}
        return [node for node in draft.nodes() if node in several]


_SHARED: dict[tuple[Any, ...], Selector] = {}
_MOST_SHARED = 1024
"""Far more than the packs have; every change of a rule file can bring another."""


def parse_selector(data: Any) -> Selector:
    """The selector that data without mistakes (see `SelectorField`) describes; equal ones are mostly one object."""
    selector = _parsed(data)
    if len(_SHARED) >= _MOST_SHARED:
        _SHARED.clear()
    return _SHARED.setdefault(tuple([getattr(selector, each.name) for each in fields(Selector)]), selector)


def _parsed(data: Any) -> Selector:
    if isinstance(data, str):
        return Selector(kinds=(data,))
    if isinstance(data, list):
        return _either(data)
    relations = tuple((name, parse_selector(data[name])) for name in _RELATIONS if data.get(name) is not None)
    kinds, options = _listed(data.get("kind")), _listed(data.get("any"))
    if not kinds and all(option in KINDS for option in options):
        kinds, options = options, []
    return Selector(
        kinds=tuple(kinds),
        flags=tuple((name, data[name]) for name in _FLAGS if data.get(name) is not None),
        levels=tuple(_listed(data.get("level"))),
        openers=frozenset(phrase.lower() for phrase in _listed(data.get("opener"))),
        verbs=frozenset(phrase.lower() for phrase in _listed(data.get("verb"))),
        text=data.get("text") or "",
        relations=relations,
        any=tuple(parse_selector(option) for option in options),
        none=(parse_selector(data["not"]),) if data.get("not") is not None else (),
    )


def _either(options: list[Any]) -> Selector:
    if all(isinstance(option, str) for option in options):
        return Selector(kinds=tuple(options))
    return Selector(any=tuple(parse_selector(option) for option in options))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _of_kinds(kinds: tuple[str, ...], draft: Draft) -> tuple[Node, ...]:
    """The nodes of some kinds and groups, all nodes where none is named; remembered as long as the draft lives."""
    return draft.memo.once((_of_kinds, kinds), lambda: tuple(_all_of(kinds, draft)))


def _all_of(kinds: tuple[str, ...], draft: Draft) -> Sequence[Node]:
    if "words" in kinds:
        return [node for node in draft.nodes() if (node.body and node.kind not in _NO_PROSE) or node.kind in kinds]
    if "body" not in kinds:
        return draft.nodes(*kinds)
    found = draft.nodes(*{part for kind in kinds for part in (_BODY if kind == "body" else (kind,))})
    outside = {inner for kind in _OUTSIDE for holder in draft.nodes(kind) for inner in holder.walk()}
    return [node for node in found if node.kind in kinds or node not in outside] if outside else found


def _opens(node: Node, phrases: frozenset[str], draft: Draft) -> bool:
    opener = draft.opener(node)
    return opener is not None and opener.phrase in phrases


def _related(relation: str, nodes: Sequence[Node], other: Selector, draft: Draft) -> Sequence[Node]:
    """Those of some nodes that stand in a relation to a node that matches another selector."""
    if not nodes:
        return ()
    wanted = other.around(draft) if relation == "contains" else other.among(draft)
    if not wanted:
        return ()
    if relation == "contains":
        return [node for node in nodes if node in wanted]
    if relation == "inside":
        return _inside(nodes, wanted, draft)
    beside = draft.previous if relation == "previous" else draft.following
    return [node for node in nodes if beside(node) in wanted]


def _inside(nodes: Sequence[Node], wanted: frozenset[Node], draft: Draft) -> list[Node]:
    """Those that stand somewhere inside a wanted one; many have the same parent, of which it is asked once."""
    parents = [draft.parent(node) for node in nodes]
    inner = {
        parent
        for parent in set(parents)
        if parent is not None and (parent in wanted or any(above in wanted for above in draft.ancestors(parent)))
    }
    return [node for node, parent in zip(nodes, parents, strict=True) if parent in inner]


def _without(nodes: Sequence[Node], left_out: Collection[Node]) -> Sequence[Node]:
    if not left_out:
        return nodes
    known = frozenset(left_out)
    return [node for node in nodes if node not in known]


def _alone(nodes: Sequence[Node], draft: Draft) -> list[Node]:
    """Those that stand alone in their run; each longer run is looked at once."""
    found: list[Node] = []
    accompanied: set[Node] = set()
    for node in nodes:
        if node not in accompanied:
            run = draft.siblings(node)
            if len(run) > 1:
                accompanied.update(run)
            else:
                found.append(node)
    return found


def _placed(nodes: Sequence[Node], draft: Draft, at: int) -> list[Node]:
    """Those that stand at one end of their run."""
    return [node for node in nodes if (run := draft.siblings(node)) and run[at] is node]


_FLAGS: Mapping[str, Callable[[Sequence[Node], Draft], Sequence[Node]]] = {
    "label": lambda nodes, _: [node for node in nodes if node.label],
    "only": _alone,
    "first": lambda nodes, draft: _placed(nodes, draft, 0),
    "last": lambda nodes, draft: _placed(nodes, draft, -1),
    "lead": lambda nodes, _: [
        node for node in nodes if node.children and any(child.kind == "subparagraph" for child in node.children)
    ],
    "cut": lambda nodes, _: [node for node in nodes if len(node.body) > 1],
    "empty": lambda nodes, _: [node for node in nodes if node.is_empty],
}
"""Those of some nodes, in their order, of which something holds."""


@lru_cache(maxsize=256)
def _saying(pattern: str) -> Search[bool]:
    """The words in which a pattern is found."""
    find = LazyPattern(pattern)
    return Search(lambda wording: find.search(wording.text) is not None, keywords=find.keywords)


@lru_cache(maxsize=64)
def _joined(verbs: frozenset[str], joints: tuple[str, ...], adverbs: tuple[str, ...]) -> Search[bool]:
    """The words in which one of some verbs is joined to the opener, with an adverb or without."""
    joint, adverb, verb = (
        "|".join(re.escape(words) for words in sorted(each, key=len, reverse=True)) for each in (joints, adverbs, verbs)
    )
    between = f"(?:(?:{adverb}) )?" if adverbs else ""
    find = lazy(rf"(?<![\w’'-])(?:{joint}) {between}(?:{verb})(?![\w’'-])" if joints else r"(?!)", re.IGNORECASE)
    return Search(lambda wording: find.search(wording.text) is not None, keywords=verbs)


class _KindField(Choice):
    """The name of a kind or a group."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if value not in self.words:
            yield Issue(path, f"there is no kind of node “{value}”{did_you_mean(str(value), self.words)}")


class SelectorField(Field):
    """A selector; nests to any depth, which the JSON Schema says by a reference to its own definition."""

    REFERENCE = "#/$defs/selector"

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if isinstance(value, list):
            if not value:
                yield Issue(path, "an empty list selects nothing; name a kind of node")
            for index, option in enumerate(value):
                yield from self.issues(option, (*path, index))
        elif isinstance(value, Mapping):
            yield from self._mapping(value, path)
        else:
            yield from _KIND.issues(value, path)

    def _mapping(self, value: Mapping[Any, Any], path: Path) -> Iterator[Issue]:
        if not value:
            yield Issue(path, "an empty mapping selects nothing in particular; name a kind of node")
        known = {**_KEYS, **dict.fromkeys(_NESTED, self)}
        for key, item in value.items():
            if key in known:
                yield from known[key].issues(item, (*path, key))
            else:
                yield Issue((*path, key), f"unknown key “{key}”{did_you_mean(str(key), list(known))}", True)

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"$ref": self.REFERENCE}

    @classmethod
    def definition(cls) -> dict[str, Any]:
        """The JSON Schema that `shape` refers to; whoever writes the whole schema puts it at `REFERENCE`."""
        itself = {"$ref": cls.REFERENCE}
        nested = {name: {"description": doc, **itself} for name, doc in _NESTED.items()}
        mapping = {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {**{name: field.schema() for name, field in _KEYS.items()}, **nested},
        }
        options = {"type": "array", "minItems": 1, "items": itself}
        return {"description": "Which nodes of the draft.", "anyOf": [_KIND.shape(), options, mapping]}


_KIND = _KindField(_NAMES, "A kind of node, or a group: body, words.")
_KEYS: Mapping[str, Field] = {
    "kind": ListOf(_KIND, "One of these kinds."),
    "label": Flag("Whether it has a number or a letter."),
    "level": ListOf(Number("A depth."), "The depth of a subparagraph: 1 for (a), 2 for (i)."),
    "only": Flag("Whether it stands alone in its run."),
    "first": Flag("Whether it is the first of its run."),
    "last": Flag("Whether it is the last of its run."),
    "lead": Flag("Whether it has subparagraphs."),
    "cut": Flag("Whether a page break cut it."),
    "empty": Flag("Whether it has neither words nor anything below it."),
    "opener": ListOf(TextField("A phrase."), "The opener without its sequence adverb is one of these."),
    "verb": ListOf(
        TextField("A verb in the form that opens such a paragraph."),
        "It opens with one of these or goes on with one.",
    ),
    "text": Pattern("A pattern found in its words."),
}
_NESTED: Mapping[str, str] = {
    "inside": "It stands somewhere inside such a node.",
    "previous": "The paragraph before it is such a node.",
    "following": "The paragraph after it is such a node.",
    "contains": "Such a node stands somewhere inside it.",
    "any": "It is any of these.",
    "not": "It is no such node.",
}
