"""The server inside another program, without threads, streams or processes."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest

from reslint.lsp.embedded import Inline, connect

URI = "untitled:Untitled-1"
DRAFT = "*The General Assembly*,\n\n*Noting* the 🐟 the the keepers of lamps,\n\n1. *Thanks* the pilots.\n"


class Host:
    """The host that embeds the server."""

    def __init__(self) -> None:
        self.sent: asyncio.Queue[str] = asyncio.Queue()
        self.receive = connect(self.sent.put_nowait, 0.01)
        self.count = 0

    def say(self, method: str, **params: Any) -> None:
        self.receive(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}))

    async def ask(self, method: str, **params: Any) -> Any:
        self.count += 1
        self.receive(json.dumps({"jsonrpc": "2.0", "id": self.count, "method": method, "params": params}))
        while True:
            answer = await self.hear()
            if answer.get("id") == self.count:
                return answer.get("result", answer.get("error"))

    async def hear(self) -> dict[str, Any]:
        return json.loads(await asyncio.wait_for(self.sent.get(), 60))

    async def command(self, name: str, *arguments: Any) -> Any:
        return await self.ask("workspace/executeCommand", command=name, arguments=list(arguments))


def embedded(work):
    """Run a session of a draft that is open."""

    async def session() -> None:
        host = Host()
        await host.ask("initialize", processId=1, capabilities={}, rootUri=None)
        host.say("initialized")
        document = {"uri": URI, "languageId": "resolution", "version": 1, "text": DRAFT}
        host.say("textDocument/didOpen", textDocument=document)
        told = await host.hear()
        assert told["method"] == "textDocument/publishDiagnostics"
        await work(host, told["params"]["diagnostics"])

    asyncio.run(session())


def test_a_draft_is_checked_without_starting_a_thread():
    async def work(host: Host, diagnostics: list[dict]) -> None:
        assert "style/repeated-word" in [each["code"] for each in diagnostics]
        assert threading.active_count() <= before

    before = threading.active_count()
    embedded(work)


def test_a_change_is_checked_when_the_writer_pauses():
    async def work(host: Host, _diagnostics: list[dict]) -> None:
        place = {"start": {"line": 2, "character": 16}, "end": {"line": 2, "character": 20}}
        identifier = {"uri": URI, "version": 2}
        host.say("textDocument/didChange", textDocument=identifier, contentChanges=[{"range": place, "text": ""}])
        told = await host.hear()
        assert "style/repeated-word" not in [each["code"] for each in told["params"]["diagnostics"]]

    embedded(work)


def test_what_fails_inline_fails_in_its_future():
    def fail() -> None:
        raise KeyError("lamp")

    assert isinstance(Inline(1).submit(fail).exception(), KeyError)


def test_a_server_needs_a_running_loop():
    with pytest.raises(RuntimeError):
        connect(print)


def test_the_page_of_a_draft_counts_as_the_client_does():
    async def work(host: Host, diagnostics: list[dict]) -> None:
        made = await host.command("reslint.preview", URI)
        column = next(
            each["range"]["start"]["character"] for each in diagnostics if each["code"] == "style/repeated-word"
        )
        units = len(DRAFT[: DRAFT.index("*Noting")].encode("utf-16-le")) // 2 + column
        assert f'data-start="{units}"' in made["html"]
        assert "*" not in made["html"]
        assert ".page" in made["style"]

    embedded(work)


def test_a_citation_is_worded_for_the_organ_of_the_draft():
    async def work(host: Host, _diagnostics: list[dict]) -> None:
        found = await host.command("reslint.cite", URI, "66/181")
        assert found[0]["phrase"] == "its resolution 66/181 of 19 December 2011"
        assert await host.command("reslint.cite", URI, "no such words anywhere") == []

    embedded(work)


def test_a_treaty_is_found_first_by_one_word_and_comes_with_its_footnote():
    async def work(host: Host, _diagnostics: list[dict]) -> None:
        (end,) = [line for line, words in enumerate(DRAFT.splitlines()) if words.startswith("*Noting")][:1]
        found = await host.command("reslint.cite", URI, "biodiversity", {"line": end, "character": 0})
        assert found[0]["label"] == "Convention on Biological Diversity"
        edits = found[0]["edits"]
        assert edits[0]["newText"].startswith("the Convention on Biological Diversity[^1]")
        assert "United Nations, *Treaty Series*, vol. 1760, No. 30619." in "".join(each["newText"] for each in edits)
        plain = await host.command("reslint.cite", URI, "biodiversity")
        assert "edits" not in plain[0]

    embedded(work)


def test_rules_are_listed_and_every_one_of_them_has_a_page():
    async def work(host: Host, _diagnostics: list[dict]) -> None:
        listed = await host.command("reslint.rules", URI)
        assert len({each["name"] for each in listed}) == len(listed) > 20
        for each in listed:
            page = await host.command("reslint.explain", each["name"], URI)
            assert page.startswith(f"# {each['name']}\n")
            assert "## Why" in page
            assert "{{" not in page

    embedded(work)


def test_a_rule_that_is_not_there_is_named():
    async def work(host: Host, _diagnostics: list[dict]) -> None:
        refused = await host.command("reslint.explain", "style/nothing")
        assert "style/nothing" in refused["message"]

    embedded(work)


def test_the_client_is_told_what_is_loaded_and_what_does_not_run(monkeypatch):
    monkeypatch.setattr("reslint.engine.tokens.pipelines._sought", lambda _wanted: "spaCy is not installed")

    async def work(host: Host, _diagnostics: list[dict]) -> None:
        told = await host.command("reslint.describe")
        assert "pack **un**" in told
        (line,) = [line for line in told.splitlines() if "spaCy is not installed" in line]
        assert line.startswith("- cannot run, or only in part: grammar/")

    embedded(work)
