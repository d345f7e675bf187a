"""The verdict on a pattern is known to the next run, and only where the pattern can be used."""

from __future__ import annotations

import marshal

import pytest

from reslint.engine.patterns import compiled, runaway

GOOD, BAD = r"\bharbours? of the isles\b", r"(harbours?)("


def test_a_pattern_that_was_judged_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_sound", {})
    compiled.objection.cache_clear()
    assert compiled.objection(GOOD) == ""
    assert compiled.objection(BAD)
    kept = marshal.loads(marshal.dumps(compiled.known_verdicts()))
    assert kept["sound"] == [(GOOD, False, False)]

    def judged(*_: object, **__: object) -> str:
        raise AssertionError("judged again")

    monkeypatch.setattr(compiled, "_sound", {})
    monkeypatch.setattr(runaway, "danger", judged)
    compiled.objection.cache_clear()
    compiled.learn_verdicts(kept)
    assert compiled.objection(GOOD) == ""
    with pytest.raises(AssertionError, match="judged again"):
        compiled.objection(GOOD, ignore_case=True)
    compiled.objection.cache_clear()
