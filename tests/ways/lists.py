"""How lists are written: nested, run together, without their letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from .registry import Clean, way

_ITEM = re.compile(r"\(([a-z]{1,5})\) ")
_NUMBER = re.compile(r"(\d{1,3})\. ")


@way("first-item-on-the-line")
def first_item_on_the_line(clean: Clean) -> str:
    """`7. Requests: (a) To …`: the first item of a list goes on where its paragraph ends, with a line break."""
    return _joined(clean, "\n")


@way("nested-by-indentation")
def nested_by_indentation(clean: Clean) -> str:
    """Items are indented below their paragraph."""
    return clean.write(each=lambda one: "   " + one if _ITEM.match(one) else one)


@way("closing-parenthesis", says=("numbering/notation",))
def closing_parenthesis(clean: Clean) -> str:
    """`a)` for `(a)`."""
    return clean.write(each=lambda one: _ITEM.sub(r"\1) ", one, count=1) if _ITEM.match(one) else one)


@way("bullets-for-items", labels=False, says=("numbering/subparagraph", "numbering/notation", "numbering/letters"))
def bullets_for_items(clean: Clean) -> str:
    """A bullet in place of every letter."""
    return clean.write(each=_each(lambda one: f"- {one}"))


@way("items-without-letters", labels=False, says=("numbering/lost-letters",))
def items_without_letters(clean: Clean) -> str:
    """Items that lost their letters, as numbers of Word do when text is pasted."""
    return clean.write(each=_each(str))


@way("bold-numbers")
def bold_numbers(clean: Clean) -> str:
    """`**4.**` for `4.`."""
    return clean.write(each=lambda one: _NUMBER.sub(r"**\1.** ", one, count=1) if _NUMBER.match(one) else one)


@way("number-parenthesis", says=("numbering/notation",))
def number_parenthesis(clean: Clean) -> str:
    """`4)` for `4.`."""
    return clean.write(each=lambda one: _NUMBER.sub(r"\1) ", one, count=1) if _NUMBER.match(one) else one)


def _each(write: Callable[[str], str]) -> Callable[[str], str]:
    return lambda one: write(one[found.end() :]) if (found := _ITEM.match(one)) else one


def _joined(clean: Clean, joint: str) -> str:
    paragraphs: list[str] = []
    for one in clean.paragraphs:
        if paragraphs and paragraphs[-1].endswith(":") and one.startswith("(a) "):
            paragraphs[-1] += joint + one
        else:
            paragraphs.append(one)
    return Clean(clean.front, tuple(paragraphs), clean.notes).write()
