"""Files as originals: bytes become an `Original`, an original gives a text and takes its edits back.

A format is a module or a folder here. It knows nothing of resolutions, imports `text` alone, and is imported when a
file of its kind is opened: a check of text files loads no other (see `opening.OPENERS`).
"""

from .opening import SUFFIXES, open_file
from .original import CannotRead, CannotWrite, InParagraph, Original, Place, Remark, Version
from .textfile import TextFile, by_lines

__all__ = [
    "SUFFIXES",
    "CannotRead",
    "CannotWrite",
    "InParagraph",
    "Original",
    "Place",
    "Remark",
    "TextFile",
    "Version",
    "by_lines",
    "open_file",
]
