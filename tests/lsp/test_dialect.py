"""The rules in the editor are those of the draft's house."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from reslint.lsp.documents import Documents, Snapshot
from reslint.lsp.workspace import Workspace

HEADED = "Committee: Ports\n\nTopic: Lights\n\nSponsors: Fiji\n\n*Noting* the reeds,\n\n1. *Demands* rest.\n"


class Desk:
    """A workspace with one open document after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log: list[str] = []
        self.workspace = Workspace(self.log.append)
        self.workspace.set_folders([folder.as_uri()])
        self.documents = Documents(self.workspace)

    def open(self, text: str) -> Snapshot:
        uri = (self.folder / "a.res.md").as_uri()
        return self.documents.open(types.TextDocumentItem(uri, types.LanguageKind.Markdown, 1, text))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def packs(snapshot: Snapshot) -> list[str]:
    return [pack.name for pack in snapshot.checker.ruleset.packs]


def test_a_heading_calls_for_the_rules_of_its_house_while_it_is_typed(desk: Desk):
    assert packs(desk.open("*The General Assembly*,\n")) == ["un"]
    snapshot = desk.open(HEADED)
    assert packs(snapshot) == ["un", "mun"]
    assert [finding.rule for finding in snapshot.outcome.findings] == ["opener/reserved"]
    assert [profile.name for profile in snapshot.outcome.profiles] == ["mun"]
    assert packs(desk.open(HEADED.replace("Topic: ", "").replace("Sponsors: ", ""))) == ["un"]


def test_the_same_call_is_answered_with_the_same_rules(desk: Desk):
    assert desk.open(HEADED).checker is desk.open(HEADED + "\n").checker


def test_what_every_letter_of_front_matter_calls_for_is_not_once_for_ever(desk: Desk):
    bodies = ["The Board of Lighthouses"[:end] for end in range(4, 24)]
    asked = [desk.open(f"---\nreslint: {{body: {body}}}\n---\n1. *Urges* rest;\n").checker for body in bodies]
    kept = set(map(id, desk.workspace.loaded()))
    assert id(asked[-1]) in kept
    assert id(asked[0]) not in kept


def test_a_mistake_in_front_matter_is_logged(desk: Desk):
    assert packs(desk.open("---\nreslint: {packs: [mum]}\n---\n1. *Urges* rest;\n")) == ["un"]
    assert any("did you mean “mun”?" in line for line in desk.log)
