"""The page about a kind of check: its options, the values its messages may use, and a rule that uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..engine.checks import KINDS, check_class
from ..engine.data.schema import Choice, Field, Flag, LexiconName, ListOf, MapOf, Number, Pattern, Record
from ..engine.packs.rule import Rule
from .style import PLAIN, Style
from .text import Layout

_FORMS: Sequence[tuple[type[Field], str]] = (
    (Pattern, "a pattern"),
    (LexiconName, "a lexicon"),
    (Flag, "true or false"),
    (Number, "a number"),
    (Record, "a mapping"),
)
_ALWAYS = ("found", "fixed")


class Loaded:
    """The checks of packs as their files say them, each pack read when those before it have not sufficed."""

    def __init__(self, packs: Sequence[str], load: Callable[[str], Sequence[Rule]]) -> None:
        self._packs = list(packs)
        self._load = load
        self._read: list[list[tuple[str, Mapping[str, Any]]]] = []

    def __iter__(self) -> Iterator[list[tuple[str, Mapping[str, Any]]]]:
        """For each pack the names of rules and their checks."""
        for at, pack in enumerate(self._packs):
            if at == len(self._read):
                self._read.append([(rule.name, check) for rule in self._load(pack) for check in _checks(rule)])
            yield self._read[at]


class KindPage:
    """One kind of check, with the packs among whose rules an example of it is looked for."""

    def __init__(self, name: str, packs: Iterable[list[tuple[str, Mapping[str, Any]]]] = ()) -> None:
        self.name = name
        self.options: Record = check_class(name).OPTIONS
        self.summary = self.options.doc
        self._packs = packs

    @property
    def values(self) -> list[str]:
        """The values that messages and fixes may use, besides the groups of a pattern."""
        declared = getattr(check_class(self.name), "VALUES", None) or ()
        return [*_ALWAYS, *sorted(set(declared) - set(_ALWAYS))]

    @cached_property
    def example(self) -> tuple[str, str] | None:
        """The shortest check of this kind: the name of its rule, and the check as YAML; None where no rule has one."""
        from yaml import safe_dump

        for checks in self._packs:
            found = []
            for rule, check in checks:
                if check.get("kind") == self.name:
                    words = safe_dump({"check": dict(check)}, allow_unicode=True, sort_keys=False, width=100)
                    found.append((len(words), rule, words.rstrip("\n")))
            if found:
                return min(found)[1:]
        return None

    def data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "kind": self.name,
            "summary": self.summary,
            "options": {
                key: {"form": form(field), "required": field.required, "default": field.default, "doc": field.doc}
                for key, field in self.options.fields.items()
            },
            "values": self.values,
            "example": dict(zip(("rule", "yaml"), self.example, strict=True)) if self.example else None,
        }


def form(field: Field) -> str:
    """The values that are allowed, in a few words."""
    if isinstance(field, Choice):
        return f"one of {', '.join(f'“{word}”' for word in field.words)}"
    if isinstance(field, ListOf):
        return f"a list ({form(field.item)})"
    if isinstance(field, MapOf):
        return f"a mapping to {form(field.item)}"
    if field.shape().get("$ref"):
        return "a description as in `select`"
    return next((words for kind, words in _FORMS if isinstance(field, kind)), "text")


def _checks(rule: Rule) -> list[Mapping[str, Any]]:
    """The checks as the file of the rule says them, without defaults."""
    from ..engine.data.yamlfile import YamlFile, decode_utf8

    data = YamlFile(rule.path, decode_utf8(rule.path.read_bytes())).data
    check = data.get("check") if isinstance(data, Mapping) else None
    return [each for each in (check if isinstance(check, list) else [check]) if isinstance(each, Mapping)]


def kinds_lines(style: Style = PLAIN) -> Iterator[str]:
    """Every kind, a line each."""
    widest = max(map(len, KINDS))
    for name in KINDS:
        yield f"{style.paint(f'{name:{widest}}', 'rule')}  {KindPage(name).summary}"


def kind_lines(kind: KindPage, layout: Layout) -> Iterator[str]:
    """The page of one kind."""
    import textwrap

    style = layout.style

    def wrapped(words: str, indent: str) -> list[str]:
        return textwrap.wrap(words, layout.columns, initial_indent=indent, subsequent_indent=indent)

    yield f"{style.paint(kind.name, 'rule')}  {kind.summary}"
    yield from ("", style.paint("Options", "bold"))
    if not kind.options.fields:
        yield "  none"
    for key, field in kind.options.fields.items():
        default = "" if field.default in (None, [], {}) else f", otherwise {_shown(field.default)}"
        must = "required, " if field.required else ""
        yield f"  {style.paint(key, 'related')}: {must}{form(field)}{default}"
        yield from wrapped(field.doc, "    ")
    yield from ("", style.paint("Values for messages and fixes", "bold"))
    groups = any(isinstance(field, Pattern) for field in kind.options.fields.values())
    yield f"  {', '.join(f'{{{each}}}' for each in kind.values)}" + (", {1}: a group of the pattern" if groups else "")
    if kind.example is not None:
        rule, words = kind.example
        yield from ("", style.paint(f"Example: {rule}", "bold"))
        yield from (f"  {line}" for line in words.splitlines())
        yield style.paint(f"  reslint explain --source {rule} prints the whole rule", "dim")


def _shown(default: Any) -> str:
    if isinstance(default, bool):
        return "true" if default else "false"
    return ", ".join(map(str, default)) if isinstance(default, list) else str(default)
