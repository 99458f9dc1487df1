"""Code actions: offered for a range, worked out when they are chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import from_fs_path, to_fs_path

from vnplanlint.lsp.actions import KINDS, Offer, all_fixed
from vnplanlint.lsp.analysis import Understood
from vnplanlint.lsp.convert import position_of
from vnplanlint.lsp.edits import Target
from vnplanlint.lsp.ignoring import Insertion, ignoring
from vnplanlint.lsp.server import PlanServer
from vnplanlint.messages import Problem
from vnplanlint.readers.source import Source

IGNORE_RULE = "vnplanlint.ignoreRule"


async def code_actions(ls: PlanServer, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """What may be done about the findings in a range."""
    uri = params.text_document.uri
    understood = await ls.understood(uri)
    if understood is None or not ls.client.literal_actions:
        return None
    offer = Offer(understood, ls.terms.language(uri), ls.target(uri), params)
    found: list[types.CodeAction] = []
    quick = offer.wants(types.CodeActionKind.QuickFix)
    if quick:
        found += offer.fixes()
    for action in offer.fix_all():
        if ls.client.resolves_edits:
            action.data = {"uri": uri}
        else:
            action.edit = await _fix_all(ls, uri, understood)
        found.append(action)
    if quick:
        found += offer.ignored_here()
        found += _ignored_everywhere(ls, uri, offer)
    return found


async def resolve(ls: PlanServer, action: types.CodeAction) -> types.CodeAction:
    """The edit of an action that was offered without it; some editors ask for any, and get it back as it is."""
    if action.edit is not None or action.command is not None:
        return action
    data = action.data
    uri = data.get("uri") if isinstance(data, dict) else None
    understood = await ls.understood(uri) if isinstance(uri, str) else None
    if understood is None or not isinstance(uri, str):
        raise JsonRpcInvalidParams("no such document is open")
    action.edit = await _fix_all(ls, uri, understood)
    return action


async def _fix_all(ls: PlanServer, uri: str, understood: Understood) -> types.WorkspaceEdit:
    target = ls.target(uri)
    loop = asyncio.get_running_loop()
    return target.edit(await loop.run_in_executor(ls.worker, all_fixed, understood))


def _ignored_everywhere(ls: PlanServer, uri: str, offer: Offer) -> Iterator[types.CodeAction]:
    path = to_fs_path(uri)
    if path is None:
        return
    for finding in offer.rules():
        insertion = ignoring_for(ls, path, finding.code)
        if insertion is None:
            continue
        change: types.WorkspaceEdit | types.Command
        if insertion.old is None and not ls.client.creates_files:
            change = types.Command(IGNORE_RULE, IGNORE_RULE, arguments=[uri, finding.code])
        else:
            change = _file_edit(insertion, versioned=ls.client.versioned_edits)
        yield offer.ignored_everywhere(change, finding)


def ignoring_for(ls: PlanServer, path: str, code: str) -> Insertion | None:
    """How the configuration that holds for ``path`` comes to ignore ``code``; a new one stands in the workspace."""
    try:
        return ignoring(code, ls.terms.configuration(path) or ls.new_configuration(path))
    except Problem:  # told already: the configuration cannot be used
        return None


def _file_edit(insertion: Insertion, *, versioned: bool) -> types.WorkspaceEdit:
    uri = from_fs_path(insertion.path) or ""
    place = position_of(Source("", insertion.old or ""), insertion.offset)
    edit = Target(uri, None, versioned=versioned).edit([types.TextEdit(types.Range(place, place), insertion.text)])
    if insertion.old is None and edit.document_changes is not None:
        create = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
        edit.document_changes = [create, *edit.document_changes]
    return edit


REMEDIES: dict[str, Callable[..., object]] = {
    types.TEXT_DOCUMENT_CODE_ACTION: code_actions,
    types.CODE_ACTION_RESOLVE: resolve,
}
OPTIONS: dict[str, object] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(KINDS, resolve_provider=True),
}
