"""`reslint mcp`: a server of the Model Context Protocol (modelcontextprotocol.io), over the standard streams."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..text.record import dataclass
from . import arguments
from .options import RuleOptions
from .project import Project
from .usage import OK, UsageError

if TYPE_CHECKING:
    from mcp.server import MCPServer

EXAMPLES = """\
examples:
  reslint mcp                    what an assistant starts; it ends with the assistant
  reslint mcp --pack mun         drafts are checked by the rules of Model UN
"""
_INSTRUCTIONS = (
    "Checks draft resolutions of the United Nations and of Model UN. Check every draft that you write, apply the safe "
    "fixes, and cite only resolutions that the tool “cite” finds."
)
_PROMPT = Path(__file__).with_name("prompt.md")
"""How to draft: what an assistant is told; `{topic}` and `{body}` are put in."""


@dataclass(frozen=True)
class McpOptions(RuleOptions):
    """By which rules drafts are checked."""


Options = McpOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    arguments.add_configuration(parser)


def run(options: McpOptions) -> int:
    """Serve one assistant until it closes the input; the exit status. Raises UsageError where the SDK is missing."""
    server(Project(options), Path.cwd()).run("stdio")
    return OK


def server(project: Project, root: Path) -> MCPServer:
    """The server, which reads files of the folder `root` alone and sends nothing anywhere. Raises UsageError."""
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ResourceError, ToolError
    except ImportError as error:
        raise UsageError("the Model Context Protocol needs more: pip install 'reslint[mcp]'") from error
    from .assistant import Assistant

    assistant = Assistant(project, root)
    lock = Lock()

    def rule(area: str, name: str) -> str:
        """A rule: why it exists, wrong and right, its source."""
        return assistant.explain_rule(f"{area}/{name}")

    serving = MCPServer("reslint", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")
    for tool in (
        assistant.check_draft,
        assistant.fix_draft,
        assistant.explain_rule,
        assistant.cite,
        assistant.outline_draft,
        assistant.propose_words,
    ):
        serving.add_tool(_guarded(tool, lock, ToolError))
    serving.resource("reslint://rules", name="rules", mime_type="text/plain")(
        _guarded(assistant.list_rules, lock, ResourceError)
    )
    serving.resource("reslint://rules/{area}/{name}", name="rule", mime_type="text/markdown")(
        _guarded(rule, lock, ResourceError)
    )
    serving.prompt(name="draft", description="Draft a resolution, and check it until nothing is left.")(_draft)
    return serving


def _guarded(answer: Callable[..., Any], lock: Lock, refusal: type[Exception]) -> Callable[..., Any]:
    """An answer as the SDK takes it: one at a time, as it asks from several threads, and with its own refusals."""
    from .assistant import CannotAnswer

    @wraps(answer)
    def guarded(*args: Any, **options: Any) -> Any:
        with lock:
            try:
                return answer(*args, **options)
            except CannotAnswer as error:
                raise refusal(str(error)) from error

    return guarded


def _draft(topic: str, body: str = "the General Assembly") -> str:
    return _PROMPT.read_text(encoding="utf-8").format(topic=topic, body=body)
