"""Outcomes of earlier runs: a text that was judged by the same rules is not judged again.

An outcome is kept under the digest of its text, in a file of the cache for all that could make another of it: the
program, the packs, the configuration, the user's table of resolutions. It is not kept where a check broke down, where
a library of adopted texts is at hand, which may change at any time, or where something has been written just now.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ...text import Edit, Span
from ...text.memo import shorten
from ...text.record import replace
from ..data.finding import Finding, Fix, Related
from ..data.keeper import Keeper, digest, used
from ..packs.cache import are_settled, program, stamps
from .runner import Notice, Outcome, Profile

if TYPE_CHECKING:
    from ..packs.ruleset import Ruleset
    from .settings import RunSettings

MAXIMUM = 1_000
"""Outcomes that are kept in one file."""
LARGEST = 100_000
"""The bytes of an outcome that is still kept."""

_Pipeline = tuple[str, str, tuple[tuple[str, int], ...]]


def conditions(ruleset: Ruleset, settings: RunSettings, said: str) -> str:
    """All that decides on the outcome of a text besides the text; "" where outcomes cannot be kept.

    `said` is all that the configuration says.
    """
    if ruleset.problems or (settings.library is not None and settings.library.folders):
        return ""
    found = [(str(pack.root), stamps(pack.root)) for pack in ruleset.packs]
    if not found or not all(are_settled(files) for _, files in found):
        return ""
    return "\0".join((program(), _own_table(), said, repr(replace(settings, library=None)), repr(found)))


def _own_table() -> str:
    from ...register.user import user_table

    with suppress(OSError):
        if table := user_table():
            status = os.stat(table)
            return f"{table} {status.st_size} {status.st_mtime_ns}"
    return ""


class Outcomes:
    """The outcomes that are known, by conditions and the digest of the text; what is new is given on as news."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[bytes, bytes]] = {}
        self._news: dict[str, dict[bytes, bytes]] = {}

    def recall(self, conditions: str, text: str) -> Outcome | None:
        """The outcome of a text under some conditions; None where it is not known."""
        kept = self._kept.get(conditions)
        if kept is None:
            kept = self._kept[conditions] = _keeper(conditions).read() or {}
        known = kept.get(digest(text))
        if known is None:
            return None
        pipelines, wants, *data = marshal.loads(known)
        if not all(_is_there(each) for each in pipelines) or (wants and find_spec("spacy") is not None):
            return None
        return _outcome(*data)

    def remember(self, conditions: str, text: str, outcome: Outcome) -> None:
        """Note the outcome of a text, where it will be the same the next time."""
        wants = any(notice.wants for notice in outcome.notices)
        if outcome.pending or any(notice.broken for notice in outcome.notices) or (wants and find_spec("spacy")):
            return
        data = marshal.dumps((_pipelines(), wants, *_data(outcome)))
        if len(data) <= LARGEST:
            news = self._news.setdefault(conditions, {})
            news[digest(text)] = data
            shorten(news, MAXIMUM)

    def take_news(self) -> Mapping[str, Mapping[bytes, bytes]]:
        """The outcomes since the last time this was asked, as plain data; empty for nothing."""
        news, self._news = self._news, {}
        return news

    def add_news(self, news: Mapping[str, Mapping[bytes, bytes]]) -> None:
        """Take over the outcomes that another process has found."""
        for conditions, found in news.items():
            self._news.setdefault(conditions, {}).update(found)

    def keep(self) -> None:
        """Keep the new outcomes beside those of earlier runs."""
        for conditions, found in self.take_news().items():
            keeper = _keeper(conditions)
            kept = {**(keeper.read() or {}), **found}
            shorten(kept, MAXIMUM)
            keeper.write(kept)


def _keeper(conditions: str) -> Keeper:
    return Keeper("outcomes", conditions, used() if conditions else None)


def _pipelines() -> list[_Pipeline]:
    """The pipelines of spaCy whose results may be in an outcome."""
    memory = sys.modules.get("reslint.engine.tokens.memory")
    return [] if memory is None else [tuple(each) for each in memory.MEMORY.pipelines()]


def _is_there(pipeline: _Pipeline) -> bool:
    from ..tokens.pipelines import Pipeline

    return Pipeline(*pipeline).is_there


def _data(outcome: Outcome) -> tuple[Any, ...]:
    findings = [
        (each.rule, each.severity, each.message, _ends(each.span), _fix_data(each.fix), _related_data(each.related))
        for each in outcome.findings
    ]
    notices = [(each.message, each.rules, each.span and _ends(each.span), each.wants) for each in outcome.notices]
    return findings, notices, [(each.name, each.because) for each in outcome.profiles]


def _fix_data(fix: Fix | None) -> tuple[Any, ...] | None:
    if fix is None:
        return None
    return fix.title, fix.safety, [(*_ends(edit.span), edit.text) for edit in fix.edits], fix.formatting


def _related_data(related: Sequence[Related]) -> list[Any]:
    return [(each.message, _ends(each.span)) for each in related]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _outcome(findings: Sequence[Any], notices: Sequence[Any], profiles: Sequence[Any]) -> Outcome:
    return Outcome(
        tuple(
            Finding(
                rule,
                severity,
                message,
                Span(*span),
                fix and Fix(fix[0], fix[1], tuple(Edit(Span(start, end), new) for start, end, new in fix[2]), fix[3]),
                tuple(Related(told, Span(*place)) for told, place in related),
            )
            for rule, severity, message, span, fix, related in findings
        ),
        tuple(Notice(message, rules, span and Span(*span), wants=wants) for message, rules, span, wants in notices),
        tuple(Profile(*each) for each in profiles),
    )


OUTCOMES = Outcomes()
"""Those of this process."""
