"""The Word file that a new draft is written into: the styles of a United Nations document and an empty body.

Measures are those of documents of United Nations Headquarters: paper in inches, margins and tabs in twentieths of a
point, as the style "_ Single Txt" of those has them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from .attach import DECLARATION
from .xml import WORD, escaped

_STAMP = (1980, 1, 1, 0, 0, 0)
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LEFT, _STEP = 1267, 475
_FONT = "Times New Roman"
_NOTE_INDENT = (
    f'<w:tabs><w:tab w:val="left" w:pos="{_LEFT + _STEP}"/></w:tabs><w:spacing w:after="40"/>'
    f'<w:ind w:left="{_LEFT}" w:right="{_LEFT}"/>'
)


def _paragraph_style(name: str, identity: str, properties: str, look: str = "", base: str = "Normal") -> str:
    custom = "" if name[0].islower() or name == "Normal" else ' w:customStyle="1"'
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = "" if based else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{identity}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/>{properties}{look}</w:style>"
    )


def _indented(first: int) -> str:
    """Tabs after a number that stands `first` steps in, and the indents of its paragraph."""
    stop = _LEFT + (first + 1) * _STEP
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{stop}"/></w:tabs>'
    return f'{tabs}<w:ind w:left="{_LEFT}" w:right="{_LEFT}" w:firstLine="{first * _STEP}"/><w:jc w:val="both"/>'


def _styles() -> str:
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="20"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="240" '
        'w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + _paragraph_style("Normal", "Normal", "", base="")
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        + _paragraph_style("_ Single Txt", "SingleTxt", _indented(1))
        + _paragraph_style("reslint item", "ReslintItem", _indented(2), base="SingleTxt")
        + _paragraph_style("reslint deep item", "ReslintDeepItem", _indented(3), base="SingleTxt")
        + _paragraph_style(
            "_ H_1",
            "H1",
            f'<w:keepNext/><w:keepLines/><w:spacing w:before="120"/><w:ind w:left="{_LEFT}" w:right="{_LEFT}"/>',
            '<w:sz w:val="24"/>',
        )
        + _paragraph_style("_ H_2/3", "H23", f'<w:keepNext/><w:ind w:left="{_LEFT}" w:right="{_LEFT}"/>')
        + _paragraph_style("reslint lines", "ReslintLines", f'<w:ind w:left="{_LEFT}" w:right="{_LEFT}"/>')
        + _paragraph_style("header", "Header", '<w:spacing w:after="0"/>')
        + _paragraph_style("footnote text", "FootnoteText", _NOTE_INDENT, '<w:sz w:val="17"/>')
        + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/></w:rPr></w:style></w:styles>'
    )


FOOTNOTES = (
    f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)

_SETTINGS = (
    f'<w:settings xmlns:w="{WORD}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)
"""Without the mode of Word 2013 (15) Word opens a file as one of Word 2007, with “Compatibility Mode” in its title."""


def _header(lines: Sequence[str]) -> str:
    style = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    runs = (f'<w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r>' for line in lines)
    paragraphs = "".join(f"<w:p>{style}{run}</w:p>" for run in runs)
    return f'<w:hdr xmlns:w="{WORD}">{paragraphs}</w:hdr>'


def _document(lines: Sequence[str]) -> str:
    header = '<w:headerReference w:type="first" r:id="rId3"/>' if lines else ""
    section = (
        f'<w:sectPr>{header}<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1742" w:right="1195" w:bottom="1898" '
        f'w:left="1195" w:header="576" w:footer="1030" w:gutter="0"/>{"<w:titlePg/>" if lines else ""}</w:sectPr>'
    )
    return f'<w:document xmlns:w="{WORD}" xmlns:r="{_R}"><w:body>{section}</w:body></w:document>'


def plain(lines: Sequence[str]) -> bytes:
    """An empty draft as a Word file; `lines` stand in the header of its first page."""
    parts = {"document": _document(lines), "styles": _styles(), "footnotes": FOOTNOTES}
    if lines:
        parts["header"] = _header(lines)
    parts["settings"] = _SETTINGS
    types = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{types.get(name, name)}+xml"/>' for name in parts
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    related = [name for name in parts if name != "document"]
    relations = "".join(
        f'<Relationship Id="rId{index}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for index, name in enumerate(related, 1)
    )
    main = f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(zipfile.ZipInfo(name, _STAMP), DECLARATION + content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
