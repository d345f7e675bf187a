"""A check is built where the draft has what it looks at, and only there."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.engine.data.context import Context
from reslint.engine.packs.build import reach_of
from reslint.engine.packs.folders import shipped_names
from reslint.engine.packs.rule import Step
from reslint.engine.search.need import Reach
from reslint.text import Text

DRAFT = """\
*The General Assembly*,

*Recalling* the harbour of Dorsmouth,

1. *Requests* the pilots to keep their lamps lit.
"""


@pytest.mark.parametrize("pack", shipped_names())
def test_a_check_finds_nothing_where_nothing_is_selected(pack: str) -> None:
    ruleset = load([pack])
    context = Context(ruleset.lexicons)
    for rule in ruleset.rules:
        drafts = [parse(Text(each.draft), ruleset.vocabulary, forced=True) for each in rule.examples if not each.silent]
        for step in rule.steps:
            if hasattr(step.check, "run") and reach_of(step).kinds:
                assert [list(step.check.run((), draft, context)) for draft in drafts] == [[] for _ in drafts], rule.name


def test_what_is_about_notes_is_not_built_for_a_draft_without_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset = load(["un"])
    draft = parse(Text(DRAFT), ruleset.vocabulary)
    has = []

    def called_for(self, meets, has_it):
        for reach in self.reaches:
            if has_it(reach):
                has.append(reach)
        return iter(())

    monkeypatch.setattr("reslint.engine.packs.rule.Rule.called_for", called_for)
    lint(draft, ruleset)
    assert Reach(("preambular",)) in has
    assert Reach(("note",)) not in has
    assert not any(reach.library for reach in has)


def test_a_rule_knows_where_each_of_its_checks_looks() -> None:
    for rule in load(["un"]).rules:
        steps: list[Step] = list(rule.steps)
        assert rule.reaches == tuple(map(reach_of, steps)), rule.name
