"""What fails in answering is told as such, and never with the words of a document."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from pygls.exceptions import JsonRpcException, JsonRpcInternalError

from vnplanlint.lsp.server import PlanServer


def guarded(name: str, answer: Callable[..., object]) -> Callable[..., object]:
    """``answer``, with whatever it raises made an error of the protocol that says no more than where."""

    def failed(ls: PlanServer, error: Exception) -> JsonRpcException:
        if isinstance(error, JsonRpcException):
            return error
        ls.crashed(name, error)
        return JsonRpcInternalError(f"{name}: {type(error).__name__}")

    async def answer_later(ls: PlanServer, *arguments: object) -> object:
        try:
            return await answer(ls, *arguments)  # type: ignore[misc]  # it is a coroutine function
        except Exception as error:
            raise failed(ls, error) from None

    def answer_now(ls: PlanServer, *arguments: object) -> object:
        try:
            return answer(ls, *arguments)
        except Exception as error:
            raise failed(ls, error) from None

    return answer_later if inspect.iscoroutinefunction(answer) else answer_now
