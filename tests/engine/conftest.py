"""A small vocabulary, drafts and rules of our own, so that the engine is tested without the packs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.draft import Draft, Grammar, LayoutPatterns, OpenerEntry, Organ, Vocabulary, parse
from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.engine.packs.rule import Example, FixTemplate, Rule, Step
from reslint.engine.packs.ruleset import Ruleset
from reslint.engine.search.selection import parse_selector
from reslint.text import Text

_OPENERS = {
    "participle": ["Recalling", "Noting", "Mindful"],
    "finite": ["Requests", "Invites", "Welcomes", "Decides"],
}


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    entries = [OpenerEntry(phrase, form) for form, phrases in _OPENERS.items() for phrase in phrases]  # type: ignore[arg-type]
    return Vocabulary(
        organs=(Organ("General Assembly"), Organ("Security Council", profile="sc")),
        openers={entry.phrase.lower(): (entry,) for entry in entries},
        sequence_adverbs=("also", "further"),
        grammar=Grammar(
            forms={"preambular": "participle", "operative": "finite"},
            adverbs={"preambular": "after", "operative": "before"},
            articles=("the ",),
            joints=("and", "and in this regard"),
            labels=("({})", "({})", "{}.", "{}."),
            note_marker="after",
            note_marks=",;:.",
            quotation_marks=(("“", "”"), ('"', '"')),
        ),
        layout=LayoutPatterns(
            part=(re.compile(r"([IVXL]+)$"),),
            annex=(re.compile(r"Annex\b"),),
            meeting=(re.compile(r"\d+(?:st|nd|rd|th) plenary meeting"),),
        ),
    )


@pytest.fixture(scope="session")
def read(vocabulary: Vocabulary) -> Callable[[str], Draft]:
    return lambda words: parse(Text(words), vocabulary, forced=True)


@pytest.fixture(scope="session")
def check() -> Callable[..., Any]:
    """A check of a kind, from options as a rule file writes them."""

    def build(kind: str, lexicons: dict[str, Any] | None = None, **options: Any) -> Any:
        found = check_class(kind)
        options = {name.replace("_", "-").rstrip("-"): value for name, value in options.items()}
        assert list(found.OPTIONS.issues(options)) == []
        return found(found.OPTIONS.fill(options), Resources(lexicons or {}))

    return build


@pytest.fixture(scope="session")
def rule(check: Callable[..., Any]) -> Callable[..., Rule]:
    """A rule with one check; `fix` is what to write, or True for what the check proposes."""

    def build(
        name: str,
        kind: str = "pattern",
        *,
        select: Any = "words",
        message: str = "{found}",
        related: str | None = None,
        fix: str | bool | None = None,
        safety: str = "safe",
        lexicons: dict[str, Any] | None = None,
        about: dict[str, Any] | None = None,
        examples: tuple[Example, ...] = (),
        **options: Any,
    ) -> Rule:
        replace = fix if isinstance(fix, str) else None
        template = None if fix is None else FixTemplate("Mend “{found}”", safety, replace)  # type: ignore[arg-type]
        step = Step(parse_selector(select), check(kind, lexicons, **options), message, template, related)
        facts = {"severity": "warning", **(about or {})}
        return Rule(name, "own", Path(f"{name}.yaml"), steps=(step,), examples=examples, **facts)

    return build


@pytest.fixture(scope="session")
def ruleset(vocabulary: Vocabulary) -> Callable[..., Ruleset]:
    def build(*rules: Rule, lexicons: dict[str, Any] | None = None) -> Ruleset:
        made = Ruleset(rules, lexicons or {})
        made.__dict__["vocabulary"] = vocabulary
        return made

    return build
