"""Our YAML means to every reader what it means to reslint, which reads YAML 1.2; most others still read YAML 1.1."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.engine.data.yamlfile import YamlFile

from .conftest import PROJECT

RULES = PROJECT / "rules"
FILES = sorted(RULES.rglob("*.yaml"))
SCHEMAS = sorted(RULES.glob("*.schema.json"))
NOT_RULES = {"lexicon", "phrases"}
SEVERITIES = ("severity", "profiles", "rules")
"""Keys below which a bare “off” is a severity; false means the same there, and the schemas say so."""


def different(ours: Any, theirs: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    """Where two readings of one file differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and ours.keys() == theirs.keys():
        for key in ours:
            yield from different(ours[key], theirs[key], (*path, key))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for at, pair in enumerate(zip(ours, theirs, strict=True)):
            yield from different(*pair, (*path, at))
    elif ours == "off" and theirs is False and set(path) & set(SEVERITIES):
        return
    elif type(ours) is not type(theirs) or ours != theirs:
        yield path, ours, theirs


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(RULES).as_posix())
def test_a_file_means_the_same_to_every_reader(path: Path):
    text = path.read_text(encoding="utf-8")
    assert list(different(YamlFile(path, text).data, yaml.safe_load(text))) == []


def words(schema: Any) -> Iterator[str]:
    """The keys and the words that a schema has."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from words(part)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_no_key_and_no_word_of_ours_is_anything_else_in_yaml(path: Path):
    resolve = yaml.SafeLoader("").resolve
    ours = set(words(json.loads(path.read_text(encoding="utf-8"))))
    other = {word for word in ours if resolve(yaml.ScalarNode, word, (True, False)) != "tag:yaml.org,2002:str"}
    # Where “off” and “no” may stand so may false, which is what they are read as.
    assert other <= {"off", "no"}


def fitting(schema: str, files: list[Path]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(RULES / schema), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema (PyPI) is not installed")
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("rule.schema.json", [path for path in RULES.glob("*/*/*.yaml") if path.parent.name not in NOT_RULES]),
        ("pack.schema.json", list(RULES.glob("*/pack.yaml"))),
    ],
)
def test_another_validator_finds_our_files_right(schema: str, files: list[Path]):
    assert files
    done = fitting(schema, files)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(find_spec("check_jsonschema") is None, reason="check-jsonschema (PyPI) is not installed")
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("rules: {opener: off, style/number: info, grammar: false}\n", 0),
        ("packs: [un, ./house]\noverrides:\n  - files: [council/]\n    profile: sc\n", 0),
        ("rules: {opener: loud}\n", 1),
    ],
)
def test_another_validator_judges_a_configuration_as_reslint_does(tmp_path: Path, text: str, status: int):
    path = tmp_path / ".reslint.yaml"
    path.write_text(text, encoding="utf-8")
    assert fitting("config.schema.json", [path]).returncode == status
