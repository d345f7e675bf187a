"""Code actions: what is offered, what is done, and that nothing is done to another text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import converters, types

from reslint.lsp import actions, deeds
from reslint.lsp.client import Client
from reslint.lsp.deeds import Deed
from reslint.lsp.diagnostics import diagnose, diagnostic
from reslint.lsp.features import Request
from reslint.text import Edit, Text, apply_edits
from reslint.text.record import replace

DOCUMENT = types.TextDocumentIdentifier("untitled:draft")
SLIPS = """\
*The General Assembly*,

*Recalling* the the keepers of lights,

*Noting* their work and and their lamps,

1. *Requests* the Secretary-General to report;

3. *Decides* to return to the matter, as set out in paragraph 3 above.
"""


@pytest.fixture
def asked(request_for):
    """A request for the actions on the whole of a draft, of some kinds."""

    def made(*only: str, text: str = SLIPS, **more) -> Request:
        request = request_for(None, text, **more)
        snapshot = request.snapshot
        whole = types.Range(types.Position(0, 0), types.Position(snapshot.text.line_count, 0))
        marked = converters.get_converter().structure(diagnose(snapshot, request.client), list[types.Diagnostic])
        context = types.CodeActionContext(marked, only=list(only) or None)
        return replace(request, params=types.CodeActionParams(DOCUMENT, whole, context))

    return made


def done(request: Request, deed: Deed) -> str:
    return apply_edits(request.snapshot.text.content, list(deeds.edits_of(request.snapshot, deed)))


def offered(request: Request, title: str) -> Deed:
    offer = next(
        each for each in actions.offers(request.snapshot, 0, len(request.snapshot.text)) if each.title == title
    )
    assert offer.deed is not None
    return offer.deed


def titles(request: Request) -> list[str]:
    return [action.title for action in actions.answer(request)]


def test_a_fix_is_offered_beside_its_diagnostic_and_preferred_where_it_is_safe(asked):
    request = asked("quickfix")
    fixes = [each for each in actions.answer(request) if each.is_preferred]
    repeated = [each for each in fixes if each.diagnostics and each.diagnostics[0].code == "style/repeated-word"]
    assert len(repeated) == 2
    assert all(each.data and each.edit is None for each in repeated)


def test_all_findings_of_one_rule_can_be_mended_together(asked):
    request = asked()
    after = done(request, offered(request, "Fix all 2 of style/repeated-word"))
    assert "the keepers" in after
    assert "the the" not in after
    assert "and and" not in after
    assert "3. *Decides*" in after


def test_everything_safe_can_be_mended_at_once_and_nothing_else_is_touched(asked):
    request = asked("source.fixAll")
    assert titles(request) == ["Fix everything that is safe to fix"]
    edits = deeds.edits_of(request.snapshot, Deed(deeds.FIX_ALL))
    after = apply_edits(request.snapshot.text.content, list(edits))
    assert "the the" not in after
    assert not any("\n" in request.snapshot.text.slice(edit.span) for edit in edits)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("source.renumberParagraphs", ["Renumber paragraphs and the references to them"]),
        ("source.renumberFootnotes.reslint", []),
        ("refactor", []),
        ("source.organizeImports", []),
    ],
)
def test_only_the_kinds_that_are_asked_for_are_offered(asked, only: str, expected: list[str]):
    assert titles(asked(only)) == expected


def test_renumbered_paragraphs_take_their_references_along(asked):
    request = asked()
    after = done(request, Deed(deeds.PARAGRAPHS))
    assert "2. *Decides* to return to the matter, as set out in paragraph 2 above" in after


def test_renumbered_footnotes_take_their_markers_along(asked):
    text = (
        "*The General Assembly*,\n\n*Noting* one light[^2] and another,[^1]\n\n1. *Decides* so.\n\n"
        "[^1]: See A/1.\n[^2]: See A/2.\n"
    )
    after = done(asked(text=text), Deed(deeds.NOTES))
    assert "light[^1] and another,[^2]" in after
    assert "[^1]: See A/2." in after
    assert "[^2]: See A/1." in after


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_finding_can_be_silenced_where_it_stands(asked, snapshot, end: str):
    request = asked(text=SLIPS.replace("\n", end))
    after = done(request, offered(request, "Do not report style/repeated-word here"))
    assert f"{end}<!-- reslint-disable-next-line style/repeated-word -->{end}*Recalling* the the" in after
    left = [each.rule for each in snapshot(after).outcome.findings]
    assert left.count("style/repeated-word") == 1
    assert not [rule for rule in left if rule.startswith("suppression/")]


def test_a_finding_inside_a_wrapped_paragraph_is_silenced_without_cutting_it(asked, snapshot):
    text = "*The General Assembly*,\n\n*Noting* the keepers\nof the the lights,\n\n1. *Decides* so.\n"
    request = asked(text=text)
    after = done(request, offered(request, "Do not report style/repeated-word here"))
    assert "of the the lights, <!-- reslint-disable-line style/repeated-word -->\n" in after
    draft = snapshot(after)
    assert "style/repeated-word" not in [each.rule for each in draft.outcome.findings]
    assert len(draft.draft.nodes("preambular")) == 1


@pytest.mark.parametrize("head", ["", "---\ntitle: lights\n---\n"])
def test_a_rule_can_be_silenced_in_the_whole_file(asked, snapshot, head: str):
    request = asked(text=head + SLIPS)
    after = done(request, offered(request, "Do not report style/repeated-word in this file"))
    assert after.startswith(f"{head}<!-- reslint-disable-file style/repeated-word -->\n")
    rules = {each.rule for each in snapshot(after).outcome.findings}
    assert "style/repeated-word" not in rules
    assert not [rule for rule in rules if rule.startswith("suppression/")]


def test_a_client_that_cannot_resolve_gets_the_edit_at_once(asked):
    request = asked("quickfix", client=Client(code_action_literals=True))
    assert all(each.edit or each.command for each in actions.answer(request))


def test_a_client_that_knows_only_commands_gets_commands(asked):
    found = actions.answer(asked("quickfix", client=Client()))
    assert found
    assert all(isinstance(each, types.Command) for each in found)


def test_a_finding_that_only_deletes_is_faded_and_says_so_to_clients_that_can(asked):
    request = asked()
    finding = next(each for each in request.snapshot.outcome.findings if each.rule == "style/repeated-word")
    full = diagnostic(request.snapshot, finding, request.client)
    assert full["codeDescription"]["href"].endswith("style/repeated-word.yaml")
    assert full["tags"] == [types.DiagnosticTag.Unnecessary]
    bare = diagnostic(request.snapshot, finding, Client())
    assert bare.keys() == {"range", "message", "severity", "code", "source"}


def test_a_contradicted_paragraph_is_named_beside_the_finding(asked):
    text = "*The General Assembly*,\n\n1. *Requests* the State to act;\n\n2. *Requests* the State to wait.\n"
    found = diagnose(asked(text=text).snapshot, Client(diagnostic_details=frozenset({"relatedInformation"})))
    related = [each for item in found for each in item.get("relatedInformation", ())]
    assert related
    assert related[0]["location"]["range"]["start"]["line"] == 2


LINES = st.lists(st.sampled_from(["a\n", "b\r\n", "c\r", "\n", "\r\n", "the the\n", "é😀"]), max_size=8).map("".join)


@settings(deadline=None)
@given(LINES, LINES)
def test_the_difference_of_two_texts_makes_one_of_the_other(before: str, after: str):
    edits = deeds.difference(Text(before), Text(after))
    assert apply_edits(before, edits) == after
    assert edits == sorted(edits)


def test_a_small_change_is_a_small_edit():
    before, after = Text("one\ntwo three\nfour\n"), Text("one\ntwo 3 three\nfour\n")
    assert deeds.difference(before, after) == [Edit((8, 8), "3 ")]  # type: ignore[arg-type]
