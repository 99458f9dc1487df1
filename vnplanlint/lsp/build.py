"""A server that knows all that it can be asked."""

from __future__ import annotations

from vnplanlint.lsp.commands import COMMANDS
from vnplanlint.lsp.features import FEATURES
from vnplanlint.lsp.guard import guarded
from vnplanlint.lsp.remedies import OPTIONS, REMEDIES
from vnplanlint.lsp.server import PlanServer
from vnplanlint.lsp.session import SESSION
from vnplanlint.rulebook import Language


def build_server(language: Language) -> PlanServer:
    """A server with every feature but those that depend on its client."""
    server = PlanServer(language)
    for name, answer in (SESSION | FEATURES | REMEDIES).items():
        server.feature(name, OPTIONS.get(name))(guarded(name, answer))
    for name, command in COMMANDS.items():
        server.command(name)(guarded(name, command))
    return server
