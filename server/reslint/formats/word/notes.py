"""The footnotes and endnotes of a Word file, and the labels that they are printed with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .numbers import roman
from .package import Package
from .xml import Element

MARKER = "\ufffc"
"""The character that stands for a footnote marker among the visible words of a paragraph."""
_UNFIT = re.compile(r"[\s\[\]\\]")
_LONGEST = 30


class WordNotes:
    """Labels are given in the order in which the markers are met: 1, 2, 3 for footnotes, i, ii, iii for endnotes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._labels: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}

    def label(self, reference: Element, run: Element) -> str:
        """The label of the note that a marker in a run refers to."""
        kind = reference.tag[2 : -len("Reference")]
        custom = reference.attributes.get("w:customMarkFollows") in ("1", "true", "on")
        if custom:
            label = _UNFIT.sub("", "".join(each.text for each in run.children if each.tag == "w:t"))[:_LONGEST] or "*"
        else:
            self._counts[kind] += 1
            label = str(self._counts[kind]) if kind == "footnote" else roman(self._counts[kind])
        key = kind, reference.attributes.get("w:id", "")
        if key in self._labels:
            return self._labels[key]
        self._labels[key] = self._free(label)
        return self._labels[key]

    def _free(self, label: str) -> str:
        """The label, with a number where another note already has it."""
        used = set(self._labels.values())
        tries = (label, *(f"{label}-{number}" for number in range(2, len(used) + 3)))
        return next(each for each in tries if each not in used)

    def bodies(self) -> Iterator[tuple[str, Element]]:
        """The labels and elements of the notes that were met, footnotes first; more may be met while they are read."""
        for kind in ("footnote", "endnote"):
            part = self._package.related(kind + "s")
            if part is None:
                continue
            by_id = {each.attributes.get("w:id", ""): each for each in part.root.children if each.tag == f"w:{kind}"}
            done: set[str] = set()
            while new := [each for (its, each) in self._labels if its == kind and each in by_id and each not in done]:
                for identity in new:
                    done.add(identity)
                    yield self._labels[kind, identity], by_id[identity]
