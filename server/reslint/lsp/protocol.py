"""pygls's protocol, made to answer what the specification says must be answered.

These private members of pygls are used or overridden, each because pygls 2.1.1 offers nothing public for it;
tests/lsp/test_protocol.py and tests/lsp/test_endurance.py notice when a release changes them:

- `_converter`: a message that does not fit its type is refused by reslint, not dropped with a traceback.
- `_request_futures`: what is cancelled or no longer awaited is asked while a handler runs.
- `_result_types`: the type of an answer is forgotten where the answer is plain data or an error.
- `_serialize_message`: the default of an encoder that writes without spaces.
- `_server`: the server that a built-in method of the protocol hands its message to.
- `_send_data`: a closed stream ends the session, and what cannot be written is an error answer.
- `_send_response`: the answer of a handler whose result is an object of lsprotocol.
- `_execute_handler`: pygls keeps the result of every step of a handler that yields (grows without bound).
- `_send_handler_result`: errors are answered without a traceback, cancellation with its own code.
- `_check_handler_result`: errors in notifications go to the log, not into a dialog.
"""

from __future__ import annotations

import enum
import inspect
import json
import traceback
from collections.abc import Callable, Generator
from concurrent.futures import Future
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from .documents import is_address

if TYPE_CHECKING:
    from cattrs import Converter

    from .server import Server

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603
NOT_INITIALIZED = -32002
REQUEST_CANCELLED = -32800


def converter() -> Converter:
    """The converter of pygls, which also takes enumeration values that its specification does not know yet."""
    made: Converter = default_converter()  # type: ignore[no-untyped-call]

    def keep_unknown(value: Any, kind: Any) -> Any:
        return kind(value) if value in kind._value2member_map_ else value

    for kind in vars(types).values():
        if inspect.isclass(kind) and issubclass(kind, enum.Enum):
            made.register_structure_hook(kind, keep_unknown)
    return made


class Protocol(LanguageServerProtocol):
    """One connection to a client."""

    _server: Server
    client_capabilities: types.ClientCapabilities

    is_initialized = False
    """Whether the client has sent `initialize`."""
    is_shut_down = False
    """Whether the client has sent `shutdown`."""

    @cached_property
    def _encoder(self) -> json.JSONEncoder:
        return json.JSONEncoder(separators=(",", ":"), check_circular=False, default=self._serialize_message)

    def receive(self, body: bytes) -> None:
        """Handle one message as it came over the wire; whatever it is, nothing is raised."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            self.refuse(None, PARSE_ERROR, f"not JSON: {error}")
            return
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            ident = data.get("id") if isinstance(data, dict) else None
            self.refuse(ident, INVALID_REQUEST, "not a message of JSON-RPC 2.0")
            return
        if "id" in data and "method" in data:
            self._receive_request(data)
        elif "method" in data:
            self._receive_notification(data)
        else:
            self._receive_response(data)

    def refuse(self, ident: Any, code: int, message: str) -> None:
        """Answer a request with an error; `ident` is None where the request did not say who it was."""
        self._send_data({"jsonrpc": self.VERSION, "id": ident, "error": {"code": code, "message": message}})

    def _receive_request(self, data: dict[str, Any]) -> None:
        ident, method = data["id"], data["method"]
        if not isinstance(ident, str | int) or isinstance(ident, bool) or not isinstance(method, str):
            self.refuse(None, INVALID_REQUEST, "a request needs a text or whole number as its id, a text as its method")
        elif self.is_shut_down:
            self.refuse(ident, INVALID_REQUEST, "the server is shutting down")
        elif not self.is_initialized and method != types.INITIALIZE:
            self.refuse(ident, NOT_INITIALIZED, "the server is not initialized")
        elif self.is_initialized and method == types.INITIALIZE:
            self.refuse(ident, INVALID_REQUEST, "the server is initialized already")
        elif not self._answers(method):
            self.refuse(ident, METHOD_NOT_FOUND, f"no such method: {method}")
        else:
            message = self._structured(data)
            if message is None:
                self.refuse(ident, INVALID_PARAMS, f"the parameters of {method} are not as the protocol has them")
            else:
                self.handle_message(message)

    def _receive_notification(self, data: dict[str, Any]) -> None:
        method = data["method"]
        if (not self.is_initialized or self.is_shut_down) and method != types.EXIT:
            return
        if method != types.CANCEL_REQUEST and not (isinstance(method, str) and self._answers(method)):
            return
        message = self._structured(data)
        if message is not None:
            self.handle_message(message)
        elif not method.startswith("$/"):
            self._server.log(f"ignored {method}: its parameters are not as the protocol has them")

    def _answers(self, method: str) -> bool:
        return method in self.fm.builtin_features or method in self.fm.features

    def _receive_response(self, data: dict[str, Any]) -> None:
        ident = data.get("id")
        if not isinstance(ident, str | int) or ident not in self._request_futures:
            return
        message = self._structured(data)
        self._result_types.pop(ident, None)
        if message is not None:
            self.handle_message(message)
        elif (future := self._request_futures.pop(ident, None)) is not None and not future.done():
            future.set_exception(JsonRpcException(message="the client's answer is not as the protocol has it"))

    def _structured(self, data: dict[str, Any]) -> Any:
        """The message as pygls has it; None when it does not fit its type."""
        kind: Any
        try:
            if "error" in data:
                kind = types.ResponseErrorMessage
            elif "method" in data:
                kind = self.get_message_type(data["method"])
            else:
                kind = self._result_types.pop(data["id"], None)
            if kind is None:
                return self.structure_message(data)
            try:
                return self._converter.structure(data, kind)
            except Exception:
                if data.get("method") != types.INITIALIZE:
                    raise
                return self._converter.structure(self._with_known_capabilities(data), kind)
        except Exception:
            return None

    def _with_known_capabilities(self, data: dict[str, Any]) -> dict[str, Any]:
        """An `initialize` request without the capabilities that have an unknown shape."""

        def fits(section: str, name: str, value: Any) -> bool:
            try:
                self._converter.structure({section: {name: value}}, types.ClientCapabilities)
            except Exception:
                return False
            return True

        capabilities = data["params"].get("capabilities")
        kept = {
            section: {name: value for name, value in content.items() if fits(section, name, value)}
            for section, content in (capabilities if isinstance(capabilities, dict) else {}).items()
            if isinstance(content, dict)
        }
        return {**data, "params": {**data["params"], "capabilities": kept}}

    def _send_data(self, data: Any) -> None:
        if self.writer is None:
            return
        try:
            body = self._encoder.encode(data).encode("ascii")
        except Exception as error:
            self._server.log(f"cannot send a message: {describe(error)}")
            ident = getattr(data, "id", None)
            if ident is None:
                return
            failed = {"code": INTERNAL_ERROR, "message": "the answer could not be written"}
            body = json.dumps({"jsonrpc": self.VERSION, "id": ident, "error": failed}).encode("ascii")
        try:
            # Headers belong to a stream: its writer puts them before the message.
            self.writer.write(body)
        except (OSError, ValueError):
            self.writer = None
            self._server.stop(None)

    def _execute_handler(
        self,
        msg_id: Any,
        handler: Callable[..., Any],
        callback: Callable[[Future[Any]], object],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """Run a handler and forget what came of it as soon as `callback` has it.

        pygls forgets what it answers itself, and keeps every step of a handler that yields, with its result.
        """

        def done(future: Future[Any]) -> None:
            self._request_futures.pop(msg_id, None)
            callback(future)

        super()._execute_handler(msg_id, handler, done, args, kwargs)

    def _send_handler_result(self, future: Future[Any], *, msg_id: Any) -> None:
        if future.cancelled():
            self._result_types.pop(msg_id, None)
            self.refuse(msg_id, REQUEST_CANCELLED, "the request was cancelled")
        elif (error := future.exception()) is None:
            self._send_result(msg_id, future.result())
        elif isinstance(error, JsonRpcException):
            self.refuse(msg_id, error.code, error.message)
        else:
            self._server.log(f"a request failed: {describe(error)}")
            self.refuse(msg_id, INTERNAL_ERROR, f"reslint failed here: {type(error).__name__}")

    def _send_result(self, msg_id: Any, result: Any) -> None:
        """Send what a handler answers; what is plain data already goes as it is."""
        first = result[0] if isinstance(result, list) and result else result
        if isinstance(first, dict):
            self._result_types.pop(msg_id, None)
            self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "result": result})
        else:
            self._send_response(msg_id, result=result)

    def send_plain(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification whose parameters are plain data."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    def _check_handler_result(self, future: Future[Any]) -> None:
        if not future.cancelled() and (error := future.exception()) is not None:
            self._server.log(f"a notification failed: {describe(error)}")

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Begin the session; without a root where that is not an address, at which pygls would stop."""
        self.is_initialized = True
        if params.root_uri is not None and not is_address(params.root_uri):
            params.root_uri = None
        return (yield from super().lsp_initialize(params))

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]
        """End the process: code 0 after `shutdown`, else 1 (LSP 3.17, "Exit Notification")."""
        self._server.stop(0 if self.is_shut_down else 1)

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *_: Any) -> None:  # type: ignore[override]
        """Cancel what is under way; from now on only `exit` is heard."""
        self.cancel_all()
        self.is_shut_down = True

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Hand an opened document to the server's own session, which splits lines as the protocol does."""
        self._server.opened(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Hand changes to the server's own session."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Tell the server's own session that a document is closed."""
        self._server.closed(params)

    def cancel_all(self) -> None:
        """Cancel every request under way, the client's and the server's own, but not the one that is being handled."""
        for ident, future in list(self._request_futures.items()):
            if ident != self.msg_id and not future.done():
                future.cancel()


def describe(error: BaseException) -> str:
    """One line that says what went wrong and where in the program."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "reslint" in frame.filename] or frames
    place = f" ({ours[-1].filename.rpartition('reslint')[2].lstrip('/')}:{ours[-1].lineno})" if ours else ""
    return f"{type(error).__name__}: {error}{place}".replace("\n", " ")
