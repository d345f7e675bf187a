"""Texts as other programs write them: escapes, entities, spans, raw HTML, headings, front matter of their own."""

from __future__ import annotations

import re

from .registry import Clean, way

_ITALIC = re.compile(r"(?<!\*)\*(?!\*)([^*\n]+)\*(?!\*)")


@way("escapes")
def escapes(clean: Clean) -> str:
    r"""`1\.` and `\(a)`, as pandoc writes what is not a list."""
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


@way("chat-bullets")
def chat_bullets(clean: Clean) -> str:
    """A chat program again: headings over the parts, and a bullet before every preambular paragraph."""
    heads = iter(("### Preambular Clauses\n\n", "### Operative Clauses\n\n"))
    first = {"-": True, "1": True}

    def marked(one: str) -> str:
        one = f"- {one}" if re.match(r"\*[^*]+\* .*,(?:\[\^\d+\])?\Z", one, re.DOTALL) else one
        is_first = first.pop(one[0], False)
        return (next(heads) if is_first else "") + one

    return clean.write(each=marked)


@way("chat-rules", italics=False)
def chat_rules(clean: Clean) -> str:
    """The same with bold openers between two rules."""
    bold = clean.write(each=lambda one: _ITALIC.sub(r"**\1**", one))
    return f"Sure! Here is the resolution:\n\n---\n\n{bold}\n---\n\nWould you like any changes?\n"


@way("forwarded")
def forwarded(clean: Clean) -> str:
    """A mail that quotes the draft."""
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in clean.write().splitlines())
    return f"Dear colleagues,\n\nPlease find the text below.\n\nOn Monday, A. Delegate wrote:\n\n{quoted}"


@way("html-documents")
def html_documents(clean: Clean) -> str:
    """A page as the online text processors export it: the styles of spans for emphasis, links for notes."""

    def spanned(one: str) -> str:
        one = re.sub(r"\*\*([^*]+)\*\*", r'<span style="font-weight:700">\1</span>', one)
        one = _ITALIC.sub(r'<span style="font-style:italic">\1</span>', one)
        return one if one[0] in "|" else f'<p style="line-height:1.4"><span style="font-size:11pt">{one}</span></p>'

    return clean.write(
        marker=lambda n: f'<sup><a href="#ftnt{n}" id="ftnt_ref{n}">[{n}]</a></sup>',
        note=lambda n, t: f'<div><p><a href="#ftnt_ref{n}" id="ftnt{n}">[{n}]</a><span>&nbsp;{t}</span></p></div>',
        each=spanned,
    )


def _escape(one: str) -> str:
    return re.sub(r"^(\d+)\. ", r"\1\\. ", re.sub(r"^\(([a-z]+)\) ", r"\\(\1) ", one))


def _tagged(one: str) -> str:
    one = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", one)
    return re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"<em>\1</em>", one)
