"""The texts that the benchmarks are run on are resolutions, long ones too, and say nothing twice."""

from __future__ import annotations

import importlib
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from reslint.draft import parse
from reslint.engine import RunSettings, lint, load
from reslint.text import Text

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def material() -> ModuleType:
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))
    return importlib.import_module("tests.bench.material")


def paragraphs(text: str) -> list[str]:
    """The words of a text: its paragraphs without numbers, headings left out."""
    return [each.partition(" ")[2] for each in text.split("\n\n") if len(each) > 100]


def test_drafts_are_resolutions_with_both_kinds_of_paragraphs_and_a_few_slips(material: ModuleType):
    ruleset = load(["un"])
    texts = list(islice(material.Made().drafts(), 6))
    drafts = [parse(Text(text), ruleset.vocabulary) for text in texts]
    assert all(draft.is_resolution and draft.is_whole for draft in drafts)
    assert all(len(list(draft.nodes("preambular"))) >= 5 for draft in drafts)
    assert all(len(list(draft.nodes("operative"))) >= 5 for draft in drafts)
    findings = sum(len(lint(draft, ruleset, RunSettings()).findings) for draft in drafts)
    assert 0.02 < findings / sum(map(len, texts)) * 1000 < 0.4


def test_no_paragraph_of_a_long_text_comes_twice(material: ModuleType):
    said = paragraphs(material.joined(material.Made(), 200_000))
    assert len(said) == len(set(said)) > 500


def test_a_draft_is_as_long_as_it_was_asked_to_be(material: ModuleType):
    assert 15_000 < len(material.Made().near(16_000)) < 19_000


def test_the_same_seed_gives_the_same_texts(material: ModuleType):
    assert material.Made(3).near(5000) == material.Made(3).near(5000) != material.Made(4).near(5000)


def test_a_folder_that_is_too_small_is_gone_through_again_with_other_words(material: ModuleType, tmp_path: Path):
    (tmp_path / "one.res.md").write_text("*The General Assembly*,\n\n1. *Welcomes* the lamps of the harbour.\n\nEnd.\n")
    first, second = islice(material.Folder(tmp_path).drafts(), 2)
    assert "the harbour." in first
    assert "the harbour of volume 1." in second


def test_front_matter_is_left_out_where_drafts_are_joined(material: ModuleType, tmp_path: Path):
    (tmp_path / "one.res.md").write_text("---\nsource: A_1\n---\n\n*The General Assembly*,\n")
    assert "source" not in material.joined(material.Folder(tmp_path), 10)


def test_a_folder_without_drafts_is_refused(material: ModuleType, tmp_path: Path):
    with pytest.raises(ValueError, match=r"no [.]md files"):
        material.Folder(tmp_path)
