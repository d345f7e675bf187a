"""Requests without a deadline, agenda items at another session, and patterns that few paragraphs have."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.engine import load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.project.configuration import Configuration
from reslint.text import Text

HEAD = "{session}**Bells**\n\n*The General Assembly*,\n\n*Mindful* of the silence,\n\n"


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checkers(lambda _: load(["un"])).of(Configuration())


@pytest.fixture(scope="module")
def found(checker: Checker) -> Any:
    def judge(*paragraphs: str, session: str = "") -> list[tuple[str, str]]:
        body = "\n\n".join(f"{at}. {each}" for at, each in enumerate(paragraphs, start=1))
        draft = checker.parse(Text(HEAD.format(session=session and f"{session} session\n\n") + body), forced=True)
        findings = checker.lint(draft).findings
        return [(each.rule, draft.text.slice(each.span)) for each in findings if each.rule.startswith("mandate/")]

    return judge


PROCLAIMS = "*Decides* to proclaim {} World Bell Day;"


def test_a_new_observance_is_named_in_the_sessions_in_which_they_are_on_hold(found: Any):
    for session, count in (("Eightieth", 0), ("Eighty-first", 1), ("Eighty-second", 1), ("Eighty-third", 0)):
        assert len(found(PROCLAIMS.format("3 May"), session=session)) == count, session


def test_several_observances_each_in_its_own_paragraph_are_the_form_asked_for(found: Any):
    assert found(PROCLAIMS.format("3 May"), PROCLAIMS.format("4 May"), session="Eighty-first") == []


def test_a_report_without_session_or_date_is_marked_at_the_report(found: Any):
    assert found("*Requests* the Secretary-General to submit a report on bells to the Assembly;") == [
        ("mandate/report-undated", "a report")
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "*Requests* the Secretary-General to submit a report on bells by 1 May 2027;",
        "*Requests* the Secretary-General to prepare a report on bells and to submit it to the Assembly at its "
        "eighty-second session;",
        "*Encourages* Member States to submit a report on bells to the Secretary-General;",
    ],
)
def test_a_report_that_is_due_some_time_is_no_finding(found: Any, paragraph: str):
    assert found(paragraph) == []


def test_a_report_and_its_item_at_different_sessions_are_named_once(found: Any):
    paragraphs = [
        "*Requests* the Secretary-General to report to it at its {} session on bells;",
        "*Decides* to include in the provisional agenda of its eighty-third session the item entitled “Bells”.",
    ]
    assert found(paragraphs[0].format("eighty-second"), paragraphs[1]) == [
        ("mandate/agenda-session", "at its eighty-second session")
    ]
    assert found(paragraphs[0].format("eighty-third"), paragraphs[1]) == []


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("mandate/report-undated", "request"),
        ("mandate/agenda-session", "agenda-session"),
        ("mandate/new-observance", "count"),
        ("mandate/high-level-meeting", "count"),
        ("mandate/near-copy", "near-copy"),
    ],
)
def test_the_rules_on_mandates_are_made_of_general_kinds(checker: Checker, rule: str, kind: str):
    assert [step.check.KIND for step in checker.ruleset.by_name[rule].steps] == [kind]
