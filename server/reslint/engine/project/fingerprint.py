"""The identity of a finding when the text around it changes: its rule and the words it stands in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from ...text import Text
from ...text.record import dataclass
from ...text.regex import lazy
from ..data.finding import Finding

REACH = 40
"""So many characters on each side of a finding, on its line, are its context."""

_LABEL = lazy(r"\s*(?:[\[(]?(?:\d{1,4}|[a-z]{1,5})[.)\]]+\s+)+")
_BLANKS = lazy(r"\s+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A finding without its place. `context` has the words as they stand, without the number of their paragraph."""

    rule: str
    context: str

    def digest(self, *more: object) -> str:
        """A hash of it and of what else must be told apart, 32 hexadecimal digits."""
        said = "\0".join([self.rule, self.context, *map(str, more)])
        return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def fingerprint(text: Text, finding: Finding) -> Fingerprint:
    """The fingerprint of a finding in its text.

    The message takes no part in it, because messages count paragraphs; nor do the number or letter that begins the
    line, so that a paragraph put in above changes nothing.
    """
    line = text.line_span(text.line_of(finding.span.start))
    content = text.slice(line)
    label = _LABEL.match(content)
    first = line.start + (label.end() if label else 0)
    start = max(first, finding.span.start - REACH)
    end = max(start, min(line.end, max(finding.span.end, start) + REACH))
    return Fingerprint(finding.rule, _BLANKS.sub(" ", text.content[start:end]).strip())


def numbered(text: Text, findings: Sequence[Finding]) -> Iterator[tuple[Finding, Fingerprint, int]]:
    """Each finding with its fingerprint and with how many of the same came before it."""
    seen: dict[Fingerprint, int] = {}
    for finding in findings:
        found = fingerprint(text, finding)
        yield finding, found, seen.get(found, 0)
        seen[found] = seen.get(found, 0) + 1
