"""From `initialize` to the last change of settings: what happens around the documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from .client import client_of
from .completion import warm_up
from .documents import path_of
from .features import all_commands, features
from .rulefiles import quietly
from .sync import UNITS
from .transport import process_alive, watch_parent

if TYPE_CHECKING:
    from .server import Server


def initialize(ls: Server, params: types.InitializeParams) -> None:
    """Take the client, its folders and its options, and announce what it can use."""
    ls.client = client_of(params.capabilities, params.initialization_options)
    ls.documents.unit = UNITS[str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding))]
    folders = [folder.uri for folder in params.workspace_folders or ()]
    if not folders and params.root_uri:
        folders = [params.root_uri]
    ls.files.configure(folders, params.initialization_options)
    for feature in features():
        if feature.wanted(ls.client):
            ls.add_feature(feature)
    for command in all_commands():
        ls.add_command(command)
    if params.process_id is not None and ls.loop is not None and ls.watches_parent:
        watch_parent(params.process_id, ls.loop, ls, process_alive)


async def initialized(ls: Server, _params: types.InitializedParams) -> None:
    """Load the rules, and ask to be told of changes to files and settings."""
    # The rules are read while the writer still opens the first draft.
    ls.checks.submit(ls.files.warm_up)
    if ls.warms_up:
        ls.sweeps.submit(warm_up, ls.files)
    watched = []
    if ls.client.watches_files:
        patterns = [types.FileSystemWatcher(pattern) for pattern in ls.files.WATCHED]
        options: Any = types.DidChangeWatchedFilesRegistrationOptions(patterns)
        watched.append(types.Registration("reslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    if ls.client.registers_configuration:
        section = types.DidChangeConfigurationRegistrationOptions("reslint")
        watched.append(types.Registration("reslint-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, section))
    if watched:
        await quietly(ls, ls.client_register_capability_async(types.RegistrationParams(watched)))
    if ls.client.pulls_configuration:
        await _pull_configuration(ls)


async def _pull_configuration(ls: Server) -> None:
    """Ask the client for its settings, for every folder."""
    folders: list[str | None] = [*ls.files.folder_uris] or [None]
    items = [types.ConfigurationItem(scope_uri=uri, section="reslint") for uri in folders]
    answers = await quietly(ls, ls.workspace_configuration_async(types.ConfigurationParams(items)))
    if answers is not None and ls.files.set_client_settings(dict(zip(folders, answers, strict=False))):
        ls.rules_changed()


def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A saved rule or configuration holds for every open draft at once."""
    if ls.files.concerns_rules(path_of(params.text_document.uri)):
        ls.rules_changed()


async def configuration_changed(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """The client's settings have changed: they are in the parameters, or to be asked for."""
    if ls.client.pulls_configuration:
        await _pull_configuration(ls)
        return
    settings = params.settings.get("reslint", params.settings) if isinstance(params.settings, dict) else params.settings
    if ls.files.set_client_settings({None: settings}):
        ls.rules_changed()


def files_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Files have changed outside the editor."""
    if any(ls.files.concerns_rules(path_of(event.uri)) for event in params.changes):
        ls.rules_changed()


async def folders_changed(ls: Server, _params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Workspace folders have come or gone."""
    ls.files.set_folders([folder.uri for folder in ls.workspace.folders.values()])
    if ls.client.pulls_configuration:
        await _pull_configuration(ls)
    ls.rules_changed()


HANDLERS: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: initialize,
    types.INITIALIZED: initialized,
    types.TEXT_DOCUMENT_DID_SAVE: saved,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: configuration_changed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: files_changed,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: folders_changed,
}
