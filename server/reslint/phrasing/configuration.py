"""Keys, rules and values in a configuration: `.reslint.yaml`, and `[tool.reslint]` in pyproject.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from ..engine.data.schema import Choice, Field, Flag, ListOf, MapOf, Record, Short
from ..engine.packs.folders import shipped_names
from ..engine.packs.manifest import ADJUSTMENTS, PROFILE_SEVERITIES
from ..engine.project.configuration import CONFIGURATION
from ..text import Span
from .proposal import Proposal
from .rulenames import names_of_rules

if TYPE_CHECKING:
    from ..engine.packs.ruleset import Ruleset
    from ..text import Text

Language = Literal["yaml", "toml"]
_SECTION = "tool.reslint"
_WORD = r"[\w./-]"
_YAML = re.compile(r"(?P<indent> *)(?P<item>- +)?(?P<key>[\"']?[\w./-]*[\"']?)(?P<colon>\s*:)?")
_YAML_VALUE = re.compile(
    rf" *(?:- +)?[\"']?(?P<key>[\w./-]+)[\"']?\s*: +(?P<flow>[\[{{].*[\[{{, ]|[\[{{])?[\"']?(?P<typed>{_WORD}*)\Z"
)
_YAML_KEY = re.compile(rf"(?P<indent> *)(?P<item>- +)?[\"']?(?P<typed>{_WORD}*)\Z")
_FLOW_KEY = re.compile(r"[\"']?([\w-]+)[\"']?\s*:\s*\Z")
_TOML_SECTION = re.compile(r"\s*\[(?P<name>[^\[\]]*)\]")
_TOML_VALUE = re.compile(
    rf"\s*[\"']?(?P<key>[\w./-]+)[\"']?\s*=\s*(?P<flow>\[.*[\[, ]|\[)?[\"']?(?P<typed>{_WORD}*)\Z", re.S
)
_TOML_KEY = re.compile(rf"\s*[\"']?(?P<typed>{_WORD}*)\Z")
_TOML_OPEN = re.compile(r"^\s*[\"']?([\w./-]+)[\"']?\s*=\s*\[[^\]]*\Z", re.MULTILINE)
_RULE_LISTS = ("select", "ignore")


def propose_in_configuration(text: Text, offset: int, language: Language, ruleset: Ruleset) -> list[Proposal]:
    """The keys, rules and values that may stand at an offset of a configuration."""
    found = _in_yaml(text, offset) if language == "yaml" else _in_toml(text, offset)
    if found is None:
        return []
    path, typed, is_value = found
    return list(_values(path, typed, offset, ruleset) if is_value else _keys(path, typed, offset, language, ruleset))


def _in_yaml(text: Text, offset: int) -> tuple[tuple[str, ...], str, bool] | None:
    """The keys above an offset, what has been typed, and whether it is a value."""
    line = text.line_of(offset)
    start = text.line_starts[line]
    head = text.content[start:offset]
    if "#" in head:
        return None
    indent = len(head) - len(head.lstrip(" "))
    value = _YAML_VALUE.match(head)
    if value is not None:
        path = (*_parents(text, line, indent), value["key"])
        inner = _FLOW_KEY.search(head[: len(head) - len(value["typed"])])
        if value["flow"] and value["flow"][0] == "{":
            if inner is None or inner[1] == value["key"]:
                return path, value["typed"], False
            return (*path, inner[1]), value["typed"], True
        return path, value["typed"], True
    key = _YAML_KEY.match(head)
    if key is None:
        return None
    if key["item"]:
        return _parents(text, line, indent + 1), key["typed"], True
    return _parents(text, line, indent), key["typed"], False


def _parents(text: Text, line: int, indent: int) -> tuple[str, ...]:
    """The keys that a line of some indentation stands below."""
    path: list[str] = []
    for above in range(line - 1, -1, -1):
        found = _YAML.match(text.slice(text.line_span(above)))
        if found is None or not found["colon"] or found["item"]:
            continue
        depth = len(found["indent"])
        if depth < indent:
            path.insert(0, found["key"].strip("\"'"))
            indent = depth
        if not indent:
            break
    return tuple(path)


def _in_toml(text: Text, offset: int) -> tuple[tuple[str, ...], str, bool] | None:
    section: str | None = None
    line = text.line_of(offset)
    at = 0
    for above in range(line - 1, -1, -1):
        found = _TOML_SECTION.match(text.slice(text.line_span(above)))
        if found is not None:
            section, at = found["name"].strip(), text.line_starts[above + 1]
            break
    if section is None or not (section == _SECTION or section.startswith(f"{_SECTION}.")):
        return None
    path = tuple(part.strip(" \"'") for part in section[len(_SECTION) :].split(".") if part)
    head = text.content[text.line_starts[line] : offset]
    opened = _TOML_OPEN.search(text.content[at:offset])
    if opened is not None:
        typed = re.search(rf"{_WORD}*\Z", head)
        return (*path, opened[1]), typed[0] if typed else "", True
    value = _TOML_VALUE.match(head)
    if value is not None:
        return (*path, value["key"]), value["typed"], True
    key = _TOML_KEY.match(head)
    return (path, key["typed"], False) if key is not None else None


def _keys(path: Sequence[str], typed: str, offset: int, language: Language, ruleset: Ruleset) -> Iterator[Proposal]:
    field = _field(path)
    colon = ": " if language == "yaml" else " = "
    if field is ADJUSTMENTS:
        for item in names_of_rules(typed, offset, ruleset):
            key = f'"{item.text}"' if language == "toml" and "/" in item.text else item.text
            yield Proposal("rule", item.label, item.span, f"{key}{colon}", detail=item.detail, about=item.about)
        return
    if field is PROFILE_SEVERITIES:
        for name, words in ruleset.profiles.items():
            if name.startswith(typed):
                yield Proposal("key", name, Span(offset - len(typed), offset), f"{name}{colon}", detail=words)
    if isinstance(field, Record):
        for name, each in field.fields.items():
            if name.startswith(typed):
                below = language == "yaml" and isinstance(each, MapOf)
                text = f"{name}:" if below else f"{name}{colon}"
                span = Span(offset - len(typed), offset)
                yield Proposal("key", name, span, text, detail=each.doc, about=("text", each.doc))


def _values(path: Sequence[str], typed: str, offset: int, ruleset: Ruleset) -> Iterator[Proposal]:
    field = _field(path)
    if isinstance(field, Short):
        field = field.fields[field.key]
    if isinstance(field, ListOf) and path[-1:] and path[-1] in _RULE_LISTS:
        yield from names_of_rules(typed, offset, ruleset)
        return
    known: dict[str, str] = {}
    if isinstance(field, Choice):
        known = dict.fromkeys(map(str, field.words), "")
    elif isinstance(field, Flag):
        known = {"true": "", "false": ""}
    elif list(path) == ["packs"]:
        known = dict.fromkeys(shipped_names(), "a pack that comes with the program")
    elif list(path) == ["profile"]:
        known = dict(ruleset.profiles)
    elif list(path) == ["body"]:
        known = {organ.name: organ.short for organ in ruleset.vocabulary.organs}
    for word, detail in known.items():
        if word.lower().startswith(typed.lower()):
            yield Proposal("key", word, Span(offset - len(typed), offset), word, detail=detail)


def _field(path: Sequence[str]) -> Field | None:
    """The field of the configuration at a path of keys; None where there is none."""
    field: Field | None = CONFIGURATION
    for key in path:
        if isinstance(field, MapOf):
            field = field.item
        elif isinstance(field, Record):
            field = field.fields.get(key)
        else:
            return None
    return field
