"""Text in grey goes to clients that can show it, and to no others."""

from __future__ import annotations

URI = "file:///drafts/ferries.res.md"
DRAFT = """*The General Assembly*,

*Noting* the joint programme of island ferries and their keepers,

*Welcoming* the joint programme of island ferries,

1. *Supports* the joint prog
"""


def test_the_rest_of_a_phrase_is_sent_with_what_has_been_typed_of_it(wire):
    client = wire("--debounce", "0")
    announced = client.initialize({"textDocument": {"inlineCompletion": {}}})["capabilities"]
    assert "inlineCompletionProvider" in announced
    client.open(URI, DRAFT)
    place = {"line": 6, "character": 28}
    asked = {"textDocument": {"uri": URI}, "position": place, "context": {"triggerKind": 2}}
    (item,) = client.call("textDocument/inlineCompletion", asked)["items"]
    assert item == {"insertText": "ramme of island ferries", "range": {"start": place, "end": place}}
    assert client.call("textDocument/inlineCompletion", {**asked, "position": {"line": 1, "character": 0}}) == {
        "items": []
    }


def test_it_is_not_offered_to_a_client_that_does_not_know_it(wire):
    assert "inlineCompletionProvider" not in wire().initialize({})["capabilities"]
