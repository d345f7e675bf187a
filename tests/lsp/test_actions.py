"""Code actions: what is offered, what is done, and that nothing is done to another text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import converters, types

from reslint.engine.edits.bywords import by_words
from reslint.lsp import actions, edit_requests
from reslint.lsp.client import Client
from reslint.lsp.diagnostics import diagnose, diagnostic
from reslint.lsp.edit_requests import EditRequest
from reslint.lsp.edits import snippet_edit
from reslint.lsp.feature import Request
from reslint.text import Edit, Span, apply_edits
from reslint.text.record import replace

from .conftest import FULL

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


def done(request: Request, edit_request: EditRequest) -> str:
    return apply_edits(request.snapshot.text.content, list(edit_requests.edits_of(request.snapshot, edit_request)))


def offered(request: Request, title: str) -> EditRequest:
    offer = next(
        each for each in actions.offers(request.snapshot, 0, len(request.snapshot.text)) if each.title == title
    )
    assert offer.edit_request is not None
    return offer.edit_request


def titles(request: Request) -> list[str]:
    return [action.title for action in actions.code_actions(request)]


def test_a_fix_is_offered_beside_its_diagnostic_and_preferred_where_it_is_safe(asked):
    request = asked("quickfix")
    fixes = [each for each in actions.code_actions(request) if each.is_preferred]
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
    edits = edit_requests.edits_of(request.snapshot, EditRequest(edit_requests.FIX_ALL))
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
    after = done(request, EditRequest(edit_requests.PARAGRAPHS))
    assert "2. *Decides* to return to the matter, as set out in paragraph 2 above" in after


def test_renumbered_footnotes_take_their_markers_along(asked):
    text = (
        "*The General Assembly*,\n\n*Noting* one light[^2] and another,[^1]\n\n1. *Decides* so.\n\n"
        "[^1]: See A/1.\n[^2]: See A/2.\n"
    )
    after = done(asked(text=text), EditRequest(edit_requests.NOTES))
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


@pytest.mark.parametrize("where", ["here", "in this file"])
def test_a_reason_can_be_given_and_silences_as_well(asked, snapshot, where: str):
    request = asked()
    after = done(request, offered(request, f"Do not report style/repeated-word {where}, with a reason"))
    assert "style/repeated-word -- reason -->" in after
    left = [each.rule for each in snapshot(after).outcome.findings]
    assert left.count("style/repeated-word") == (1 if where == "here" else 0)
    assert not [rule for rule in left if rule.startswith("suppression/")]


def test_the_reason_is_a_place_to_type_over_where_the_client_has_such(asked):
    client = Client(code_action_literals=True, document_changes=True, snippet_edits=True)
    offered = actions.code_actions(asked(client=client))
    action = next(each for each in offered if each.title.endswith("here, with a reason"))
    ((change,),) = [each.edits for each in action.edit.document_changes]
    assert change.snippet.value == "<!-- reslint-disable-next-line style/repeated-word -- ${1:reason} -->\n"
    assert action.command is None


def test_the_other_words_of_a_snippet_mean_only_themselves(snapshot):
    edit = Edit(Span(0, 0), "$1 }\\ why")
    (change,) = snippet_edit(snapshot("a"), edit, Span(6, 9)).document_changes[0].edits
    assert change.snippet.value == "\\$1 \\}\\\\ ${1:why}"


def test_no_reason_is_asked_for_where_the_client_could_not_show_where_to_write_it(asked):
    assert not [title for title in titles(asked()) if title.endswith("with a reason")]
    assert [title for title in titles(asked(client=Client(shows_documents=True))) if title.endswith("with a reason")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_reason_is_selected_by_the_editor_once_it_stands_there(wire, encoding: str):
    client = wire()
    able = {"window": {"showDocument": {"support": True}}, "general": {"positionEncodings": [encoding]}}
    client.initialize({**FULL, **able})
    text = (
        "*The General Assembly*,\r\n\r\n*Noting* 😀 the keepers\r\nof the 😀 the the light,\r\n\r\n1. *Decides* so.\r\n"
    )
    client.open(DOCUMENT.uri, text)
    marked = [each for each in client.diagnostics(DOCUMENT.uri) if each["code"] == "style/repeated-word"]
    params = {"range": marked[0]["range"], "context": {"diagnostics": marked}}
    offered = client.call("textDocument/codeAction", {"textDocument": {"uri": DOCUMENT.uri}, **params})
    action = next(each for each in offered if each["title"].endswith("here, with a reason"))
    assert "edit" not in action
    command = {key: action["command"][key] for key in ("command", "arguments")}
    asked = client.ask("workspace/executeCommand", command)
    edit = client.next(lambda message: message.get("method") == "workspace/applyEdit")
    client.send({"jsonrpc": "2.0", "id": edit["id"], "result": {"applied": True}})
    show = client.next(lambda message: message.get("method") == "window/showDocument")
    client.send({"jsonrpc": "2.0", "id": show["id"], "result": {"success": True}})
    client.answer(asked)
    ((change,),) = [each["edits"] for each in edit["params"]["edit"]["documentChanges"]]
    assert change["newText"] == " <!-- reslint-disable-line style/repeated-word -- reason -->"
    assert show["params"]["takeFocus"] is True
    place = show["params"]["selection"]
    assert place["start"]["line"] == place["end"]["line"] == 3
    width = (
        len("of the 😀 the the light,".encode(encoding)) if encoding == "utf-8" else len("of the 😀 the the light,") + 1
    )
    assert place["start"]["character"] == width + change["newText"].index("reason")
    assert place["end"]["character"] - place["start"]["character"] == len("reason")


@pytest.mark.parametrize("reply", [{"result": None}, {"result": []}, {"error": {"code": 1, "message": "no"}}])
def test_an_edit_about_which_the_editor_says_nothing_usable_counts_as_not_made(wire, reply: dict):
    client = wire()
    client.initialize()
    client.open(DOCUMENT.uri, "*The General Assembly*,\n\n1. *Decides* to meet 3 times ;\n")
    asked = client.ask("workspace/executeCommand", {"command": "reslint.fixAll", "arguments": [DOCUMENT.uri]})
    edit = client.next(lambda message: message.get("method") == "workspace/applyEdit")
    client.send({"jsonrpc": "2.0", "id": edit["id"], **reply})
    assert client.answer(asked)["result"] is None
    assert "the client refused" in client.heard("window/logMessage")["message"]


CITED = """\
*The General Assembly*,

*Recalling* General Assembly resolution 66/181 of 19 December 2011,[^1]

*Reaffirming* the Convention on the Rights of the Child and the importance that it has for everyone who keeps a light \
or rows a boat, by day or by night, in all weathers and in every sea, in all the lands that have a coast,

*Noting* the report on lights (A/66/464),

1. *Recalls* its resolution 66/181 of 19 December 2011;

2. *Decides* to wait.

[^1]: See A/66/463.
"""


@pytest.mark.parametrize(
    ("rule", "title", "words"),
    [
        (
            "footnote/missing-source",
            "Add a footnote for Convention on the Rights of the Child",
            "Rights of the Child[^2]",
        ),
        ("citation/symbol-in-text", "Cite A/66/464 in a footnote", "report on lights,[^2]"),
        ("citation/later-mention", "Cite 66/181 as mentioned before", "*Recalls* resolution 66/181;"),
    ],
)
def test_a_change_to_a_citation_is_the_quick_fix_of_the_finding_that_calls_for_it(
    asked, snapshot, rule: str, title: str, words: str
):
    request = asked("quickfix", text=CITED)
    action = next(each for each in actions.code_actions(request) if each.title == title)
    assert [each.code for each in action.diagnostics] == [rule]
    after = done(request, EditRequest(action.data["do"], action.data["what"]))
    assert words in after
    assert rule not in [each.rule for each in snapshot(after).outcome.findings]


def test_a_change_that_is_offered_as_a_quick_fix_is_not_offered_twice(asked):
    everything, rewritings = titles(asked(text=CITED)), titles(asked("refactor", text=CITED))
    assert len(rewritings) == 3
    assert all(everything.count(title) == 1 for title in rewritings)


def test_notes_that_may_be_meant_for_other_markers_are_not_numbered_anew(asked):
    text = CITED.replace("lights (A/66/464),", "lights,[^3]") + "[^2]: See A/66/464.\n"
    assert titles(asked("source.renumberFootnotes", text=text)) == []
    assert "[^3]\n" in done(asked(text=text), EditRequest(edit_requests.FIX_ALL))


def test_a_client_that_cannot_resolve_gets_the_edit_at_once(asked):
    request = asked("quickfix", client=Client(code_action_literals=True))
    assert all(each.edit or each.command for each in actions.code_actions(request))


def test_a_client_that_knows_only_commands_gets_commands(asked):
    found = actions.code_actions(asked("quickfix", client=Client()))
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
def test_edits_by_words_make_the_same_text(before: str, after: str):
    edits = by_words(before, [Edit(Span(0, len(before)), after)])
    assert apply_edits(before, edits) == after
    assert edits == sorted(edits)
    assert all("\r\n" not in before[edit.span.start - 1 : edit.span.start + 1] for edit in edits if edit.span.start)


def test_an_edit_of_a_paragraph_is_made_of_the_words_that_change():
    before, after = "*Requests* the the State to act;", "*Also requests* the State to act."
    edits = by_words(before, [Edit(Span(0, len(before)), after)])
    assert [(before[edit.span.start : edit.span.end], edit.text) for edit in edits] == [
        ("Requests", "Also requests"),
        (" the", ""),
        (";", "."),
    ]


def test_fix_all_leaves_the_words_alone_that_stay(asked):
    text = (
        "*The General Assembly*,\n\n*Noting* the tide,\n\n1. *Requests* the State to act;\n\n"
        "3. *Urges* the the ports to wait;\n\n4. *Notes* the ferries.\n"
    )
    request = asked(text=text)
    edits = edit_requests.edits_of(request.snapshot, edit_requests.EditRequest(edit_requests.FIX_ALL))
    assert [(text[edit.span.start : edit.span.end], edit.text) for edit in edits] == [
        ("3", "2"),
        (" the", ""),
        ("4", "3"),
    ]
