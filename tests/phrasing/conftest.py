from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import parse
from reslint.engine.packs.loader import load
from reslint.phrasing import Proposal, Proposals, Sources, propose
from reslint.text import Edit, Text, apply_edits

HEAD = """\
**Eighty-first session**

**Ferries and the people who sail on them**

*The General Assembly*,

"""
"""The beginning of a draft of the eighty-first session."""


@pytest.fixture(scope="session")
def sources() -> Sources:
    return Sources(load(["un"]))


@pytest.fixture
def at(sources: Sources) -> Callable[..., Proposals]:
    """The proposals at the bar in a text."""

    def proposed(text: str, limit: int = 40) -> Proposals:
        before, _, after = text.partition("|")
        return propose(parse(Text(before + after), sources.vocabulary, forced=True), len(before), sources, limit)

    return proposed


@pytest.fixture
def labels(at) -> Callable[[str], list[str]]:
    """The labels of what is proposed at the bar."""
    return lambda text: [item.label for item in at(text).items]


@pytest.fixture
def written(at) -> Callable[[str, str], str]:
    """The text once a proposal has been taken: the first one with that label, or whose text begins so."""

    def taken(text: str, wanted: str) -> str:
        items = at(text).items
        found = next((item for item in items if wanted in (item.label, item.text)), None)
        found = found or next((item for item in items if item.text.startswith(wanted)), None)
        assert found is not None, [item.text for item in items]
        return applied(text.replace("|", "", 1), found)

    return taken


def applied(text: str, proposal: Proposal) -> str:
    return apply_edits(text, [Edit(proposal.span, proposal.text + proposal.rest), *proposal.edits])
