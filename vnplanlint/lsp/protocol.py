"""The library's protocol, made to bear any client: whatever comes in, the process answers and goes on."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcServerNotInitialized
from pygls.protocol import LanguageServerProtocol, lsp_method

from vnplanlint.light_typing import Any


class Protocol(LanguageServerProtocol):
    """Keeps no texts of its own, and answers requests that cannot be understood or come out of turn."""

    is_initialized = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message in ``data``; a request that is none is answered with an error."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), (int, str)):
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Answer the message, if it comes in its turn."""
        method, number = getattr(message, "method", None), getattr(message, "id", None)
        if method is None or method == types.EXIT:
            super().handle_message(message)
            return
        if not self.is_initialized and method != types.INITIALIZE:
            self._refuse(number, JsonRpcServerNotInitialized("the first request is initialize"))
        elif self.is_initialized and method == types.INITIALIZE:
            self._refuse(number, JsonRpcInvalidRequest("the server is initialized"))
        elif self._shutdown:
            self._refuse(number, JsonRpcInvalidRequest("the server was shut down"))
        else:
            super().handle_message(message)

    def _refuse(self, number: int | str | None, error: JsonRpcException) -> None:
        if number is not None:
            self._send_response(number, error=error.to_response_error())

    def _execute_handler(
        self,
        msg_id: int | str,
        handler: Callable[..., Any],
        callback: Callable[..., Any],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """Run a handler; what a notification has started is kept until it is done, by the library for ever."""
        super()._execute_handler(msg_id, handler, callback, args, kwargs)
        future = self._request_futures.get(msg_id)
        if future is not None and callback == self._check_handler_result:
            future.add_done_callback(lambda _: self._request_futures.pop(msg_id, None))

    @property
    def said_goodbye(self) -> bool:
        """Whether the client has asked for the end."""
        return self._shutdown

    def is_awaited(self, number: int | str | None) -> bool:
        """Whether the client still waits for the answer to its request of that number."""
        return number in self._request_futures

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *arguments: object) -> Any:
        """Give up what is under way; the library would stumble over what vanishes from its list meanwhile."""
        for number, future in list(self._request_futures.items()):
            if number != self.msg_id:
                future.cancel()
        return (yield from super().lsp_shutdown(*arguments))

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Any:
        """Begin; positions are counted in UTF-16 units, which every client has as the protocol says."""
        self.is_initialized = True
        if params.capabilities.general is not None:
            params.capabilities.general.position_encodings = None
        return (yield from super().lsp_initialize(params))

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Any:
        """Leave the text to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Any:
        """Leave the change to the server: the library takes form feeds for line ends."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Any:
        """Leave it to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None
