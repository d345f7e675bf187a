"""Kinds of check by their older names: a rule that still has one is told what to write."""

from __future__ import annotations

import pytest

from reslint.engine.checks import KINDS
from reslint.engine.checks._renamed import RENAMED
from reslint.engine.packs.rulefile import CheckField

FIELD = CheckField("A check.")


def told(**check: object) -> list[str]:
    return [issue.message for issue in FIELD.issues(check)]


@pytest.mark.parametrize("name", sorted({new for modes in RENAMED.values() for new in modes.values()}))
def test_the_kind_that_is_to_be_written_is_there(name):
    assert name in KINDS


def test_an_older_name_with_its_mode_is_told_what_to_write():
    assert told(kind="notes", report="unused") == [
        "there is no kind of check “notes”; write “kind: note-unused” and leave out “report”"
    ]


def test_an_older_name_alone_is_told_all_that_it_may_have_been():
    assert told(kind="parts") == ["there is no kind of check “parts”; write “kind: numbering” or “kind: part-single”"]


def test_a_mode_that_a_kind_no_longer_has_is_told_with_the_kind_that_has_it():
    assert told(kind="numbering", style="letter", report=["style", "missing"]) == [
        "the kind of check “numbering” no longer does this: write “kind: label-style” and “kind: label-missing” "
        "and leave out “report”"
    ]
    assert told(kind="numbering", style="none") == [
        "the kind of check “numbering” no longer does this: write “kind: label-surplus” and leave out “style”"
    ]


def test_a_kind_that_kept_its_name_is_read_as_it_is():
    assert told(kind="numbering", style="letter") == []
    assert told(kind="numbering", style="letter", report="order")[0].startswith("unknown key “report”")
