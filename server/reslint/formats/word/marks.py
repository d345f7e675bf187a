"""Comments: remarks on words, and their removal."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from ...text import Span
from ...text.record import dataclass, field
from ..original import Remark
from .assembly import WordParagraph
from .attach import attach
from .package import AUTHOR, Package
from .runs import ParagraphChanges, Stamp
from .surface import Surface
from .xml import STRICT_WORD, WORD, Element, XmlPart, escaped

_STYLE = "CommentReference"
_INITIALS = {AUTHOR: "rl"}
_EXTENSIONS = ("commentsExtended", "commentsIds")
_LONGEST_QUOTE = 60


@dataclass(slots=True, eq=False)
class Comments:
    """The comments to be written, and where they open and close in the paragraphs."""

    first: int
    """The identity of the first."""
    words: list[str] = field(default_factory=list)
    changes: dict[int, tuple[WordParagraph, ParagraphChanges]] = field(default_factory=dict)


def reference_style(surface: Surface) -> str:
    """The style of a comment's mark, "" where the file has none."""
    return _STYLE if _STYLE in surface.styles else ""


def anchored(surface: Surface, remarks: Iterable[Remark]) -> Comments:
    """Where remarks stand.

    A comment cannot stand in a note or a text box: it goes to the marker, or to the words before the box. LibreOffice
    (7.4) mixes up the notes of a file in which the mark of a comment stands between the first and the second footnote
    marker: in the paragraph of the first, comments after it are put before it. Such a comment quotes its words.
    """
    comments = Comments(next_comment(surface.package))
    first_marker = _first_marker(surface)
    for remark in remarks:
        found = _place(surface, remark.span)
        if found is None:
            continue
        paragraph, first, last = found
        lead = ""
        if paragraph.note or paragraph.boxed:
            host = _host(surface, paragraph)
            if host is None:
                continue
            where = f"Note {paragraph.note}" if paragraph.note else "Text box"
            lead = f"{where}, {_quoted(surface, remark.span)}: "
            paragraph, first, last = host
        if first_marker is not None and paragraph is first_marker[0] and last >= first_marker[1] > 0:
            if not lead and first >= first_marker[1]:
                lead = f"{_quoted(surface, remark.span)}: "
            first, last = _before(paragraph, first, first_marker[1])
        number = comments.first + len(comments.words)
        comments.words.append(lead + remark.words)
        _, changes = comments.changes.setdefault(id(paragraph), (paragraph, ParagraphChanges()))
        changes.opened.setdefault(first, []).append(number)
        changes.closed.setdefault(last, []).append(number)
    return comments


def _place(surface: Surface, span: Span) -> tuple[WordParagraph, int, int] | None:
    """The paragraph of a span and its first and last visible character; the next word where it holds none."""
    inside = [each for each in surface.paragraphs_of(span) if each.end >= span.start]
    paragraph = next(iter(inside), None) or surface.paragraph_at(span.start)
    if paragraph is None:
        return None
    first = min(paragraph.visible(span.start), paragraph.length - 1)
    last = min(paragraph.visible(span.end), paragraph.length) - 1
    if last < first:
        words = paragraph.words
        last = first
        while last + 1 < len(words) and words[last + 1].isalnum():
            last += 1
    return paragraph, first, last


def _host(surface: Surface, paragraph: WordParagraph) -> tuple[WordParagraph, int, int] | None:
    """Where a comment on a note or a text box can stand."""
    if paragraph.note:
        for each in surface.paragraphs:
            for start, piece in zip(each.starts, each.pieces, strict=True):
                if piece.note == paragraph.note and not each.note:
                    return (each, start, start) if not each.boxed else _host(surface, each)
        return None
    before = surface.paragraphs[: surface.paragraphs.index(paragraph)]
    host = next((each for each in reversed(before) if not each.boxed and not each.note), None)
    return (host, 0, host.length - 1) if host is not None else None


def _first_marker(surface: Surface) -> tuple[WordParagraph, int] | None:
    for paragraph in surface.paragraphs:
        for start, piece in zip(paragraph.starts, paragraph.pieces, strict=True):
            if piece.note:
                return paragraph, start
    return None


def _before(paragraph: WordParagraph, first: int, marker: int) -> tuple[int, int]:
    """The last characters before a marker: from `first` on, or the word before the marker."""
    words = paragraph.words
    last = marker - 1
    while last > 0 and words[last].isspace():
        last -= 1
    if first > last:
        first = last
        while first > 0 and words[first - 1].isalnum():
            first -= 1
    return first, last


def _quoted(surface: Surface, span: Span) -> str:
    words = " ".join(surface.text.slice(span).split())
    return f"“{words[:_LONGEST_QUOTE].rstrip()}…”" if len(words) > _LONGEST_QUOTE else f"“{words}”"


def next_comment(package: Package) -> int:
    """An identity that no comment of a file has, nor any above it."""
    part = package.related("comments")
    used = [each.attributes.get("w:id", "") for each in part.root.children] if part is not None else []
    return max((int(each) for each in used if each.isdigit()), default=-1) + 1


def write_comments(package: Package, comments: Comments, stamp: Stamp) -> None:
    """Put comments into the part that holds them, which a file may not have yet."""
    part = package.related("comments")
    w = part.root.prefix if part is not None else "w:"
    made = "".join(_comment(w, comments.first + index, words, stamp) for index, words in enumerate(comments.words))
    if part is not None:
        part.append(part.root, made)
    elif made:
        namespace = STRICT_WORD if STRICT_WORD.encode() in package.main.data else WORD
        content = f'<w:comments xmlns:w="{namespace}">{made}</w:comments>'
        attach(package, "comments", posixpath.join(package.folder, "comments.xml"), content)


def _comment(w: str, number: int, words: str, stamp: Stamp) -> str:
    paragraphs = []
    for index, line in enumerate(words.split("\n")):
        mark = f"<{w}annotationRef/>" if index == 0 else ""
        run = f'<{w}r>{mark}<{w}t xml:space="preserve">{escaped(line)}</{w}t></{w}r>'
        paragraphs.append(f"<{w}p>{run}</{w}p>")
    initials = escaped(_INITIALS.get(stamp.author, stamp.author[:1]))
    author = f'{w}author="{escaped(stamp.author)}" {w}date="{stamp.date}" {w}initials="{initials}"'
    return f'<{w}comment {w}id="{number}" {author}>{"".join(paragraphs)}</{w}comment>'


def remove_comments(surface: Surface, author: str) -> int:
    """Take out the comments of an author, and say how many; one that somebody else has answered stays."""
    package = surface.package
    part = package.related("comments")
    if part is None:
        return 0
    own = [each for each in part.root.children if each.attributes.get("w:author") == author]
    own = _unanswered(package.related("commentsExtended"), own, part)
    numbers = {each.attributes.get("w:id", "") for each in own}
    for each in own:
        part.splice(each.start, each.end, "")
    for other in (package.main, package.related("footnotes"), package.related("endnotes")):
        if other is not None and numbers:
            _remove_marks(other, numbers)
    gone = _paragraph_ids(own)
    for kind in _EXTENSIONS:
        extension = package.related(kind)
        for each in extension.root.children if extension is not None else ():
            if each.attributes.get("x:paraId") in gone and extension is not None:
                extension.splice(each.start, each.end, "")
    return len(own)


def _paragraph_ids(comments: Sequence[Element]) -> set[str]:
    ids = {paragraph.attributes.get("x:paraId", "") for each in comments for paragraph in each.within("w:p")}
    return ids - {""}


def _unanswered(extended: XmlPart | None, own: list[Element], part: XmlPart) -> list[Element]:
    """The comments to which nobody else has replied."""
    if extended is None:
        return own
    others = _paragraph_ids([each for each in part.root.children if each not in own])
    answered = {
        each.attributes.get("x:paraIdParent", "")
        for each in extended.root.children
        if each.attributes.get("x:paraId") in others
    }
    return [each for each in own if not _paragraph_ids([each]) & answered]


def _remove_marks(part: XmlPart, numbers: set[str]) -> None:
    for each in part.root.within("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        if each.attributes.get("w:id") not in numbers:
            continue
        run = each.parent
        if each.tag == "w:commentReference" and run is not None:
            rest = [other for other in run.children if other is not each and other.tag != "w:rPr"]
            part.splice(*((each.start, each.end) if rest else (run.start, run.end)), "")
        else:
            part.splice(each.start, each.end, "")
