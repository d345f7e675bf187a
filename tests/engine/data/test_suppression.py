from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reslint.engine import Finding, lint
from reslint.text import apply_edits

OIL = "1. *Requests* the harbours to store oyl;"

NAMED = "{name}{?suggestion}; did you mean “{suggestion}”{/suggestion}"


@pytest.fixture
def found(read: Any, rule: Any, ruleset: Any) -> Callable[[str], list[Finding]]:
    def find(words: str) -> list[Finding]:
        rules = ruleset(
            rule("spelling/oil", find="oyl"),
            rule("spelling/lamp", find="lammp"),
            rule("suppression/unused", "suppression-unused", select="comment", fix=True),
            rule("suppression/unknown", "suppression-unknown", message=NAMED),
            rule("suppression/malformed", "suppression-malformed", message=NAMED),
        )
        return list(lint(read(words), rules).findings)

    return find


@pytest.mark.parametrize(
    "words",
    [
        f"<!-- reslint-disable-next-line spelling/oil -->\n{OIL}",
        f"<!-- reslint-disable-next-line spelling -- it is a name -->\n\n\n{OIL}",
        f"{OIL} <!-- reslint-disable-line spelling/oil -->",
        f"<!-- reslint-disable spelling/oil -->\n\n{OIL}\n\n<!-- reslint-enable spelling/oil -->",
        f"{OIL}\n\n<!-- reslint-disable-file spelling -->",
        f"<!-- reslint-disable-next-line spelling/oil -->\r\n{OIL}",
    ],
)
def test_a_comment_suppresses_the_finding_it_names(found: Any, words: str) -> None:
    assert found(OIL) != []
    assert found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        f"<!-- reslint-disable-next-line spelling/lamp -->\n{OIL}",
        f"<!-- reslint-disable spelling/oil -->\n\n<!-- reslint-enable spelling/oil -->\n\n{OIL}",
        f"{OIL}\n\n<!-- reslint-disable-next-line spelling/oil -->",
    ],
)
def test_a_comment_suppresses_nothing_else(found: Any, words: str) -> None:
    assert "spelling/oil" in [finding.rule for finding in found(words)]


def test_a_finding_belongs_to_the_line_it_starts_on(found: Any) -> None:
    words = "1. *Requests* the harbours\n<!-- reslint-disable-next-line spelling/oil -->\nto store oyl\nand oyl;"
    assert [words[: finding.span.start].count("\n") for finding in found(words)] == [3]


def test_a_comment_that_suppresses_nothing_is_a_finding_and_its_fix_takes_it_away(found: Any) -> None:
    words = f"<!-- reslint-disable-next-line spelling/oil, spelling/lamp -->\n{OIL}"
    (unused,) = found(words)
    assert (unused.rule, words[unused.span.start : unused.span.end]) == ("suppression/unused", "spelling/lamp")
    assert apply_edits(words, unused.fix.edits) == f"<!-- reslint-disable-next-line spelling/oil -->\n{OIL}"


def test_the_whole_line_goes_with_the_last_name_of_a_comment(found: Any) -> None:
    clean = "1. *Requests* the harbours to store oil;"
    words = f"<!-- reslint-disable-next-line spelling/oil -- no longer needed -->\n{clean}"
    (unused,) = found(words)
    assert apply_edits(words, unused.fix.edits) == clean
    words = f"{clean} <!-- reslint-disable-line spelling/oil -->"
    (unused,) = found(words)
    assert apply_edits(words, unused.fix.edits) == clean


@pytest.mark.parametrize(
    ("comment", "name", "message"),
    [
        ("disable-next-line spelling/oyl", "suppression/unknown", "spelling/oyl; did you mean “spelling/oil”"),
        ("disable-next-line", "suppression/malformed", "reslint-disable-next-line"),
        ("disable-next-line -- spelling/oil", "suppression/malformed", "reslint-disable-next-line"),
        (
            "disable-nextline spelling",
            "suppression/malformed",
            "reslint-disable-nextline; did you mean “disable-next-line”",
        ),
    ],
)
def test_a_comment_that_cannot_work_is_a_finding(found: Any, comment: str, name: str, message: str) -> None:
    (finding,) = found(f"<!-- reslint-{comment} -->\n1. *Requests* the harbours to store oil;")
    assert (finding.rule, finding.message) == (name, message)


def test_thousands_of_unclosed_comments_are_read_quickly(found: Any) -> None:
    assert found(f"{OIL}\n\n" + "<!-- reslint-disable " * 5000) != []


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (f"{OIL}\n\n<!-- reslint-disable-next-line spelling/lamp -->\n2. *Notes* it;\n", f"{OIL}\n\n2. *Notes* it;\n"),
        (f"{OIL}\n\n2. *Notes* it;  <!-- reslint-disable-line spelling/lamp -->\n", f"{OIL}\n\n2. *Notes* it;\n"),
        ("1. *Notes* it;\n\n<!-- reslint-disable-file spelling/lamp -->", "1. *Notes* it;\n\n"),
        ("<!-- reslint-disable\nspelling/lamp -->\n1. *Notes* it;\n", "1. *Notes* it;\n"),
        ("1. *Notes* <!-- reslint-disable spelling/lamp --> it;\n", "1. *Notes* it;\n"),
    ],
)
def test_a_comment_that_goes_leaves_no_gap(found: Any, words: str, left: str) -> None:
    edits = [edit for each in found(words) if each.rule == "suppression/unused" and each.fix for edit in each.fix.edits]
    assert apply_edits(words, edits) == left


def test_what_is_enabled_again_is_found_below(found: Any) -> None:
    words = (
        f"<!-- reslint-disable spelling/oil -->\n\n{OIL}\n\n<!-- reslint-enable spelling/oil -->\n\n{OIL}\n\n"
        f"<!-- reslint-disable spelling/oil -->\n\n{OIL}\n"
    )
    (finding,) = found(words)
    assert words[: finding.span.start].count("oyl") == 1


def test_a_comment_before_nothing_is_unused(found: Any) -> None:
    words = f"{OIL}\n\n<!-- reslint-disable-next-line spelling/oil -->"
    assert [each.rule for each in found(words)] == ["spelling/oil", "suppression/unused"]
    assert [each.rule for each in found(f"{words}\n\n<!-- reslint-enable spelling/oil -->")].count(
        "suppression/unused"
    ) == 2


def test_several_comments_above_one_line_all_speak_of_it(found: Any) -> None:
    words = (
        "<!-- reslint-disable-next-line spelling/oil -->\n<!-- reslint-disable-next-line spelling/lamp -->\n"
        "1. *Requests* oyl for the lammp;"
    )
    assert found(words) == []
