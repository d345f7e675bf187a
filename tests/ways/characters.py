"""Characters that nobody sees, or sees as others."""

from __future__ import annotations

import re

from .registry import Clean, way

SAYS = ("text/characters",)


@way("zero-width", says=SAYS)
def zero_width(clean: Clean) -> str:
    """A zero-width space before every paragraph and inside long words."""
    return clean.write(each=lambda one: "\u200b" + re.sub(r"(?<=[a-z]{5})(?=[a-z]{5})", "\u200b", one))


@way("directions", says=SAYS)
def directions(clean: Clean) -> str:
    """Direction marks round every paragraph, and inside its label."""
    return clean.write(each=lambda one: "\u202a" + re.sub(r"^(\d+)\.", "\\1\u200e.", one) + "\u202c")


@way("soft-hyphens", says=SAYS)
def soft_hyphens(clean: Clean) -> str:
    """A soft hyphen in every long word."""
    return clean.write(each=lambda one: re.sub(r"(?<=\b[A-Za-z]{4})(?=[a-z]{4})", "\u00ad", one))


@way("marks-inside", says=SAYS)
def marks_inside(clean: Clean) -> str:
    """A byte order mark inside the text, where files were joined."""
    return clean.write(each=lambda one: "\ufeff" + one)


@way("no-break-spaces")
def no_break_spaces(clean: Clean) -> str:
    """No-break spaces, after labels and between words."""
    return clean.write(each=lambda one: re.sub(r"^(\d+\.|\([a-z]+\)) ", "\\1\u00a0", one).replace(" of ", "\u00a0of "))


@way("thin-spaces", says=SAYS)
def thin_spaces(clean: Clean) -> str:
    """Thin and ideographic spaces between words."""
    return clean.write(each=lambda one: one.replace(" the ", "\u2009the\u3000"))


@way("tabs")
def tabs(clean: Clean) -> str:
    """A tab after every label."""
    return clean.write(each=lambda one: re.sub(r"^(\d+\.|\([a-z]+\)) ", "\\1\t", one))


@way("vertical-tabs", says=SAYS)
def vertical_tabs(clean: Clean) -> str:
    """A vertical tab for every line end, as a slide has it."""
    return clean.write(blank="\x0b")


@way("line-separators", says=SAYS)
def line_separators(clean: Clean) -> str:
    """U+2028 for every line end."""
    return clean.write(blank="\u2028")


@way("ligatures", says=SAYS)
def ligatures(clean: Clean) -> str:
    """The ligatures of a font, as PDF text keeps them."""
    return clean.write(each=lambda one: one.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"))


@way("fullwidth", says=SAYS)
def fullwidth(clean: Clean) -> str:
    """Fullwidth marks and digits in labels."""
    wide = str.maketrans("0123456789.()", "０１２３４５６７８９．（）")
    return clean.write(
        each=lambda one: re.sub(
            r"^(?:\d+\.|\([a-z]+\))", lambda found: found[0].translate(wide), one.replace("; ", "；")
        )
    )


@way("look-alikes", says=SAYS)
def look_alikes(clean: Clean) -> str:
    """Cyrillic letters in symbols and in a word or two."""
    return clean.write(each=lambda one: one.replace("A/", "А/").replace("E/", "Е/").replace("ecalling", "еcalling"))
