from __future__ import annotations

from typing import Any

import pytest

from reslint.engine import lint
from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.text import apply_edits

SPELLINGS = {"with z": {"find": "organiz", "write": "organiz"}, "with s": {"find": "organis", "write": "organis"}}
STYLES = {"italic": {"find": r"Ibid\b", "style": "italic"}, "roman": {"find": r"Ibid\b", "style": "roman"}}


def paragraphs(*words: str) -> str:
    return "\n\n".join(f"{number}. *Requests* {text};" for number, text in enumerate(words, 1))


@pytest.fixture
def fix(read: Any, rule: Any, ruleset: Any) -> Any:
    """The messages of a rule about variants, and the text with its fixes."""

    def run(words: str, **options: Any) -> tuple[list[str], str]:
        message = "{found}: {variant}, not {other} ({count})"
        own = rule("a/same", "consistency", message=message, fix=True, **options)
        findings = lint(read(words), ruleset(own)).findings
        edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
        return [finding.message for finding in findings], apply_edits(words, edits)

    return run


def test_the_rarer_variant_is_reported_and_mended(fix: Any) -> None:
    words = paragraphs("organized oil", "Organised oil", "organizers")
    messages, after = fix(words, variants=SPELLINGS, ignore_case=True)
    assert messages == ["Organis: with s, not with z (2)"]
    assert after == words.replace("Organised", "Organized")


def test_of_two_that_are_as_frequent_the_first_is_meant(fix: Any) -> None:
    assert fix(paragraphs("organised", "organized"), variants=SPELLINGS)[0] == ["organiz: with z, not with s (1)"]


def test_the_preferred_variant_is_meant_where_it_occurs(fix: Any) -> None:
    words = paragraphs("organised", "organised", "organized")
    assert len(fix(words, variants=SPELLINGS, prefer="with z")[0]) == 2


@pytest.mark.parametrize("words", ["organised", "organized", "oil"])
def test_a_text_with_one_variant_is_consistent(fix: Any, words: str) -> None:
    assert fix(paragraphs(words, words), variants=SPELLINGS, prefer="with z")[0] == []


def test_each_resolution_of_a_file_is_a_text_of_its_own(fix: Any) -> None:
    one = "*The General Assembly*,\n\n*Recalling* the organised oil,\n\n1. *Requests* oil."
    other = one.replace("organised", "organized").replace("General Assembly", "Security Council")
    assert fix(f"{one}\n\n{other}", variants=SPELLINGS)[0] == []


def test_a_finding_points_at_the_first_place_of_the_other_variant(read: Any, rule: Any, ruleset: Any) -> None:
    words = paragraphs("organized", "organized", "organised")
    same = rule("a/same", "consistency", related="here “{first}”", variants=SPELLINGS)
    (finding,) = lint(read(words), ruleset(same)).findings
    assert [(each.message, each.span.start) for each in finding.related] == [("here “organiz”", words.index("organiz"))]


def test_italics_are_taken_away_or_set(fix: Any) -> None:
    words = paragraphs("Ibid., oil", "*Ibid.*, oil", "Ibid., oil")
    messages, after = fix(words, variants=STYLES)
    assert messages == ["Ibid: italic, not roman (2)"]
    assert after == words.replace("*Ibid.*", "Ibid.")
    assert fix(words, variants=STYLES, prefer="italic")[1] == paragraphs("*Ibid*., oil", "*Ibid.*, oil", "*Ibid*., oil")


def test_italics_of_more_than_the_words_stay_as_they_are(fix: Any) -> None:
    words = paragraphs("Ibid., oil", "*Ibid. of oil*, oil", "Ibid., oil")
    messages, after = fix(words, variants=STYLES)
    assert len(messages) == 1
    assert after == words


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"variants": {"one": "oil"}}, "two variants at least"),
        ({"variants": {"one": "oil", "two": "oyl"}, "prefer": "three"}, "“three”, is not one of the variants"),
    ],
)
def test_variants_that_make_no_sense_are_a_mistake_of_the_rule(options: Any, message: str) -> None:
    kind = check_class("consistency")
    with pytest.raises(ValueError, match=message):
        kind(kind.OPTIONS.fill(options), Resources())


def test_each_list_has_its_own_form(fix: Any):
    forms = {"with to": {"find": r"\ATo "}, "without": {"find": r"\A(?!To )\w+"}}
    one = "1. *Requests* the crew:\n\n(a) To wait;\n\n(b) Rowing;\n\n(c) To land;\n\n"
    two = "2. *Invites* the crew:\n\n(a) Rowing;\n\n(b) Landing;\n"
    messages, _ = fix(one + two, select="subparagraph", within="list", variants=forms)
    assert messages == ["Rowing: without, not with to (2)"]
