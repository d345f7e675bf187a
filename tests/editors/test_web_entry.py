"""The answers that the page in the browser gets about a draft."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

ENTRY = Path(__file__).parents[2] / "editors" / "web" / "entry.py"

DRAFT = """**Lamps 🏮 of the harbours’ pilots**

*The General Assembly*,

*Noting* the lamps 🏮🏮 of the the pilots’ harbours,

1. *Welcomes* the lamps that were lit;

3. *Decides* to remain seized of the matter.
"""


@cache
def entry() -> ModuleType:
    spec = importlib.util.spec_from_file_location("web_entry", ENTRY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ask(do: str, text: str, packs: tuple[str, ...] = (), profile: str = "") -> dict[str, Any]:
    answer = entry().answer(json.dumps({"do": do, "text": text, "packs": packs, "profile": profile}))
    assert answer.isascii()
    return dict(json.loads(answer))


def in_javascript(text: str, start: int, end: int) -> str:
    """`text.slice(start, end)` of JavaScript."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


@given(st.text())
@settings(deadline=None)
def test_a_place_counts_the_units_of_javascript_before_it(text: str) -> None:
    place = entry().utf16(text)
    for offset in range(len(text) + 1):
        assert place(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def test_a_finding_after_emoji_covers_its_very_words() -> None:
    findings = [each for each in ask("lint", DRAFT)["findings"] if each["rule"] == "style/repeated-word"]
    assert [in_javascript(DRAFT, each["start"], each["end"]) for each in findings] == [
        each["found"] for each in findings
    ]
    assert [each["line"] for each in findings] == [5]


def test_the_edits_of_a_fix_mend_the_text_that_javascript_holds() -> None:
    (finding,) = (each for each in ask("lint", DRAFT)["findings"] if each["rule"] == "style/repeated-word")
    ((start, end, words),) = finding["fix"]["edits"]
    mended = in_javascript(DRAFT, 0, start) + words + in_javascript(DRAFT, end, 2 * len(DRAFT))
    assert mended == DRAFT.replace("the the", "the")


def test_all_safe_fixes_leave_nothing_to_fix_safely() -> None:
    fixed = ask("fix", DRAFT)
    assert fixed["text"] == DRAFT.replace("the the", "the").replace("3. *Decides*", "2. *Decides*")
    assert fixed["applied"] == 2
    assert not [each for each in ask("lint", fixed["text"])["findings"] if each["fix"] and each["fix"]["safe"]]


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
    assert ask("fix", "The \ud83c lamps.")["text"].startswith("The \ud83c lamps")
