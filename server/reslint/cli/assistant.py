"""The tools of an assistant: drafts checked and fixed, rules explained, citations, structure, proposals.

Pure of the protocol: `cli/mcp.py` offers the methods as tools. Positions are lines and columns from 1, in code points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.data.schema import did_you_mean
from ..text import Text
from .checking import Opened
from .project import Project

if TYPE_CHECKING:
    from ..engine.data.finding import Finding

MOST_CITATIONS = 10


class CannotAnswer(ValueError):
    """A request cannot be met; the message says why and what to do."""


@dataclass
class FoundSlip:
    """One finding: where it is, what is wrong, and what the fix would write."""

    rule: str
    severity: str
    message: str
    line: int
    column: int
    found: str
    fix: str = ""
    safe: bool = False


@dataclass
class CheckAnswer:
    """The findings in a draft, and the profile by which it was judged, and why."""

    findings: list[FoundSlip] = field(default_factory=list)
    profiles: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


@dataclass
class FixAnswer:
    """The text with the safe fixes, how many were made, and the findings that are left to the writer."""

    text: str
    applied: int
    left: list[FoundSlip] = field(default_factory=list)


@dataclass
class CitedWords:
    """A resolution or a treaty as an organ cites it."""

    words: str
    sure: bool


class Assistant:
    """Answers about drafts that are given as text, or as a path of a file in the folder `root` and nowhere else."""

    def __init__(self, project: Project, root: Path) -> None:
        self.project = project
        self.root = root.resolve()

    def check_draft(self, text: str = "", path: str = "") -> CheckAnswer:
        """Check a draft resolution, given as Markdown text (openers in *italics*) or as the path of a file.

        Returns each finding with its rule, line, column, message and the fix that is offered.
        """
        opened = self._opened(text, path)
        outcome = opened.checker.lint(opened.draft)
        return CheckAnswer(
            list(_found(opened.original.text, outcome.findings)),
            [f"{each.name}: {each.because}" for each in outcome.profiles],
            [str(each) for each in (*opened.notices, *outcome.notices) if not each.wants],
        )

    def fix_draft(self, text: str = "", path: str = "") -> FixAnswer:
        """Make the safe fixes in a draft resolution and return the text; no file is changed.

        Safe fixes change form and never meaning. What is left needs a decision of the writer.
        """
        opened = self._opened(text, path)
        done = opened.checker.fix(opened.draft, opened.checker.lint(opened.draft).findings)
        return FixAnswer(done.text.content, sum(done.applied.values()), list(_found(done.text, done.findings)))

    def explain_rule(self, rule: str) -> str:
        """Explain a rule by its name (such as style/repeated-word): why it exists, wrong and right, source."""
        from ..reports.markdown import explain_markdown

        ruleset = self.project.at(self.root).ruleset
        having = ruleset if rule in ruleset.by_name else self.project.elsewhere(rule)
        if having is None:
            hint = did_you_mean(rule, list(ruleset.names)) or "; ask for the resource reslint://rules"
            raise CannotAnswer(f"there is no rule “{rule}”{hint}")
        return explain_markdown(having.rule(rule))

    def list_rules(self) -> str:
        """The rules in force, a line each: name, severity, what is right."""
        rules = self.project.at(self.root).ruleset.rules
        return "\n".join(f"{rule.name} ({rule.severity}): {rule.summary}" for rule in rules)

    def cite(self, query: str, body: str = "") -> list[CitedWords]:
        """Find resolutions and treaties by number or words of the title, worded as the organ `body` cites them.

        Only what the register of reslint holds is returned. Do not cite a resolution that is not found here.
        """
        from ..engine.language.register import phrases_of, register_of
        from ..register import Entry

        ruleset = self.project.at(self.root).ruleset
        organs = [organ.name for organ in ruleset.vocabulary.organs]
        if body and body not in organs:
            raise CannotAnswer(f"there is no organ “{body}”{did_you_mean(body, organs)}")
        phrases = phrases_of(ruleset.resources)
        found = register_of(ruleset.resources).meant(query, MOST_CITATIONS)
        sure = [not isinstance(each, Entry) or each.sure for each in found]
        return [CitedWords(phrases.phrase(each, body), is_sure) for each, is_sure in zip(found, sure, strict=True)]

    def outline_draft(self, text: str = "", path: str = "") -> str:
        """Show the structure of a draft: preamble, paragraphs with numbers and openers, lists, footnotes."""
        from ..reports.outline import outline_text

        return outline_text(self._opened(text, path).draft)

    def propose_words(self, text: str, line: int, column: int) -> list[str]:
        """Propose what may be written at a place (line and column from 1): openers, citations, standard phrases."""
        from ..phrasing.propose import propose
        from ..phrasing.sources import Sources
        from ..text import Position

        opened = self._opened(text, "")
        content = opened.original.text
        if not 0 < line <= content.line_count:
            raise CannotAnswer(f"the text has no line {line}; it has {content.line_count}")
        offset = content.offset(Position(line - 1, max(column - 1, 0)))
        return [each.label for each in propose(opened.draft, offset, Sources(opened.checker.ruleset)).items]

    def _opened(self, text: str, path: str) -> Opened:
        from ..formats import CannotRead, open_file
        from .checking import opened

        if bool(text) == bool(path):
            raise CannotAnswer("give either the text of the draft or the path of its file")
        if not path:
            named = self.root / "draft.res.md"
            original = open_file(named, text.encode("utf-8", "replace"))
            checker, notices = self.project.for_file(named).for_text(named, original.text)
            return Opened(named, original, checker, checker.parse(original.text, named, forced=True), notices)
        file = (self.root / path).resolve()
        if not file.is_relative_to(self.root):
            raise CannotAnswer(f"“{path}” lies outside the folder {self.root}, and only files in it are read")
        try:
            return opened(self.project, file, force=True)
        except (OSError, CannotRead) as error:
            raise CannotAnswer(f"“{path}” cannot be read: {error}") from error


def _found(text: Text, findings: tuple[Finding, ...]) -> Iterator[FoundSlip]:
    for each in findings:
        at = text.position(each.span.start)
        title, safe = (each.fix.title, each.fix.safety == "safe") if each.fix else ("", False)
        found = text.slice(each.span)
        yield FoundSlip(each.rule, each.severity, each.message, at.line + 1, at.column + 1, found, title, safe)
