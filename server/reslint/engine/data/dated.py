"""The sessions of the General Assembly whose texts follow a rule or an entry of a lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...text.record import NamedTuple
from .schema import Field, Flag, Issue, Number, Path, Record, Short, TextField


class Sessions(NamedTuple):
    """The first and the last of some sessions, both included; no last one where the newest is among them."""

    first: int
    last: int | None = None

    def include(self, session: int) -> bool:
        """Whether a session is one of them; 0 stands for the newest."""
        if not session:
            return self.last is None
        return self.first <= session and (self.last is None or session <= self.last)


class WordFacts(NamedTuple):
    """The facts that a lexicon has of some words: a text, when it holds, and whether what it proposes may be wrong."""

    text: str
    sessions: Sessions | None = None
    unsure: bool = False


class Holds(Record):
    """The field `holds`: {from, to}, of which either may be left out."""

    def __init__(self, doc: str) -> None:
        fields = {
            "from": Number("The first session."),
            "to": Number("The last session; left out where it holds for the newest, too."),
        }
        super().__init__(fields, doc)

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        found = list(super().issues(value, path))
        yield from found
        if not found and value.get("to") is not None and (value.get("from") or 0) > value["to"]:
            said = f"the last session stands before the first, which is {value['from']}"
            yield Issue((*path, "to"), said)


def holds(what: str = "it") -> Holds:
    """The key `holds` of a rule or an entry, which its description calls `what`."""
    return Holds(f"The sessions of the General Assembly whose texts follow {what}; all when left out.")


class EntryField(Short):
    """A text, or a mapping with the text under `key` and what else is known of it."""

    def __init__(self, key: str, doc: str) -> None:
        fields: dict[str, Field] = {key: TextField(doc, required=True), "holds": holds()}
        if key == "write":
            fields["unsure"] = Flag("Whether print of these sessions has both, so that no fix is safe.")
        super().__init__(key, fields, doc)

    def fill(self, value: Any) -> Any:
        """See `Field.fill`; `entry` reads both forms."""
        return value


def sessions(held: Mapping[str, int | None] | None) -> Sessions | None:
    """The sessions that a key `holds` names, None for all."""
    return Sessions(held.get("from") or 0, held.get("to")) if held else None


def entry(value: Any) -> WordFacts:
    """The facts of an entry in either of the forms of `EntryField`; an empty text where it is of neither."""
    if not isinstance(value, Mapping):
        return WordFacts(value if isinstance(value, str) else "")
    text = value.get("write") or value.get("note") or ""
    return WordFacts(text, sessions(value.get("holds")), bool(value.get("unsure")))
