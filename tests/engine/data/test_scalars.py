"""The characters of a YAML scalar are found again in its file, whichever way it is written."""

from __future__ import annotations

import pytest
import yaml

from reslint.engine.data.scalars import places

WORDS = "lamp"


def scalar(text: str) -> yaml.ScalarEvent:
    return [event for event in yaml.parse(text, yaml.SafeLoader) if isinstance(event, yaml.ScalarEvent)][1]


@pytest.mark.parametrize(
    "text",
    [
        "k: a lamp burns",
        "k: a\n  lamp\n  burns",
        "k: 'it''s a lamp'",
        "k: 'a 😀\n\n\n  lamp\n  burns '",
        'k: "\\u00e9 \\"a\\" \\U0001f600\\n lamp\\tburns"',
        "k: |\n  a\n\n    lamp\n  burns\n",
        "k: |-\n  a\n  lamp\n\n",
        "k: |  # why\n  a lamp\n",
        "k: >\n  a\n  lamp\n\n  burns\n",
        "k: >-\n  a\n  lamp",
        "k: |\r\n  a\r\n  lamp\r\n",
        "- k:\n  - >-\n    lamp\n",
        "k: lamp\nmore: x\n",
        "k: 'lamp'",
    ],
)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    event = scalar(text)
    found = places(text, event.start_mark.index, event.end_mark.index, event.value)
    assert found is not None
    assert len(found) == len(event.value) + 1
    at = event.value.index(WORDS)
    assert text[found[at] : found[at] + len(WORDS)] == WORDS
    assert found[at : at + len(WORDS)] == list(range(text.index(WORDS), text.index(WORDS) + len(WORDS)))
    assert list(found) == sorted(found)


@pytest.mark.parametrize("text", ["k: >\n  a\n    lamp\n  burns\n", "k: |2\n    lamp\n", 'k: "a \\\n  lamp"'])
def test_nothing_is_said_where_it_would_be_a_guess(text: str) -> None:
    event = scalar(text)
    assert places(text, event.start_mark.index, event.end_mark.index, event.value) is None
