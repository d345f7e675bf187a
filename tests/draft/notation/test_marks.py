"""Emphasis that is written otherwise than in Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft
from reslint.draft.notation import canonical


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<em>Urges</em> all", "*Urges* all"),
        ('<I class="x">Urges</I> all', "*Urges* all"),
        ("<strong>Urges</strong> <b>all</b>", "**Urges** **all**"),
        ('<u class="x">Urges</u> all', "<u>Urges</u> all"),
        ('<span style="font-style: italic">Urges</span> <span lang="en">all</span>', "*Urges* all"),
        ('<span lang="en"><span style="text-decoration: underline">Urges</span> all</span>', "<u>Urges</u> all"),
        ("[Urges]{.underline} [all]{.smallcaps}", "<u>Urges</u> all"),
        ("[Urges [all]{.ul} States]{.Body}", "Urges <u>all</u> States"),
    ],
)
def test_emphasis_is_read_as_markdown(written: str, read: str):
    assert canonical(written).content == read


@pytest.mark.parametrize("opener", ["<u>{}</u>", "[{}]{{.underline}}", "**{}**", "_{}_", "*{} *", "<em>{} </em>"])
def test_emphasised_openers_are_openers(opener: str, read: Callable[..., Draft]):
    marked = [opener.format(words) for words in ("Noting", "Reiterates its call upon", "Wurbles")]
    draft = read("{} the lights,\n\n1. {} all States;\n\n2. {} all States.\n".format(*marked))
    assert draft.is_resolution
    found = [draft.opener(node) for node in (*draft.nodes("preambular"), *draft.nodes("operative"))]
    assert [one.text for one in found[:2] if one] == ["Noting", "Reiterates its call upon"]
    for node in draft.nodes("operative"):
        view = draft.view(node)
        run = view.folded.emphasis[0]
        assert view.text[run.start : run.end] in ("Reiterates its call upon", "Wurbles")
