"""Texts as other programs write them: escapes, entities, spans, raw HTML, headings, front matter of their own."""

from __future__ import annotations

import re

from .registry import Clean, way


@way("escapes")
def escapes(clean: Clean) -> str:
    r"""`1\.` and `\(a)`, as pandoc writes what is no list."""
    return clean.write(each=_escape)


@way("entities")
def entities(clean: Clean) -> str:
    """Entities in place of quotation marks, dashes and a space here and there."""
    table = str.maketrans({"“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "–": "&ndash;", "—": "&mdash;"})
    return clean.write(each=lambda one: one.translate(table).replace(" of the ", " of&nbsp;the "))


@way("divs")
def divs(clean: Clean) -> str:
    """Every paragraph between the fences of a div, as pandoc keeps the styles of Word."""
    return clean.write(each=lambda one: f'::: {{custom-style="Body Text"}}\n{one}\n:::')


@way("spans")
def spans(clean: Clean) -> str:
    """Every paragraph a span with attributes."""
    return clean.write(each=lambda one: one if one[0] in "|<" else f"[{one}]{{.Body lang=en-GB}}")


@way("html-paragraphs")
def html_paragraphs(clean: Clean) -> str:
    """`<p>` and `</p>` round every paragraph."""
    return clean.write(each=lambda one: one if one[0] in "|<" else f'<p class="MsoNormal">{one}</p>')


@way("html-emphasis")
def html_emphasis(clean: Clean) -> str:
    """`<em>` and `<strong>` for the signs of Markdown."""
    return clean.write(each=_tagged)


@way("html-page")
def html_page(clean: Clean) -> str:
    """A page of HTML: tags for everything but the notes."""
    body = clean.write(each=lambda one: f"<p>{_tagged(one)}</p>" if one[0] not in "|<" else one)
    return f"<html>\n<body>\n\n{body}\n</body>\n</html>\n"


@way("headings")
def headings(clean: Clean) -> str:
    """A line of Markdown's headings for the organ and for what is bold from end to end."""
    return clean.write(each=lambda one: re.sub(r"\A(?:\*\*([^*]+)\*\*|(\*The [^*,]+\*,))\Z", r"### \1\2", one))


@way("foreign-front-matter")
def foreign_front_matter(clean: Clean) -> str:
    """The front matter of some other program."""
    return "---\ntitle: Draft\ntags: [un, draft]\nlayout: post\n---\n\n" + clean.write()


@way("toml-front-matter")
def toml_front_matter(clean: Clean) -> str:
    """Front matter in TOML, as Hugo has it."""
    return '+++\ntitle = "Draft"\ndraft = true\n+++\n\n' + clean.write()


@way("chat")
def chat(clean: Clean) -> str:
    """The answer of a chat program: a sentence, a fence, and a sentence."""
    return f"Here is the draft resolution:\n\n```markdown\n{clean.write()}```\n\nLet me know if it helps.\n"


def _escape(one: str) -> str:
    return re.sub(r"^(\d+)\. ", r"\1\\. ", re.sub(r"^\(([a-z]+)\) ", r"\\(\1) ", one))


def _tagged(one: str) -> str:
    one = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", one)
    return re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"<em>\1</em>", one)
