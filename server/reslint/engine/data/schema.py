"""Fields: what a rule pack or a configuration may say, declared once.

One declaration validates the data, fills in defaults and writes the JSON Schema that editors help with.
A mistake is an `Issue` with the path of keys that leads to it; the loader turns that path into a line and column,
so that a file without mistakes never pays for positions.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from ...text.record import NamedTuple
from .nearest import nearest

Path = tuple[str | int, ...]
MOST_ISSUES = 50
"""So many mistakes of one file are told."""
_MOST_NAMED = 12
"""So many keys are named where somebody has written one that is not among them."""


class Issue(NamedTuple):
    """A mistake: the keys and indices that lead to it, what is wrong, and whether the key itself is the mistake."""

    path: Path
    message: str
    at_key: bool = False


def few(issues: Iterable[Issue]) -> list[Issue]:
    """The first `MOST_ISSUES` mistakes of a file, and where there are more one that says so in place of them.

    Nobody fixes thousands of them at once, and each takes its time.
    """
    found = list(islice(issues, MOST_ISSUES + 1))
    if len(found) > MOST_ISSUES:
        found[-1] = found[-1]._replace(message=f"and more: of the mistakes in one place {MOST_ISSUES} are told")
    return found


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """`; did you mean "x"?` for the nearest known word, "" when none is near."""
    near = nearest(word, known)
    return f"; did you mean “{near}”?" if near else ""


class Field(ABC):
    """One value: what it may be, what it means, and what it is when left out."""

    def __init__(self, doc: str, *, required: bool = False, default: Any = None) -> None:
        self.doc = doc
        self.required = required
        self.default = default

    @abstractmethod
    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """The mistakes in `value`, which stands at `path`."""

    @abstractmethod
    def shape(self) -> dict[str, Any]:
        """The JSON Schema of the value, without its description."""

    def fill(self, value: Any) -> Any:
        """`value` (which has no mistakes) with the defaults of what it leaves out."""
        return value

    def listed(self, value: Any) -> Any:
        """`value` (which may have mistakes) with a list of one for each item that stands for such a list."""
        return value

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the value."""
        described = {"description": self.doc, **self.shape()}
        if self.default is not None:
            described["default"] = self.default
        return described


class Anything(Field):
    """Any value; what it may be depends on something that is read later."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        del value, path
        yield from ()

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {}


class TextField(Field):
    """A string that is not empty."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, str) or not value.strip():
            yield Issue(path, f"expected some text, found {_name(value)}")

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"type": "string", "pattern": r"\S"}


class Date(TextField):
    """A day of the calendar, as YYYY-MM-DD."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        from datetime import date

        try:
            # From Python 3.11 on, `fromisoformat` takes other notations, too.
            right = isinstance(value, str) and len(value) == 10 and date.fromisoformat(value).isoformat() == value
        except ValueError:
            right = False
        if not right:
            yield Issue(path, f"expected a day such as 2026-01-31, found {_name(value)}")

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"type": "string", "format": "date"}


class LexiconName(TextField):
    """The name of a lexicon; whether there is one of that name is known once the packs have been read.

    `form` names what is read there, of those in `reslint.engine.lexicons.FORMS`.
    """

    def __init__(self, doc: str, form: str, *, required: bool = False, default: str | None = None) -> None:
        super().__init__(doc, required=required, default=default)
        self.form = form


class Pattern(TextField):
    """A regular expression in the syntax of Python's `re` that compiles and cannot run away.

    With `at_start` it is only tried at the first character of a text.
    """

    def __init__(self, doc: str, *, required: bool = False, default: Any = None, at_start: bool = False) -> None:
        super().__init__(doc, required=required, default=default)
        self.at_start = at_start

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        from ..patterns.compiled import objection

        yield from super().issues(value, path)
        if isinstance(value, str) and value.strip() and (why := objection(value, at_start=self.at_start)):
            yield Issue(path, why)


class Flag(Field):
    """True or false."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, bool):
            yield Issue(path, f"expected true or false, found {_name(value)}")

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"type": "boolean"}


class Number(Field):
    """A whole number that is not negative."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            yield Issue(path, f"expected a whole number, found {_name(value)}")

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"type": "integer", "minimum": 0}


class Choice(Field):
    """One of a few words."""

    def __init__(self, words: Sequence[str], doc: str, *, required: bool = False, default: str | None = None) -> None:
        super().__init__(doc, required=required, default=default)
        self.words = tuple(words)

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, str) or value not in self.words:
            hint = did_you_mean(str(value), self.words)
            yield Issue(path, f"expected {_alternatives(self.words)}, found {_name(value)}{hint}")

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"enum": list(self.words)}


class ListOf(Field):
    """A list, or a single item standing for a list of one."""

    def __init__(self, item: Field, doc: str, *, required: bool = False, default: Any = None) -> None:
        super().__init__(doc, required=required, default=default)
        self.item = item

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self.item.issues(item, (*path, index))
        else:
            yield from self.item.issues(value, path)

    def fill(self, value: Any) -> Any:
        """See `Field.fill`."""
        return [self.item.fill(item) for item in (value if isinstance(value, list) else [value])]

    def listed(self, value: Any) -> Any:
        """See `Field.listed`."""
        if value is None:
            return None
        return [self.item.listed(item) for item in (value if isinstance(value, list) else [value])]

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"anyOf": [self.item.shape(), {"type": "array", "items": self.item.schema()}]}


class MapOf(Field):
    """A mapping from any text to values of one sort."""

    def __init__(self, item: Field, doc: str, *, required: bool = False, default: Any = None) -> None:
        super().__init__(doc, required=required, default=default)
        self.item = item

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, Mapping):
            yield Issue(path, f"expected a mapping, found {_name(value)}")
            return
        for key, item in value.items():
            if not isinstance(key, str):
                yield Issue((*path, key), f"expected text as the key, found {_name(key)}; put it in quotes", True)
            else:
                yield from self.item.issues(item, (*path, key))

    def fill(self, value: Any) -> Any:
        """See `Field.fill`."""
        return {key: self.item.fill(item) for key, item in value.items()}

    def listed(self, value: Any) -> Any:
        """See `Field.listed`."""
        return {key: self.item.listed(item) for key, item in value.items()} if isinstance(value, Mapping) else value

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"type": "object", "additionalProperties": self.item.schema()}


class Record(Field):
    """A mapping with known keys."""

    def __init__(self, fields: Mapping[str, Field], doc: str, *, required: bool = False, default: Any = None) -> None:
        super().__init__(doc, required=required, default=default)
        self.fields = dict(fields)

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if not isinstance(value, Mapping):
            yield Issue(path, f"expected a mapping, found {_name(value)}")
            return
        meant: set[str] = set()  # a key that is misspelt is not called missing, too
        for key, item in value.items():
            if key in self.fields:
                yield from self.fields[key].issues(item, (*path, key))
            else:
                meant.add(nearest(str(key), list(self.fields)))
                known = f"; there are {', '.join(self.fields)}" if len(self.fields) <= _MOST_NAMED else ""
                hint = did_you_mean(str(key), list(self.fields)) or known
                yield Issue((*path, key), f"unknown key “{key}”{hint}", True)
        for key, field in self.fields.items():
            if field.required and key not in value and key not in meant:
                yield Issue(path, f"the key “{key}” is missing: {field.doc}")

    def fill(self, value: Any) -> Any:
        """See `Field.fill`."""
        filled = {}
        for key, field in self.fields.items():
            if key in value:
                filled[key] = field.fill(value[key])
            else:
                filled[key] = field.default if field.default is None else field.fill(field.default)
        return filled

    def listed(self, value: Any) -> Any:
        """See `Field.listed`."""
        if not isinstance(value, Mapping):
            return value
        return {key: self.fields[key].listed(item) if key in self.fields else item for key, item in value.items()}

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [key for key, field in self.fields.items() if field.required],
            "properties": {key: field.schema() for key, field in self.fields.items()},
        }


def salvage(value: Any, issues: Sequence[Issue]) -> dict[Any, Any]:
    """A mapping without the keys (of the first level, or entries of a mapping there) in which issues were found.

    Nothing of it is left where there are more than `few` tells.
    """
    if len(issues) > MOST_ISSUES:
        return {}
    kept: dict[Any, Any] = dict(value) if isinstance(value, Mapping) else {}
    for path, _, _ in issues:
        inner = kept.get(path[0]) if path else None
        if isinstance(inner, Mapping) and len(path) > 1:
            kept[path[0]] = {key: item for key, item in inner.items() if key != path[1]}
        elif path:
            kept.pop(path[0], None)
    return kept


def sound(field: Field, value: Any) -> tuple[Any, list[Issue]]:
    """A value without what is wrong in it, None where nothing remains or too much is wrong, and `few` mistakes."""
    found: list[Issue] = []
    while issues := few(field.issues(value)):
        found += issues
        if len(issues) > MOST_ISSUES or any(not issue.path for issue in issues):
            return None, found
        before = value
        # From the end, so that the places in a list that come before stay what they are.
        for issue in sorted(issues, key=lambda issue: [str(step).zfill(9) for step in issue.path], reverse=True):
            value = _without(value, issue.path)
        if value == before:
            return None, found
    return value, found


def _without(value: Any, path: Path) -> Any:
    step, *rest = path
    if isinstance(value, Mapping) and step in value:
        kept = {key: item for key, item in value.items() if key != step}
        return {**value, step: _without(value[step], tuple(rest))} if rest else kept
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return [*value[:step], *([_without(value[step], tuple(rest))] if rest else []), *value[step + 1 :]]
    return value


class Short(Record):
    """A record, or a single value that stands for one of its fields: "off" for {severity: off}."""

    def __init__(self, key: str, fields: Mapping[str, Field], doc: str, *, required: bool = False) -> None:
        super().__init__(fields, doc, required=required)
        self.key = key

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if isinstance(value, Mapping):
            yield from super().issues(value, path)
        else:
            yield from self.fields[self.key].issues(value, path)

    def fill(self, value: Any) -> Any:
        """See `Field.fill`."""
        return super().fill(value if isinstance(value, Mapping) else {self.key: value})

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"anyOf": [self.fields[self.key].shape(), super().shape()]}


def _alternatives(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _name(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{value}”" if value.strip() else "an empty text"
    if isinstance(value, list):
        return "a list"
    return "a mapping" if isinstance(value, Mapping) else f"{value}"
