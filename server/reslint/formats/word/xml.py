"""One part of XML as bytes, and its elements with their byte offsets."""

from __future__ import annotations

import pyexpat as expat
import re
from collections.abc import Iterator
from functools import lru_cache

from ..original import CannotRead

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    WORD: "w:",
    STRICT_WORD: "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
"""The short names of the namespaces that matter, whatever a file calls them; all others are "x:"."""
DAMAGED = "the part {} of this Word file is damaged; open it in Word, which can repair it"
_DEEPEST = 400
_TEXTUAL = {"w:t", "w:delText", "w:instrText", "m:t", "x:lpwstr"}
_START_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_NAME = re.compile(rb"<([^\s/>]+)")
_ENCODING = re.compile(rb"\A(<\?xml[^>]*?encoding=)([\"'])([^\"']*)\2")
_UTF_8 = {"utf-8", "utf8", "us-ascii", "ascii"}


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    """A name with the short prefix of its namespace."""
    uri, _, local = name.rpartition(" ")
    return _PREFIXES.get(uri, "x:" if uri else "") + local


class Element:
    """An element; `start` is the byte offset of its start tag, `close` of its end tag.

    `tag` and the names of attributes have the short prefix of their namespace (`w:p`). `text` holds the characters of
    elements that hold words, and is empty for all others.
    """

    __slots__ = ("_attributes", "_is_short", "children", "close", "parent", "part", "start", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], start: int, parent: Element | None, part: XmlPart) -> None:
        self.tag = tag
        self._attributes = attributes
        self._is_short = not attributes
        self.start = start
        self.parent = parent
        self.part = part
        self.close = start
        self.children: list[Element] = []
        self.text = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by name; most are never asked for."""
        if not self._is_short:
            self._attributes = {_short(name): value for name, value in self._attributes.items()}
            self._is_short = True
        return self._attributes

    def child(self, *path: str) -> Element | None:
        """The first child with a tag, the first child of that with the next tag, and so on."""
        element = self
        for tag in path:
            for each in element.children:
                if each.tag == tag:
                    element = each
                    break
            else:
                return None
        return element

    def value(self, *path: str) -> str | None:
        """The `w:val` of the element that the path leads to; None where there is none."""
        found = self.child(*path)
        return None if found is None else found.attributes.get("w:val")

    def within(self, *tags: str) -> Iterator[Element]:
        """The elements below it that have one of these tags, in the order of the file."""
        for each in self.children:
            if each.tag in tags:
                yield each
            yield from each.within(*tags)

    @property
    def inner(self) -> int:
        """The byte offset after its start tag; for an empty element its end."""
        match = _START_TAG.match(self.part.data, self.start)
        assert match is not None, "the parser accepted the tag"
        return match.end()

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag, as in `<w:i/>`."""
        inner = self.inner
        return self.part.data[inner - 2 : inner] == b"/>"

    @property
    def end(self) -> int:
        """The byte offset after its end."""
        return self.inner if self.is_empty else self.part.data.index(b">", self.close) + 1

    @property
    def raw(self) -> str:
        """Its XML as it stands in the file."""
        return self.part.data[self.start : self.end].decode()

    @property
    def start_tag(self) -> str:
        """Its start tag as it stands in the file."""
        return self.part.data[self.start : self.inner].decode()

    @property
    def name(self) -> str:
        """Its name as it stands in the file, with the prefix that the file has for it."""
        match = _NAME.match(self.part.data, self.start)
        assert match is not None, "the parser accepted the tag"
        return match[1].decode()

    @property
    def prefix(self) -> str:
        """The prefix that the file has for its namespace, with the colon: "w:", or "" for the default namespace."""
        before, colon, _ = self.name.rpartition(":")
        return before + colon


class XmlPart:
    """A part of XML. `splice` collects changes, `spliced` gives the bytes with all of them."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = self._utf_8(data)
        self._splices: list[tuple[int, int, str]] = []
        self.root = self._parsed()

    def _utf_8(self, data: bytes) -> bytes:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            try:
                data = data.decode("utf-16").encode()
            except UnicodeError:
                raise CannotRead(DAMAGED.format(self.name)) from None
            return _ENCODING.sub(rb"\1\2UTF-8\2", data)
        declared = _ENCODING.match(data)
        if declared is not None and declared[3].decode("ascii", "replace").lower() not in _UTF_8:
            raise CannotRead(f"the part {self.name} of this Word file is not in UTF-8; save it again in Word")
        return data

    def _parsed(self) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        top = Element("", {}, 0, None, self)
        stack = [top]

        def begin(name: str, attributes: dict[str, str]) -> None:
            parent = stack[-1]
            tag = _short(name)
            element = Element(tag, attributes, parser.CurrentByteIndex, parent, self)
            parent.children.append(element)
            stack.append(element)
            if tag in _TEXTUAL:
                parser.CharacterDataHandler = characters
            if len(stack) > _DEEPEST:
                raise CannotRead(f"the part {self.name} of this Word file nests more than {_DEEPEST} elements")

        def finish(_: str) -> None:
            element = stack.pop()
            element.close = parser.CurrentByteIndex
            if element.tag in _TEXTUAL:
                parser.CharacterDataHandler = None

        def characters(words: str) -> None:
            if stack[-1].tag in _TEXTUAL:
                stack[-1].text += words

        def doctype(*_: object) -> None:
            raise CannotRead(f"the part {self.name} declares a document type, which no Word file does")

        parser.StartElementHandler, parser.EndElementHandler = begin, finish
        parser.StartDoctypeDeclHandler = doctype
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            place = f"line {error.lineno}, column {error.offset + 1}"
            raise CannotRead(
                f"the part {self.name} is not well-formed XML ({place}); open the file in Word, which can repair it"
            ) from None
        return top.children[0]

    @property
    def is_changed(self) -> bool:
        """Whether there are splices."""
        return bool(self._splices)

    def splice(self, start: int, end: int, words: str) -> None:
        """Put words in place of the bytes from `start` to `end`; no two splices may overlap."""
        self._splices.append((start, end, words))

    def repeat(self, start: int, end: int, distance: int) -> None:
        """Make the splices between two offsets again, that many bytes further on."""
        some = [each for each in self._splices if start <= each[0] and each[1] <= end]
        self._splices += [(first + distance, last + distance, words) for first, last, words in some]

    def append(self, element: Element, words: str) -> None:
        """Put words at the end of an element, also of one that is a single tag."""
        if element.is_empty:
            tag = element.start_tag.removesuffix("/>").rstrip()
            self.splice(element.start, element.end, f"{tag}>{words}</{element.name}>")
        else:
            self.splice(element.close, element.close, words)

    def spliced(self) -> bytes:
        """The bytes with all splices."""
        out: list[bytes] = []
        at = 0
        for start, end, words in sorted(self._splices, key=lambda splice: splice[:2]):
            assert start >= at, f"splices overlap at byte {start} of {self.name}"
            out += (self.data[at:start], words.encode())
            at = end
        return b"".join((*out, self.data[at:]))


def escaped(words: str) -> str:
    """Words as the content of an element or of an attribute in double quotes.

    Of the characters that XML 1.0 cannot hold those that part words become spaces, the others U+FFFD.
    """
    words = _UNWRITABLE.sub(lambda match: " " if match[0].isspace() else "\ufffd", words)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
