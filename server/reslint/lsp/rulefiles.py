"""The files that the rules in force come from: they are watched, and their mistakes shown, wherever they lie."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from .diagnostics import Plain, mistakes_elsewhere
from .documents import key_of
from .protocol import describe

if TYPE_CHECKING:
    from .documents import Snapshot
    from .feature import Host
    from .server import Server


class RuleFiles:
    """Marks the mistakes in rule files that are not open, and asks the client to watch those it does not watch yet.

    Used on the event loop only. To a client that pulls diagnostics nothing is pushed: see `diagnostics.pull_all`.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._marked: dict[str, tuple[str, list[Plain]]] = {}
        """By key of the document: its address and what is marked in it."""
        self._watched: set[Path] = set()
        self._renewals = 0
        self._asking: set[asyncio.Future[Any]] = set()

    def loaded(self) -> None:
        """Rules have been read."""
        self.watch()
        self.mark()

    def renew(self) -> None:
        """Rules have changed: once the open documents have been checked again, mark what is wrong now."""
        self._renewals += 1
        server = self._server
        future = asyncio.get_running_loop().run_in_executor(server.checks, server.files.warm_up)

        def settle(done: asyncio.Future[Any]) -> None:
            self._renewals -= 1
            if not done.cancelled() and (error := done.exception()) is not None:
                server.log(f"the rules could not be read: {describe(error)}")
            self.loaded()

        future.add_done_callback(settle)

    def opened(self, snapshot: Snapshot) -> None:
        """A document was opened: from now on its marks are its own."""
        self._marked.pop(snapshot.key, None)

    def mark(self) -> None:
        """Publish what is wrong with rule files that are not open, where that is other than what was published."""
        # What is not loaded again yet would seem to be fixed.
        if self._renewals or self._server.client.pulls_diagnostics:
            return
        found = mistakes_elsewhere(self._server.files, self._server.documents)
        now = {key_of(uri): (uri, diagnostics) for uri, diagnostics in found.items()}
        nothing: list[Plain] = []
        fixed = {key: (uri, nothing) for key, (uri, _) in self._marked.items() if key not in now}
        for key, (uri, diagnostics) in {**now, **fixed}.items():
            if self._marked.get(key) != (uri, diagnostics):
                params = {"uri": uri, "diagnostics": diagnostics}
                self._server.protocol.send_plain(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
        self._marked = now

    def watch(self) -> None:
        """Ask for changes of the files and packs that the patterns of `Workspace.WATCHED` do not reach."""
        files, client = self._server.files, self._server.client
        if not client.watches_files:
            return
        watchers = []
        for path, is_folder in sorted(
            [(p, False) for p in files.rule_files | files.tables] + [(p, True) for p in files.pack_folders]
        ):
            inside = files.holds(path)
            if path in self._watched or (inside and (is_folder or path.suffix == ".yaml")):
                continue
            name = "**/*.{yaml,tsv}" if is_folder else "".join("?" if char in "*?{}[]" else char for char in path.name)
            if inside:
                watchers.append(types.FileSystemWatcher(f"**/{name}"))
            elif client.watches_outside:
                folder = path if is_folder else path.parent
                watchers.append(types.FileSystemWatcher(types.RelativePattern(folder.as_uri(), name)))
            self._watched.add(path)
        if watchers:
            options: Any = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            asked = types.Registration(f"reslint-files-{len(self._watched)}", method, options)
            self._ask(types.RegistrationParams([asked]))

    def _ask(self, params: types.RegistrationParams) -> None:
        task = asyncio.ensure_future(quietly(self._server, self._server.client_register_capability_async(params)))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)


async def quietly(host: Host, asked: Any) -> Any:
    """The client's answer; None, with a line in the log, when it refuses."""
    try:
        return await asked
    except Exception as error:
        host.log(f"the client refused: {describe(error)}")
        return None
