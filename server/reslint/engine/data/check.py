"""The contract of a kind of check.

A kind is one module in `reslint.engine.checks` with one class, and asks one question. Its options are declared as
fields (`reslint.engine.data.schema`), which validate the rule file and make the JSON Schema. A check never builds
messages: it yields matches with values, and the rule's own templates in YAML put them into words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from ...text import Edit, Span
from ...text.record import dataclass, field

if TYPE_CHECKING:
    from ...draft import Draft, Folded, Node
    from .context import Context
    from .dated import Sessions
    from .resources import Resources
    from .schema import Record


@dataclass(frozen=True, slots=True)
class Match:
    """Something a check found in a draft: where, the values for the message, and the edits that fix it."""

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    related: Span | None = None
    """Another place that the finding speaks of; the rule's `related` says what stands there."""
    unsure: bool = False
    """Whether the edits may be wrong here, so that they are never safe, whatever the rule says."""


@dataclass(frozen=True, slots=True)
class LocalMatch:
    """Something a local check found in folded words; offsets into `Folded.text`, half-open."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    replacement: str | None = None
    """The text to write instead of `text[start:end]`; None when the check has no proposal."""
    sessions: Sessions | None = None
    """The sessions of the General Assembly in whose texts it is one; None for all."""
    unsure: bool = False
    """Whether the replacement may be wrong, so that it is never safe, whatever the rule says."""


class LocalCheck(Protocol):
    """A kind that needs nothing but the words of one node: a pure function, so its results are remembered.

    Besides `keywords` it may have `clues` and `sift`, which tell `Search` in other ways which words need not be read.
    """

    KIND: ClassVar[str]
    OPTIONS: ClassVar[Record]

    keywords: frozenset[str] | None
    """Lower-case strings one of which must occur for anything to be found; None when nothing can be said."""

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """Build the check from validated options with defaults filled in. Raises MissingLexicon."""
        ...

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The matches in these words, in their order."""
        ...


class DraftCheck(Protocol):
    """A kind that compares nodes or looks beyond their words.

    Where no node is selected it finds nothing, unless it says with `BEYOND_NODES` that it looks elsewhere. It says with
    `NEEDS_LIBRARY` that it finds nothing without other texts at hand.
    It may have `keywords` as a local one does: where no words of a draft hold any of them, it finds nothing at all.
    One that points at another place says so by `RELATED = True`.
    One whose fixes look at nothing but the words they change says so with `IN_PLACE`; those of the others are off where
    the structure of a draft is uncertain.
    """

    KIND: ClassVar[str]
    OPTIONS: ClassVar[Record]

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """Build the check from validated options with defaults filled in. Raises MissingLexicon."""
        ...

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:
        """The matches in the selected nodes of a draft, in the order of the text."""
        ...


class TokenCheck(Protocol):
    """A kind that reads the words of nodes as tokens, which may take its time, and finds in them what a local one does.

    It may have `keywords` as the others do.
    """

    KIND: ClassVar[str]
    OPTIONS: ClassVar[Record]

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """Build the check from validated options with defaults filled in. Raises MissingLexicon."""
        ...

    def local(self, draft: Draft, *, patient: bool = True) -> Sequence[tuple[Node, Sequence[LocalMatch]]]:
        """The matches in the words of every node. Raises CannotRun, and NotYet where it may not take its time."""
        ...
