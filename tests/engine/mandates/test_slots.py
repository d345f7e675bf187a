"""The slots of a request: deliverable, deadline, period, condition on resources, agenda item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.engine.mandates import Asked, MandateWords, agenda_of, mandates_of

Read = Callable[[str], tuple[Asked, ...]]
ASKS = "Requests the Secretary-General to "


@pytest.mark.parametrize(
    ("action", "kinds"),
    [
        ("submit to the General Assembly at its eightieth session a report on bells", ["report"]),
        ("submit, in consultation with States, a comprehensive report on bells", ["report"]),
        ("report thereon to the Assembly", ["report"]),
        ("include information on bells in his next report", ["report", "information"]),
        ("implement the recommendations contained in his report on bells", []),
        ("take into account the report of the Board of Auditors", []),
        ("brief the Committee on bells", ["briefing"]),
        ("keep the Assembly informed of the bells", ["information"]),
        ("prepare a study of bells", ["study"]),
        ("provide concise briefing notes and informal briefings on bells", ["paper", "briefing"]),
        ("undertake bell, tower and rope policy reviews", ["study"]),
        ("present a concise and action-oriented draft declaration", ["draft"]),
        ("transmit its report to the Conference", ["report"]),
        ("include the results in the report of the Secretary-General on bells", ["report"]),
        ("collect data to inform relevant policies", []),
        ("follow the advice given by the Secretary-General in his report", []),
        ("ring the bells", []),
    ],
)
def test_the_deliverable_is_what_has_to_be_made(asked: Read, action: str, kinds: list[str]):
    (one,) = asked(f"{ASKS}{action};")
    assert sorted(each.kind for each in one.deliverables) == sorted(kinds)


@pytest.mark.parametrize(
    ("action", "kind", "sessions"),
    [
        ("report to the Assembly at its eighty-first session", "session", (81,)),
        ("report at the main part of its seventy-ninth session", "session", (79,)),
        ("report to it at its eightieth and eighty-second sessions", "session", (80, 82)),
        ("report at its next session", "session", ()),
        ("report no later than 31 March 2027", "date", ()),
        ("report within 90 days of the adoption of the present resolution", "date", ()),
        ("report thereon in the context of his next report", "report", ()),
        ("report no later than one week before the first round", "date", ()),
        ("prepare a summary of the hearing prior to the high-level meeting", "event", ()),
    ],
)
def test_the_deadline_is_a_session_a_date_the_next_report_or_an_event(
    asked: Read, action: str, kind: str, sessions: tuple[int, ...]
):
    (one,) = asked(f"{ASKS}{action};")
    assert [(each.kind, each.sessions) for each in one.deadlines] == [(kind, sessions)]


@pytest.mark.parametrize(
    "action",
    [
        "act on the plan adopted at its tenth session",
        "use the criteria adopted by the Parties to the Convention on Bells, with much noise, at its tenth session",
        "transmit the records of the seventy-eighth session",
        "join the Convention established by the 1949 Convention",
        "act, recalling that the targets were to be met by 2020",
    ],
)
def test_a_session_that_tells_of_something_else_is_no_deadline(asked: Read, action: str):
    (one,) = asked(f"{ASKS}{action};")
    assert one.deadlines == ()


def test_periods_and_conditions_may_stand_beside_the_addressee(asked: Read):
    (one,) = asked("Requests the Secretary-General, within existing resources, to report every two years on bells;")
    assert [each.text for each in one.conditions] == ["within existing resources"]
    assert [each.text for each in one.periods] == ["every two years"]


@pytest.mark.parametrize(
    ("action", "periods"),
    [
        ("hold regular briefings", ["regular"]),
        ("submit consistent annual reports", ["annual"]),
        ("give priority to the present resolution in his annual report", []),
        ("address the matter through the universal periodic review", []),
    ],
)
def test_a_period_is_how_often_something_is_to_be_done(asked: Read, action: str, periods: list[str]):
    (one,) = asked(f"{ASKS}{action};")
    assert [each.text for each in one.periods] == periods


def test_the_item_under_which_a_report_comes_is_in_the_same_paragraph(asked: Read):
    (one,) = asked(
        "Requests the Secretary-General to report to it at its eightieth session, and decides to include in the "
        "provisional agenda of its eightieth session, under the item entitled “Sounds”, the sub-item entitled “Bells”."
    )
    assert [each.text for each in one.items] == ["“Bells”"]


DRAFT = """\
**Bells**

*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To ring the bells;

(b) To report thereon at its eighty-second session;

2. *Invites*:

(a) Member States to listen;

3. *Decides* to include in the provisional agenda of its eighty-third session the item entitled “Bells”.
"""


def test_subparagraphs_go_on_with_the_verb_above_them(draft, words: MandateWords):
    found = [
        (each.label, [one.name for one in each.asked.addressees], each.asked.action)
        for each in mandates_of(draft(DRAFT), words)
    ]
    assert found == [
        ("1 (a)", ["the Secretary-General"], "ring the bells"),
        ("1 (b)", ["the Secretary-General"], "report thereon at its eighty-second session"),
        ("2 (a)", ["Member States"], "listen"),
    ]


def test_a_request_leads_to_its_words(draft, words: MandateWords):
    text = draft(DRAFT)
    second = mandates_of(text, words)[1]
    assert text.text.slice(second.span) == "report thereon at its eighty-second session"


def test_the_agenda_decision_names_session_and_item(draft, words: MandateWords):
    assert [(each.label, each.sessions, each.item) for each in agenda_of(draft(DRAFT), words)] == [
        ("3", (83,), "Bells")
    ]
