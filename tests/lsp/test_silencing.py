"""“Do not report in this project” writes into the configuration of the project, or makes one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reslint.lsp.client import client_of
from reslint.lsp.protocol import converter

from .conftest import FULL

SLIP = "*The General Assembly*,\n\n1. *Requests* the the Secretary-General to report.\n"
TITLE = "Do not report style/repeated-word in this project"
EDITS = {"documentChanges": True, "resourceOperations": ["create"]}
ABLE: dict[str, Any] = {**FULL, "workspace": {"workspaceEdit": EDITS}}


def offered(wire: Any, folder: Path) -> tuple[Any, dict[str, Any] | None]:
    """The server, and the action where it is offered."""
    path = folder / "draft.res.md"
    path.write_text(SLIP, encoding="utf-8")
    server = wire("--debounce", "0")
    server.initialize(ABLE, workspaceFolders=[{"uri": folder.as_uri(), "name": "here"}])
    server.open(path.as_uri(), SLIP)
    server.diagnostics(path.as_uri())
    place = {"line": 2, "character": 16}
    asked = {
        "textDocument": {"uri": path.as_uri()},
        "range": {"start": place, "end": place},
        "context": {"diagnostics": []},
    }
    actions = server.call("textDocument/codeAction", asked)
    return server, next((action for action in actions if action["title"] == TITLE), None)


def test_without_a_configuration_one_is_made_in_the_folder_of_the_workspace(wire, tmp_path: Path):
    server, action = offered(wire, tmp_path)
    made, changed = server.call("codeAction/resolve", action)["edit"]["documentChanges"]
    assert (made["kind"], made["uri"]) == ("create", (tmp_path / ".reslint.yaml").as_uri())
    assert [each["newText"] for each in changed["edits"]] == ["ignore:\n  - style/repeated-word\n"]


def test_an_open_configuration_is_changed_as_it_is_now(wire, tmp_path: Path):
    path = tmp_path / ".reslint.yaml"
    path.write_text("profile: un\n", encoding="utf-8")
    server, action = offered(wire, tmp_path)
    server.open(path.as_uri(), "profile: un\nignore: [spacing]\n", version=3, language="yaml")
    (changed,) = server.call("codeAction/resolve", action)["edit"]["documentChanges"]
    assert changed["textDocument"] == {"uri": path.as_uri(), "version": 3}
    assert [each["newText"] for each in changed["edits"]] == [", style/repeated-word"]
    server.change(path.as_uri(), 4, {"text": "{profile: un}\n"})
    assert "write it into the list “ignore”" in server.refused("codeAction/resolve", action)["message"]


def test_in_a_configuration_that_is_not_yaml_it_is_not_offered(wire, tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text("[tool.reslint]\nprofile = 'un'\n", encoding="utf-8")
    assert offered(wire, tmp_path)[1] is None


@pytest.mark.parametrize(("options", "only"), [({"diagnosticMode": "openFilesOnly"}, True), ({}, False), (None, False)])
def test_a_client_says_whether_it_wants_diagnostics_of_files_that_are_not_open(options: Any, only: bool):
    from lsprotocol import types

    capabilities = converter().structure({}, types.ClientCapabilities)
    assert client_of(capabilities, options).open_files_only is only
