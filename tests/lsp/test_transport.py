from __future__ import annotations

import io

import pytest

from reslint.lsp.transport import messages


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: 4\r\n\r\n",
        b"content-length: 4\r\n\r\n",
        b"CONTENT-LENGTH:4\r\n\r\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 4\r\n\r\n",
        b"Content-Length: 4\r\nX-Unknown: 9\r\n\r\n",
        b"Content-Length: 4\n\n",
    ],
)
def test_a_message_is_found_whatever_its_header_looks_like(header: bytes):
    assert list(messages(io.BytesIO(header + b"{} \n" + header + b"[]  "))) == [b"{} \n", b"[]  "]


def test_a_header_without_a_length_is_skipped_and_the_next_message_read():
    assert list(messages(io.BytesIO(b"X: 1\r\n\r\nContent-Length: 2\r\n\r\n{}"))) == [b"{}"]
    assert list(messages(io.BytesIO(b"Content-Length: many\r\n\r\nContent-Length: 2\r\n\r\n{}"))) == [b"{}"]


def test_a_body_that_the_end_of_the_stream_cuts_off_is_not_delivered():
    assert list(messages(io.BytesIO(b"Content-Length: 20\r\n\r\n{}"))) == []
    assert list(messages(io.BytesIO(b"Content-Le"))) == []


def test_a_length_beyond_all_measure_ends_the_session():
    assert list(messages(io.BytesIO(b"Content-Length: 99999999999\r\n\r\n{}"))) == []
