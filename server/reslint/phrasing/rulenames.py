"""Names of rules: in comments that suppress findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..engine.data.suppression import WORDS
from ..text import Span
from .proposal import Proposal

if TYPE_CHECKING:
    from ..engine.packs.ruleset import Ruleset
    from ..text import Text

_COMMENT = re.compile(
    r"<!--\s*(?P<typed>[a-z-]*)\Z|<!--\s*reslint-(?P<word>[\w-]+)\s+(?P<rest>(?:(?!-->|--\s).)*)\Z", re.S
)
_PREFIX = "reslint-"
_LONGEST = 2_000


def propose_in_comment(text: Text, offset: int, ruleset: Ruleset) -> list[Proposal] | None:
    """The proposals in a comment that suppresses findings; None where no such comment is open at the offset."""
    before = text.content[max(0, offset - _LONGEST) : offset]
    opened = before.rfind("<!--")
    if opened < 0:
        return None
    found = _COMMENT.match(before, opened)
    if found is None:
        return None
    if found["typed"] is not None:
        span = Span(offset - len(found["typed"]), offset)
        names = [f"{_PREFIX}{word}" for word in WORDS]
        return [
            Proposal("rule", name, span, f"{name} ", about=("suppression", name))
            for name in names
            if name.startswith(found["typed"])
        ]
    if found["word"] not in WORDS:
        return []
    typed = re.split(r"[\s,]+", found["rest"])[-1]
    taken = set(re.split(r"[\s,]+", found["rest"])[:-1])
    return [item for item in names_of_rules(typed, offset, ruleset) if item.text not in taken]


def names_of_rules(typed: str, offset: int, ruleset: Ruleset) -> Iterator[Proposal]:
    """The rules, and the areas of rules, whose names hold what has been typed; those that begin with it first."""
    span = Span(offset - len(typed), offset)
    names = [*ruleset.names, *ruleset.areas]
    held = [name for name in names if typed.lower() in name]
    for name in sorted(
        held, key=lambda name: (not name.startswith(typed), name.partition("/")[2].find(typed) != 0, name)
    ):
        rule = ruleset.by_name.get(name)
        detail = rule.summary if rule is not None else ""
        yield Proposal("rule", name, span, name, detail=detail, about=("rule", name) if rule is not None else ())
