"""Descriptions of proposals, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..register.titles import session_in, titled

if TYPE_CHECKING:
    from .sources import Sources


def describe(about: tuple[str, ...], sources: Sources) -> str:
    """The documentation of a proposal's `about`; "" where there is nothing to say. Raises DamagedTable."""
    known: Mapping[str, Callable[[Sources, tuple[str, ...]], str]] = {
        "opener": _opener,
        "following": _following,
        "citation": _citation,
        "instrument": _instrument,
        "phrase": _paragraph,
        "formula": _formula,
        "rule": _rule,
        "suppression": _suppression,
        "text": _text,
    }
    return known[about[0]](sources, about[1:]) if about and about[0] in known else ""


def _opener(sources: Sources, key: tuple[str, ...]) -> str:
    form, phrase = key
    entry = next((each for each in sources.openers.get(form, ()) if each.phrase == phrase), None)
    if entry is None:
        return ""
    lines = [f"*{entry.phrase}*"]
    facts = sources.lexicon("openers").get(form, {}).get(phrase) or {}
    if facts.get("note"):
        lines.append(str(facts["note"]))
    if entry.complements:
        lines.append(f"Followed by {' or '.join(f'“{word}”' for word in entry.complements)}, in roman type.")
    if entry.directive:
        adverb = next((f", without “{each}”" for each in sources.vocabulary.sequence_adverbs), "")
        lines.append(f"Speaks to an addressee; to another one it begins again{adverb}.")
    if entry.counterpart:
        other = "operative" if form == "participle" else "preambular"
        lines.append(f"In the {other} part: *{entry.counterpart}*.")
    if entry.count:
        lines.append(f"Printed {entry.count:,} times in the resolutions that were counted.")
    return "\n\n".join(lines)


def _following(sources: Sources, key: tuple[str, ...]) -> str:  # noqa: ARG001
    return f"Usual after *{key[0]}*; in roman type."


def _citation(sources: Sources, key: tuple[str, ...]) -> str:
    body, number = key
    entry = sources.register.lookup(body, number)
    if entry is None or sources.citing is None:
        return ""
    lines = [f"**{sources.citing.phrase(entry, '', 'later')}**"]
    if entry.title:
        lines.append(f"“{entry.title}”")
    if entry.date:
        lines.append(f"{sources.citing.date(entry.date)} ({sources.citing.evidence(entry)})")
    if entry.title and session_in(number):
        known = titled(sources.register.tables, body, entry.title)
        if known and session_in(known[0].number) > session_in(number):
            lines.append(f"{known[0].number} is the latest of this title.")
    if entry.link:
        lines.append(f"<{entry.link}>")
    return "\n\n".join(lines)


def _instrument(sources: Sources, key: tuple[str, ...]) -> str:
    item = sources.register.instrument(key[0])
    if item is None or sources.citing is None:
        return ""
    lines = [f"**{item.title}**"]
    note = sources.citing.phrase(item, "", "footnote")
    if note:
        lines.append(f"Footnote: {note}")
    if item.short:
        lines.append(f"After first mention: {', '.join(item.short)}.")
    return "\n\n".join(lines)


def _paragraph(sources: Sources, key: tuple[str, ...]) -> str:
    return _phrase(sources.phrases("closing").get("paragraphs", {}).get(key[0]) or {})


def _formula(sources: Sources, key: tuple[str, ...]) -> str:
    return _phrase(sources.phrases("closing").get("formulas", {}).get(key[0]) or {})


def _phrase(phrase: Mapping[str, str]) -> str:
    return f"**{phrase['name']}**\n\n{phrase['why']}" if phrase else ""


def _rule(sources: Sources, key: tuple[str, ...]) -> str:
    rule = sources.ruleset.by_name.get(key[0])
    return f"{rule.summary} (`{rule.name}`)\n\n{rule.why}".strip() if rule is not None else ""


_SUPPRESSIONS = {
    "reslint-disable-next-line": "Do not report these rules on the next line.",
    "reslint-disable-line": "Do not report these rules on this line.",
    "reslint-disable": "Do not report these rules from here on.",
    "reslint-enable": "Report these rules again from here on.",
    "reslint-disable-file": "Do not report these rules in this file.",
}


def _suppression(sources: Sources, key: tuple[str, ...]) -> str:  # noqa: ARG001
    return _SUPPRESSIONS.get(key[0], "")


def _text(sources: Sources, key: tuple[str, ...]) -> str:  # noqa: ARG001
    return key[0]
