"""Word files whose document was damaged: read or refused in a sentence, and what is written reads as it should."""

from __future__ import annotations

import io
import random
import re
import zipfile
from functools import cache
from pathlib import Path

from reslint.formats import CannotRead, CannotWrite, Original, Remark, open_file
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp
from reslint.text import Edit, Span, apply_edits

from .invariants import expect

NAME = Path("harbour.docx")
_MAIN = "word/document.xml"
_TAG = re.compile(r"<[^>]+>")
_ELEMENT = re.compile(r"<w:(r|p|t|rPr|pPr|tc|tr|tbl|sectPr)\b[^>/]*>(?:(?!<w:\1\b).)*?</w:\1>", re.DOTALL)
_RUN = re.compile(r"<w:r>(?:(?!</?w:r>|<w:t[ >]).)*<w:t(?: [^>]*)?>[^<]*</w:t></w:r>", re.DOTALL)
_ROW = "<w:tr><w:tc><w:p><w:r><w:t>lamp</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>"
_EMPHASIS = re.compile(r"</?u>")
_WORD = re.compile(r"[^\W\d_]{3,}")
_BY = 'w:author="Delegate" w:date="2026-01-02T03:04:05Z"'
_PIECES = (
    f'<w:ins w:id="70" {_BY}><w:r><w:t xml:space="preserve"> newly</w:t></w:r></w:ins>',
    f'<w:del w:id="71" {_BY}><w:r><w:delText>gone</w:delText></w:r></w:del>',
    '<w:r><w:rPr><w:b/><w:i w:val="0"/></w:rPr><w:t>lamps</w:t><w:tab/><w:t>lit</w:t></w:r>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>above</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>',
    "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>May</w:t></w:r></w:sdtContent></w:sdt>",
    '<w:bookmarkStart w:id="72" w:name="b"/><w:r><w:t>marked</w:t></w:r><w:bookmarkEnd w:id="72"/>',
    "<w:r><w:t>soft</w:t><w:softHyphen/><w:t>ly</w:t><w:noBreakHyphen/><w:cr/></w:r>",
    '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
    '<w:p><w:pPr><w:rPr><w:del w:id="73" w:author="D"/></w:rPr></w:pPr><w:r><w:t>joined</w:t></w:r></w:p>',
    "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>cell | of</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed words</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr>',
    "<w:r><w:t>*stars* [^1] &lt;u&gt; \\ _x_</w:t></w:r>",
)


@cache
def whole() -> bytes:
    """A Word file with the parts that a resolution has."""
    blocks = [
        WordBlock("title", "**Lamps**"),
        WordBlock("paragraph", "*The General Assembly*,"),
        WordBlock("paragraph", "*Recalling* its **earlier** work[^1] on <u>all</u> harbours[^2] and lamps,"),
        WordBlock("paragraph", "*Decides* to keep the lights;", "1."),
        WordBlock("item", "in the *north*;", "(a)"),
        WordBlock("table", "| one | *two* |\n|---|---|\n| three | four |"),
        WordBlock("note", "Resolution 70/1.", "[^1]:", "1"),
        WordBlock("note", "*Ibid*.", "[^2]:", "2"),
    ]
    return build(blocks, Stamp("Delegate", "2026-01-01T00:00:00Z", 1))[0]


def _packed(document: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, document.encode("utf-8", "surrogatepass") if name == _MAIN else source.read(name))
    return out.getvalue()


def damaged(rng: random.Random) -> tuple[str]:
    """The main part of a Word file, with tags and words put in, left out, repeated and moved."""
    with zipfile.ZipFile(io.BytesIO(whole())) as source:
        document = source.read(_MAIN).decode()
    for _ in range(rng.choice((1, 2, 4, 8))):
        places = [match.start() for match in _TAG.finditer(document, document.index("<w:body>") + 8)]
        start, end = rng.choice([match.span() for match in _ELEMENT.finditer(document)])
        kind = rng.random()
        if rng.random() < 0.3:
            document = _reshaped(rng, document)
        elif kind < 0.5:
            at = rng.choice(places)
            document = document[:at] + rng.choice(_PIECES) + document[at:]
        elif kind < 0.65:
            document = document[:start] + document[end:]
        elif kind < 0.85:
            at = rng.choice(places)
            document = document[:at] + document[start:end] + document[at:]
        elif kind < 0.97:
            document = re.sub(r'w:val="\w+"', lambda _: f'w:val="{rng.choice(("0", "none", "-5", "é", ""))}"', document)
        else:
            at = rng.randrange(len(document))
            document = document[:at] + rng.choice("<>&\"'é\u200b\x00") + document[at:]
    return (document,)


def _reshaped(rng: random.Random, document: str) -> str:
    """The document with runs split, runs inside tracked changes, those in each other too, or a table of many rows."""
    way = rng.randrange(4)
    if way == 0:
        at = document.index("<w:sectPr") if "<w:sectPr" in document else document.index("</w:body>")
        return (
            document[:at]
            + f"<w:tbl>{_ROW * (400 if rng.random() < 0.01 else rng.randrange(1, 12))}</w:tbl>"
            + document[at:]
        )
    runs = [match.span() for match in _RUN.finditer(document)]
    if not runs:
        return document
    start, end = rng.choice(runs)
    run = document[start:end]
    if way == 1:
        opening, words = run[: run.rindex("<w:t")], re.sub("<[^>]+>", "", run[run.rindex("<w:t") :])
        at = rng.randrange(len(words) + 1)
        made = "".join(f'{opening}<w:t xml:space="preserve">{part}</w:t></w:r>' for part in (words[:at], words[at:]))
        return document if "&" in words else document[:start] + made + document[end:]
    for _ in range(rng.randrange(1, 4)):
        tag = rng.choice(("w:ins", "w:del", "w:moveTo", "w:moveFrom"))
        run = f'<{tag} w:id="{rng.randrange(80, 999)}" {_BY}>{run}</{tag}>'
    return document[:start] + run + document[end:]


def word(document: str) -> None:
    """A damaged Word file is refused in a sentence, or it takes edits and comments and gives its old text back."""
    data = _packed(document)
    try:
        original = open_file(NAME, data)
    except CannotRead as error:
        expect(bool(str(error)) and "\n" not in str(error), "what is wrong is not one line")
        return
    expect(original.write() == data, "the bytes do not come back")
    content = original.text.content
    words = [Span(*match.span()) for match in _WORD.finditer(content)]
    for span in words:
        expect(bool(str(original.place(span))), "a word has no place")
    rng = random.Random(len(content))
    edits: list[Edit] = []
    for span in sorted(rng.sample(words, min(len(words), 6))):
        edit = Edit(span, rng.choice((content[span.start : span.end].upper(), "other words", "", "*slanted*")))
        reason = original.refusal([*edits, edit])
        expect("\n" not in reason, "a refusal is not one line")
        if not reason:
            edits.append(edit)
    _written(original, data, edits)
    _commented(original, words[:3])


def _letters(content: str) -> str:
    """The letters of a text: what Markdown can say of their looks may change with the words around them."""
    return "".join(character for character in _EMPHASIS.sub("", content) if character.isalnum())


def _written(original: Original, data: bytes, edits: list[Edit]) -> None:
    wanted = _letters(apply_edits(original.text.content, edits))
    tracked = original.write(edits)
    expect(_letters(open_file(NAME, tracked).text.content) == wanted, "accepted, the changes are not those wanted")
    before = open_file(NAME, data, "original").text.content
    expect(open_file(NAME, tracked, "original").text.content == before, "rejected, the old text does not come back")
    plain = open_file(NAME, original.write(edits, plain=True)).text.content
    expect(_letters(plain) == wanted, "made outright, the changes are not those wanted")


def _commented(original: Original, words: list[Span]) -> None:
    try:
        data = original.write((), [Remark(span, "Say so.") for span in words])
    except CannotWrite:
        return
    commented = open_file(NAME, data)
    expect(commented.text.content == original.text.content, "comments change the text")
    bare = open_file(NAME, commented.without_remarks())
    expect(bare.text.content == original.text.content, "without the comments the text is another")
