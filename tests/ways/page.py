"""Marks of the printed page: running heads, job numbers, page numbers, notes in the middle of a sentence."""

from __future__ import annotations

import re
import textwrap

from .registry import Clean, way

_PAGE = 40
"""Lines of a page."""


@way("pages", says=("structure/split-paragraph",))
def pages(clean: Clean) -> str:
    """Wrapped lines with a job number, a page number and a running head after every page."""
    return _paged(clean, lambda page: ["", f"26-0{page:04d} {page}/9", "", "A/81/L.7", "", "Harbour lights", ""][:5])


@way("form-feeds", says=("structure/split-paragraph",))
def form_feeds(clean: Clean) -> str:
    """A form feed, and a symbol with the page, at the head of every page."""
    return _paged(clean, lambda page: ["", f"{page}/9\n26-12345", "\fA/81/L.7"])


@way("recycled")
def recycled(clean: Clean) -> str:
    """The foot of the first page, with job number, date and "Please recycle", after the third paragraph."""
    foot = "26-18418 (E)\n\n071126\n\n*2618418*\n\nPlease recycle"
    return Clean(clean.front, (*clean.paragraphs[:4], foot, *clean.paragraphs[4:]), clean.notes).write()


@way("number-above-the-title")
def number_above_the_title(clean: Clean) -> str:
    """The number of the page above everything."""
    return "1\n\n" + clean.write()


def _paged(clean: Clean, between) -> str:  # type: ignore[no-untyped-def]
    lines: list[str] = []
    at = page = 0
    for line in clean.write(each=_wrap).splitlines():
        lines.append(line)
        at += 1
        if at >= _PAGE and re.search(r"[\w,]$", line):
            page, at = page + 1, 0
            lines += between(page)
            lines.append("")
    return "\n".join(lines) + "\n"


def _wrap(paragraph: str) -> str:
    if paragraph.startswith(("|", "<")) or "\n" in paragraph:
        return paragraph
    return textwrap.fill(paragraph, 90, break_long_words=False, break_on_hyphens=False)
