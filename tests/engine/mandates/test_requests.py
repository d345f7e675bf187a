"""Who is asked to do what: addressees, actions, and what is not a request."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.engine.mandates import Asked

Read = Callable[[str], tuple[Asked, ...]]


def told(requests: tuple[Asked, ...]) -> list[tuple[str, str, str]]:
    return [(each.verb, " + ".join(one.name for one in each.addressees), each.action) for each in requests]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Requests the Secretary-General to ring the bells;",
            [("requests", "the Secretary-General", "ring the bells")],
        ),
        (
            "Also requests the Secretary-General, in close consultation with the keepers, to count the bells;",
            [("requests", "the Secretary-General", "count the bells")],
        ),
        (
            "Calls upon all States and relevant organizations to listen;",
            [("calls upon", "all States + relevant organizations", "listen")],
        ),
        (
            "Invites Member States, the private sector and academia, as well as civil society, to listen;",
            [("invites", "Member States + the private sector + academia + civil society", "listen")],
        ),
        ("Calls upon both parties to listen;", [("calls upon", "both parties", "listen")]),
        ("Reiterates the invitation to all States to listen;", [("invites", "all States", "listen")]),
        ("Urges Member States, both near and far, to listen;", [("urges", "Member States", "listen")]),
        (
            "Encourages the Food and Agriculture Organization of the United Nations to grow bells;",
            [("encourages", "the Food and Agriculture Organization of the United Nations", "grow bells")],
        ),
        (
            "Urges States that have not yet done so to consider ringing;",
            [("urges", "States that have not yet done so", "consider ringing")],
        ),
        (
            "Urges the States parties to the Convention on Bells to ring;",
            [("urges", "the States parties to the Convention on Bells", "ring")],
        ),
        (
            "Calls upon Ruritania, the occupying Power, not to ring;",
            [("calls upon", "Ruritania", "not to ring")],
        ),
        (
            "Demands that all parties immediately cease ringing;",
            [("demands", "all parties", "immediately cease ringing")],
        ),
        (
            "Reiterates its request to the Secretary-General to ring;",
            [("requests", "the Secretary-General", "ring")],
        ),
        (
            "Notes with concern the silence, and in this regard encourages Governments to cast bells;",
            [("encourages", "Governments", "cast bells")],
        ),
        (
            "Urges donors and invites the regional development banks, within their mandates, to pay for bells;",
            [
                ("urges", "donors", "pay for bells"),
                ("invites", "the regional development banks", "pay for bells"),
            ],
        ),
        (
            "Requests the Secretary-General to count the bells and to submit a report thereon, and decides to listen;",
            [
                ("requests", "the Secretary-General", "count the bells"),
                ("requests", "the Secretary-General", "submit a report thereon"),
            ],
        ),
        (
            "Invites Governments, organs of the United Nations system, other global, regional and local organizations "
            "and the forum on bells, to listen;",
            [
                (
                    "invites",
                    "Governments + organs of the United Nations system + "
                    "other global, regional and local organizations + the forum on bells",
                    "listen",
                )
            ],
        ),
        (
            "Calls upon Governments and, where applicable, businesses to listen;",
            [("calls upon", "Governments + businesses", "listen")],
        ),
        (
            "Calls upon the least noisy countries and their development partners to listen;",
            [("calls upon", "the least noisy countries + their development partners", "listen")],
        ),
        (
            "Encourages the United Nations cultural and educational organizations to listen;",
            [("encourages", "the United Nations cultural and educational organizations", "listen")],
        ),
        (
            "Reiterates its request that the Secretary-General ensure silence;",
            [("requests", "the Secretary-General", "ensure silence")],
        ),
        ("Calls upon that State to listen;", [("calls upon", "that State", "listen")]),
        ("Calls upon all concerned to listen;", [("calls upon", "all concerned", "listen")]),
        ("Requests the co-facilitators to listen;", [("requests", "the co-facilitators", "listen")]),
        (
            "Urges States to keep the loudest and highly resonant bells, and once again calls upon cities to listen;",
            [("urges", "States", "keep the loudest and highly resonant bells"), ("calls upon", "cities", "listen")],
        ),
        (
            "Requests the Secretary-General to enable the ringer, once appointed, to ring;",
            [("requests", "the Secretary-General", "enable the ringer, once appointed, to ring")],
        ),
        (
            "Requests the Secretary-General, in order to keep the bells, to oil them;",
            [("requests", "the Secretary-General", "oil them")],
        ),
    ],
)
def test_a_request_has_a_verb_somebody_who_is_asked_and_an_action(asked: Read, paragraph: str, expected: object):
    assert told(asked(paragraph)) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "Decides that the Secretary-General shall report to it every year;",
        "Takes note of the report of the Secretary-General on bells;",
        "Recalls the resolution in which it requests the Secretary-General to ring;",
        "Encourages further efforts by all relevant actors to ring;",
        "Calls for the swift restoration of all bells;",
        "Expresses its gratitude to Governments that answered requests for bells;",
        "Invites contributions to the Fund for Bells;",
        "Recommends ringing to all who are able to ring;",
    ],
)
def test_what_asks_nobody_is_no_request(asked: Read, paragraph: str):
    assert told(asked(paragraph)) == []


def test_places_are_those_of_the_words(asked: Read):
    paragraph = "Notes the silence, and invites the Secretariat and Governments to ring bells;"
    (one,) = asked(paragraph)
    assert paragraph[one.at :].startswith("invites")
    assert paragraph[one.start : one.end] == one.action == "ring bells"
    assert [paragraph[each.start : each.end] for each in one.addressees] == ["the Secretariat", "Governments"]


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("all Member States", "Member States"),
        ("States", "Member States"),
        ("all States parties", "States parties"),
        ("the Secretary-General", "Secretary-General"),
        ("relevant entities of the United Nations system", "United Nations system"),
        ("the Bell Fund", "Bell Fund"),
    ],
)
def test_several_names_are_counted_as_one(asked: Read, name: str, group: str):
    (one,) = asked(f"Requests {name} to ring;")
    assert [each.group for each in one.addressees] == [group]
