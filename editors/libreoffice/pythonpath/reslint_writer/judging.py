"""The judgement on a document that is open: the findings, where they stand in it, and what may be written instead."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from reslint.cli.placing import placed
from reslint.cli.project import Project
from reslint.draft.naming import paragraph_at
from reslint.engine import Finding
from reslint.engine.checker import Checker
from reslint.engine.edits.fix import FixResult
from reslint.formats import CannotWrite
from reslint.formats.word.assembly import WordParagraph
from reslint.formats.word.markdown import seen
from reslint.formats.word.notes import MARKER
from reslint.formats.word.plan import home
from reslint.reports.checked import Checked
from reslint.text import Text, apply_edits

from .reading import OpenDraft

_PROJECT = Project()
_LOADING = Lock()
_PATIENCE = 20.0


class Mark(NamedTuple):
    """A finding in the text of one paragraph, as a proofreader is given that text.

    `start` and `end` count its characters; `suggestion` takes the place of what is between, None where there is none.
    """

    start: int
    end: int
    finding: Finding
    suggestion: str | None


def _checker(path: Path, text: Text) -> Checker:
    """The checker for a text; one thread loads the rules while others wait, but never for good.

    What a thread that loads them throws away may want LibreOffice's main thread, which may be the one that waits.
    """
    is_ours = _LOADING.acquire(timeout=_PATIENCE)
    try:
        return _PROJECT.for_file(path).for_text(path, text)[0]
    finally:
        if is_ours:
            _LOADING.release()


class Judged:
    """A document, its draft, and what was found in it. Nothing is found in what is not a resolution.

    Nothing here asks LibreOffice for anything: any thread may do it.
    """

    def __init__(self, original: OpenDraft, path: Path) -> None:
        self.original = original
        self.checker = _checker(path, self.original.text)
        self.draft = self.checker.parse(self.original.text)
        found = self.checker.lint(self.draft, patient=False).findings
        file = Checked(path.name, self.original.text, tuple(found))
        self.findings = placed(file, self.original, self.draft, self.checker.ruleset).findings
        self._proofs = frozenset(original.proofs.values())
        self._marks: dict[str, list[frozenset[Mark]]] | None = None

    def fixed(self) -> FixResult:
        """The safe fixes of the draft, as far as the document has a place for them."""
        return self.checker.fix(self.draft, self.findings, refusal=self.original.refusal, patient=False)

    def marks(self, proof: str) -> list[Mark]:
        """The findings in a paragraph with this text; where several have it, those that all have."""
        if self._marks is None:
            marks: dict[str, list[frozenset[Mark]]] = {}
            at_home: dict[int, list[Finding]] = {}
            for finding in self.findings:
                at_home.setdefault(id(self.home(finding)), []).append(finding)
            for paragraph in self.original.paragraphs:
                found = frozenset(self._mark(finding, paragraph) for finding in at_home.get(id(paragraph), ()))
                marks.setdefault(self.original.proofs[id(paragraph)], []).append(found)
            self._marks = marks
        known = self._marks.get(proof)
        return sorted(frozenset.intersection(*known), key=lambda mark: mark[:2]) if known else []

    def knows(self, proof: str) -> bool:
        """Whether the document has a paragraph with this text."""
        return proof in self._proofs

    def told(self, finding: Finding) -> str:
        """A finding on one line: where it stands, on which words, and what is said of it."""
        place = self.original.place(finding.span, paragraph_at(self.draft, finding.span.start))
        words = place.paragraph.words if place.paragraph is not None else ""
        return f"{place} “{words}”: {finding.message}" if words else f"{place}: {finding.message}"

    def why(self, finding: Finding) -> str:
        """The message, the fix, the reason and the sources."""
        rule = self.checker.ruleset.by_name.get(finding.rule)
        lines = [finding.message, f"Fix: {finding.fix.title}" if finding.fix is not None else ""]
        if rule is not None:
            lines += [" ".join(rule.why.split()), *(f"Source: {' '.join(source.split())}" for source in rule.sources)]
        return "\n\n".join(line for line in [*lines, f"Rule: {finding.rule}"] if line)

    def home(self, finding: Finding) -> WordParagraph | None:
        """The paragraph at which a finding is shown; at a number that Writer makes, the one behind it."""
        found = self.original.paragraph_at(finding.span.start)
        if found is not None and finding.span.start > found.end:
            return self.original.following(found) or found
        return found

    def _mark(self, finding: Finding, paragraph: WordParagraph) -> Mark:
        first, last = paragraph.visible(finding.span.start), paragraph.visible(finding.span.end)
        if finding.span.end > paragraph.end:
            last = paragraph.length
        if last <= first:
            words = paragraph.words
            first = min(first, paragraph.length - 1)
            last = first + 1
            while last < len(words) and words[last].isalnum() and words[last - 1].isalnum():
                last += 1
        suggestion = self._suggestion(finding, paragraph, first, last)
        if suggestion is not None:
            first, last, words = suggestion
        position = self.original.position
        start = position(paragraph, first)
        return Mark(start, position(paragraph, last - 1) + 1, finding, words if suggestion is not None else None)

    def _suggestion(
        self, finding: Finding, paragraph: WordParagraph, first: int, last: int
    ) -> tuple[int, int, str] | None:
        """The visible characters that a fix replaces, those of the finding with them, and by which words.

        None for a fix that changes emphasis or several paragraphs: a proofreader can only replace words.
        """
        edits = finding.fix.edits if finding.fix is not None else ()
        try:
            if not edits or any(home(self.original, edit) is not paragraph for edit in edits):
                return None
        except CannotWrite:
            return None
        content = self.original.text.content
        old = seen(content[paragraph.start : paragraph.end])
        shifted = [edit._replace(span=edit.span.shift(-paragraph.start)) for edit in edits]
        new = seen(apply_edits(content[paragraph.start : paragraph.end], shifted))
        return replaced(old.words, old.bits, new.words, new.bits, first, last)


def replaced(
    old: str, old_bits: list[int], new: str, new_bits: list[int], first: int, last: int
) -> tuple[int, int, str] | None:
    """The characters to replace in `old`, from `first` to `last` or further on both sides, and their replacement.

    None where what stays changes its emphasis, where what comes has another than what it replaces (blanks aside), where
    a footnote marker is among it, or where it would be empty.
    """
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - head) if old[-1 - n] != new[-1 - n]), most - head)
    start, end = min(head, first), max(len(old) - tail, last)
    behind = len(old) - end
    words = new[start : len(new) - behind]
    same = old_bits[:start] == new_bits[:start] and (not behind or old_bits[-behind:] == new_bits[-behind:])
    gone = zip(old[start:end], old_bits[start:end])
    come = zip(words, new_bits[start : len(new) - behind])
    looks = {bits for character, bits in (*gone, *come) if not character.isspace()}
    if not same or len(looks) > 1 or MARKER in old[start:end] + words or not words.strip():
        return None
    return start, end, words


def path_of(model: Any) -> Path:
    """The place of a document; one that was never saved lies at home."""
    import uno

    url = model.getURL()
    return Path(str(uno.fileUrlToSystemPath(url))) if url.startswith("file:") else Path.home() / "untitled.odt"
