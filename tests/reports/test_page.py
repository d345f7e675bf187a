"""The draft as the printed page shows it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.engine.data.finding import Finding
from reslint.engine.packs.loader import load
from reslint.engine.run.runner import lint
from reslint.reports.page import page, stylesheet
from reslint.text import Span, Text

DRAFT = """\
A/90/L.7

**Lamps & <quays>**

*The General Assembly*,

*Noting* the work of the keepers 🐟 of lamps,[^why]

1. *Requests* the ports to report on:

(a) Their *quays*;

2. *Thanks* the pilots.

<!-- a remark -->

[^why]: See A/90/12.
"""
RULES = load(["un"])


def drawn(text: str, findings: tuple[Finding, ...] = (), **more) -> str:
    return page(parse(Text(text), RULES.vocabulary), findings, **more).html


def finding(words: str, message: str = "Look here.", rule: str = "area/rule") -> Finding:
    start = DRAFT.index(words)
    return Finding(rule, "warning", message, Span(start, start + len(words)))


class Balance(HTMLParser):
    """Whether every element is closed where it should be, and which text and attributes there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.places: list[tuple[int, int]] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on")]
        if "data-start" in found:
            self.places.append((int(found["data-start"]), int(found["data-end"])))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_the_title_is_a_heading_and_its_characters_are_no_markup():
    assert "<h1><strong>Lamps &amp; &lt;quays&gt;</strong></h1>" in drawn(DRAFT)
    assert page(parse(Text(DRAFT), RULES.vocabulary)).title == "Lamps & <quays>"


def test_openers_stand_in_italics_and_numbers_before_their_paragraphs():
    html = drawn(DRAFT)
    assert "<p><em>Noting</em> the work" in html
    assert '<span class="label">1.</span> <em>Requests</em>' in html
    assert re.search(r'class="block subparagraph level-1"[^>]*><p><span class="label">\(a\)</span> Their', html)


def test_footnotes_are_gathered_at_the_foot_and_named_ones_get_their_number():
    html = drawn(DRAFT)
    body, foot = html.split('<footer class="notes">')
    assert '<sup class="marker"><a href="#note-why" id="marker-why">1</a></sup>' in body
    assert "See A/90/12." in foot
    assert "See A/90/12." not in body


def test_what_print_does_not_show_is_not_shown():
    assert "a remark" not in drawn(DRAFT)
    assert "profile" not in drawn("---\nprofile: un\n---\n\n" + DRAFT)


def test_a_finding_marks_its_words_and_stands_in_the_margin_of_its_paragraph():
    html = drawn(DRAFT, (finding("pilots", "Which pilots, <b>all</b>?"),))
    at = DRAFT.index("pilots")
    place = f'data-start="{at}" data-end="{at + 6}"'
    place += ' data-findings="warning:area/rule"'
    assert f'<mark class="warning" title="Which pilots, &lt;b&gt;all&lt;/b&gt;?" {place}>pilots</mark>' in html
    margin = re.search(r'<aside class="margin"[^>]*>((?:(?!<aside).)*)</aside><p><span class="label">2\.</span>', html)
    assert margin is not None
    assert f'<p class="warning" {place}>Which pilots, &lt;b&gt;all&lt;/b&gt;?' in margin[1]


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Write “*Noting* the work”.", "Write “<em>Noting</em> the work”."),
        ("Write “_Noting also_”.", "Write “<em>Noting also</em>”."),
        ("Write “**Lamps**”.", "Write “<strong>Lamps</strong>”."),
        ("Write 2 * 3, not 2*3*4 or snake_case_name.", "Write 2 * 3, not 2*3*4 or snake_case_name."),
        ("Take out “*”, or “**”.", "Take out “*”, or “**”."),
    ],
)
def test_the_margin_shows_emphasis_as_print_does(message: str, shown: str):
    assert f">{shown} <span" in drawn(DRAFT, (finding("pilots", message),))


def test_words_with_two_findings_name_both():
    html = drawn(DRAFT, (finding("pilots"), finding("pilots", rule="area/other")))
    assert 'data-findings="warning:area/rule warning:area/other">pilots</mark>' in html


def test_a_mark_goes_through_italics_without_crossing_them():
    html = drawn(DRAFT, (finding("Noting* the"),))
    assert re.search(r"<mark[^>]*><em>Noting</em></mark><mark[^>]*> the</mark> work", html)


def test_the_number_of_a_paragraph_is_marked_where_it_is_what_is_wrong():
    assert re.search(
        r'<span class="label"><mark class="warning"[^>]*>2\.</mark></span>', drawn(DRAFT, (finding("2."),))
    )


def test_a_finding_in_a_comment_stands_beside_the_paragraph_before_it():
    html = drawn(DRAFT, (finding("remark", "Odd."),))
    assert html.index("quays</em>") < html.index("Odd.") < html.index("pilots") < html.index("A/90/12")


def test_places_can_be_counted_in_other_units():
    def units(offset: int) -> int:
        return len(DRAFT[:offset].encode("utf-16-le")) // 2

    at = DRAFT.index("pilots")
    assert f'data-start="{at + 1}"' in drawn(DRAFT, (finding("pilots"),), place=units)


def test_every_kind_of_block_of_the_page_has_its_style():
    assert {"preambular", "operative", "subparagraph", "masthead", "notes", "margin"} <= set(
        re.findall(r"\.([a-z-]+)", stylesheet())
    )


@given(
    st.text(alphabet="*_<>&\"'[]^:1.ai() \n🐟²—TheGeneralAssembly,", max_size=200),
    st.integers(0, 400),
    st.integers(0, 40),
)
def test_whatever_is_written_the_page_is_whole_and_its_places_lie_in_the_text(words: str, start: int, length: int):
    text = DRAFT + words
    found = Finding("a/b", "error", words, Span(min(start, len(text)), min(start + length, len(text))))
    read = Balance(drawn(text, (found,)))
    allowed = "article header footer div h1 p pre span sup a em strong u mark aside"
    assert read.tags <= set(allowed.split())
    assert all(0 <= first <= last <= len(text) for first, last in read.places)


def test_nothing_that_is_found_in_a_draft_is_left_out_of_the_margin():
    draft = parse(Text(DRAFT.replace("*Noting*", "Noting").replace("pilots.", "pilots pilots;")), RULES.vocabulary)
    findings = lint(draft, RULES).findings
    assert len(findings) >= 3
    assert page(draft, findings).html.count('<span class="rule">') == len(findings)


def test_what_is_found_in_a_text_of_comments_alone_stands_on_the_page():
    text = "<!-- reslint-disable style -->\n"
    draft = parse(Text(text), RULES.vocabulary, forced=True)
    found = lint(draft, RULES).findings
    assert [finding.rule for finding in found] == ["suppression/unused"]
    assert found[0].message in page(draft, found).html
