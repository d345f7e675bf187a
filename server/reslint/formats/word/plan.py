"""From edits of the text to what changes in a paragraph: characters that go, words that come, emphasis that turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...text import Edit
from ...text.record import NamedTuple, dataclass, field
from ..original import CannotWrite
from .assembly import Assembly, WordParagraph
from .inline import RunPiece
from .markdown import Seen, seen
from .notes import MARKER
from .styles import ITALIC

NUMBER = "Word makes this number: change the list in Word."
NOTE_NUMBER = "Word numbers the notes: change it in Word."
MARKERS = "It moves or changes a footnote marker: do it in Word."
PARAGRAPHS = "It adds, deletes or moves paragraphs: do it in Word."
HEADER = "It stands in the header of the first page: change it in Word."
COMMENT = "It is a comment of the file: change it in Word."
LOOKS = "The text does not show which of these words are in italics: change them in Word."
UNPAIRED = "It would leave an asterisk without its partner: change it in Word."
FORMAT = "Somebody has changed the format of these words: accept or reject that first."
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


class Deleted(NamedTuple):
    """Visible characters that go."""

    start: int
    end: int


class Turned(NamedTuple):
    """Visible characters whose emphasis changes: the bits of `mask` become those of `bits`."""

    start: int
    end: int
    mask: int
    bits: int


class Inserted(NamedTuple):
    """Words that come, each stretch with its bits, beside the visible character `beside`: before or after it."""

    beside: int
    after: bool
    words: tuple[tuple[str, int], ...]


@dataclass(slots=True, eq=False)
class ParagraphPlan:
    """Everything that changes in one paragraph; the indexes are those of its visible characters."""

    deleted: list[Deleted] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)
    inserted: list[Inserted] = field(default_factory=list)

    def touched(self) -> Iterator[tuple[int, int]]:
        """The stretches of characters in whose runs something changes."""
        yield from ((each.start, each.end) for each in self.deleted)
        yield from ((each.start, each.end) for each in self.turned)
        yield from ((each.beside, each.beside + 1) for each in self.inserted)


def refusal(surface: Assembly, edits: Sequence[Edit]) -> str:
    """Why edits, in order of the text, cannot be made in a file; "" where they can."""
    try:
        plans(surface, edits)
    except CannotWrite as error:
        return str(error)
    return ""


def plans(surface: Assembly, edits: Sequence[Edit]) -> list[tuple[WordParagraph, ParagraphPlan]]:
    """The changes in each paragraph. The edits are in order of the text. Raises CannotWrite."""
    grouped: dict[int, tuple[WordParagraph, list[Edit]]] = {}
    for edit in edits:
        paragraph = home(surface, edit)
        grouped.setdefault(id(paragraph), (paragraph, []))[1].append(edit)
    return [(paragraph, _remembered(surface, paragraph, some)) for paragraph, some in grouped.values()]


def _remembered(surface: Assembly, paragraph: WordParagraph, edits: Sequence[Edit]) -> ParagraphPlan:
    """The same as `plan`, which is asked again and again while fixes are chosen."""
    key = (paragraph.start, tuple(edits))
    if key not in surface.memo:
        try:
            surface.memo[key] = plan(surface, paragraph, edits)
        except CannotWrite as error:
            surface.memo[key] = str(error)
    found = surface.memo[key]
    if isinstance(found, ParagraphPlan):
        return found
    raise CannotWrite(str(found))


def home(surface: Assembly, edit: Edit) -> WordParagraph:
    """The paragraph whose words an edit changes. Raises CannotWrite where they are no one paragraph's words."""
    start, end = edit.span
    paragraph = surface.paragraph_at(start)
    if paragraph is not None and paragraph.start <= start and end <= paragraph.end:
        if "\n\n" in edit.text:
            raise CannotWrite(PARAGRAPHS)
        return paragraph
    raise CannotWrite(_gap(surface, paragraph, start, end))


def _gap(surface: Assembly, paragraph: WordParagraph | None, start: int, end: int) -> str:
    """Why what stands between the words of two paragraphs cannot be changed."""
    content = surface.text.content
    if paragraph is None:
        return HEADER
    if start < paragraph.start:
        before, following = 0, paragraph
    else:
        index = surface.paragraphs.index(paragraph) + 1
        if index == len(surface.paragraphs):
            return PARAGRAPHS
        before, following = paragraph.end, surface.paragraphs[index]
    lead = content.rfind("\n", before, following.start) + 1
    if start >= lead and end <= following.start and (following.note or following.number):
        return NOTE_NUMBER if following.note else NUMBER
    if not before and content.startswith("---\n") and end <= content.find("\n---", 3) + 4:
        return HEADER
    return COMMENT if "<!--" in content[before : following.start] else PARAGRAPHS


def plan(surface: Assembly, paragraph: WordParagraph, edits: Sequence[Edit]) -> ParagraphPlan:
    """The changes that some edits, in order of the text, make in a paragraph. Raises CannotWrite."""
    content, at = surface.text.content, paragraph.start
    out: list[str] = []
    for (start, end), words in edits:
        out += (content[at:start], words)
        at = end
    old = seen(content[paragraph.start : paragraph.end])
    new = seen("".join((*out, content[at : paragraph.end])))
    if len(old.words) != paragraph.length:
        raise CannotWrite("Its words cannot be told apart from the mark-up: change it in Word.")
    if new.words.count("*") > old.words.count("*"):
        raise CannotWrite(UNPAIRED)
    if old.labels != new.labels:
        raise CannotWrite(MARKERS)
    if not new.words.strip():
        raise CannotWrite(PARAGRAPHS)
    made = ParagraphPlan()
    for before, after in zip(_stretches(old), _stretches(new), strict=True):
        _compare(paragraph, old, before, new, after, made)
    made.turned = list(_joined(paragraph.words, made.turned))
    if made.turned and paragraph.dropped & ITALIC:
        raise CannotWrite(LOOKS)
    for turned in made.turned:
        for piece in _pieces(paragraph, turned.start, turned.end):
            properties = piece.run.child("w:rPr")
            if properties is not None and properties.child("w:rPrChange") is not None:
                raise CannotWrite(FORMAT)
    return made


def _stretches(words: Seen) -> list[tuple[int, int]]:
    """The words between footnote markers, which stay where they are: the words move around them."""
    ends = [index for index, each in enumerate(words.words) if each == MARKER]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(words.words)], strict=True))


def _compare(
    paragraph: WordParagraph, old: Seen, before: tuple[int, int], new: Seen, after: tuple[int, int], made: ParagraphPlan
) -> None:
    """Adds what makes one stretch of another, word by word."""
    left, right = _TOKEN.findall(old.words[slice(*before)]), _TOKEN.findall(new.words[slice(*after)])
    i, j = before[0], after[0]
    for same, first, second in _opcodes(left, right):
        n, m = sum(map(len, first)), sum(map(len, second))
        if same:
            _turn(old, i, new, j, n, made)
        elif n:
            for piece in _pieces(paragraph, i, i + n):
                if piece.lock:
                    raise CannotWrite(f"It changes {piece.lock}, which only Word can change.")
            made.deleted.append(Deleted(i, i + n))
        if m and not same:
            words = tuple(_looks(new, j, j + m, paragraph.dropped, _model(paragraph, i + n)))
            made.inserted.append(Inserted(*_beside(paragraph, i + n), words))
        i, j = i + n, j + m


def _opcodes(left: list[str], right: list[str]) -> Iterator[tuple[bool, list[str], list[str]]]:
    """Which words stay and which give way to which; those that both begin and end with stay first of all."""
    most = min(len(left), len(right))
    head = next((k for k in range(most) if left[k] != right[k]), most)
    tail = next((k for k in range(most - head) if left[-1 - k] != right[-1 - k]), most - head)
    yield True, left[:head], right[:head]
    a, b = left[head : len(left) - tail], right[head : len(right) - tail]
    if not set(a).isdisjoint(b):
        import difflib

        for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            yield kind == "equal", a[i1:i2], b[j1:j2]
    elif a or b:
        yield False, a, b
    yield True, left[len(left) - tail :], right[len(right) - tail :]


def _turn(old: Seen, i: int, new: Seen, j: int, count: int, made: ParagraphPlan) -> None:
    """Adds the emphasis that turns where words stay."""
    for k in range(count):
        mask = old.bits[i + k] ^ new.bits[j + k]
        if mask and not old.words[i + k].isspace():
            made.turned.append(Turned(i + k, i + k + 1, mask, new.bits[j + k] & mask))


def _joined(words: str, turned: Iterable[Turned]) -> Iterator[Turned]:
    """Characters that turn in the same way as one stretch, with the blanks between them."""
    last: Turned | None = None
    for each in turned:
        if last is not None and last[2:] == each[2:] and not words[last.end : each.start].strip():
            last = last._replace(end=each.end)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _looks(words: Seen, start: int, end: int, dropped: int, model: int) -> Iterator[tuple[str, int]]:
    """Words as stretches of one look each. What the text cannot say is as with the neighbour; blanks join either."""
    at = start
    while at < end:
        stop = at
        while stop < end and (words.bits[stop] == words.bits[at] or words.words[stop].isspace()):
            stop += 1
        text = words.words[at:stop]
        bits = words.bits[at] if text.strip() else model & words.bits[at]
        yield text, (bits & ~dropped) | (model & dropped)
        at = stop


def _pieces(paragraph: WordParagraph, start: int, end: int) -> Iterator[RunPiece]:
    """The pieces that hold visible characters from `start` to `end`."""
    for first, piece in zip(paragraph.starts, paragraph.pieces, strict=True):
        if first < end and first + len(piece.text) > start:
            yield piece


def _model(paragraph: WordParagraph, at: int) -> int:
    """The bits of the character before a place, or after it."""
    piece = model_at(paragraph, at)
    return piece.bits if piece is not None else 0


def model_at(paragraph: WordParagraph, at: int) -> RunPiece | None:
    """The piece after whose look new words at a place are made: the nearest before it, else after it."""
    free = [
        (first, piece)
        for first, piece in zip(paragraph.starts, paragraph.pieces, strict=True)
        if not piece.lock and not piece.raised
    ]
    before = [piece for first, piece in free if first < at]
    return before[-1] if before else free[0][1] if free else None


def _beside(paragraph: WordParagraph, at: int) -> tuple[int, bool]:
    """The character beside which new words are put, and whether after it: a character that can be changed."""
    if at > 0 and not paragraph.piece_at(at - 1).lock:
        return at - 1, True
    if at < paragraph.length and not paragraph.piece_at(at).lock:
        return at, False
    if at > 0 and paragraph.piece_at(at - 1).note:
        return at - 1, True
    raise CannotWrite("It stands inside words that only Word can change.")
