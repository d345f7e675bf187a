"""A file is written whole or not at all, and stays the file that it was."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reslint.text.writing import put, write_whole

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "oil.res.md"
    path.write_bytes(b"old")
    return path


def test_a_file_keeps_its_mode_and_nothing_lies_beside_it(file: Path) -> None:
    file.chmod(0o640)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(file.parent) == [file.name]


def test_a_new_file_has_the_mode_that_new_files_have(tmp_path: Path) -> None:
    write_whole(tmp_path / "one", b"new")
    (tmp_path / "other").write_bytes(b"new")
    assert (tmp_path / "one").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "drafts" / "oil.md"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "oil.md"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_longest_name_that_a_file_may_have_is_not_too_long(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 248 + ".res.md")
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("change", ["written to", "replaced", "removed"])
def test_what_has_changed_since_it_was_read_is_left_as_it_is(file: Path, change: str) -> None:
    if change == "written to":
        file.write_bytes(b"older")
    elif change == "replaced":
        other = file.with_name("other")
        other.write_bytes(b"another")
        other.replace(file)
    else:
        file.unlink()
    left = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    with pytest.raises(OSError, match=r"changed since it was read|No such file"):
        write_whole(file, b"new", b"old")
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == left


def test_a_change_while_the_new_bytes_are_being_written_is_not_lost(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_disk = os.fsync

    def changed(descriptor: int) -> None:
        to_disk(descriptor)
        file.write_bytes(b"edited by somebody")

    monkeypatch.setattr(os, "fsync", changed)
    with pytest.raises(OSError, match="changed since it was read"):
        write_whole(file, b"new", b"old")
    assert file.read_bytes() == b"edited by somebody"
    assert os.listdir(file.parent) == [file.name]


def test_a_file_with_two_names_is_not_parted(file: Path) -> None:
    other = file.with_name("other")
    os.link(file, other)
    with pytest.raises(OSError, match="2 names"):
        write_whole(file, b"new")
    assert file.read_bytes() == other.read_bytes() == b"old"


@pytest.mark.skipif(IS_ROOT, reason="nothing is read-only for the superuser")
def test_what_is_read_only_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.skipif(not IS_ROOT, reason="only the superuser may give files away")
def test_the_owner_is_kept_and_no_program_gets_rights_with_its_new_bytes(file: Path) -> None:
    os.chown(file, 1234, 1235)
    file.chmod(0o4755)
    write_whole(file, b"new")
    now = file.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (1234, 1235, 0o755)


def test_an_owner_that_cannot_be_kept_is_a_reason_not_to_write(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.stat

    def of_another(path: object, *more: object, **others: object) -> os.stat_result:
        found = real(path, *more, **others)  # type: ignore[call-overload]
        if os.fspath(path) != str(file):  # type: ignore[call-overload]
            return found
        return os.stat_result((*found[:4], found.st_uid + 1, *found[5:]))

    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "stat", of_another)
    monkeypatch.setattr(os, "chown", forbidden)
    with pytest.raises(PermissionError, match="owner and group"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(file.parent) == [file.name]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has no attributes of files")
def test_the_attributes_of_a_file_are_kept(file: Path) -> None:
    try:
        os.setxattr(file, "user.language", b"en")
    except OSError:
        pytest.skip("this file system has no attributes")
    write_whole(file, b"new")
    assert os.getxattr(file, "user.language") == b"en"


def test_what_cannot_be_put_in_place_leaves_nothing_behind(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("closed")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        write_whole(file, b"new")
    assert os.listdir(file.parent) == [file.name]
    assert file.read_bytes() == b"old"


SLOW = """
import os, sys, time
from pathlib import Path
from reslint.text.writing import write_whole
real = os.fsync
def slow(descriptor):
    print("writing", flush=True)
    time.sleep(1)
    real(descriptor)
os.fsync = slow
write_whole(Path(sys.argv[1]), b"new", b"old")
time.sleep(20)
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot wait here")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_who_is_told_to_end_while_writing_writes_to_the_end_first(
    file: Path, name: str, request: pytest.FixtureRequest
) -> None:
    told = getattr(signal, name)
    before = signal.signal(told, signal.SIG_DFL)  # what is run by nohup would hand on that it ignores SIGHUP
    request.addfinalizer(lambda: signal.signal(told, before))
    with subprocess.Popen([sys.executable, "-c", SLOW, str(file)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(getattr(signal, name))
        assert process.wait(15) == -getattr(signal, name)
    assert file.read_bytes() == b"new"
    assert os.listdir(file.parent) == [file.name]


def test_a_report_that_cannot_be_replaced_is_written_as_it_goes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(os, "replace", busy)
    put(file, b"new")
    assert file.read_bytes() == b"new"
    assert os.listdir(file.parent) == [file.name]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_report_goes_into_a_pipe_that_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    time.sleep(0.05)
    put(pipe, b"report")
    reader.join(10)
    assert got == [b"report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout here")
def test_a_report_for_the_standard_output_gets_there_also_when_that_is_a_file(tmp_path: Path) -> None:
    target = tmp_path / "report"
    with target.open("wb") as output:
        script = "from pathlib import Path; from reslint.text.writing import put; put(Path('/dev/stdout'), b'report')"
        subprocess.run([sys.executable, "-c", script], stdout=output, check=True)
    assert target.read_bytes() == b"report"
    assert os.listdir(tmp_path) == ["report"]


def test_a_report_that_was_there_stays_when_the_new_one_has_no_room(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        put(file, b"new")
    assert file.read_bytes() == b"old"
