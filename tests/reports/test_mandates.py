"""The table of requests fits into the window."""

from __future__ import annotations

import pytest

from reslint.reports.mandates import MandateRow, mandate_lines

ROW = MandateRow(
    path="bells.res.md",
    line=5,
    paragraph="1",
    verb="requests",
    addressees=["the Secretary-General", "the keepers of the bells of all the harbours of the region"],
    groups=["Secretary-General", "keepers"],
    action="submit to the General Assembly at its eighty-second session a report on all the bells of the harbours",
    deliverables=["a report"],
    deadlines=["at its eighty-second session"],
    sessions=[82],
    periods=[],
    conditions=["within the existing resources of the Organization"],
    items=[],
)


@pytest.mark.parametrize("width", [66, 80, 99, 100, 140])
def test_no_line_is_wider_than_the_window(width: int):
    lines = list(mandate_lines([("bells.res.md", [ROW])], width=width))
    assert max(map(len, lines)) <= width


def test_in_a_wide_window_what_is_to_be_delivered_stands_beside_what_is_asked():
    lines = list(mandate_lines([("bells.res.md", [ROW])], width=120))
    assert lines[1].startswith("1         requests                   submit to the General Assembly")
    assert lines[1].endswith(" a report")


def test_in_a_narrow_window_it_stands_below():
    lines = [line.strip() for line in mandate_lines([("bells.res.md", [ROW])], width=80)]
    assert any(line.endswith("· a report") for line in lines)
    assert any(line.endswith("· at its eighty-second session") for line in lines)
