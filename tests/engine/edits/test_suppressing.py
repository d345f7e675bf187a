"""Comments written into a draft for findings that are to stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.engine import Finding, lint
from reslint.engine.edits.suppressing import suppressing_edits
from reslint.text import Text, apply_edits

OIL = "1. *Requests* the harbours to store oyl;"


@pytest.fixture(scope="session")
def find(read: Any, rule: Any, ruleset: Any) -> Callable[[Text], list[Finding]]:
    rules = ruleset(
        rule("spelling/oil", find="oyl"), rule("spelling/lamp", find="lammp"), rule("form/twice", "repetition")
    )
    return lambda text: list(lint(read(text.content), rules).findings)


def suppressed(text: Text, findings: list[Finding], reason: str = "") -> Text:
    return Text(apply_edits(text.content, suppressing_edits(text, findings, reason)))


def after(words: str, find: Callable[[Text], list[Finding]], reason: str = "") -> str:
    text = Text(words)
    findings = find(text)
    assert findings
    done = suppressed(text, findings, reason)
    assert find(done) == []
    return done.content


def test_the_comment_stands_on_a_line_of_its_own_above(find: Any) -> None:
    assert after(OIL, find) == f"<!-- reslint-disable-next-line spelling/oil -->\n{OIL}"
    words = f"*Noting* the fog,\n\n{OIL}\n"
    assert after(words, find) == words.replace("1.", "<!-- reslint-disable-next-line spelling/oil -->\n1.")


def test_within_a_paragraph_it_stands_at_the_end_of_the_line(find: Any) -> None:
    words = "1. *Requests* the harbours\nto store oyl\nand to wait;\n"
    assert after(words, find) == words.replace("oyl", "oyl <!-- reslint-disable-line spelling/oil -->")


def test_the_rules_of_one_line_share_a_comment_and_each_is_named_once(find: Any) -> None:
    words = "1. *Requests* oyl, more oyl and and a lammp;\n\n2. *Requests* a lammp;\n"
    assert after(words, find) == (
        "<!-- reslint-disable-next-line spelling/oil, form/twice, spelling/lamp -->\n"
        "1. *Requests* oyl, more oyl and and a lammp;\n\n"
        "<!-- reslint-disable-next-line spelling/lamp -->\n"
        "2. *Requests* a lammp;\n"
    )


def test_the_reason_is_written_on_one_line_and_cannot_end_the_comment(find: Any) -> None:
    comment = after(OIL, find, "as\n in the\tcharter --> so").splitlines()[0]
    assert comment == "<!-- reslint-disable-next-line spelling/oil -- as in the charter - -> so -->"
    assert after(OIL, find, "  \n") == after(OIL, find)


def test_the_lines_end_as_those_of_the_text(find: Any) -> None:
    words = f"*Noting* the fog,\r\n\r\n{OIL}\r\n"
    assert after(words, find).count("\r\n") == after(words, find).count("\n") == 4


def test_where_nothing_was_found_nothing_is_written() -> None:
    assert suppressed(Text(OIL), [], "why not").content == OIL


WORDS = st.lists(
    st.sampled_from(["oyl", "lammp", "and", "and", "\n", "\n\n", "\n\n2. *Requests*", "a boat"]), max_size=12
)


@given(WORDS.map(lambda pieces: "1. *Requests* " + " ".join(pieces) + ";"), st.text("ab->! \n", max_size=8))
def test_whatever_was_found_is_silenced(find: Any, words: str, reason: str) -> None:
    text = Text(words)
    assert find(suppressed(text, find(text), reason)) == []
