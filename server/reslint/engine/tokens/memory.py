"""The results of token patterns, by pattern and by text, so that no text is read twice: not in a later run either."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...text.memo import shorten
from ..data.keeper import Keeper, used
from .pipelines import Pipeline

MAXIMUM = 50_000
"""Results that are remembered; an empty one, as most are, takes a hundred bytes."""
_FORMAT = "1"

Found = tuple[tuple[int, int, tuple[tuple[str, str], ...]], ...]
"""Matches in a text: first and last offset, half-open, and named words."""


class Memory:
    """Results by the pipeline that read and the digest of patterns and text; what was learned is given on as news."""

    def __init__(self) -> None:
        self._found: dict[str, dict[bytes, Found]] = {}
        self._pipelines: dict[str, Pipeline] = {}
        self._news: dict[str, dict[bytes, Found]] = {}
        self._keeper: Keeper | None = None

    def pipeline(self, wanted: str) -> Pipeline | None:
        """The pipeline that the results for this wish came from, while it is what it was; None where nobody knows."""
        self._learn()
        known = self._pipelines.get(wanted)
        return known if known is not None and known.is_there else None

    def remember(self, wanted: str, pipeline: Pipeline) -> None:
        """Note which pipeline reads for a wish."""
        self._pipelines[wanted] = pipeline

    def pipelines(self) -> list[Pipeline]:
        """The pipelines that results may have come from."""
        return list(self._pipelines.values())

    def get(self, pipeline: Pipeline, key: bytes) -> Found | None:
        """The result; None where nobody has looked."""
        return self._found.get(_name(pipeline), {}).get(key)

    def put(self, pipeline: Pipeline, key: bytes, found: Found) -> None:
        """Remember what was found."""
        name = _name(pipeline)
        for known in (self._found, self._news):
            known.setdefault(name, {})[key] = found
        shorten(self._found[name], MAXIMUM)

    def _learn(self) -> None:
        """Take over what earlier runs have kept, once."""
        folder = used()
        if self._keeper is not None or folder is None:
            return
        self._keeper = Keeper("tokens", _FORMAT, folder)
        kept = self._keeper.read() or {}
        self._found = {name: dict(found) for name, found in kept.get("found", {}).items()}
        self._pipelines = {wanted: Pipeline(*known) for wanted, known in kept.get("pipelines", {}).items()}

    def take_news(self) -> Mapping[str, Any]:
        """The results since the last time this was asked, as plain data; empty for nothing."""
        if not self._news:
            return {}
        news, self._news = self._news, {}
        return {"found": news, "pipelines": {wanted: tuple(known) for wanted, known in self._pipelines.items()}}

    def add_news(self, news: Mapping[str, Any]) -> None:
        """Take over what another process has found."""
        for wanted, known in news.get("pipelines", {}).items():
            self._pipelines[wanted] = Pipeline(*known)
        for name, found in news.get("found", {}).items():
            for known in (self._found, self._news):
                known.setdefault(name, {}).update(found)

    def keep(self) -> None:
        """Keep what this run has found beside what others have, where it took that over."""
        news = self.take_news()
        if self._keeper is None or not news:
            return
        kept = self._keeper.read() or {}
        found = {name: dict(known) for name, known in kept.get("found", {}).items()}
        for name, known in news["found"].items():
            found.setdefault(name, {}).update(known)
            shorten(found[name], MAXIMUM)
        # What a pipeline has found that nobody uses any more is forgotten.
        in_use = {_name(Pipeline(*known)) for known in news["pipelines"].values()}
        kept = {name: found[name] for name in found if name in in_use}
        self._keeper.write({"found": kept, "pipelines": news["pipelines"]})


def _name(pipeline: Pipeline) -> str:
    return f"{pipeline.name} {pipeline.versions}"


MEMORY = Memory()
"""That of this process."""
