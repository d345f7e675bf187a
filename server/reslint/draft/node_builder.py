"""Nodes under construction: the tree while it can still grow."""

from __future__ import annotations

from ..text import Span
from ..text.record import dataclass, field
from .blocks import Block
from .model import Doubt, Kind, Node
from .reading import SIDE, Reading

_SIDE: dict[str, Kind] = {
    "note": "note",
    "comment": "comment",
    "table": "table",
    "separator": "separator",
    "page-line": "page-line",
    "front-matter": "front-matter",
}
_WORDLESS = frozenset({"comment", "separator", "front-matter", "page-line"})


@dataclass(slots=True, eq=False)
class NodeSketch:
    """A node that is not finished; see `Node` for the fields."""

    kind: Kind
    start: int
    end: int
    label: str = ""
    label_span: Span | None = None
    level: int = 0
    body: tuple[Span, ...] = ()
    reading: Reading = SIDE
    """The reading of the last of its words."""
    children: list[NodeSketch] = field(default_factory=list)
    doubt: Doubt = ""

    def freeze(self) -> Node:
        """The finished node; its span reaches to the end of its last child."""
        children = tuple([child.freeze() for child in self.children]) if self.children else ()
        end = max(self.end, children[-1].span.end) if children else self.end
        span = self.body[0] if self.body and self.body[0] == (self.start, end) else Span(self.start, end)
        return Node(self.kind, span, self.label, self.label_span, self.level, self.body, children, self.doubt)


class NodeBuilder:
    """Hangs blocks into a tree in the order of the text.

    What stands between two paragraphs (notes, comments, page lines) waits until it is known which element goes on
    after it, and becomes a child of that element's parent.
    """

    def __init__(self, content: str) -> None:
        self.content = content
        self.root = NodeSketch("document", 0, len(content))
        self.waiting: list[NodeSketch] = []

    def wait(self, block: Block) -> None:
        """Keeps a block that belongs to no paragraph."""
        self.waiting.append(self._sketch(_SIDE[block.kind], block, block.level))

    def settle(self, parent: NodeSketch) -> None:
        """Hangs what waits below `parent`."""
        parent.children += self.waiting
        self.waiting.clear()

    def add(self, parent: NodeSketch, kind: Kind, block: Block, level: int = 0) -> NodeSketch:
        """A new node for a block, the last child of `parent` after all that waited."""
        if self.waiting:
            self.settle(parent)
        sketch = self._sketch(kind, block, level)
        parent.children.append(sketch)
        if self.content.find("<!--", block.words, block.end) >= 0:
            self._inline_comments(sketch, block)
        return sketch

    def group(self, parent: NodeSketch, kind: Kind, start: int) -> NodeSketch:
        """A new node without words of its own that begins at `start`."""
        self.settle(parent)
        sketch = NodeSketch(kind, start, start)
        parent.children.append(sketch)
        return sketch

    def extend(self, sketch: NodeSketch, block: Block) -> None:
        """Gives a node that was cut in two its further words; what stood between becomes its child."""
        self.settle(sketch)
        sketch.body += (block.body,)
        sketch.reading = block.reading
        sketch.end = block.end
        self._inline_comments(sketch, block)

    def between(self) -> bool:
        """Whether something that a page break brings waits: a note, or a page line, and no rule of a text."""
        if any(sketch.kind == "separator" and self.content[sketch.start] in "-*" for sketch in self.waiting):
            return False
        return any(sketch.kind in ("note", "page-line") for sketch in self.waiting)

    def _sketch(self, kind: Kind, block: Block, level: int) -> NodeSketch:
        label, span = "", None
        if block.label is not None:
            label, span = block.label.text, Span(block.start, block.start + block.label.size)
        body = (Span(block.words, block.end),) if block.words < block.end and kind not in _WORDLESS else ()
        sketch = NodeSketch(kind, block.start, block.end, label, span, level, body, block.reading)
        if span is not None and block.label is not None and block.label.style == "bare":
            sketch.doubt = "stop"
        return sketch

    def _inline_comments(self, sketch: NodeSketch, block: Block) -> None:
        at = self.content.find("<!--", block.words, block.end)
        while at >= 0:
            close = self.content.find("-->", at, block.end)
            if close < 0:
                return
            sketch.children.append(NodeSketch("comment", at, close + 3))
            at = self.content.find("<!--", close, block.end)
