"""A pack of a stranger: nothing outside it is read, and nothing in it takes long."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reslint.engine.packs.folders import shipped
from reslint.engine.packs.loader import load

from .conftest import GOOD, PACK, pack, said

pytestmark = pytest.mark.usefixtures("own_cache")


def test_packs_that_extend_each_other_in_a_circle_are_named(tmp_path: Path) -> None:
    one = pack(tmp_path / "one", {}, "name: one\nsummary: x\nextends: two\n")
    two = pack(tmp_path / "two", {}, "name: two\nsummary: x\nextends: one\n")
    assert [(at, column, "circle" in text) for _, at, column, text in said(load([one, two]))] == [(3, 10, True)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_nothing_outside_a_pack_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(GOOD)
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})
    os.symlink(tmp_path / "secret.yaml", folder / "style" / "leak.yaml")
    os.symlink(tmp_path, folder / "outside")
    os.mkfifo(folder / "style" / "pipe.yaml")
    (folder / "register").mkdir()
    os.symlink(tmp_path / "secret.yaml", folder / "register" / "leak.tsv")
    os.mkfifo(folder / "register" / "pipe.tsv")
    ruleset = load([folder])
    assert ruleset.names == ("style/harbour",)
    told = {name: message for name, _, _, message in said(ruleset)}
    assert told.keys() == {"leak.yaml", "outside", "pipe.yaml", "leak.tsv", "pipe.tsv"}
    assert told["pipe.yaml"] == told["pipe.tsv"] == "this is not an ordinary file"
    assert told["leak.yaml"] == told["leak.tsv"] == "this link leads out of the pack"


def test_a_link_that_leads_in_a_circle_is_named_and_the_other_rules_are_there(tmp_path: Path) -> None:
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, "register/a.tsv": ""})
    try:
        for link in ("style/round.yaml", "round", "register/round.tsv"):
            os.symlink(Path(link).name, folder / link)
    except OSError:
        pytest.skip("links cannot be made here")
    ruleset = load([folder])
    assert ruleset.names == ("style/harbour",)
    assert {name for name, _, _, _ in said(ruleset)} == {"round.yaml", "round", "round.tsv"}
    assert all("cannot be read" in message for _, _, _, message in said(ruleset))


def test_a_manifest_that_leads_in_a_circle_is_not_called_missing(tmp_path: Path) -> None:
    folder = pack(tmp_path / "lights", {})
    (folder / "pack.yaml").unlink()
    try:
        os.symlink("pack.yaml", folder / "pack.yaml")
    except OSError:
        pytest.skip("links cannot be made here")
    assert "pack.yaml of this pack cannot be read" in load([folder]).problems[0].message


def test_extends_names_packs_and_never_paths(tmp_path: Path) -> None:
    pack(tmp_path / "other", {"style/harbour.yaml": GOOD})
    folder = pack(tmp_path / "lights", {}, PACK + "extends: ../other\n")
    assert [(at, column) for _, at, column, _ in said(load([folder]))] == [(3, 10)]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(12)
)


@pytest.mark.parametrize(
    "content",
    [
        BOMB.encode(),
        b"a: " + b"[" * 50_000,
        b"- " * 5_000,
        b"x" * 1_000_001,
        b"summary: \xff\xfe\n",
        b"summary: \x00\n",
        b"a: &a [*a]\n",
        b"? [a]\n: b\n",
        b"a: 1\n---\nb: 2\n",
        b"",
        b"".join(b"k%d: 1\n" % number for number in range(60_000)),
        b"a: 1\n" * 180_000,
        b"- *x\n" * 180_000,
        b"- !x a\n" * 120_000,
    ],
    ids=[
        "alias bomb",
        "deep",
        "deep blocks",
        "huge",
        "no UTF-8",
        "NUL",
        "in itself",
        "list key",
        "two",
        "empty",
        "keys",
        "one key",
        "unknown aliases",
        "tags",
    ],
)
def test_a_hostile_file_is_a_located_mistake_at_once(tmp_path: Path, content: bytes) -> None:
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, "style/hostile.yaml": ""})
    (folder / "style" / "hostile.yaml").write_bytes(content)
    load([shipped() / "un"])
    start = time.process_time()
    ruleset = load([folder])
    assert time.process_time() - start < 50
    assert ruleset.names == ("style/harbour",)
    assert {name for name, _, _, _ in said(ruleset)} == {"hostile.yaml"}
    assert len(ruleset.problems) < 70


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("lexicon/organs.yaml", "".join(f"k{number}: 1\n" for number in range(60_000))),
        ("pack.yaml", PACK + "rules:\n" + "".join(f"  k{number}: 1\n" for number in range(60_000))),
        ("pack.yaml", PACK + "rules:\n" + "".join(f"  k{number}: off\n" for number in range(60_000))),
        ("pack.yaml", PACK + "extends:\n" + "".join(f"- k{number}\n" for number in range(60_000))),
        ("pack.yaml", PACK + "instead:\n" + "".join(f"  k{number}: un\n" for number in range(60_000))),
    ],
    ids=["lexicon", "wrong changes", "changes of nothing", "extends", "instead"],
)
def test_of_more_mistakes_than_anybody_mends_some_are_told(tmp_path: Path, place: str, content: str) -> None:
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})
    pack(folder, {"lexicon/sea.yaml": "[sea]\n", place: content}, content if place == "pack.yaml" else PACK)
    start = time.process_time()
    ruleset = load([folder])
    assert time.process_time() - start < 30
    assert ruleset.names == ("style/harbour",)
    assert 1 <= len(ruleset.problems) <= 51
