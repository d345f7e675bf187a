"""Which small changes of a module are tried, and that one which breaks it is noticed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("mutants.py")


@pytest.fixture(scope="module")
def changed() -> Callable[[str], list[str]]:
    spec = spec_from_file_location("mutants", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    program = module_from_spec(spec)
    spec.loader.exec_module(program)
    return lambda source: [one.of(source.encode()).decode() for one in program.changes(source.encode())]


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("a < b", {"(a <= b)", "(a >= b)"}),
        ("a and b", {"(a or b)", "(a)", "(b)"}),
        ("not a", {"(a)"}),
        ("é = x + y", {"é = (x - y)"}),
        ("x = 7", {"x = 8", "x = (6)"}),
        ("x = True", {"x = False"}),
        ("x = a if b else c", {"x = (a)", "x = (c)"}),
        ("x[0] = y", {"x[1] = y", "x[(-1)] = y", "pass"}),
        ("f()", {"pass"}),
        ("x = min(y)", {"x = max(y)"}),
        ("def f(): return a", {"def f(): return None"}),
        ("def f(x: Literal['a']) -> None:\n    'Words.'\n", set()),
        ("__all__ = ['a']", set()),
        ("if TYPE_CHECKING:\n    f()\n", set()),
    ],
)
def test_a_change_is_small_and_leaves_a_module_that_can_be_read(changed, source: str, others: set[str]) -> None:
    found = changed(source)
    assert others <= set(found)
    assert len(found) == len(set(found))
    assert source not in found
    for one in found:
        compile(one, "changed", "exec", dont_inherit=True)
    if not others:
        assert found == []


def test_a_change_is_tried_on_the_tests_and_said_to_be_noticed_or_not(tmp_path: Path) -> None:
    test = tmp_path / "test_spans.py"
    test.write_text("from reslint.text import Span\n\n\ndef test_a_span_begins():\n    assert Span(2, 4).holds(2)\n")
    command = [sys.executable, str(PROGRAM), "text.span", "--tests", str(test), "--", "-c", str(tmp_path / "none.ini")]
    (tmp_path / "none.ini").write_text("[pytest]\n")
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (
        "-         return self.start <= offset < self.end\n+         return (self.start <= offset <= self.end)"
        in run.stdout
    )
    assert "+         return (self.start < offset < self.end)" not in run.stdout
    assert "survived" in run.stdout
