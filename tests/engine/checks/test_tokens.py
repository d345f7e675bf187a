from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from reslint.engine import lint
from reslint.engine.checks import check_class
from reslint.engine.checks import tokens as module
from reslint.text.fold import fold

OIL = [[{"LOWER": "lamp"}, {"LOWER": {"IN": ["oil", "oils"]}, "OP": "+"}]]


@pytest.mark.filterwarnings("ignore")
def test_the_longest_row_of_tokens_is_found(check: Any) -> None:
    folded = fold(("the *Lamp* oil oils, a lamp",))
    kind = check("tokens", patterns=OIL, keywords=["lamp"])
    assert [folded.text[match.start : match.end] for match in kind.find(folded)] == ["Lamp oil oils"]


@pytest.mark.filterwarnings("ignore")
def test_what_is_not_installed_is_said_with_the_rules_not_run(
    read: Any, rule: Any, ruleset: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    nouns = {"patterns": [[{"POS": "NOUN"}]], "keywords": ["oil"], "pipeline": "no_such_pipeline"}
    plain = {"patterns": OIL, "keywords": ["lamp"]}
    rules = ruleset(rule("a/noun", "tokens", **nouns), rule("a/lamp", "tokens", **plain))
    (notice,) = lint(read("1. *Requests* oil;"), rules).notices
    assert "“no_such_pipeline” is not installed" in str(notice)
    assert notice.rules == ("a/noun",)

    module._language.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    (notice,) = lint(read("1. *Requests* lamp oil and oil;"), ruleset(rule("b/lamp", "tokens", **plain))).notices
    assert str(notice).startswith("spaCy cannot be imported")
    assert notice.rules == ("b/lamp",)


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
check = kind(kind.OPTIONS.fill({"patterns": [[{"LOWER": "oil"}]], "keywords": ["oil"]}), Resources())
rule = Rule("a/oil", "own", None, "warning", "", "", (Step(parse_selector("words"), check, "", None),))
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
        ([[{"TEXT": {"REGEX": "("}}]], ("patterns", 0, 0, "TEXT", "REGEX"), "this is no regular expression"),
        ([{"LOWER": "oil"}], ("patterns", 0), "expected a pattern: a list of tokens"),
        ([], ("patterns",), "expected a list of patterns"),
    ],
)
def test_a_mistake_in_a_token_pattern_is_located(patterns: Any, path: Any, message: str) -> None:
    (issue,) = check_class("tokens").OPTIONS.issues({"patterns": patterns})
    assert issue.path == path
    assert issue.message.startswith(message)
