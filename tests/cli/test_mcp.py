"""An assistant asks reslint over the Model Context Protocol, with the client of the official SDK."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reslint.cli.mcp import server
from reslint.cli.project import Project
from reslint.cli.usage import UsageError

DRAFT = "*The General Assembly*,\n\n*Noting* the buoys,\n\n1. *Decides* to share the the lamps.\n"


async def ask(tool: str, arguments: dict[str, Any], root: Path) -> Any:
    mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
    async with mcp.Client(server(Project(), root)) as client:
        return await client.call_tool(tool, arguments)


def words(result: Any) -> str:
    return "\n".join(each.text for each in result.content)


async def test_a_draft_is_checked_with_typed_findings(tmp_path: Path):
    result = await ask("check_draft", {"text": DRAFT}, tmp_path)
    findings = result.structured_content["findings"]
    twice = next(each for each in findings if each["rule"] == "style/repeated-word")
    assert (twice["line"], twice["column"], twice["found"], twice["safe"]) == (5, 23, "the the", True)
    assert result.structured_content["profiles"]


async def test_safe_fixes_come_back_as_text_and_no_file_is_changed(tmp_path: Path):
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    result = await ask("fix_draft", {"path": "a.md"}, tmp_path)
    assert "share the lamps." in result.structured_content["text"]
    assert result.structured_content["applied"] >= 1
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("path", ["../secret.md", "/etc/hosts", "link.md"])
async def test_no_file_outside_the_folder_is_read(tmp_path: Path, path: str):
    root = tmp_path / "here"
    root.mkdir()
    (tmp_path / "secret.md").write_text(DRAFT, encoding="utf-8")
    (root / "link.md").symlink_to(tmp_path / "secret.md")
    result = await ask("check_draft", {"path": path}, root)
    assert result.is_error
    assert "outside the folder" in words(result)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("explain_rule", {"rule": "style/repeated-word"}, "twice"),
        ("cite", {"query": "70/1", "body": "General Assembly"}, "70/1"),
        ("outline_draft", {"text": DRAFT}, "operative"),
        ("propose_words", {"text": DRAFT + "\n2. Reque", "line": 7, "column": 9}, "Requests"),
    ],
)
async def test_what_is_asked_is_answered(tmp_path: Path, tool: str, arguments: dict[str, Any], said: str):
    result = await ask(tool, arguments, tmp_path)
    assert not result.is_error, words(result)
    assert said in words(result)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("explain_rule", {"rule": "style/repeated-wrod"}, "did you mean “style/repeated-word”?"),
        ("check_draft", {}, "give either the text of the draft or the path"),
        ("cite", {"query": "70/1", "body": "General Asembly"}, "did you mean “General Assembly”?"),
        ("propose_words", {"text": DRAFT, "line": 99, "column": 1}, "the text has no line 99"),
    ],
)
async def test_what_cannot_be_answered_says_what_to_do(tmp_path: Path, tool: str, arguments: dict[str, Any], said: str):
    result = await ask(tool, arguments, tmp_path)
    assert result.is_error
    assert said in words(result)


async def test_the_command_serves_rules_and_a_prompt_over_its_streams(tmp_path: Path):
    mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
    started: Sequence[str] = ("-m", "reslint", "mcp", "--pack", "mun")
    parameters = mcp.StdioServerParameters(command=sys.executable, args=list(started), cwd=tmp_path)
    async with mcp.Client(parameters) as client:
        tools = {each.name for each in (await client.list_tools()).tools}
        rules = (await client.read_resource("reslint://rules")).contents[0].text
        rule = (await client.read_resource("reslint://rules/style/repeated-word")).contents[0].text
        prompt = await client.get_prompt("draft", {"topic": "harbour lights"})
    assert {"check_draft", "fix_draft", "cite"} <= tools
    assert "heading/order (" in rules
    assert "twice" in rule
    assert "harbour lights" in prompt.messages[0].content.text


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(UsageError, match=r"pip install 'reslint\[mcp\]'"):
        server(Project(), tmp_path)
