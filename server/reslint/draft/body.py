"""The body of a resolution: preamble, operative part, parts, annexes, declarations."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Block
from .labels import Label
from .lists import Lists
from .node_builder import NodeBuilder, NodeSketch
from .order import first_operative
from .reading import Role
from .roles import Roles

_LEADING = ("heading", "part")
_LONGEST_LIST = 60
_SET_OFF = "*_<"


class BodyBuilder:
    """Hangs the blocks of one resolution, annex or other text below a parent, in order."""

    def __init__(self, builder: NodeBuilder, roles: Roles, parent: NodeSketch) -> None:
        self.builder = builder
        self.roles = roles
        self.top = parent
        self.parent = parent
        self.lists = Lists()
        self.paragraph: NodeSketch | None = None
        self.last: NodeSketch | None = None
        self.free = False

    def resolution(self, blocks: Sequence[Block]) -> None:
        """The blocks after the enacting line of one resolution."""
        roles = [block.reading.role for block in blocks]
        firsts = self._firsts(blocks, roles)
        for index, block in enumerate(blocks):
            role = roles[index]
            if role == "side":
                self.builder.wait(block)
            elif role == "annex":
                self._annex(block)
            elif self.free:
                self._free(blocks, index, role)
            elif role == "declaration":
                self._declaration(blocks, index)
            elif role == "part":
                self._part(block)
            elif role == "meeting" or self._dates_meeting(block):
                self._meeting(block)
            elif block.label is not None or not self._joins(block):
                self._body(blocks, index, role, firsts[index])
        self.builder.settle(self.top)

    def other(self, blocks: Sequence[Block]) -> None:
        """The blocks of a text that is not a resolution."""
        self.free = True
        for index, block in enumerate(blocks):
            role = block.reading.role
            if role == "side":
                self.builder.wait(block)
            else:
                self._free(blocks, index, role)
        self.builder.settle(self.top)

    def _firsts(self, blocks: Sequence[Block], roles: Sequence[Role]) -> list[int]:
        """For every block the index of the first operative paragraph of its section."""
        firsts = [len(blocks)] * len(blocks)
        start = 0
        section: list[int] = []
        for index, role in enumerate((*roles, "part")):
            if role in ("number", "paragraph"):
                section.append(index)
            elif role in ("part", "annex", "declaration"):
                firsts[start:index] = [first_operative(blocks, section)] * (index - start)
                start, section = index + 1, []
                if role != "part":
                    break
        return firsts

    def _annex(self, block: Block) -> None:
        self._clear()
        self.free = True
        self.parent = self.builder.group(self.top, "annex", block.start)
        self.parent.label = self.roles.label_of(block)
        self.builder.add(self.parent, "heading", block, block.level or 1)

    def _part(self, block: Block) -> None:
        self._clear()
        self.parent = self.builder.group(self.top, "part", block.start)
        self.parent.label = self.roles.label_of(block)
        self.builder.add(self.parent, "heading", block, block.level or 1)

    def _meeting(self, block: Block) -> None:
        self._clear()
        self.parent = self.top
        self.builder.add(self.top, "meeting-line", block)

    def _dates_meeting(self, block: Block) -> bool:
        """Whether a block is the date below a meeting line."""
        if block.bold or block.label is not None or not self.top.children:
            return False
        return self.top.children[-1].kind == "meeting-line" and self.roles.heading(block).masthead

    def _declaration(self, blocks: Sequence[Block], index: int) -> None:
        """An embedded declaration, with the headings that stand directly before it."""
        self._clear()
        headings: list[NodeSketch] = []
        while self.parent.children and self.parent.children[-1].kind == "heading":
            headings.insert(0, self.parent.children.pop())
        if headings:
            declaration = NodeSketch("declaration", headings[0].start, headings[0].start, children=headings)
            self.parent.children.append(declaration)
            self.parent = declaration
        else:
            self.parent = self.builder.group(self.parent, "declaration", blocks[index].start)
        self.free = True
        self._free(blocks, index, "paragraph")

    def _free(self, blocks: Sequence[Block], index: int, role: Role) -> None:
        """A block of an annex, a declaration or a text that is not a resolution."""
        block = blocks[index]
        if role == "meeting" and self.parent.kind == "declaration":
            self.free = False
            self._meeting(block)
        elif role == "item" and (self.paragraph is not None or self.parent.kind != "document"):
            self._item(blocks, index)
        elif role in ("heading", "part", "meeting", "annex") and self._headed(block):
            self._clear()
            self.builder.add(self.parent, "heading", block, block.level or (1 if block.bold else 2))
        elif not self._joins(block):
            self._clear()
            self._paragraph("paragraph", block)

    def _headed(self, block: Block) -> bool:
        source = self.builder.content[block.words : block.end]
        return block.bold or block.kind == "heading" or source[:1] in ("*", "_")

    def _body(self, blocks: Sequence[Block], index: int, role: Role, first: int) -> None:
        block = blocks[index]
        if role == "item":
            self._item(blocks, index)
        elif role == "heading" and (self._headed(block) or not self._listed()):
            self._clear()
            self.builder.add(self.parent, "heading", block, block.level or (1 if block.bold else 2))
        elif role == "heading":
            self._more(block)
        elif index < first:
            if role == "paragraph" and self._goes_on(block):
                self._more(block)
            else:
                self._paragraph("preambular", block)
        elif role == "number":
            if self._nested(block):
                self._item(blocks, index)
            else:
                self._paragraph("operative", block)
        else:
            self._unlabelled(blocks, index, index == first)

    def _unlabelled(self, blocks: Sequence[Block], index: int, is_first: bool) -> None:
        """A block of the operative part that has no number."""
        block = blocks[index]
        if self._lost_its_letter(blocks, index):
            self.last = self.builder.add(self.paragraph or self.parent, "subparagraph", block, 1)
            self.last.doubt = "letters"
        elif block.reading.form == "participle" and self._ends_reason(block) and not is_first:
            self._paragraph("preambular", block)
        elif is_first or block.reading.opens:
            self._paragraph("operative", block)
        else:
            self._more(block)

    def _ends_reason(self, block: Block) -> bool:
        """Whether a block ends as a paragraph of the preamble does and no operative one."""
        if block.reading.last == ",":
            return True
        return block.reading.last == ";" and bool(self.roles.lexicon.vocabulary.grammar.tails)

    def _nested(self, block: Block) -> bool:
        """Whether a numbered block is an item of a list inside an operative paragraph and not the next paragraph."""
        if self.paragraph is None or block.label is None or self.paragraph.kind != "operative":
            return False
        if _next_number(self.paragraph.label) == block.label.text:
            return False
        return self.lists.continues(block.label) or (self._leads() and not block.reading.opens)

    def _lost_its_letter(self, blocks: Sequence[Block], index: int) -> bool:
        """Whether an unlabelled block is an item of the list that a colon opens below a numbered paragraph.

        The first item begins like one, or ends with a semicolon and has another below it; one that opens like a
        paragraph has the next number below the list.
        """
        block, above, last = blocks[index], self.paragraph, self.last
        if above is None or last is None or above.kind != "operative" or not above.label:
            return False
        if block.reading.lower or not block.reading.finished:
            return False
        if block.reading.form == "finite" and not self._goes_on_below(blocks, index):
            return False
        if last.doubt == "letters":
            return last.reading.last in (";", ",")
        if last is not above or not self._leads():
            return False
        if block.reading.form is not None:
            return True
        if block.reading.last == ";" and any(_could_be_an_item(other) for other in blocks[index + 1 : index + 2]):
            return True
        return any(pattern.match(self.roles.words(block)) for pattern in self.roles.lexicon.layout.item)

    def _goes_on_below(self, blocks: Sequence[Block], index: int) -> bool:
        """Whether the next number below a block is that after the paragraph above, and its opener is not set off."""
        if self.paragraph is None or self.builder.content[blocks[index].words] in _SET_OFF:
            return False
        following = _following(blocks, index, _LONGEST_LIST)
        return following is not None and following.text == _next_number(self.paragraph.label)

    def _listed(self) -> bool:
        """Whether lines without label are being listed below a paragraph that ends with a colon."""
        if self.paragraph is None or self.last is None:
            return False
        return self._leads() or (self.last is not self.paragraph and self.last.kind == "paragraph")

    def _goes_on(self, block: Block) -> bool:
        """Whether an unlabelled block of the preamble belongs to the paragraph before: words after a colon or list."""
        paragraph = self.paragraph
        if paragraph is None or block.reading.opens:
            return False
        return self.last is not paragraph or self._leads()

    def _leads(self) -> bool:
        return self.last is not None and self._ends(self.last, (":",))

    def _paragraph(self, kind: str, block: Block) -> None:
        self.lists.clear()
        self.paragraph = self.last = self.builder.add(self.parent, kind, block)  # type: ignore[arg-type]

    def _more(self, block: Block) -> None:
        """Unlabelled words that belong to the paragraph before them."""
        self.lists.clear()
        self.last = self.builder.add(self.paragraph or self.parent, "paragraph", block)

    def _item(self, blocks: Sequence[Block], index: int) -> None:
        block = blocks[index]
        assert block.label is not None
        depth, style, value = self.lists.depth(block.label, _following(blocks, index), self._leads())
        parent = self.lists.parent(depth) or self._stray() or self.paragraph or self.parent
        self.last = self.builder.add(parent, "subparagraph", block, depth + 1)
        self.lists.push(depth, style, value, self.last)

    def _stray(self) -> NodeSketch | None:
        """Words beside a paragraph that was over, if they lead to a list: the list is theirs."""
        paragraph = self.paragraph
        if paragraph is None or not paragraph.children or not self._ends(paragraph, (";", ".")):
            return None
        last = paragraph.children[-1]
        if last.kind != "paragraph" or any(child.kind == "subparagraph" for child in paragraph.children):
            return None
        return last if self._ends(last, (":",)) else None

    def _ends(self, sketch: NodeSketch, marks: tuple[str, ...]) -> bool:
        """Whether the own words of a node end with one of these marks."""
        return bool(sketch.body) and sketch.reading.sign in marks

    def _joins(self, block: Block) -> bool:
        """Joins a block to the paragraph that a page break cut before it; says whether it did."""
        last = self.last
        if last is None or block.label is not None or block.bold or block.kind == "heading":
            return False
        if not self._bare(last):
            goes_on = last.reading.last == "," and block.reading.lower and self.builder.between()
            if not last.body or last.kind == "heading" or (last.reading.finished and not goes_on):
                return False
            if block.reading.opens or (not block.reading.lower and (self.free or not self.builder.between())):
                return False
        self.builder.extend(last, block)
        return True

    def _bare(self, sketch: NodeSketch) -> bool:
        """Whether a node has a label and no words yet."""
        return sketch.label_span is not None and not sketch.body

    def _clear(self) -> None:
        self.lists.clear()
        self.paragraph = self.last = None


def _following(blocks: Sequence[Block], index: int, most: int = 11) -> Label | None:
    for block in blocks[index + 1 : index + most + 1]:
        if block.kind == "text" and block.label is not None:
            return block.label
    return None


def _could_be_an_item(block: Block) -> bool:
    return block.kind == "text" and block.label is None and not block.reading.opens and block.reading.finished


def _next_number(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else ""
