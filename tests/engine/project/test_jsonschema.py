"""The JSON Schemas say what the program says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reslint.engine.data.schema import Record
from reslint.engine.data.yamlfile import YamlFile
from reslint.engine.packs.folders import shipped
from reslint.engine.packs.manifest import PACK
from reslint.engine.packs.rulefile import rule_record
from reslint.engine.project.configuration import CONFIGURATION
from reslint.engine.project.jsonschema import schemas

RECORDS = {"rule.schema.json": rule_record(), "pack.schema.json": PACK, "config.schema.json": CONFIGURATION}
RULES = sorted(p for p in shipped().glob("*/*/*.yaml") if p.parent.name not in {"lexicon", "phrases"})
REST = "\nwhy: w\nsource: s\nmessage: m\nexamples: {report: ['{{a}}'], silent: b}\n"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schemas()[name])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def data(text: str) -> Any:
    return YamlFile(Path("x.yaml"), text).data


@pytest.mark.parametrize("name", RECORDS)
def test_the_schemas_beside_the_packs_are_those_of_the_program(name: str) -> None:
    kept = (shipped() / name).read_text(encoding="utf-8")
    assert kept == schemas()[name], "run python -m reslint.develop regenerate"


def test_every_rule_that_comes_with_the_program_fits_the_schema() -> None:
    checker = validator("rule.schema.json")
    assert RULES
    for path in RULES:
        errors = [error.message for error in checker.iter_errors(data(path.read_text(encoding="utf-8")))]
        assert errors == [], path


def test_every_manifest_that_comes_with_the_program_fits_the_schema() -> None:
    for path in shipped().glob("*/pack.yaml"):
        assert validator("pack.schema.json").is_valid(data(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("rule.schema.json", "summary: s\nseverity: off\ncheck: {kind: pattern, find: x}" + REST, True),
        ("rule.schema.json", "summary: s\nseverity: off\ncheck: [{kind: whole}]" + REST, True),
        ("rule.schema.json", "summary: s\nseverity: no\ncheck: {kind: whole}" + REST, True),
        ("rule.schema.json", "summary: s\nseverity: off\ncheck: {kind: wole}" + REST, False),
        ("rule.schema.json", "summary: s\nseverity: off\ncheck: {kind: whole, find: x}" + REST, False),
        ("rule.schema.json", "summary: s\nseverity: off\ncheck: {kind: pattern}" + REST, False),
        ("rule.schema.json", "summary: ' '\nseverity: off\ncheck: {kind: whole}" + REST, False),
        ("rule.schema.json", "summary: s\nseverity: off\nselect: operative\ncheck: {kind: whole}" + REST, True),
        ("rule.schema.json", "summary: s\nseverity: off\nselect: operatve\ncheck: {kind: whole}" + REST, False),
        (
            "rule.schema.json",
            "summary: s\nseverity: off\nselect: {kind: operative, knd: a}\ncheck: {kind: whole}" + REST,
            False,
        ),
        ("rule.schema.json", "summary: s\nseverity: off\nfix: {titel: t}\ncheck: {kind: whole}" + REST, False),
        ("rule.schema.json", "summary: s\nseverity: off\nprofiles: {sc: infos}\ncheck: {kind: whole}" + REST, False),
        ("rule.schema.json", "[]", False),
        ("pack.schema.json", "name: a\nsummary: s\nextends: [un]\nrules: {style: off}", True),
        ("pack.schema.json", "name: a\nsummary: s\nrules: {style: {severity: info, options: {at: start}}}", True),
        ("pack.schema.json", "name: a\nsummary: s\nrules: {style: {sevrity: info}}", False),
        ("pack.schema.json", "name: a", False),
        ("config.schema.json", "packs: un\nselect: [style]\nfail-level: info", True),
        ("config.schema.json", "fail-level: off", False),
        ("config.schema.json", "profil: sc", False),
        ("config.schema.json", "select: [1]", False),
    ],
)
def test_the_schema_and_the_program_agree(name: str, text: str, right: bool) -> None:
    record: Record = RECORDS[name]
    assert (not list(record.issues(data(text)))) is right
    assert validator(name).is_valid(data(text)) is right
