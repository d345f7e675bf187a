"""Comments in a draft that suppress findings.

    <!-- reslint-disable-next-line rule, area -- reason -->     the next line that is not blank
    <!-- reslint-disable-line rule -->                          the line of the comment
    <!-- reslint-disable rule --> … <!-- reslint-enable rule -->
    <!-- reslint-disable-file area -->

As in ESLint, a finding belongs to the line it starts on. Unlike there, rules or areas are always named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ...text import Edit, Span, Text
from ...text.record import dataclass, field
from ...text.regex import lazy

WORDS = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")
"""The words that may follow `reslint-` in a comment."""

# A comment is bounded so that thousands of unclosed ones do not each read to the end of the text.
_COMMENT = lazy(r"<!--\s*reslint-(?P<word>[\w-]*)(?P<rest>(?:(?!-->).){0,2000})-->", re.DOTALL)
_REASON = lazy(r"(?:^|\s)--(?:\s|$)")
_NAME = lazy(r"[^\s,]+")
_ALONE = lazy(r"[ \t]*<!--\s*reslint-")


@dataclass(slots=True, eq=False)
class Directive:
    """One comment; `span` is the whole of it, `word` what it asks for."""

    word: str
    span: Span
    mentions: list[RuleMention] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class RuleMention:
    """A rule or an area named in a comment, and the span of the text in which it is suppressed."""

    name: str
    span: Span
    directive: Directive
    scope: Span
    used: bool = False


class Suppressions:
    """The suppressing comments of a text.

    `names` are all rules and areas there are; `judged` those of which it is known whether they find something here,
    so that a comment for a rule that was not run is not called unused.
    """

    def __init__(self, text: Text, names: Collection[str] = ()) -> None:
        self.text = text
        self.names = frozenset(names)
        self.judged: frozenset[str] = frozenset()
        self.directives = list(_read(text)) if "reslint-" in text.content else []
        self._mentions = [each for directive in self.directives for each in directive.mentions]
        _bound_regions(self._mentions, len(text))

    def hides(self, rule: str, offset: int) -> bool:
        """Whether a finding of `rule` that starts at `offset` is suppressed; remembers by which comments."""
        hidden = False
        for mention in self._mentions:
            # The scope is closed here: a finding may stand at the very end of a line.
            here = mention.scope.start <= offset <= mention.scope.end and mention.directive.word != "enable"
            if here and mention.name in (rule, rule.partition("/")[0]):
                mention.used = hidden = True
        return hidden

    def malformed(self) -> Iterator[Directive]:
        """The comments that name no rule, or ask for something there is not."""
        return (each for each in self.directives if each.word not in WORDS or not each.mentions)

    def unknown(self) -> Iterator[RuleMention]:
        """The names of no rule and no area."""
        return (each for each in self._proper() if each.name not in self.names)

    def unused(self) -> Iterator[RuleMention]:
        """The names that suppress nothing, as far as can be known."""
        return (each for each in self._proper() if not each.used and each.name in self.judged)

    def _proper(self) -> Iterator[RuleMention]:
        return (each for each in self._mentions if each.directive.word in WORDS)

    def removal(self, mention: RuleMention) -> Edit:
        """The edit that takes a name out of its comment, and the comment with it when it names nothing else."""
        mentions = mention.directive.mentions
        if len(mentions) == 1:
            return Edit(self._whole(mention.directive.span), "")
        at = mentions.index(mention)
        if at == 0:
            return Edit(Span(mention.span.start, mentions[1].span.start), "")
        return Edit(Span(mentions[at - 1].span.end, mention.span.end), "")

    def _whole(self, comment: Span) -> Span:
        """The comment with its line when it stands alone there, else with the blanks before it."""
        content = self.text.content
        first = self.text.line_of(comment.start)
        last = self.text.line_of(comment.end)
        start, end = self.text.line_starts[first], self.text.line_span(last).end
        if not content[start : comment.start].strip() and not content[comment.end : end].strip():
            following = last + 1
            return Span(start, self.text.line_starts[following] if following < self.text.line_count else end)
        before = content[start : comment.start]
        return Span(comment.start - (len(before) - len(before.rstrip(" \t"))), comment.end)


def _read(text: Text) -> Iterator[Directive]:
    for match in _COMMENT.finditer(text.content):
        directive = Directive(match["word"], Span(*match.span()))
        reason = _REASON.search(match["rest"])
        named = match["rest"][: reason.start()] if reason else match["rest"]
        scope = _scope(directive, text)
        for name in _NAME.finditer(named):
            span = Span(*name.span()).shift(match.start("rest"))
            directive.mentions.append(RuleMention(name[0], span, directive, scope))
        yield directive


def _scope(directive: Directive, text: Text) -> Span:
    comment = directive.span
    if directive.word == "disable-line":
        return Span(text.line_starts[text.line_of(comment.start)], text.line_span(text.line_of(comment.end)).end)
    if directive.word == "disable-next-line":
        for line in range(text.line_of(comment.end) + 1, text.line_count):
            span = text.line_span(line)
            words = text.slice(span)
            if words.strip() and not _ALONE.match(words):
                return span
        return Span(len(text) + 1, len(text) + 1)
    if directive.word == "disable":
        return Span(comment.end, len(text))
    return Span(0, len(text))


def _bound_regions(mentions: list[RuleMention], length: int) -> None:
    """Ends each region at the comment that enables the rule again; such a comment is used if there was one."""
    for at, mention in enumerate(mentions):
        if mention.directive.word != "enable":
            continue
        for earlier in mentions[:at]:
            if earlier.directive.word == "disable" and earlier.name == mention.name and earlier.scope.end == length:
                earlier.scope = Span(earlier.scope.start, mention.directive.span.start)
                mention.used = True
