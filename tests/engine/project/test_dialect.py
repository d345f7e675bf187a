"""Which house's rules a draft calls for: by front matter, by its heading, and who is heard first."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.loader import load
from reslint.engine.packs.ruleset import Ruleset
from reslint.engine.project.configuration import COMMAND_LINE, Configuration, read_configuration
from reslint.engine.project.dialect import RuleRequest, requested_rules
from reslint.text import Text

HEADED = "**Committee:** Harbours\n\n**Topic:** Lights\n\n1. Urges pilots to look;\n"
PLAIN = "*The General Assembly*,\n\n*Noting* the lights,\n\n1. *Urges* pilots to look.\n"


@pytest.fixture(scope="module")
def un() -> Ruleset:
    return load(["un"])


def configured(tmp_path: Path, text: str) -> Configuration:
    path = tmp_path / ".reslint.yaml"
    path.write_text(text, encoding="utf-8")
    found = read_configuration(path)
    assert found is not None
    return found


def called(text: str, ruleset: Ruleset, configuration: Configuration | None = None) -> RuleRequest:
    return requested_rules(Text(text), configuration or Configuration(), ruleset)


def test_a_text_of_the_united_nations_calls_for_nothing(un: Ruleset):
    assert called(PLAIN, un) == RuleRequest()


def test_two_different_lines_of_a_heading_show_a_model_un_draft(un: Ruleset):
    found = called(HEADED, un)
    assert found.values == {"packs": ["mun"]}
    assert found.because == "its heading has “Committee:” and “Topic:”"


@pytest.mark.parametrize(
    "heading", ["Sponsors: Fiji\n\nSponsors: Malta\n\n", "Topic: Lights\n\n", "The Committee: lights and topics\n\n"]
)
def test_one_line_alone_shows_nothing(heading: str, un: Ruleset):
    assert called(heading + PLAIN, un) == RuleRequest()


def test_the_body_of_a_draft_is_no_heading(un: Ruleset):
    assert called(PLAIN + "\n" * 4000 + HEADED, un) == RuleRequest()


def test_front_matter_names_profile_packs_body_and_stage(un: Ruleset):
    found = called("---\nreslint: {packs: mun, body: Security Council, stage: draft}\n---\n" + PLAIN, un)
    assert found.values == {"packs": ["mun"], "body": "Security Council", "stage": "draft"}
    assert found.notices == ()


def test_front_matter_beats_the_heading(un: Ruleset):
    assert called("---\nreslint: {packs: [un]}\n---\n" + HEADED, un).values == {"packs": ["un"]}


def test_front_matter_of_others_leaves_the_heading_to_speak(un: Ruleset):
    assert called("---\ntitle: Lights\n---\n" + HEADED, un).values == {"packs": ["mun"]}


def test_the_configuration_beats_the_heading_and_front_matter_the_configuration(tmp_path: Path, un: Ruleset):
    told = configured(tmp_path, "packs: [un]\n")
    assert called(HEADED, un, told) == RuleRequest()
    assert called("---\nreslint: {packs: [mun]}\n---\n" + PLAIN, un, told).values == {"packs": ["mun"]}


def test_the_command_line_beats_front_matter(un: Ruleset):
    told = Configuration().changed({"profile": "sc"}, COMMAND_LINE)
    assert called("---\nreslint: {profile: hrc, stage: adopted}\n---\n" + PLAIN, un, told).values == {
        "stage": "adopted"
    }
    assert called(HEADED, un, told) == RuleRequest()


def test_folders_of_the_configuration_stay_in_force(tmp_path: Path, un: Ruleset):
    (tmp_path / "house").mkdir()
    told = configured(tmp_path, "packs: [un, ./house]\n")
    found = called("---\nreslint: {packs: [mun]}\n---\n" + PLAIN, un, told)
    assert found.values == {"packs": ["mun", "./house"]}


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("reslint: {packs: [mum]}", "line 2: no pack “mum” comes with the program; did you mean “mun”?"),
        ("reslint:\n  packs: [/etc]", "line 3: no pack “/etc” comes with the program; the configuration names packs"),
        ("reslint: {profile: hcr}", "line 2: there is no profile “hcr”; there are un, hrc, sc"),
        ("reslint: {profil: hrc}", "line 2: unknown key “profil”; did you mean “profile”?"),
        ("title: x\nreslint: mun", "line 3: expected a mapping"),
        ("reslint: {stage: drafted}", "line 2: "),
        ("reslint: {packs: [mun}", "line 2: "),
    ],
)
def test_mistakes_in_front_matter_are_named_at_their_line(matter: str, said: str, un: Ruleset):
    found = called(f"---\n{matter}\n---\n{PLAIN}", un)
    assert [str(notice)[: len(said)] for notice in found.notices] == [said]
    assert not found.values or "packs" in found.values


def test_a_profile_with_the_name_of_a_pack_brings_it(tmp_path: Path):
    assert configured(tmp_path, "profile: mun\n").packs == ("mun",)
    assert configured(tmp_path, "profile: sc\n").packs == ("un",)
    assert configured(tmp_path, "packs: [un]\nprofile: mun\n").packs == ("un",)
    assert Configuration().changed({"profile": "mun"}, COMMAND_LINE).packs == ("mun",)


def test_front_matter_with_such_a_profile_brings_the_pack(un: Ruleset):
    found = called("---\nreslint: {profile: mun}\n---\n" + PLAIN, un)
    assert Configuration().changed(found.values, found.because).packs == ("mun",)
