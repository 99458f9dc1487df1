"""The beginning and the end of a session, and the configuration while it lasts."""

from __future__ import annotations

import os
from collections.abc import Callable

from lsprotocol import types
from pygls.uris import to_fs_path

from vnplanlint.files import SUFFIXES
from vnplanlint.lsp.client import Client
from vnplanlint.lsp.features import pull_diagnostics
from vnplanlint.lsp.guard import guarded
from vnplanlint.lsp.server import NAME, PlanServer
from vnplanlint.lsp.settings import SECTION, read_settings

_WATCHED = ("**/*.toml", "**/*baseline*", f"**/*{{{','.join(SUFFIXES)}}}")
"""Configurations, cards of somebody's own, what is usually in the name of a baseline; and the documents."""


def initialize(ls: PlanServer, params: types.InitializeParams) -> None:
    """Learn what the client can do; who can ask for diagnostics is not sent any."""
    ls.client = Client(params.capabilities)
    ls.initial_settings = read_settings(params.initialization_options)
    ls.configure(ls.initial_settings)
    if ls.client.pulls:
        options = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier=NAME)
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(guarded(types.TEXT_DOCUMENT_DIAGNOSTIC, pull_diagnostics))


async def initialized(ls: PlanServer, params: types.InitializedParams) -> None:
    """Ask for settings, and to be told when they or the files of the configuration change."""
    registrations = []
    if ls.client.registers_configuration:
        options: object = types.DidChangeConfigurationRegistrationOptions(SECTION)
        registrations.append(types.Registration("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options))
    if ls.client.registers_watchers:
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        )
        registrations.append(types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    if registrations:
        ls.client_register_capability(types.RegistrationParams(registrations))
    await _ask_for_settings(ls)


async def did_change_configuration(ls: PlanServer, params: types.DidChangeConfigurationParams) -> None:
    """The settings have changed; they come with the message, or are asked for."""
    if ls.client.tells_configuration:
        await _ask_for_settings(ls)
    else:
        _configure(ls, params.settings)


async def _ask_for_settings(ls: PlanServer) -> None:
    if not ls.client.tells_configuration:
        return
    asked = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
    answers = await ls.workspace_configuration_async(asked)
    _configure(ls, answers[0] if answers else None)


def _configure(ls: PlanServer, sent: object) -> None:
    """Let what was sent hold; where nothing is set any more, what the session began with."""
    settings = read_settings(sent) if sent else ls.initial_settings
    if settings != ls.terms.settings:
        ls.configure(settings)


def did_change_watched_files(ls: PlanServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Files have changed: read the configuration again if it is one of its own."""
    paths = [path for change in params.changes if (path := to_fs_path(change.uri)) is not None]
    folders = tuple(os.path.join(path, "") for path in paths)
    ls.tell_again(path for path in ls.told if path in paths or path.startswith(folders))
    if any(map(ls.terms.concerns, paths)):
        ls.configuration_changed()


def did_save(ls: PlanServer, params: types.DidSaveTextDocumentParams) -> None:
    """A good moment to look at the configuration, for a client that does not tell when files change."""
    if not ls.client.registers_watchers and ls.terms.are_stale():
        ls.configuration_changed()


def did_change_folders(ls: PlanServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Documents without a file take the configuration of the first folder."""
    ls.configure(ls.terms.settings)


def leave(ls: PlanServer, *_: object) -> None:
    """The status of the process: 0 where the client has said goodbye."""
    ls.exit_status = 0 if ls.protocol.said_goodbye else 1


SESSION: dict[str, Callable[..., object]] = {
    types.INITIALIZE: initialize,
    types.INITIALIZED: initialized,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: did_change_configuration,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: did_change_watched_files,
    types.TEXT_DOCUMENT_DID_SAVE: did_save,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: did_change_folders,
    types.EXIT: leave,
}
