"""The server answers messages that are wrong, unknown, too early, too late or taken back."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from reslint.lsp.features import all_commands

URI = "untitled:draft"
POSITION = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}


@pytest.fixture
def ready(wire):
    client = wire()
    client.initialize()
    return client


def test_requests_before_initialize_are_refused_and_notifications_ignored(wire):
    client = wire()
    client.open(URI, "text")
    assert client.refused("textDocument/hover", POSITION)["code"] == -32002
    client.initialize()
    assert client.call("textDocument/hover", POSITION) is None
    assert client.leave() == 0


def test_requests_after_shutdown_are_refused(ready):
    ready.call("shutdown")
    assert ready.refused("textDocument/hover", POSITION)["code"] == -32600
    ready.notify("exit")
    assert ready.ended() == 0


def test_a_second_initialize_is_refused(ready):
    assert ready.refused("initialize", {"processId": None, "rootUri": None, "capabilities": {}})["code"] == -32600


def test_exit_without_shutdown_is_a_failure(ready):
    ready.notify("exit")
    assert ready.ended() == 1


def test_the_server_ends_with_its_input(ready):
    ready.process.stdin.close()
    assert ready.ended(5) == 1


def test_after_shutdown_the_end_of_the_input_is_as_good_as_exit(ready):
    ready.call("shutdown")
    ready.process.stdin.close()
    assert ready.ended(5) == 0


def test_the_server_ends_in_the_middle_of_a_check_when_its_input_does(wire):
    client = wire("--debounce", "0")
    client.initialize()
    client.open(URI, "1. *Requests* the the Secretary-General to report;\n\n" * 20_000)
    time.sleep(0.3)
    client.process.stdin.close()
    assert client.ended(6) == 1


def test_the_server_ends_with_the_process_that_started_it(wire):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as parent:
        client = wire()
        client.initialize(processId=parent.pid)
        parent.communicate(b"\n")
    assert client.ended(8) == 1


def test_a_parent_that_is_unknown_here_is_not_waited_for(wire):
    client = wire()
    client.initialize(processId=2**22 + 1)
    time.sleep(2.5)
    assert client.call("textDocument/hover", POSITION) is None


def test_what_is_no_json_gets_an_answer_and_the_session_goes_on(ready):
    ready.send(b"{ this is not JSON")
    assert ready.answer(None)["error"]["code"] == -32700
    ready.send(b'"\xff\xfe"')
    assert ready.answer(None)["error"]["code"] == -32700
    assert ready.leave() == 0


def test_what_is_no_request_of_json_rpc_is_an_invalid_request(ready):
    wrong = [
        [],
        "text",
        {"id": 7, "method": "textDocument/hover"},
        {"jsonrpc": "1.0", "id": 7, "method": "textDocument/hover"},
        {"jsonrpc": "2.0", "id": {"a": 1}, "method": "textDocument/hover"},
        {"jsonrpc": "2.0", "id": 7, "method": 12},
    ]
    for message in wrong:
        ready.send(message)
        assert ready.next(lambda reply: "error" in reply)["error"]["code"] == -32600
    assert ready.leave() == 0


def test_a_request_with_wrong_parameters_is_answered(ready):
    document = {"uri": URI}
    wrong = [
        None,
        [],
        {},
        {"textDocument": document},
        {"textDocument": document, "position": {"line": "first", "character": 0}},
        {"textDocument": 3, "position": {"line": 0, "character": 0}},
    ]
    for params in wrong:
        assert ready.refused("textDocument/hover", params)["code"] == -32602
    assert ready.leave() == 0


def test_unknown_requests_are_refused_and_unknown_notifications_ignored(ready):
    assert ready.refused("textDocument/unheardOf", {})["code"] == -32601
    assert ready.refused("$/unheardOf", {})["code"] == -32601
    ready.notify("textDocument/unheardOf", {})
    ready.notify("$/unheardOf", {})
    assert ready.leave() == 0


@pytest.mark.parametrize("method", ["textDocument/unheardOf", "$/unheardOf", "textDocument/moniker"])
def test_an_unknown_request_is_unknown_whatever_its_parameters_are(ready, method):
    for number, more in enumerate(({}, {"params": None}, {"params": [1]}, {"params": {"textDocument": 3}})):
        ready.send({"jsonrpc": "2.0", "id": f"q{number}", "method": method, **more})
        assert ready.answer(f"q{number}")["error"] == {"code": -32601, "message": f"no such method: {method}"}
        ready.send({"jsonrpc": "2.0", "method": method, **more})
    assert ready.leave() == 0
    assert not [message for message in ready.passed if message.get("method") == "window/logMessage"]


@pytest.mark.parametrize(
    ("command", "arguments", "takes"),
    [
        ("reslint.fixAll", [], "uri (a text)"),
        ("reslint.fixAll", None, "uri (a text)"),
        ("reslint.cite", ["66/181"], "uri (a text), query (a text), position (an object, may be left out)"),
        ("reslint.cite", [URI, 66], "uri (a text), query (a text), position (an object, may be left out)"),
        ("reslint.explain", ["style/number", URI, "more"], "rule (a text), uri (a text, may be left out)"),
        ("reslint.applyAction", [URI], "data (an object)"),
        ("reslint.describe", [URI], "no arguments"),
    ],
)
def test_a_command_with_wrong_arguments_says_what_it_takes(ready, command, arguments, takes):
    error = ready.refused("workspace/executeCommand", {"command": command, "arguments": arguments})
    assert error == {"code": -32602, "message": f"{command} takes {takes}"}
    assert ready.leave() == 0
    assert not [message for message in ready.passed if message.get("method") == "window/logMessage"]


def test_an_argument_that_may_be_left_out_may_be_null(ready):
    asked = {"command": "reslint.explain", "arguments": ["style/number", None]}
    assert "style/number" in ready.call("workspace/executeCommand", asked)


def test_every_command_can_say_what_it_takes():
    for command in all_commands():
        with pytest.raises(ValueError, match=f"{command.name} takes "):
            command.accept([0] * 9)


def test_malformed_and_misplaced_notifications_leave_one_line_in_the_log_and_no_dialog(ready):
    ready.notify("textDocument/didChange", {"textDocument": 3})
    assert "didChange" in ready.heard("window/logMessage")["message"]
    ready.change(URI, 2, {"text": "never opened"})
    assert "not open" in ready.heard("window/logMessage")["message"]
    ready.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert ready.leave() == 0
    assert not [message for message in ready.passed if message.get("method") == "window/showMessage"]


ODD = [
    "file:///drafts/%00/a.res.md",
    "file:///%00/.reslint.yaml",
    "http://[bad",
    "file://[bad/a.res.md",
    "//[",
    "file:///drafts/\ud800.res.md",
    f"file:///{'a' * 300}/a.res.md",
    f"file:///{'a/' * 3000}a.res.md",
]
"""Addresses that nothing can have."""


@pytest.mark.parametrize("uri", ODD)
def test_a_document_whose_address_no_file_can_have_is_one_that_lies_in_no_folder(ready, uri: str):
    ready.open(uri, "*The General Assembly*,\n\n1. *Requests* the the Secretary-General to report.\n")
    assert "style/repeated-word" in [each["code"] for each in ready.diagnostics(uri)] or uri.endswith(".yaml")
    document = {"textDocument": {"uri": uri}}
    end = {"line": 2, "character": 40}
    for method in ("hover", "completion", "definition"):
        ready.call(f"textDocument/{method}", {**document, "position": end})
    for method in ("documentSymbol", "semanticTokens/full"):
        ready.call(f"textDocument/{method}", document)
    ready.notify("textDocument/didSave", document)
    ready.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
    ready.call("workspace/symbol", {"query": "report"})
    assert ready.leave() == 0
    assert not [each for each in ready.passed if each.get("method") == "window/logMessage"]


@pytest.mark.parametrize("uri", ODD)
def test_a_folder_whose_address_no_folder_can_have_holds_nothing(wire, uri: str):
    client = wire()
    client.initialize(rootUri=uri, workspaceFolders=[{"uri": uri, "name": "odd"}])
    client.open(URI, "*The General Assembly*,\n\n1. *Requests* the the Secretary-General to report.\n")
    assert client.diagnostics(URI)
    assert len(client.call("workspace/symbol", {"query": "report"})) == 1
    assert client.leave() == 0
    assert not [each for each in client.passed if each.get("method") == "window/logMessage"]


def test_an_answer_to_nothing_is_ignored(ready):
    ready.send({"jsonrpc": "2.0", "id": 99, "result": None})
    ready.send({"jsonrpc": "2.0", "id": "?", "error": {"code": 1, "message": "no"}})
    ready.send({"jsonrpc": "2.0", "id": [], "result": None})
    assert ready.leave() == 0


def test_a_cancelled_request_is_answered_as_cancelled(ready):
    ready.open(URI, "*The General Assembly*,\n\n" + "1. *Requests* the the Secretary-General to report;\n\n" * 3000)
    first = ready.ask("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
    second = ready.ask("textDocument/hover", POSITION)
    ready.notify("$/cancelRequest", {"id": second})
    assert ready.answer(second)["error"]["code"] == -32800
    ready.notify("$/cancelRequest", {"id": second})
    ready.notify("$/cancelRequest", {"id": "never sent"})
    assert "result" in ready.answer(first)
    assert ready.leave() == 0


def test_capabilities_from_the_future_do_not_keep_a_client_out(wire):
    client = wire()
    result = client.initialize(
        {
            "textDocument": {
                "documentSymbol": {"symbolKind": {"valueSet": [1, 250]}},
                "publishDiagnostics": {"tagSupport": {"valueSet": [1, 3]}},
                "hover": {"contentFormat": "a text and no list"},
                "unheardOf": {"deeply": ["odd"]},
            },
            "workspace": {"workspaceEdit": {"resourceOperations": ["create", "teleport"]}},
            "general": {"positionEncodings": ["utf-7", "utf-8"]},
            "window": 5,
        }
    )
    assert result["capabilities"]["positionEncoding"] == "utf-8"
    assert client.leave() == 0


def test_what_a_program_prints_never_gets_between_the_messages():
    script = (
        "import os, subprocess, sys\n"
        "from reslint.cli.server import take_streams\n"
        "stdin, stdout = take_streams()\n"
        "print('a line of Python', flush=True)\n"
        "os.write(1, b'a line of C')\n"
        "subprocess.run([sys.executable, '-c', 'import sys; print(sys.stdin.read(), 5)'], check=True)\n"
        "stdout.write(b'protocol ' + stdin.read())\n"
        "stdout.close()\n"
    )
    run = subprocess.run([sys.executable, "-c", script], input=b"in", capture_output=True, check=True)
    assert run.stdout == b"protocol in"
    assert b"a line of Python" in run.stderr
    assert b"a line of C" in run.stderr


def test_nothing_is_announced_that_has_no_answer(ready):
    for method in ("foldingRange", "documentLink", "documentSymbol", "semanticTokens/full"):
        assert ready.call(f"textDocument/{method}", {"textDocument": {"uri": URI}}) is None
    assert ready.leave() == 0
