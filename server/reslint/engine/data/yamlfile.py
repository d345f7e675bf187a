"""YAML from strangers: data and nothing else, every mistake at its place.

Files are read event by event, without recursion. Tags are refused, aliases are counted as what they stand for,
depth and size are bounded, and a key that is there twice is a mistake. Scalars are read as in YAML 1.2, so that a
bare `off`, `no` or `yes` is a word and not a truth value; as a key, so are `true` and `false`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from ...text import Span, Text
from ...text.record import NamedTuple
from ...text.regex import lazy
from .finding import Problem
from .schema import MOST_ISSUES, Issue

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 64
MAXIMUM_VALUES = 200_000

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_SURROGATE = lazy("[\ud800-\udfff]")
_INTEGER = lazy(r"[-+]?[0-9]{1,18}")
_FLOAT = lazy(r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}\.[0-9]{0,18})(?:[eE][-+]?[0-9]{1,3})?")


class Mistake(NamedTuple):
    """A mistake in a file as YAML, and the offset at which it is."""

    offset: int
    message: str


class Unreadable(Exception):
    """A file that cannot be read as text or is too large; the message says why."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def decode_utf8(data: bytes) -> str:
    """The text of a file in UTF-8, without its byte order mark. Raises Unreadable."""
    if len(data) > MAXIMUM_BYTES:
        raise Unreadable(f"the file has more than {MAXIMUM_BYTES:,} bytes; divide it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = Text(data[: error.start].decode("utf-8-sig", "replace"))
        line, column = before.position(len(before))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file in that encoding"
        raise Unreadable(message, line + 1, column + 1) from None


class YamlFile:
    """One YAML file: its data, and where each key of it stands.

    `data` is what could be read, even if there are `mistakes`.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        reader = _Reader(text)
        self.data: Any = reader.read()
        self.mistakes: Sequence[Mistake] = reader.mistakes

    @property
    def problems(self) -> list[Problem]:
        """The mistakes in it as YAML."""
        return [self._at(mistake.offset, mistake.message) for mistake in self.mistakes]

    def problem(self, issue: Issue) -> Problem:
        """A mistake in the data, at the line and column of the value (or key) it is about."""
        start = self._offset(issue.path, at_key=issue.at_key)
        return self._at(start, issue.message, self._read.ends.get(start))

    def problem_inside(self, path: Sequence[str | int], span: Span, message: str) -> Problem:
        """A mistake at a span of the text at `path`; at all of it where its characters cannot be told in the file."""
        from .scalars import places

        value: Any = self.data
        for step in path:
            value = value[step]
        start = self._offset(path)
        end = self._read.ends.get(start, start)
        found = places(self.text, start, end, value) if isinstance(value, str) else None
        if found is not None:
            start, after = found[span.start], found[span.end]
            # The next character may stand on another line.
            least = found[span.end - 1] + 1 if span.end > span.start else start
            end = max(least, start + len(self.text[start:after].rstrip()))
        return self._at(start, message, end)

    def line(self, *path: str | int) -> int:
        """The one-based line at which the value at `path` starts."""
        return self._at(self._offset(path), "").line

    @cached_property
    def _lines(self) -> Text:
        return Text(self.text)

    @cached_property
    def _read(self) -> _Reader:
        reader = _Reader(self.text, places={})
        reader.read()
        return reader

    @property
    def _places(self) -> Mapping[tuple[Any, ...], tuple[int, int]]:
        return self._read.places or {}

    def _offset(self, path: Sequence[Any], *, at_key: bool = False) -> int:
        found: tuple[Any, ...] = ()
        for step in path:
            if (*found, step) in self._places:
                found = (*found, step)
            elif not isinstance(step, int):  # an index is missing where a single item stands for a list of one
                at_key = False
                break
        key, value = self._places.get(found, (0, 0))
        return key if at_key else value

    def _at(self, offset: int, message: str, end: int | None = None) -> Problem:
        line, column = self._lines.position(offset)
        last = None if end is None else self._lines.position(end)
        return Problem(self.path, line + 1, column + 1, message, last and (last.line + 1, last.column + 1))


class _Frame:
    """A list or mapping that is being read."""

    __slots__ = ("anchor", "container", "key", "key_offset", "path", "size", "waits_for_key")

    def __init__(self, container: Any, anchor: str | None, path: tuple[Any, ...]) -> None:
        self.container = container
        self.anchor = anchor
        self.path = path
        self.size = 1
        self.key: Any = None
        self.key_offset = 0
        self.waits_for_key = isinstance(container, dict)


_ADVICE = {
    "mapping values are not allowed": "; indent the line like its neighbours, or put text with a colon into 'quotes'",
    "did not find expected key": "; indent the line like its neighbours",
}
"""Advice to add to a message of the YAML library, by words of the message."""


class _Stop(Exception):
    """Reading cannot go on."""


_NO_KEY = object()


class _Reader:
    """Reads one text; with `places` it also notes where each path of keys has its key and its value."""

    def __init__(self, text: str, places: dict[tuple[Any, ...], tuple[int, int]] | None = None) -> None:
        self.text = text
        self.places = places
        self.mistakes: list[Mistake] = []
        self.ends: dict[int, int] = {}
        """With `places`, where the scalars and aliases end, by where they begin."""
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        self._root: Any = None
        self._documents = 0

    def read(self) -> Any:
        """The data; what is wrong is added to `mistakes`."""
        import yaml

        if lone := _SURROGATE.search(self.text):
            self._mistake(lone.start(), f"this is not text: U+{ord(lone[0]):04X} is half a character")
            return None
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self.text, loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            context = f" {error.context}" if error.context else ""
            advice = next((advice for said, advice in _ADVICE.items() if said in str(error.problem)), "")
            self._add_mistake(mark.index if mark else 0, f"this is not valid YAML: {error.problem}{context}{advice}")
        except yaml.reader.ReaderError as error:
            offset = next((i for i, c in enumerate(self.text) if _is_control(c)), 0)
            character = f"U+{ord(self.text[offset]):04X}"
            self._add_mistake(offset, f"this is not valid YAML: the character {character} ({error.reason})")
        except _Stop:
            pass
        while self._root is None and self._frames:
            self._root = self._frames.pop(0).container
        return self._root

    def _mistake(self, offset: int, message: str) -> None:
        """Note a mistake; reading does not go on where there are too many."""
        if len(self.mistakes) == MOST_ISSUES:
            self._add_mistake(offset, f"and more: after {MOST_ISSUES} mistakes the rest of the file is not read")
            raise _Stop
        self._add_mistake(offset, message)

    def _add_mistake(self, offset: int, message: str) -> None:
        self.mistakes.append(Mistake(offset, message))

    def _stop(self, offset: int, message: str) -> None:
        self._mistake(offset, message)
        raise _Stop

    def _take(self, event: Any) -> None:
        offset = event.start_mark.index
        name = type(event).__name__
        if self.places is not None and name in {"ScalarEvent", "AliasEvent"}:
            self.ends[offset] = offset + len(self.text[offset : event.end_mark.index].rstrip())
        if name == "ScalarEvent":
            self._scalar(event, offset)
        elif name == "AliasEvent":
            self._alias(event.anchor, offset)
        elif name in {"MappingStartEvent", "SequenceStartEvent"}:
            self._open(event, {} if name == "MappingStartEvent" else [], offset)
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            self._close()
        elif name == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self._stop(offset, "a second document starts here; one file holds one")

    def _scalar(self, event: Any, offset: int) -> None:
        if event.tag is not None:
            self._mistake(offset, f"tags such as “{event.tag}” are not used here")
        value = _value(event.value) if event.implicit[0] and event.tag is None else event.value
        if isinstance(value, bool) and self._frames and self._frames[-1].waits_for_key:
            value = event.value
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        self._add(value, 1, offset)

    def _alias(self, anchor: str, offset: int) -> None:
        known = self._anchors.get(anchor)
        if known is None:
            inside = anchor in self._anchors
            self._mistake(offset, f"“*{anchor}” stands inside itself" if inside else f"there is no “&{anchor}” before")
            self._add(None, 1, offset)
        else:
            self._add(*known, offset)

    def _open(self, event: Any, container: Any, offset: int) -> None:
        if event.tag is not None:
            self._mistake(offset, f"tags such as “{event.tag}” are not used here")
        if len(self._frames) >= MAXIMUM_DEPTH:
            self._stop(offset, f"more than {MAXIMUM_DEPTH} levels deep")
        path: tuple[Any, ...] = ()
        if self._frames:
            path = self._place(offset)
        elif self.places is not None:
            self.places[()] = (offset, offset)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._frames.append(_Frame(container, event.anchor, path))

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.container, frame.size)
        self._add(frame.container, frame.size, None)

    def _place(self, offset: int) -> tuple[Any, ...]:
        """Note where the next value of the innermost frame stands; its path."""
        if self.places is None:
            return ()
        frame = self._frames[-1]
        path = (*frame.path, frame.key if isinstance(frame.container, dict) else len(frame.container))
        self.places.setdefault(path, (frame.key_offset if isinstance(frame.container, dict) else offset, offset))
        return path

    def _add(self, value: Any, size: int, offset: int | None) -> None:
        """Put a finished value into the innermost frame; `offset` is None where its place is noted already."""
        if not self._frames:
            self._root = value
            return
        frame = self._frames[-1]
        frame.size += size
        if frame.size > MAXIMUM_VALUES:
            self._stop(offset or 0, f"more than {MAXIMUM_VALUES:,} values, counting what aliases stand for")
        if frame.waits_for_key:
            self._key(frame, value, offset)
            return
        if offset is not None and self.places is not None:
            self._place(offset)
        if isinstance(frame.container, list):
            frame.container.append(value)
            return
        frame.waits_for_key = True
        if frame.key is not _NO_KEY:
            frame.container[frame.key] = value

    def _key(self, frame: _Frame, value: Any, offset: int | None) -> None:
        frame.waits_for_key = False
        frame.key_offset = frame.key_offset if offset is None else offset
        frame.key = value
        if isinstance(value, (list, dict)):
            self._mistake(frame.key_offset, "a list or a mapping cannot be a key")
            frame.key = _NO_KEY
        elif value in frame.container:
            self._mistake(frame.key_offset, f"the key “{value}” is here twice")
            frame.key = _NO_KEY


def _value(text: str) -> Any:
    """A plain scalar as YAML 1.2 reads it (core schema), but for numbers of more than 18 digits."""
    if text in _NULL:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _is_control(character: str) -> bool:
    code = ord(character)
    return character not in "\t\n\r\x85" and (code < 32 or 0x7F <= code < 0xA0 or code in (0xFFFE, 0xFFFF))
