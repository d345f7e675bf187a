"""How lines are cut and joined: without blank lines, wrapped, quoted, with signs for line breaks."""

from __future__ import annotations

import re
import textwrap

from .registry import Clean, way

_LABEL = re.compile(r"(\d{1,3}\.|\([a-z]{1,5}\)) ")


@way("no-blank-lines")
def no_blank_lines(clean: Clean) -> str:
    """One paragraph to a line, one line after the other."""
    return clean.write(blank="\n")


@way("wrapped")
def wrapped(clean: Clean) -> str:
    """Lines of 76 characters, a blank line between paragraphs."""
    return clean.write(each=_wrap)


@way("wrapped-without-blank-lines")
def wrapped_without_blank_lines(clean: Clean) -> str:
    """Lines of 76 characters, and no blank line at all."""
    return clean.write(blank="\n", each=_wrap)


@way("wrapped-hanging")
def wrapped_hanging(clean: Clean) -> str:
    """Lines of 76 characters; those below a label are indented under its words."""
    return clean.write(each=lambda one: _wrap(one, hang=True))


@way("flowed", italics=False)
def flowed(clean: Clean) -> str:
    """Mail with format=flowed: lines of 76 characters that end with a space, notes too, no italics."""
    wrapped = clean.write(
        marker="[{}]".format,
        note=lambda label, words: _wrap(f"[{label}] {words}"),
        each=lambda one: _wrap(re.sub(r"(?<!\\)\*+", "", one)),
    )
    return re.sub(r"(?<=\S)\n(?=\S)", " \n", wrapped)


@way("wrapped-notes")
def wrapped_notes(clean: Clean) -> str:
    """Lines of 40 characters; those of notes are set in by four spaces, as pandoc writes them."""
    return clean.write(
        each=_wrap,
        note=lambda label, words: textwrap.fill(f"[^{label}]: {words}", 40, subsequent_indent="    "),
    )


@way("backslash-breaks")
def backslash_breaks(clean: Clean) -> str:
    """A backslash at the end of every line, as pandoc writes a line break."""
    return clean.write(blank="\\\n")


@way("br-breaks")
def br_breaks(clean: Clean) -> str:
    """`<br>` at the end of every line."""
    return clean.write(blank="<br>\n")


@way("empty-paragraphs")
def empty_paragraphs(clean: Clean) -> str:
    """A paragraph with nothing but a space that must not break between any two."""
    return clean.write(blank="\n\n&nbsp;\n\n")


@way("lone-backslashes")
def lone_backslashes(clean: Clean) -> str:
    """A paragraph with nothing but a backslash between any two, as Google Docs exports empty ones."""
    return clean.write(blank="\n\n\\\n\n")


@way("block-quote")
def block_quote(clean: Clean) -> str:
    """The whole text quoted, as in mail."""
    return "".join(f"> {line}".rstrip() + "\n" for line in clean.write().splitlines())


@way("indented")
def indented(clean: Clean) -> str:
    """Every line three spaces in."""
    return textwrap.indent(clean.write(), "   ")


@way("labels-alone")
def labels_alone(clean: Clean) -> str:
    """Every label on a line of its own, then a blank line, as PDF text has it."""
    return clean.write(each=lambda one: _LABEL.sub(r"\1\n\n", one, count=1) if _LABEL.match(one) else one)


@way("labels-above")
def labels_above(clean: Clean) -> str:
    """Every label on the line above its words."""
    return clean.write(each=lambda one: _LABEL.sub(r"\1\n", one, count=1) if _LABEL.match(one) else one)


@way("windows-lines")
def windows_lines(clean: Clean) -> str:
    """Lines end in CR LF."""
    return clean.write().replace("\n", "\r\n")


def _wrap(paragraph: str, *, hang: bool = False) -> str:
    if paragraph.startswith(("|", "<")) or "\n" in paragraph:
        return paragraph
    label = _LABEL.match(paragraph)
    return textwrap.fill(
        paragraph,
        76,
        break_long_words=False,
        break_on_hyphens=False,
        subsequent_indent=" " * label.end() if hang and label else "",
    )
