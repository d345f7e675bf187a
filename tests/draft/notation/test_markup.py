"""Mark-up of programs that is not a word reads as nothing, as line ends or as characters; edits keep away from it."""

from __future__ import annotations

import pytest

from reslint.draft.notation import canonical
from reslint.text import Span


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("> *Recalling* bells,", "*Recalling* bells,"),
        ("> > 1. *Rings* bells.", "1. *Rings* bells."),
        ("*Recalling* bells,\\\n1. *Rings* them.", "*Recalling* bells,\n1. *Rings* them."),
        ("*The Assembly*,<br>*Recalling* bells,", "*The Assembly*,\n*Recalling* bells,"),
        ("bells,<br/>\n\nropes,", "bells,\n\nropes,"),
        ("| bells<br>ropes |", "| bells ropes |"),
        ("&nbsp;", ""),
        ("1.&nbsp;*Rings* bells", "1.\u00a0*Rings* bells"),
        ("ten&nbsp;bells", "ten\u00a0bells"),
        ("&ldquo;Bells&rdquo; &amp; ropes", "“Bells” & ropes"),
        ("AT&T; and &unknown;", "AT&T; and &unknown;"),
        ('<p class="x">*Rings* bells.</p><p>Ends.</p>', "*Rings* bells.\n\n\n\nEnds."),
        ("<ol><li>Bells</li></ol>", "- Bells"),
        ("<h1>Bells</h1>", "# Bells"),
        ("a <span lang='en'>bell</span>", "a bell"),
        ("[*Rings* bells;]{.Body lang=en}", "*Rings* bells;"),
        ("[Rings]{.underline} bells[^1]", "<u>Rings</u> bells[^1]"),
        ('::: {custom-style="Body"}\nbells\n:::', "bells"),
        ("<head><title>Bells</title></head>bells", "bells"),
        ("x < y and y > z, a<b", "x < y and y > z, a<b"),
    ],
)
def test_signs_of_programs_are_no_words(written, read):
    assert canonical(written).content.strip() == read


def test_a_text_without_such_signs_is_read_as_it_is():
    text = "*Recalling* the bells,[^1]\n\n<!-- a remark -->\n\n1. *Rings* m² of <sup>1</sup> bells."
    assert canonical(text).is_source


def test_no_fix_writes_over_what_is_no_word(read):
    draft = read("<p>*The General Assembly*,</p><p>*Recalling* ten &ldquo;bells,</p>")
    tags = draft.text.content.index("</p><p>")
    assert draft.is_closed(Span(tags - 1, tags + 1))
    assert draft.is_closed(Span(tags + 2, tags + 2))
    assert not draft.is_closed(Span(tags, tags))
    quote = draft.text.content.index("&ldquo;")
    assert not draft.is_closed(Span(quote, quote + 7))


def test_a_draft_is_read_through_what_programs_write(read):
    draft = read("> *The General Assembly*,\n>\n> *Recalling* bells,&nbsp;\n>\n> 1. *Rings* the&nbsp;bells.\n")
    assert [node.kind for node in draft.nodes()][2:] == ["enacting-line", "preambular", "operative"]
    assert draft.view(draft.nodes("operative")[0]).text == "Rings the bells."
