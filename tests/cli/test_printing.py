"""A run keeps little of the drafts that it has reported."""

from __future__ import annotations

import tracemalloc

import pytest

from reslint.cli.options import CheckOptions
from reslint.cli.printing import Printer
from reslint.cli.worker import Done
from reslint.engine.data.finding import Finding
from reslint.reports.checked import Checked
from reslint.text import Span, Text


def printer(form: str) -> Printer:
    return Printer(CheckOptions(output_format=form, color="never"), [])


def done(number: int) -> Done:
    spans = [Span(0, 3), Span(4, 7)]
    findings = [Finding("style/repeated-word", "error", f"“the” twice ({number})", span) for span in spans]
    return Done(Checked(f"draft{number}.res.md", Text("the the lake " + "x" * 20_000), tuple(findings)))


@pytest.mark.parametrize("form", ["text", "concise"])
def test_a_long_run_keeps_no_texts_of_drafts_that_are_printed(form: str, capsys: pytest.CaptureFixture[str]):
    whole = printer(form)
    whole.settle(done(0))
    tracemalloc.start()
    for number in range(300):
        whole.settle(done(number))
        capsys.readouterr()
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < 1_000_000, "300 drafts of 20 KB are 6 MB"
    whole.finish(301)
    assert "602 errors in 301 drafts." in capsys.readouterr().out


def test_a_report_that_is_printed_at_the_end_has_every_draft():
    whole = printer("json")
    for number in range(3):
        whole.settle(done(number))
    assert [file.path for file in whole.report().checked] == ["draft0.res.md", "draft1.res.md", "draft2.res.md"]
