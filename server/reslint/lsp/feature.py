"""The contract of a feature: what it is given, what it announces, and what it may ask of the server.

A feature module holds pure functions of a draft and a place in it, a function named for the request that it answers,
and a tuple `FEATURES` (or `COMMANDS`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, get_origin, get_type_hints

from ..text.record import dataclass, field

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from lsprotocol import types

    from .client import Client
    from .documents import Documents, Snapshot
    from .progress import Meter
    from .workspace import Workspace

_Item = TypeVar("_Item")


class Host(Protocol):
    """The part of the server that features and commands ask."""

    answers: ThreadPoolExecutor
    """The thread in which questions about a document are answered."""

    def log(self, message: str) -> None:
        """One line for whoever looks for the reason. May be called from any thread."""
        ...

    def is_wanted(self, request: int | str | None) -> bool:
        """Whether somebody still waits for the answer to a request. May be asked from any thread."""
        ...

    def meter(self, token: int | str, title: str) -> Meter:
        """A progress bar of the client. May be used from any thread."""
        ...

    async def run_in(self, pool: ThreadPoolExecutor, work: Callable[..., Any], *arguments: Any) -> Any:
        """The result of `work`, done in one of the server's threads."""
        ...

    async def window_show_document_async(self, params: types.ShowDocumentParams) -> Any:
        """Ask the client to show a document."""
        ...

    def window_show_message(self, params: types.ShowMessageParams) -> None:
        """Ask the client to show a message."""
        ...

    async def workspace_apply_edit_async(self, params: types.ApplyWorkspaceEditParams) -> Any:
        """Ask the client to make an edit."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """A request about a document: the document as it was when the request came in, and who asks."""

    snapshot: Snapshot
    params: Any
    client: Client


@dataclass(frozen=True, slots=True)
class Session:
    """A request about no single document, or a command: the documents, the workspace and the client."""

    params: Any
    client: Client
    documents: Documents
    workspace: Workspace
    server: Host
    request: int | str | None = None

    def progress(self, items: Iterable[_Item], title: str) -> Iterator[_Item]:
        """The items one by one, with the progress that the client asked for; ends early when it cancels."""
        several = list(items)
        token = getattr(self.params, "work_done_token", None)
        meter = self.server.meter(token, title) if token is not None else None
        for index, item in enumerate(several):
            if not self.server.is_wanted(self.request):
                break
            if meter:
                meter.report(index, len(several))
            yield item
        if meter:
            meter.end()


@dataclass(frozen=True, slots=True)
class Feature:
    """One method of the protocol and the function that answers it, off the event loop.

    `answer` takes a `Request` for methods whose parameters name a text document, and a `Session` for the others
    (`of_document` says which). It returns what the protocol wants as the result; for a document that is not open the
    server answers what `absent` gives.
    """

    method: str
    answer: Callable[[Any], Any]
    options: Any = None
    of_document: bool = True
    wanted: Callable[[Client], bool] = field(default=lambda _client: True)
    """Whether it is announced to this client."""
    absent: Callable[[], Any] = field(default=lambda: None)
    """The result for a document that is not open."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that clients may execute: its name, and what it does with a session and the arguments."""

    name: str
    run: Callable[..., Any]

    def accept(self, given: Sequence[Any]) -> Sequence[Any]:
        """The arguments for `run` as a client gave them, nulls at the end left out.

        Raises ValueError, saying what the command takes, for any others.
        """
        takes = self._takes()
        arguments = list(given)
        while arguments and arguments[-1] is None:
            arguments.pop()
        least = sum(parameter.default is parameter.empty for parameter, _ in takes)
        fitting = least <= len(arguments) <= len(takes)
        if fitting and all(isinstance(one, kind) for one, (_, kind) in zip(arguments, takes, strict=False)):
            return arguments
        told = [f"{one.name} ({_KINDS[kind]}{_OPTIONAL[one.default is one.empty]})" for one, kind in takes]
        raise ValueError(f"{self.name} takes {', '.join(told) or 'no arguments'}")

    def _takes(self) -> list[tuple[Parameter, type]]:
        hints = get_type_hints(self.run)
        _, *parameters = signature(self.run).parameters.values()
        return [(each, get_origin(hints[each.name]) or hints[each.name]) for each in parameters]


_KINDS: Mapping[type, str] = {str: "a text", dict: "an object"}
_OPTIONAL = {True: "", False: ", may be left out"}
