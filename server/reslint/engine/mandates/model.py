"""The parts of a request. Offsets are code points into the folded words of its paragraph, half-open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...text.record import NamedTuple, dataclass

if TYPE_CHECKING:
    from ...draft import Node
    from ...text import Span


class Slot(NamedTuple):
    """Some words of a request and what they are: the kind of a deliverable, the words themselves of anything else."""

    kind: str
    text: str
    start: int
    end: int


class Addressee(NamedTuple):
    """One who is asked: the words, and the name under which several wordings are counted together."""

    name: str
    group: str
    start: int
    end: int


class Deadline(NamedTuple):
    """By when: a `session` (with its numbers, of `body` where one is named), `date`, next `report` or `event`."""

    kind: str
    text: str
    start: int
    end: int
    sessions: tuple[int, ...] = ()
    body: str = ""


class Asked(NamedTuple):
    """One request: a verb, those who are asked, and what of them."""

    verb: str
    """As the lexicon names it: “requests”."""
    at: int
    """Where the verb stands; -1 when it stands in the words above a list of subparagraphs."""
    addressees: tuple[Addressee, ...]
    """Without places of their own where they stand above a list: their `start` is -1."""
    start: int
    """Where what they are asked to do begins, without “to”."""
    end: int
    action: str
    deliverables: tuple[Slot, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    periods: tuple[Slot, ...] = ()
    conditions: tuple[Slot, ...] = ()
    items: tuple[Slot, ...] = ()


class Head(NamedTuple):
    """The verb of requests whose actions stand in the subparagraphs below it; those asked may stand there, too."""

    verb: str
    addressees: tuple[Addressee, ...]


class AgendaInWords(NamedTuple):
    """A decision on the agenda of sessions in the words of a paragraph, with the last item named ("" for none)."""

    sessions: tuple[int, ...]
    item: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mandate:
    """A request in a draft; spans are of the source."""

    node: Node
    label: str
    """The number of its operative paragraph, with the letters of the subparagraph."""
    asked: Asked
    span: Span
    """From the verb, or the first word of a subparagraph, to the end of what is asked."""


@dataclass(frozen=True, slots=True)
class AgendaDecision:
    """A decision to have an item on the agenda of sessions; the span is of the source."""

    node: Node
    label: str
    sessions: tuple[int, ...]
    item: str
    span: Span
