"""References to the note before, and notes that should refer to it."""

from __future__ import annotations

import pytest

SERIES = {
    "treaties": {"source": "Nations, Treaty Series", "after": r", vols?\. \d"},
    "records": {"source": "Records of the Assembly", "after": ", [A-Z][a-z]+ Session"},
}
OPTIONS = {"word": r"Ibid\.", "several": "; ", "series": SERIES}
REPEATED = {**OPTIONS, "write": "Ibid.", "series": {name: one["source"] for name, one in SERIES.items()}}


def notes(*texts: str) -> str:
    return "".join(f"[^{number}]: {text}\n\n" for number, text in enumerate(texts, start=1))


@pytest.mark.parametrize(
    "texts",
    [
        ["Ibid., vol. 2."],
        ["A/70/1.", "Ibid., vol. 2."],
        ["Nations, *Treaty Series*, vol. 1.", "Ibid., Sixth Session."],
        ["A/70/1; A/70/2.", "Ibid., annex."],
    ],
    ids=["nothing before", "no series before", "another series before", "several sources before"],
)
def test_a_reference_that_the_note_before_does_not_bear(report, texts):
    found = report("ibid-antecedent", notes(*texts), of=["note"], **OPTIONS)
    assert found.found == ["Ibid."]


@pytest.mark.parametrize(
    "texts",
    [
        ["Nations, *Treaty Series*, vol. 1.", "Ibid., vol. 2.", "Ibid., vol. 3."],
        ["A/70/1.", "Ibid., annex."],
        ["Nations, *Treaty Series*, vol. 1; ibid., vol. 2.", "Ibid., vol. 3."],
    ],
    ids=["a chain", "any source", "one series, several volumes"],
)
def test_a_reference_that_is_right(report, texts):
    assert report("ibid-antecedent", notes(*texts), of=["note"], **OPTIONS).found == []


def test_a_series_named_twice_running(report):
    texts = notes("Nations, *Treaty Series*, vol. 1.", "Nations, *Treaty Series*, vol. 2.")
    found = report("ibid-repeat", texts, of=["note"], **REPEATED)
    assert found.fixed == notes("Nations, *Treaty Series*, vol. 1.", "Ibid., vol. 2.")


def test_italics_that_go_on_begin_after_the_reference(report):
    texts = notes("*Records of the Assembly, Sixth Session*.", "*Records of the Assembly, Seventh Session*.")
    found = report("ibid-repeat", texts, of=["note"], **REPEATED)
    assert found.fixed == notes("*Records of the Assembly, Sixth Session*.", "Ibid., *Seventh Session*.")


@pytest.mark.parametrize(
    "before", ["Nations, *Treaty Series*, vol. 2.", "A/70/1.", "Nations, *Treaty Series*, vol. 1; A/70/1."]
)
def test_a_series_named_after_the_same_source_another_or_several(report, before):
    texts = notes(before, "Nations, *Treaty Series*, vol. 2.")
    assert report("ibid-repeat", texts, of=["note"], **REPEATED).found == []


def test_a_duplicate_of_an_earlier_note_is_no_repetition(report):
    one, two = "Nations, *Treaty Series*, vol. 1.", "Ibid., vol. 2."
    assert report("ibid-repeat", notes(one, two, one), of=["note"], **REPEATED).found == []
