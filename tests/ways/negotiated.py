"""Texts under negotiation: brackets, alternatives, the names of delegations."""

from __future__ import annotations

import re

from .registry import Clean, way

NOTICE = ("structure/under-negotiation",)


@way("bracketed-paragraphs", says=NOTICE)
def bracketed_paragraphs(clean: Clean) -> str:
    """Every third paragraph in brackets."""
    count = 0

    def each(one: str) -> str:
        nonlocal count
        count += 1
        label = re.match(r"(?:\d+\. |\([a-z]+\) )?", one)
        at = label.end() if label else 0
        return f"{one[:at]}[{one[at:]}]" if count % 3 == 0 and one[0] not in "|<#" and one[-1] in ",;." else one

    return clean.write(each=each)


@way("delegations", says=NOTICE)
def delegations(clean: Clean) -> str:
    """Remarks of delegations behind every third paragraph."""
    remarks = ("[EU: delete]", "(G77)", "[agreed ad ref]", "[EU, Norway: retain]")
    count = 0

    def each(one: str) -> str:
        nonlocal count
        count += 1
        return f"{one} {remarks[count % 4]}" if count % 3 == 0 and one[-1] in ",;." else one

    return clean.write(each=each)


@way("bracketed-words", says=NOTICE)
def bracketed_words(clean: Clean) -> str:
    """Brackets round single words."""
    return clean.write(each=lambda one: re.sub(r"\b(report|States|work|session|of|to)\b", r"[\1]", one))


@way("pp-op", says=NOTICE)
def pp_op(clean: Clean) -> str:
    """`OP3` for `3.`, and `PP2` before the preamble's paragraphs."""
    return clean.write(each=lambda one: re.sub(r"^(\d+)\. ", r"OP\1. ", one))
