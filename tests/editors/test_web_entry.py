"""The answers that the page in the browser gets about a draft."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from .webpage import asked_of_page, module

DRAFT = """**Lamps 🏮 of the harbours’ pilots**

*The General Assembly*,

*Noting* the lamps 🏮🏮 of the the pilots’ harbours,

1. *Welcomes* the lamps that were lit;

3. *Decides* to remain seized of the matter.
"""


def ask(do: str, text: str, packs: tuple[str, ...] = (), profile: str = "", **others: Any) -> dict[str, Any]:
    return asked_of_page(do=do, text=text, packs=packs, profile=profile, **others)


def in_javascript(text: str, start: int, end: int) -> str:
    """`text.slice(start, end)` of JavaScript."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def edited(text: str, edits: list[Any]) -> str:
    """The text of JavaScript after edits that do not overlap."""
    made, at = "", 0
    for start, end, words in sorted(edits):
        made += in_javascript(text, at, start) + words
        at = end
    return made + in_javascript(text, at, 2 * len(text))


@given(st.text())
@settings(deadline=None)
def test_a_place_counts_the_units_of_javascript_before_it(text: str) -> None:
    place = module("entry").utf16(text)
    for offset in range(len(text) + 1):
        assert place(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert module("entry").code_point(text, place(offset)) == offset


def test_a_finding_after_emoji_covers_its_very_words() -> None:
    findings = [each for each in ask("lint", DRAFT)["findings"] if each["rule"] == "style/repeated-word"]
    assert [in_javascript(DRAFT, each["start"], each["end"]) for each in findings] == [
        each["found"] for each in findings
    ]
    assert [each["line"] for each in findings] == [5]


def test_the_edits_of_a_fix_mend_the_text_that_javascript_holds() -> None:
    (finding,) = (each for each in ask("lint", DRAFT)["findings"] if each["rule"] == "style/repeated-word")
    ((start, end, words),) = finding["fix"]["edits"]
    assert edited(DRAFT, [[start, end, words]]) == DRAFT.replace("the the", "the")


def test_all_safe_fixes_leave_nothing_to_fix_safely() -> None:
    fixed = ask("fix", DRAFT)
    text = edited(DRAFT, fixed["edits"])
    assert text == DRAFT.replace("the the", "the").replace("3. *Decides*", "2. *Decides*")
    assert fixed["applied"] == 2
    assert not [each for each in ask("lint", text)["findings"] if each["fix"] and each["fix"]["safe"]]


def test_every_finding_has_the_reason_of_its_rule() -> None:
    told = ask("lint", DRAFT)
    assert {each["rule"] for each in told["findings"]} == told["rules"].keys()
    assert all(rule["why"] for rule in told["rules"].values())


def test_the_printed_page_points_at_the_same_places() -> None:
    told = ask("lint", DRAFT)
    (finding,) = (each for each in told["findings"] if each["rule"] == "style/repeated-word")
    assert f'data-start="{finding["start"]}" data-end="{finding["end"]}"' in told["page"]["html"]
    assert "🏮" in told["page"]["title"]


def test_the_profile_that_was_chosen_holds_against_the_organ() -> None:
    assert [each["name"] for each in ask("lint", DRAFT)["profiles"]] == ["un"]
    assert [each["name"] for each in ask("lint", DRAFT, ("un",), "sc")["profiles"]] == ["sc"]


def test_the_profile_that_was_chosen_holds_against_the_front_matter() -> None:
    told = f"---\nreslint: {{profile: sc}}\n---\n\n{DRAFT}"
    assert [each["name"] for each in ask("lint", told)["profiles"]] == ["sc"]
    assert [each["name"] for each in ask("lint", told, ("un",), "hrc")["profiles"]] == ["hrc"]


def test_what_does_not_look_like_a_resolution_is_checked_and_said_to_be_none() -> None:
    told = ask("lint", "Dear colleagues, the the lamps are lit.")
    assert not told["recognised"]
    assert [each["rule"] for each in told["findings"]] == ["opener/missing", "style/repeated-word"]


def test_an_empty_text_and_a_lone_surrogate_are_answered() -> None:
    assert ask("lint", "")["findings"] == []
    assert edited("The \ud83c lamps.", ask("fix", "The \ud83c lamps.")["edits"]).startswith("The \ud83c lamps")


def test_the_report_shows_the_draft_with_its_findings_and_needs_nothing_else() -> None:
    html = ask("report", DRAFT, name="lamps.res.md")["html"]
    assert html.startswith("<!doctype html>")
    assert "lamps.res.md <small>2 findings" in html
    assert "stands here twice" in html
    assert "<script" not in html


def test_what_is_proposed_after_emoji_takes_the_place_of_what_was_typed() -> None:
    text = DRAFT.replace("1. *Welcomes*", "*Enc\n\n1. *Welcomes*").replace(
        "*Noting* the lamps", "*Noting* the 🏮 lamps"
    )
    at = len(text[: text.index("*Enc")].encode("utf-16-le")) // 2 + 4
    items = ask("propose", text, at=at)["items"]
    first = next(item for item in items if item["label"].startswith("Encouraged"))
    assert in_javascript(text, first["start"], first["end"]) in ("*Enc", "Enc")
    assert ask("describe", "", about=first["about"])["words"].startswith("*Encouraged")
