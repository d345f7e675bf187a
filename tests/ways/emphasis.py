"""Openers and titles: underlined, bold, with other signs, with spaces inside the signs, or without any."""

from __future__ import annotations

import re

from .registry import Clean, way

_ITALIC = re.compile(r"(?<!\*)\*(?!\*)([^*\n]+)\*(?!\*)")


@way("underscores")
def underscores(clean: Clean) -> str:
    """`_x_`."""
    return clean.write(each=lambda one: _ITALIC.sub(r"_\1_", one) if "_" not in one else one)


@way("space-inside")
def space_inside(clean: Clean) -> str:
    """`*Requests *the`, as LibreOffice and mammoth write it."""
    return clean.write(each=lambda one: re.sub(r"^((?:\d+\. )?)\*([^*\n]+)\* ", r"\1*\2 *", one))


@way("triple")
def triple(clean: Clean) -> str:
    """`***x***`: bold and italic."""
    return clean.write(each=lambda one: re.sub(r"^((?:\d+\. )?)\*([^*\n]+)\*(?= )", r"\1***\2***", one))


@way("no-italics", italics=False)
def no_italics(clean: Clean) -> str:
    """No emphasis at all."""
    return clean.write(each=lambda one: re.sub(r"(?<!\\)\*+", "", one))


@way("no-italics-but-bold", italics=False)
def bold_titles(clean: Clean) -> str:
    """No italics, but bold titles."""
    return clean.write(each=lambda one: one if one.startswith("**") else re.sub(r"(?<!\\)\*+", "", one))


@way("underlined", italics=False)
def underlined(clean: Clean) -> str:
    """Openers underlined, by tags."""
    return clean.write(each=lambda one: _ITALIC.sub(r"<u>\1</u>", one))


@way("underlined-span", italics=False)
def underlined_span(clean: Clean) -> str:
    """Openers underlined, as pandoc writes it."""
    return clean.write(each=lambda one: _ITALIC.sub(r"[\1]{.underline}", one))


@way("bold-openers", italics=False)
def bold_openers(clean: Clean) -> str:
    """Bold openers."""
    return clean.write(each=lambda one: _ITALIC.sub(r"**\1**", one))
