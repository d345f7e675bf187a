"""What a rule is, once its file has been read and found right."""

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
    from ..search.selection import Selector


Item = TypeVar("Item")


class Deferred(Sequence[Item]):
    """A sequence that is built when it is first looked at, so that a rule that never runs costs nothing."""

    __slots__ = ("_build", "_items")

    def __init__(self, build: Callable[[], Sequence[Item]]) -> None:
        self._build = build
        self._items: tuple[Item, ...] | None = None

    def _all(self) -> tuple[Item, ...]:
        if self._items is None:
            self._items = tuple(self._build())
        return self._items

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Item]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


@dataclass(frozen=True, slots=True)
class FixTemplate:
    """How a rule's findings are mended: the title offered, what is written, and whether it is safe.

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
    """What is said of the other place that a finding speaks of; None where it is not shown."""

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
    An example without marks must stay silent. `body` names the organ that adopts it, "" for none in particular.
    """

    draft: str
    line: int
    fixed: str | None = None
    body: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rule reports on printed texts: how often on how many, and how many of those that were read are confirmed.

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
    summary: str
    why: str
    steps: Sequence[Step]
    """In the order of the file; built when first looked at."""
    profiles: Mapping[str, Severity] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    """The organs whose texts it is for; empty for all."""
    stage: str = ""
    """"draft" or "adopted" when it is for such texts only."""
    remedy: str = ""
    """"note" or "later": the change to a citation by which its findings are mended; "" where there is none."""
    sources: tuple[str, ...] = ()
    false_alarms: tuple[str, ...] = ()
    evidence: Evidence | None = None
    """None where nobody has counted."""
    examples: Sequence[Example] = ()
    needs: tuple[frozenset[str], ...] | None = None
    """Sets of lower-case strings: where no words hold any of one of them, no check of the rule finds anything.

    None where that cannot be said, or is not known before the checks are built.
    """
    data: Mapping[str, Any] = field(default_factory=dict)
    """The file as it was read, with defaults filled in."""

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
