"""An inlay hint shows what a paragraph lacks, where it belongs."""

from __future__ import annotations

import pytest
from lsprotocol import types

from reslint.lsp import inlay
from reslint.lsp.client import Client
from reslint.lsp.feature import Request
from reslint.text import Edit, apply_edits
from reslint.text.record import replace

URI = "untitled:draft"
DOCUMENT = types.TextDocumentIdentifier(URI)
DRAFT = """\
*The General Assembly*,

*Recalling* its resolution 70/1 😀 on bells,

*Recalling* its resolution 70/1 and the list of bells,

1. *Requests* the Secretary-General to count the bells;

2. *Requests* the Secretary-General to ring them;

3. *Requests* the Economic and Social Council to listen.
"""


def whole(text: str) -> types.Range:
    return types.Range(types.Position(0, 0), types.Position(text.count("\n") + 1, 0))


@pytest.fixture
def hints(request_for):
    """The hints of a text, each as the words beside which it stands and what it says, and the request."""

    def asked(text: str = DRAFT, place: types.Range | None = None, **more) -> tuple[Request, list[types.InlayHint]]:
        request = request_for(types.InlayHintParams(DOCUMENT, place or whole(text)), text, **more)
        return request, inlay.inlay_hints(request)

    return asked


def shown(request: Request, found: list[types.InlayHint]) -> str:
    """The text as an editor shows it with its hints."""
    edits = []
    for hint in found:
        label = f"⟨{' ' if hint.padding_left else ''}{hint.label}{' ' if hint.padding_right else ''}⟩"
        place = types.Range(hint.position, hint.position)
        edits.append(Edit(request.snapshot.span(place), label))
    return apply_edits(request.snapshot.text.content, edits)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_first_mention_shows_its_date_and_a_repeated_opener_its_adverb(hints, end: str):
    request, found = hints(DRAFT.replace("\n", end))
    assert shown(request, found).replace("\r", "") == (
        DRAFT.replace("70/1 😀", "70/1⟨ of 25 September 2015⟩ 😀")
        .replace("*Recalling* its resolution 70/1 and", "*Recalling⟨ also⟩* its resolution 70/1 and")
        .replace("2. *Requests*", "2. *⟨Also ⟩Requests*")
    )


def test_accepted_hints_are_written_and_nothing_is_lacking_then(hints):
    request, found = hints()
    edits = [Edit(request.snapshot.span(each.range), each.new_text) for hint in found for each in hint.text_edits or ()]
    after = apply_edits(DRAFT, edits)
    assert "70/1 of 25 September 2015 😀" in after
    assert "*Recalling also* its" in after
    assert "*Also requests* the Secretary-General to ring" in after
    assert hints(after)[1] == []


def test_only_what_lies_in_the_range_is_shown(hints):
    _, found = hints(place=types.Range(types.Position(3, 0), types.Position(5, 0)))
    assert [hint.label for hint in found] == ["also"]


def test_a_tooltip_says_what_the_register_knows_or_why_an_adverb_is_due(hints):
    _, (date, adverb, _) = hints()
    assert "Transforming our world" in date.tooltip.value
    assert "its own first page" in date.tooltip.value
    assert "Recalling also" in adverb.tooltip.value
    _, (date, *_) = hints(client=Client())
    assert date.tooltip.kind == types.MarkupKind.PlainText
    assert "**" not in date.tooltip.value


def test_a_client_that_can_ask_for_tooltips_gets_them_when_it_asks(hints, wire):
    _, (date, adverb, _) = hints(client=Client(inlay_hint_resolve=frozenset({"tooltip"})))
    assert date.tooltip is None
    assert adverb.tooltip is not None
    client = wire()
    client.initialize({"textDocument": {"inlayHint": {"resolveSupport": {"properties": ["tooltip"]}}}})
    client.open(URI, DRAFT)
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 4, "character": 0}}
    (hint,) = client.call("textDocument/inlayHint", {"textDocument": {"uri": URI}, "range": place})
    assert "tooltip" not in hint
    assert "Transforming our world" in client.call("inlayHint/resolve", hint)["tooltip"]["value"]
    client.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert client.call("inlayHint/resolve", hint) == hint


def test_hints_are_silent_where_the_rules_are(hints):
    council = DRAFT.replace("General Assembly", "Security Council").replace("70/1", "1325 (2000)")
    assert "of" not in {hint.label.split()[0] for hint in hints(council)[1]}
    unsure = "*The General Assembly*,\n\n*Recalling* Economic and Social Council resolution 2012/19,\n\n1. *Rests*.\n"
    assert hints(unsure)[1] == []
    assert hints("# Read me\n\nRecalling resolution 70/1.\n")[1] == []
    assert hints(DRAFT.replace("*The", "<!-- reslint-disable-file citation, sequence -->\n\n*The"))[1] == []


def test_a_rule_that_is_switched_off_takes_its_hints_along(wire, tmp_path):
    (tmp_path / ".reslint.yaml").write_text("rules: {sequence/missing-adverb: off}\n", encoding="utf-8")
    client = wire()
    capabilities = {"workspace": {"inlayHint": {"refreshSupport": True}, "codeLens": {"refreshSupport": True}}}
    client.initialize(capabilities, rootUri=tmp_path.as_uri())
    uri = (tmp_path / "bells.res.md").as_uri()
    client.open(uri, DRAFT)
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 20, "character": 0}}
    params = {"textDocument": {"uri": uri}, "range": place}
    assert [hint["label"] for hint in client.call("textDocument/inlayHint", params)] == ["of 25 September 2015"]
    (tmp_path / ".reslint.yaml").write_text("rules: {}\n", encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": (tmp_path / ".reslint.yaml").as_uri()}})
    asked = {client.next(lambda message: str(message.get("method", "")).endswith("/refresh"))["method"] for _ in "12"}
    assert asked == {"workspace/inlayHint/refresh", "workspace/codeLens/refresh"}
    assert len(client.call("textDocument/inlayHint", params)) == 3


def test_a_client_is_asked_to_refresh_only_what_it_can(wire, tmp_path):
    client = wire()
    client.initialize({}, rootUri=tmp_path.as_uri())
    uri = (tmp_path / "bells.res.md").as_uri()
    client.open(uri, DRAFT)
    client.diagnostics(uri)
    client.notify("textDocument/didSave", {"textDocument": {"uri": (tmp_path / ".reslint.yaml").as_uri()}})
    client.diagnostics(uri)
    assert not [message for message in client.passed if str(message.get("method", "")).endswith("/refresh")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_hint_stands_at_its_place_however_columns_are_counted(wire, encoding: str):
    text = DRAFT.replace("*Recalling* its resolution 70/1 😀", "*Recalling* 😀é̂ its resolution 70/1")
    before = text.split("\n")[2].partition(" on bells")[0]
    client = wire()
    client.initialize({"general": {"positionEncodings": [encoding]}})
    client.open(URI, text)
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 4, "character": 0}}
    (hint,) = client.call("textDocument/inlayHint", {"textDocument": {"uri": URI}, "range": place})
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    column = len(before.encode(encoding if width == 1 else f"{encoding}-le")) // width
    assert hint["position"] == {"line": 2, "character": column}
    assert hint["textEdits"][0]["range"]["start"] == hint["position"]


def test_hints_are_dropped_for_a_document_that_is_not_open(wire):
    client = wire()
    client.initialize({})
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 4, "character": 0}}
    assert client.call("textDocument/inlayHint", {"textDocument": {"uri": URI}, "range": place}) is None


def test_the_hint_of_a_client_that_resolves_edits_keeps_them(hints):
    request, found = hints(client=replace(Client(), inlay_hint_resolve=frozenset({"textEdits"})))
    assert all(hint.text_edits and hint.tooltip for hint in found)
    assert request.snapshot.version == 1
