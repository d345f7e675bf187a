"""Footnotes that are added to a draft."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..engine.edits.footnotes import NewNote, insert_note
from ..engine.language.labels import redigit
from ..register.search import fold
from ..text import Edit

if TYPE_CHECKING:
    from ..draft import Draft

_WORDS = "\0"


class Footnotes:
    """The notes of a draft, and what adds another one; worked out once for every place."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._new: dict[int, NewNote] = {}

    def at(self, offset: int, words: str) -> NewNote:
        """The edits that add a note with these words at an offset; one that the draft has gets a second marker."""
        label = self._labels.get(fold(words.replace("*", "")))
        model = next((each for each in self._draft.markers if each.label == label), None)
        if label is not None and model is not None:
            return NewNote(redigit(self._draft.text.slice(model.span), label), ())
        new = self._new.get(offset)
        if new is None:
            new = self._new[offset] = insert_note(self._draft, offset, _WORDS)
        return NewNote(new.marker, tuple(Edit(edit.span, edit.text.replace(_WORDS, words)) for edit in new.edits))

    @cached_property
    def _labels(self) -> dict[str, str]:
        """The labels of the notes by their words; without those that two notes share."""
        found = self._draft.notes
        return {fold(self._draft.view(each[0]).text): label for label, each in found.items() if len(each) == 1}
