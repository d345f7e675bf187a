"""Rule files, patterns and configurations for fuzzing: right ones, damaged as text, as data and as patterns."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any

from reslint.engine.checks import KINDS
from reslint.engine.data.yamlfile import YamlFile
from reslint.engine.packs.folders import shipped

CONFIGURATION = """\
extends: other.yaml
packs: [un]
select: [style]
ignore: style/money
profile: sc
body: General Assembly
stage: draft
fail-level: info
include: ['*.txt']
exclude: build
rules:
  style/money: off
  opener: {severity: info}
overrides:
  - files: '*.old.md'
    profile: un
    rules: {style: off}
"""
PROJECT = """\
[project]
name = "drafts"

[tool.reslint]
packs = ["un"]
select = ["style"]
fail-level = "info"

[tool.reslint.rules]
"style/money" = "off"
opener = { severity = "info" }

[[tool.reslint.overrides]]
files = "*.old.md"
profile = "un"
"""
MATTER = """\
title: Lamps
reslint:
  profile: sc
  packs: [mun]
  body: Security Council
  stage: adopted
"""
ODD = (
    "[]", "{}", "null", "1e99", "*a", "&a [*a]", "yes", "off", "''", "' '", "-1", "12345678901234567890", "0x1F", "~",
    "!!python/object:os.system x", "{a: {b: {c: [d]}}}", "[[[[[[]]]]]]", "&b [x, x]", "[*b, *b]", "'{found'", "'{0}'",
    "'{fixed:ordinal:upper}'", "'{found}{found}'", "../../etc/passwd", "/dev/zero", "2026-13-45", "\ud800", "\x00",
    "|\n   x", ">-\n   y", '"\\x00"', '"\\ud800"', "un/lexicon", "'*'", "'!x'", "'['", "'(a+)+$'", "'(?P<x>a)(?P=x)'",
    "'a{99999}'", "~nobody/x", "'~\\x00'", "x" * 300, "'a/*/../**/b'",
)  # fmt: skip
LINES = (
    "  - x", "?", "\t", "---", "...", "a: b: c", "<<: {a: 1}", '"', "# note", "- - - a", "%YAML 1.2", "  kind: whole",
)  # fmt: skip
ATOMS = (
    "a", "b", " ", r"\w", r"\d", r"\s", ".", "[ab]", "[^a]", r"\W", r"\b", "^", "$", r"\Z", "the", r"\d+", "é", "(?:)",
    "[a-z]", r"\S", "A", "İ", "ß", "[\\d,.]",
)  # fmt: skip
REPEATS = ("*", "+", "?", "*?", "+?", "{2}", "{0,3}", "{1,}", "{,60}", "??", "{3,2}", "{20}", "{0,40}", "*+")
_RARE = ("{1000}", "{0,400}", "{99999999999}")
GROUPS = (
    "({})", "(?:{})", "(?:{}|{})", "(?={})", "(?!{})", "(?<={})", "(?<!{})", "(?i:{})", "(?-i:{})", "(?P<n>{})",
    "{}|{}", "(?>{})", "({})?(?(1){}|{})", "({}) \\1", "[^{}]",
)  # fmt: skip


@cache
def rule_files() -> tuple[tuple[str, str], ...]:
    """The shipped files of rules, lexicons and phrases, by their path in the pack."""
    root = shipped() / "un"
    files = [(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in root.rglob("*.yaml")]
    return tuple(sorted((name, text) for name, text in files if len(text) < 4_000))


@cache
def _data() -> tuple[tuple[str, str], ...]:
    """The same rule files as JSON, to be changed as data."""
    rules = [(name, text) for name, text in rule_files() if "\ncheck:" in text]
    return tuple((name, json.dumps(YamlFile(shipped(), text).data)) for name, text in rules)


def rule_file(rng: random.Random) -> tuple[str, str]:
    """A damaged file of a pack: its path and its text."""
    if rng.random() < 0.5:
        name, text = rng.choice(rule_files())
        return name, damaged(rng, text)
    name, written = rng.choice(_data())
    data = json.loads(written)
    for _ in range(rng.randrange(1, 4)):
        _change(rng, data)
    return name, json.dumps(data, ensure_ascii=rng.random() < 0.5)


def _change(rng: random.Random, data: Any) -> None:
    """Change one value somewhere in nested lists and mappings."""
    at = data
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not keys:
            return
        key = rng.choice(keys)
        if isinstance(at[key], (dict, list)) and at[key] and rng.random() < 0.8:
            at = at[key]
            continue
        break
    way = rng.randrange(6)
    if way == 0:
        del at[key]
    elif way == 1 and isinstance(at, dict):
        at[rng.choice(("kid", "find", "lexicon", "select", "", "message", "unless", "at"))] = at[key]
    elif key == "kind" or way == 2:
        at[key] = rng.choice((rng.choice(list(KINDS)), True, None, 3.5, [], {}, "x", ["body"], {"not": "body"}))
    elif isinstance(at[key], str) and way < 5:
        at[key] = pattern(rng) if rng.random() < 0.5 else _spoilt(rng, at[key])
    else:
        at[key] = {"any": [at[key], at[key]], "not": at[key]} if rng.random() < 0.3 else [at[key]]


def _spoilt(rng: random.Random, words: str) -> str:
    at = rng.randrange(len(words) + 1)
    put = rng.choice(("", "(", ")", "[", "*", "+", "{", "}", "|", "\\", "{1}", "{{", "(?i)", "\n"))
    return words[:at] + put + words[at + rng.randrange(3) :]


def damaged(rng: random.Random, text: str) -> str:
    """A YAML text with lines changed, doubled, moved, and values of other types."""
    lines = text.split("\n")
    for _ in range(rng.randrange(1, 4)):
        way, at = rng.randrange(7), rng.randrange(len(lines))
        if way == 0:
            lines[at] = rng.choice(lines)
        elif way == 1:
            del lines[at : at + rng.randrange(3)]
        elif way == 2:
            lines[at] = "  " * rng.randrange(3) + lines[at].strip()
        elif way == 3:
            lines[at] = f"{lines[at].partition(':')[0]}: {rng.choice(ODD)}"
        elif way == 4:
            cursor = rng.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cursor] + chr(rng.randrange(256)) + lines[at][cursor:]
        elif way == 5:
            key = lines[at].partition(":")[0]
            lines[at] = f"{key}: '{pattern(rng)}'"
        else:
            lines.insert(at, rng.choice(LINES))
        lines = lines or [""]
    return "\n".join(lines)


def pattern(rng: random.Random, depth: int = 3) -> str:
    """A regular expression, mostly one that compiles; some of them would run for ever."""
    made = ""
    for _ in range(rng.randrange(1, 4)):
        if depth and rng.random() < 0.4:
            group = rng.choice(GROUPS)
            part = group.format(*(pattern(rng, depth - 1) for _ in range(group.count("{}"))))
        else:
            part = rng.choice(ATOMS)
        made += part + (rng.choice(REPEATS if rng.random() < 0.99 else _RARE) if rng.random() < 0.4 else "")
    return made


def headed(rng: random.Random, text: str) -> str:
    """A text that calls for the rules of a house: by damaged front matter, or by lines of a heading."""
    if rng.random() < 0.6:
        return f"---\n{damaged(rng, MATTER)}---\n{text}"
    return "\n\n".join((*rng.sample(_HEADING, rng.randrange(1, 4)), text))


_HEADING = (
    "Committee: Ports",
    "FORUM: Youth",
    "Sponsors: Fiji",
    "QUESTION OF: Lamps",
    "Topic: Lights",
    "Signatories: Peru",
)


def configuration(rng: random.Random) -> str:
    """A damaged configuration."""
    return damaged(rng, CONFIGURATION)
