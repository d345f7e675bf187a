"""The look of characters in a Word file: directly, by the styles of run and paragraph, and by default."""

from __future__ import annotations

from .xml import Element, XmlPart

BOLD, ITALIC, UNDERLINE, HIDDEN = 1, 2, 4, 8
_TOGGLES = {"w:b": BOLD, "w:i": ITALIC, "w:vanish": HIDDEN}
_OFF = frozenset({"0", "false", "off", "none"})
_ON = frozenset({"1", "true", "on"})


def is_on(element: Element | None) -> bool | None:
    """Whether an element such as `<w:i/>` switches on; None where there is none."""
    return None if element is None else element.attributes.get("w:val", "1") not in _OFF


class Styles:
    """The styles of a file.

    `emphasis` is a set of the bits BOLD, ITALIC, UNDERLINE and HIDDEN. Toggles follow ECMA-376 part 1, 17.7.3: what
    the run says itself holds; else the default of the document or, where that is off, one of the styles of paragraph
    and run, but not both.
    """

    def __init__(self, part: XmlPart | None) -> None:
        self._by_id: dict[str, Element] = {}
        self.default: dict[str, str] = {}
        """For each type of style the one that holds where none is named."""
        self._base: Element | None = None
        self._said: dict[tuple[str | None, str], Element | None] = {}
        self._emphasis: dict[tuple[str | None, str | None, tuple[bool | None, ...], str | None], int] = {}
        for each in part.root.children if part is not None else ():
            if each.tag == "w:style":
                name = each.attributes.get("w:styleId", "")
                self._by_id[name] = each
                if each.attributes.get("w:default") in _ON:
                    self.default[each.attributes.get("w:type", "paragraph")] = name
            elif each.tag == "w:docDefaults":
                self._base = each.child("w:rPrDefault", "w:rPr")

    def __contains__(self, name: str) -> bool:
        """Whether the file has a style of this identity."""
        return name in self._by_id

    def of_paragraph(self, properties: Element | None) -> str | None:
        """The style of a paragraph with these properties."""
        own = properties.value("w:pStyle") if properties is not None else None
        return own or self.default.get("paragraph")

    def chain(self, name: str | None) -> list[Element]:
        """A style and those that it is based on."""
        found: list[Element] = []
        while name is not None and name in self._by_id and self._by_id[name] not in found:
            found.append(self._by_id[name])
            name = found[-1].value("w:basedOn")
        return found

    def name(self, style: str | None) -> str:
        """The name of a style as Word shows it; its identity may be another."""
        return (self._by_id[style].value("w:name") or "") if style in self._by_id else ""

    def said(self, name: str | None, tag: str) -> Element | None:
        """The value of a property of characters in a style, itself or by a style that it is based on."""
        key = name, tag
        if key not in self._said:
            found = (style.child("w:rPr", tag) for style in self.chain(name))
            self._said[key] = next((each for each in found if each is not None), None)
        return self._said[key]

    def emphasis(self, run: Element | None, paragraph: str | None) -> int:
        """The bits of a run with these properties in a paragraph of this style."""
        character, line = None, None
        direct: list[bool | None] = [None, None, None]
        if run is not None:
            for each in run.children:
                if each.tag in _TOGGLES:
                    direct["biv".index(each.tag[2])] = is_on(each)
                elif each.tag == "w:rStyle":
                    character = each.attributes.get("w:val")
                elif each.tag == "w:u":
                    line = each.attributes.get("w:val", "none")
        character = character or self.default.get("character")
        key = paragraph, character, tuple(direct), line
        found = self._emphasis.get(key)
        if found is None:
            found = self._emphasis[key] = self._worked_out(*key)
        return found

    def _worked_out(
        self, paragraph: str | None, character: str | None, direct: tuple[bool | None, ...], line: str | None
    ) -> int:
        found = 0
        for (tag, bit), own in zip(_TOGGLES.items(), direct, strict=True):
            base = is_on(self._base.child(tag)) if self._base is not None else None
            by_style = bool(is_on(self.said(paragraph, tag))) != bool(is_on(self.said(character, tag)))
            found |= bit * (own if own is not None else bool(base) or by_style)
        if line is None:
            by_style_line = self.said(character, "w:u") or self.said(paragraph, "w:u")
            line = by_style_line.attributes.get("w:val", "none") if by_style_line is not None else "none"
        return found | UNDERLINE * (line != "none")
