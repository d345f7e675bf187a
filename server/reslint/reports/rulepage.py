"""A rule in its own words, section by section: the terminal and the catalogue print the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..engine.packs.rule import Evidence, FixTemplate, Rule
from ..text.record import NamedTuple
from ..text.regex import lazy

_VALUE = lazy(r"\{[^{}]*\}")


class PageSection(NamedTuple):
    """A part of the page of a rule: either paragraphs, or example texts with `{{` `}}` around what is reported."""

    title: str
    paragraphs: Sequence[str] = ()
    drafts: Sequence[str] = ()


def sections(rule: Rule) -> Iterator[PageSection]:
    """The sections of a rule's page that are not empty: why, wrong and right, fix, source, evidence, false alarms."""
    wrong = [example for example in rule.examples if not example.silent]
    right = [*(each.fixed for each in wrong if each.fixed), *(each.draft for each in rule.examples if each.silent)]
    titles = [f"{_VALUE.sub('…', fix.title)} ({_how(fix)})" for fix in (step.fix for step in rule.steps) if fix]
    found = (
        PageSection("Why", [rule.why] if rule.why else []),
        PageSection("Wrong", drafts=_once([example.draft for example in wrong])),
        PageSection("Right", drafts=_once(right)),
        PageSection("Fix", _once(titles)),
        PageSection("Source", rule.sources),
        PageSection("Evidence", [evidence_words(rule.evidence)] if rule.evidence else []),
        PageSection("Known false alarms", rule.false_alarms),
    )
    return (section for section in found if section.paragraphs or section.drafts)


def _how(fix: FixTemplate) -> str:
    return f"{fix.safety}, also made by formatting" if fix.formatting else fix.safety


def where_words(rule: Rule) -> str:
    """Where a rule holds otherwise than everywhere with its own severity; "" when nothing is to be said."""
    said = [f"{severity} in profile {profile}" for profile, severity in rule.profiles.items()]
    if rule.bodies:
        said.append(f"only for {', '.join(rule.bodies)}")
    if rule.stage:
        said.append(f"only in {rule.stage} texts")
    return "; ".join(said)


def evidence_words(evidence: Evidence) -> str:
    """The evidence in a sentence."""
    version = f", version {evidence.version}" if evidence.version else ""
    begin = f"Run on {evidence.texts} printed texts ({evidence.date}{version})"
    if not evidence.fired:
        return f"{begin}: no finding."
    findings = "1 finding" if evidence.fired == 1 else f"{evidence.fired} findings"
    if not evidence.read:
        return f"{begin}: {findings}, none read."
    read = "all" if evidence.read == evidence.fired else str(evidence.read)
    share = round(100 * evidence.confirmed / evidence.read)
    return f"{begin}: {findings}, {read} read, {evidence.confirmed} of these true ({share} per cent)."


def _once(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(texts))
