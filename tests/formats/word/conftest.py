"""Word files made of strings, and ways to look at what became of them."""

from __future__ import annotations

import io
import re
import zipfile
from types import SimpleNamespace

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BY = 'w:author="Delegate" w:date="2026-01-02T03:04:05Z"'
DEFAULT_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Default"><w:name w:val="Default Paragraph Font"/></w:style>'
)


def run(words: str, properties: str = "") -> str:
    """A run with words."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; words without a tag are a run."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def marker(number: int) -> str:
    """The marker of a footnote."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def footnote(number: int, *runs: str) -> str:
    """The text of a footnote, with its own mark, as Word writes it."""
    return f'<w:footnote w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>", " ", *runs)}</w:footnote>'


def comment(number: int, words: str, author: str = "Delegate") -> str:
    """The text of a comment."""
    return f'<w:comment w:id="{number}" w:author="{author}" w:initials="D">{paragraph(words)}</w:comment>'


def commented(number: int, inner: str) -> str:
    """Runs on which a comment stands."""
    mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>{mark}'


def inserted(inner: str, number: int = 900) -> str:
    """A tracked insertion by somebody else."""
    return f'<w:ins w:id="{number}" {BY}>{inner}</w:ins>'


def deleted(words: str, number: int = 901) -> str:
    """A tracked deletion by somebody else."""
    return f'<w:del w:id="{number}" {BY}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def level(number: int, form: str, text: str, extra: str = "") -> str:
    """A level of a list."""
    look = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{look}</w:lvl>'


def in_list(number: int, depth: int = 0) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def word(*body: str, strict: bool = False, extra: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word file with these paragraphs; words without a tag are a paragraph.

    `parts` are the insides of styles, numbering, footnotes, endnotes, comments, settings and header; `extra` holds
    whole parts by name.
    """
    inner = "".join(each if each.startswith("<") else paragraph(each) for each in body)
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    roots |= {"comments": "comments", "settings": "settings", "header": "hdr"}
    parts = {"styles": "", **parts}
    section = '<w:sectPr><w:headerReference w:type="first" r:id="rIdheader"/><w:titlePg/></w:sectPr>'
    section = section if "header" in parts else ""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{KIND}.{name}+xml"/>' for name in parts)
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(f'<Relationship Id="rId{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
        + "</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{inner}{section}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{roots[name]} {NAMES}>{content}</w:{roots[name]}>"
            for name, content in parts.items()
        },
        **(extra or {}),
    }
    files["word/styles.xml"] = str(files["word/styles.xml"]).replace("<w:style ", DEFAULT_STYLES + "<w:style ", 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            if strict and isinstance(content, str):
                for old, new in STRICT.items():
                    content = content.replace(old, new)  # noqa: PLW2901
            target.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> str:
    """A part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return source.read(name).decode()


def names(data: bytes) -> list[str]:
    """The names of the parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return source.namelist()


def replaced(data: bytes, name: str, content: str | bytes) -> bytes:
    """The file with another part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for each in source.namelist():
            target.writestr(each, content if each == name else source.read(each))
    return out.getvalue()


def added(data: bytes, name: str, content: str) -> bytes:
    """The file with one more part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as target:
        target.writestr(name, content)
    return out.getvalue()


def accepted(data: bytes, author: str = "reslint") -> bytes:
    """The file with the tracked changes of an author accepted, by its XML alone."""
    return _decided(data, author, keep="ins", drop="del")


def rejected(data: bytes, author: str = "reslint") -> bytes:
    """The file with the tracked changes of an author rejected, by its XML alone."""
    return _decided(data, author, keep="del", drop="ins")


def _decided(data: bytes, author: str, keep: str, drop: str) -> bytes:
    for name in names(data):
        if name not in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
            continue
        xml = part(data, name)
        who = f'[^>]*w:author="{author}"[^>]*'
        xml = re.sub(rf"<w:{drop} {who}>.*?</w:{drop}>", "", xml)
        xml = re.sub(rf"<w:{keep} {who}>(.*?)</w:{keep}>", _as_text, xml)
        if keep == "ins":
            xml = re.sub(rf"<w:rPrChange {who}>(?:<w:rPr>.*?</w:rPr>|<w:rPr/>)</w:rPrChange>", "", xml)
        else:
            old = rf"<w:rPr>(?:(?!</w:rPr>).)*?<w:rPrChange {who}>(<w:rPr>.*?</w:rPr>|<w:rPr/>)</w:rPrChange></w:rPr>"
            xml = re.sub(old, r"\1", xml)
        data = replaced(data, name, xml)
    return data


def _as_text(match: re.Match[str]) -> str:
    return match[1].replace("w:delText", "w:t")


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The functions of this module."""
    return SimpleNamespace(
        run=run, paragraph=paragraph, marker=marker, footnote=footnote, comment=comment, commented=commented,
        inserted=inserted, deleted=deleted, level=level, in_list=in_list, word=word, part=part, names=names,
        replaced=replaced, added=added, accepted=accepted, rejected=rejected,
    )  # fmt: skip
