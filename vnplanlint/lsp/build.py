"""A server that knows all that it can be asked."""

from __future__ import annotations

from vnplanlint.lsp.features import FEATURES, OPTIONS
from vnplanlint.lsp.server import PlanServer
from vnplanlint.lsp.session import SESSION
from vnplanlint.rulebook import Language


def build_server(language: Language) -> PlanServer:
    """A server with every feature but those that depend on its client."""
    server = PlanServer(language)
    for name, answer in (SESSION | FEATURES).items():
        server.feature(name, OPTIONS.get(name))(answer)
    return server
