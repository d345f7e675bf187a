"""How the rules for texts of the United Nations read requests, and drafts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft, parse
from reslint.engine import load
from reslint.engine.mandates import Asked, MandateWords, mandate_words
from reslint.engine.packs.ruleset import Ruleset
from reslint.text import Text


@pytest.fixture(scope="session")
def un() -> Ruleset:
    return load(["un"])


@pytest.fixture(scope="session")
def words(un: Ruleset) -> MandateWords:
    found = mandate_words(un.lexicons)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def asked(words: MandateWords) -> Callable[[str], tuple[Asked, ...]]:
    return lambda text: words.read(text).asked


@pytest.fixture(scope="session")
def draft(un: Ruleset) -> Callable[[str], Draft]:
    return lambda content: parse(Text(content), un.vocabulary, forced=True)
