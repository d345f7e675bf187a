"""Rules, once their files have been read and found right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from ...text.record import dataclass, field
from ..checks import check_class
from ..data.finding import Safety, Severity
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.check import DraftCheck, LocalCheck, LocalMatch, TokenCheck
    from ..data.dated import Sessions
    from ..search.need import Need, Reach
    from ..search.selection import Selector


Item = TypeVar("Item")


class Deferred(Sequence[Item]):
    """A sequence whose items are built when first looked at, so that what never runs costs nothing.

    `find` gives what the items are made of, once, and `build` makes them, one by one.
    """

    __slots__ = ("_build", "_find", "_items", "_sources")

    def __init__(self, find: Callable[[], Sequence[Any]], build: Callable[[Any], Item]) -> None:
        self._find = find
        self._build = build
        self._sources: Sequence[Any] | None = None
        self._items: dict[int, Item] = {}

    def _found(self) -> Sequence[Any]:
        if self._sources is None:
            self._sources = self._find()
        return self._sources

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return tuple(self)[index]
        if index in self._items:
            return self._items[index]
        place = range(len(self))[index]
        if place not in self._items:
            self._items[place] = self._build(self._found()[place])
        return self._items[place]

    def __len__(self) -> int:
        return len(self._found())


@dataclass(frozen=True, slots=True)
class FixTemplate:
    """How a rule's findings are fixed: the title offered, what is written, and whether it is safe.

    `replace` is a template over the values of the match; None when the check makes the edits itself.
    """

    title: str
    safety: Safety = "safe"
    replace: str | None = None
    formatting: bool = False
    """Whether formatting the text makes it, too: it changes no word."""


@dataclass(frozen=True)
class Step:
    """One check of a rule, with the nodes it looks at and the words it reports in."""

    selector: Selector
    check: LocalCheck | DraftCheck | TokenCheck
    message: str
    fix: FixTemplate | None
    related: str | None = None
    """The message at the other place that a finding speaks of; None where it is not shown."""

    @cached_property
    def comes_last(self) -> bool:
        """Whether the check must know what all the others have found."""
        return bool(getattr(self.check, "AFTER_OTHERS", False))

    @property
    def reads_emphasis(self) -> bool:
        """Whether the check is about italics and their kin, which not every file shows."""
        return bool(getattr(self.check, "READS_EMPHASIS", False))

    @cached_property
    def tokens(self) -> TokenCheck | None:
        """The check, where it reads tokens, which may take its time."""
        return self.check if hasattr(self.check, "local") else None  # type: ignore[return-value]

    @cached_property
    def search(self) -> Search[tuple[LocalMatch, ...]] | None:
        """Where a local check finds something; None for a check of whole drafts or of tokens."""
        find: Callable[[Folded], Iterator[LocalMatch]] | None = getattr(self.check, "find", None)
        if find is None:
            return None
        return Search(
            lambda wording: tuple(find(wording.folded)),
            keywords=getattr(self.check, "keywords", None),
            clues=getattr(self.check, "clues", None),
            kinds=self.selector.possible_kinds(),
            sift=getattr(self.check, "sift", None),
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule at work.

    `draft` still has its `{{marks}}`; `fixed` is the text after the fix, None where the example says nothing of it.
    An example without marks must stay silent. `body` names the organ that adopts it, "" for none in particular;
    `predecessor` is the adopted text that it is compared with, "" for none.
    """

    draft: str
    line: int
    fixed: str | None = None
    body: str = ""
    silent: bool = False
    predecessor: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reports of a rule on printed texts: how many on how many, and how many of those that were read are confirmed.

    `date` is the day of the count, as YYYY-MM-DD, and `version` the version of reslint that was run, "" if not said.
    """

    date: str
    texts: int
    fired: int
    read: int
    confirmed: int
    version: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, ready to run; `name` is its path below the pack: "opener/operative-italic"."""

    name: str
    pack: str
    path: Path
    severity: Severity
    steps: Sequence[Step]
    """In the order of the file; each is built when first looked at."""
    profiles: Mapping[str, Severity] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    """The organs whose texts it is for; empty for all."""
    stage: str = ""
    """"draft" or "adopted" when it is for such texts only."""
    sessions: Sessions | None = None
    """The sessions of the General Assembly for whose texts it holds; None for all."""
    examples: Sequence[Example] = ()
    needs: tuple[Need | None, ...] | None = None
    """Of each step what words must hold for it to find anything; None where it must run on any words.

    None for all where that is not known before they are built.
    """
    reaches: tuple[Reach, ...] | None = None
    """Of each step where it looks; None for all where that is not known before they are built."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """The file as it was read, with defaults filled in."""

    def called_for(self, meets: Callable[[Need], bool], has: Callable[[Reach], bool]) -> Iterator[Step]:
        """The steps that may find something: no others are built.

        `meets` says whether there are the words that they need, `has` whether there is what they look at.
        """
        if self.needs is None or self.reaches is None:
            yield from self.steps
            return
        for number, (need, reach) in enumerate(zip(self.needs, self.reaches, strict=True)):
            if has(reach) and (need is None or meets(need)):
                yield self.steps[number]

    def holds_in(self, session: int) -> bool:
        """Whether it holds for the texts of a session; 0 stands for the newest."""
        return self.sessions is None or self.sessions.include(session)

    @property
    def summary(self) -> str:
        """One sentence: what is wanted of a text."""
        return str(self.data.get("summary") or "")

    @property
    def why(self) -> str:
        """Why the rule is there."""
        return str(self.data.get("why") or "")

    @property
    def remedy(self) -> str:
        """The change to a citation by which its findings are fixed: "note", "later", or "" for none."""
        return str(self.data.get("remedy") or "")

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it is laid down."""
        return tuple(self.data.get("source", ()))

    @property
    def false_alarms(self) -> tuple[str, ...]:
        """The cases that it is known to report wrongly."""
        return tuple(self.data.get("false-alarms", ()))

    @property
    def evidence(self) -> Evidence | None:
        """None where nobody has counted."""
        counted = self.data.get("evidence")
        return Evidence(**counted) if counted else None

    @property
    def pipelines(self) -> frozenset[str]:
        """The pipelines of spaCy that its checks read with; none for most rules."""
        if not any(hasattr(check_class(check["kind"]), "pipelines") for check in self.data.get("check", ())):
            return frozenset()  # so that the checks of other rules need not be built
        found: tuple[frozenset[str], ...] = tuple(getattr(step.check, "pipelines", frozenset()) for step in self.steps)
        return frozenset().union(*found)

    @property
    def area(self) -> str:
        """The first part of the name: "opener"."""
        return self.name.partition("/")[0]
