from __future__ import annotations

import io
import threading

import pytest

from reslint.lsp.transport import Backlog, messages


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


def test_no_more_is_read_while_too_long_documents_wait_for_answers():
    backlog = Backlog()
    backlog.hold(300_000)
    assert backlog.waited(0)
    backlog.hold(300_000)
    assert not backlog.waited(0)
    backlog.release(300_000)
    assert backlog.waited(0)


def test_no_more_is_read_while_too_many_messages_or_bytes_wait():
    many, long = Backlog(), Backlog()
    for _ in range(1000):
        many.add(2)
    long.add(1 << 30)
    assert not many.waited(0)
    assert not long.waited(0)
    for _ in range(1000):
        many.remove(2)
    long.remove(1 << 30)
    assert many.waited(0)
    assert long.waited(0)


def test_a_reader_goes_on_when_an_answer_makes_room_and_not_at_its_next_look():
    backlog = Backlog()
    backlog.hold(1_000_000)
    reader = threading.Thread(target=backlog.waited, args=(600,), daemon=True)
    reader.start()
    backlog.release(1_000_000)
    reader.join(30)
    assert not reader.is_alive()
