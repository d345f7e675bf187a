"""A rule that is not to be reported in a project is written into its configuration, and all else stays."""

from __future__ import annotations

import pytest
import yaml

from reslint.engine.edits.configuring import ignoring
from reslint.text import Text, apply_edits

RULE = "style/repeated-word"


def written(content: str, rule: str = RULE) -> str | None:
    edit = ignoring(Text(content), rule)
    return None if edit is None else apply_edits(content, [edit])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "ignore:\n  - style/repeated-word\n"),
        ("# ours\n", "# ours\nignore:\n  - style/repeated-word\n"),
        ("profile: sc", "profile: sc\nignore:\n  - style/repeated-word\n"),
        ("profile: sc\r\n", "profile: sc\r\nignore:\r\n  - style/repeated-word\r\n"),
        ("ignore: [style] # all\n", "ignore: [style, style/repeated-word] # all\n"),
        ("ignore: []\nprofile: sc\n", "ignore: [style/repeated-word]\nprofile: sc\n"),
        ("ignore:\n- style # all\nprofile: sc\n", "ignore:\n- style # all\n- style/repeated-word\nprofile: sc\n"),
        ('ignore:\n    - "style"', 'ignore:\n    - "style"\n    - style/repeated-word\n'),
    ],
)
def test_it_is_the_last_of_those_that_are_ignored(before: str, after: str) -> None:
    assert written(before) == after
    assert RULE in yaml.safe_load(after)["ignore"]


@pytest.mark.parametrize(
    "content",
    ["ignore: style\n", "ignore:\n", "{profile: sc}\n", "- a\n", "profile: [\n", "ignore: [style/repeated-word]\n"],
)
def test_where_it_is_not_certain_or_not_needed_nothing_is_written(content: str) -> None:
    assert written(content) is None
