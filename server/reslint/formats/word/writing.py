"""A Word file written back: edits as tracked changes or plainly, remarks as comments."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from ...text import Edit
from ...text.stopping import go_on
from ..original import CannotWrite, Remark
from .assembly import WordParagraph
from .marks import anchored, reference_style, remove_comments, write_comments
from .package import AUTHOR
from .plan import plans
from .runs import ParagraphChanges, Stamp, rewrite
from .surface import Surface
from .xml import Element

_IDENTITY = re.compile(rb"[\w.]+:id=[\"'](\d{1,9})[\"']")
_SIGNED = "The file is digitally signed, and a change would break that: save a copy without the signature."
_PROTECTED = "The file is protected against editing: switch that off in Word (Review, Restrict Editing)."


def write(data: bytes, edits: Sequence[Edit], remarks: Sequence[Remark] = (), *, tracked: bool = True) -> bytes:
    """A file with edits made and remarks put in; both refer to the text of its `Surface`.

    Earlier comments by `AUTHOR` give way to the remarks where there are any. Without edits and remarks the bytes are
    those that came in. Raises CannotWrite for an edit that has no place, and for a file that may not be changed.
    """
    if not edits and not remarks:
        return data
    if remarks:
        data = without_comments(data)
    surface = Surface(data)
    _may_change(surface, "trackedChanges" if tracked or not edits else "", comments=not edits)
    stamp = new_stamp(_next_identity(surface))
    touched: dict[int, tuple[WordParagraph, ParagraphChanges]] = {}
    for paragraph, plan in plans(surface, edits):
        touched[id(paragraph)] = paragraph, ParagraphChanges(plan)
    comments = anchored(surface, remarks)
    for paragraph, changes in comments.changes.values():
        _, known = touched.setdefault(id(paragraph), (paragraph, ParagraphChanges()))
        known.opened, known.closed = changes.opened, changes.closed
    for paragraph, changes in touched.values():
        go_on()
        rewrite(paragraph, changes, stamp, tracked=tracked, reference=reference_style(surface))
        for twin in _twins(paragraph.element):
            at = paragraph.element
            at.part.repeat(at.start, at.end, twin.start - at.start)
    if comments.words:
        write_comments(surface.package, comments, stamp)
    return surface.package.save()


def _twins(paragraph: Element) -> Iterator[Element]:
    """The same paragraph in the other branches of alternate content, as Word keeps a text box for older programs."""
    branch = paragraph
    while branch.parent is not None and branch.parent.tag != "mc:AlternateContent":
        branch = branch.parent
    if branch.parent is None:
        return
    index = next(index for index, each in enumerate(branch.within("w:p")) if each is paragraph)
    for other in branch.parent.children:
        if other is branch:
            continue
        found = next(islice(other.within("w:p"), index, None), None)
        if found is not None and found.raw == paragraph.raw:
            yield found


def without_comments(data: bytes) -> bytes:
    """A file without the comments by `AUTHOR`; the same bytes where there are none. Raises CannotWrite."""
    surface = Surface(data)
    if not remove_comments(surface, AUTHOR):
        return data
    _may_change(surface, "", comments=True)
    return surface.package.save()


def _may_change(surface: Surface, allowed: str, *, comments: bool) -> None:
    if surface.package.is_signed:
        raise CannotWrite(_SIGNED)
    settings = surface.package.related("settings")
    protection = settings.root.child("w:documentProtection") if settings is not None else None
    if protection is None or protection.attributes.get("w:enforcement", "0") in ("0", "false", "off"):
        return
    kind = protection.attributes.get("w:edit", "none")
    if kind not in ("none", allowed) and not (comments and kind in ("comments", "trackedChanges")):
        raise CannotWrite(_PROTECTED)


def new_stamp(next_id: int = 1, author: str = AUTHOR) -> Stamp:
    """Who changes a file now, with the next identity that no mark in it has."""
    return Stamp(author, _date(), next_id)


def _date() -> str:
    """The time of a change, from SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdigit() and len(epoch) < 12 else int(time.time())
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def _next_identity(surface: Surface) -> int:
    found = [int(number) for part in surface.package.parts for number in _IDENTITY.findall(part.data)]
    return max(found, default=0) + 1
