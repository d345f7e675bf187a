"""`reslint convert FROM TO`: a draft in Word as Markdown, and the other way round."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..formats import CannotRead, Original, Version
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .files import STDIN, open_draft, shown_path, unreadable
from .options import RuleOptions
from .project import Project
from .usage import FAILED, OK, UsageError

WORD = (".docx", ".docm", ".dotx")
_WORD_OUT = ".docx"
_TEXT = (".md", ".txt", ".resolution")
EXAMPLES = """\
examples:
  reslint convert draft.docx                                 (writes draft.res.md)
  reslint convert draft.res.md draft.docx
  reslint convert draft.res.md draft.docx --template committee.docx
  reslint convert draft.res.md --into draft.docx             (tracked changes, in draft.reslint.docx)
"""


@dataclass(frozen=True)
class ConvertOptions(RuleOptions):
    """The draft to convert, and into what."""

    source: str = "-"
    target: str = ""
    template: str | None = None
    into: str | None = None
    force: bool = False
    version: Version = "final"
    color: Colour = "auto"


Options = ConvertOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("source", metavar="FROM", help="a draft: Word, Markdown, text, or - for the standard input")
    parser.add_argument(
        "target", metavar="TO", nargs="?", default="", help="the file to write, .docx or .md; - prints Markdown"
    )
    parser.add_argument("--template", metavar="FILE", help="a Word file that gives styles, page and header")
    parser.add_argument(
        "--into", metavar="FILE", help="the Word file that the draft was made of; a copy of it takes changes, tracked"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    arguments.add_version(parser)
    arguments.add_configuration(parser)
    arguments.add_color(parser)


def run(options: ConvertOptions) -> int:
    """Write the file; the exit status."""
    console = Console(options.color)
    source = Path(options.source)
    try:
        original = open_draft(source, version=options.version)
    except (OSError, CannotRead) as error:
        console.complain(unreadable(source, error))
        return FAILED
    if options.into:
        return _merge(original, Path(options.into), options, console)
    target = Path(options.target) if options.target else _beside(source, original)
    into_word = target.suffix.lower() == _WORD_OUT
    if str(target) != STDIN and not into_word and not target.name.lower().endswith(_TEXT):
        raise UsageError(f"“{target}” must end in .docx or .md: these can be written")
    if options.template and not into_word:
        raise UsageError("--template is for writing a .docx")
    if str(target) != STDIN and target.exists() and not options.force:
        raise UsageError(f"“{shown_path(target)}” is there already; --force writes over it")
    try:
        data = _word(original, source, options, console) if into_word else original.told.content.encode()
        if str(target) == STDIN:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            return OK
        from ..text.writing import write_whole

        write_whole(target, data)
    except CannotRead as error:
        console.complain(unreadable(Path(options.template or ""), error))
        return FAILED
    except OSError as error:
        console.complain(unreadable(target, error))
        return FAILED
    console.say(f"wrote {shown_path(target)}")
    return OK


def _merge(draft: Original, file: Path, options: ConvertOptions, console: Console) -> int:
    """Write what a draft changes in the file that it was made of into a copy; the exit status."""
    from ..formats import CannotWrite
    from ..formats.merging import merge
    from .writing import Manner, put, target_of

    if options.template:
        raise UsageError("--template is for a new file; with --into the file has its styles")
    try:
        original = open_draft(file)
        edits, remarks = merge(original, draft.text.content)
        data = original.write(edits, remarks)
        manner = Manner(force=options.force)
        target = Path(options.target) if options.target else target_of(file, original, manner)
        if options.target and target.exists() and not options.force:
            raise UsageError(f"“{shown_path(target)}” is there already; --force writes over it")
        if data == original.write():
            console.say("nothing has changed")
        elif options.target:
            from ..text.writing import write_whole

            write_whole(target, data)
            console.say(f"wrote {shown_path(target)}")
        else:
            put(file, original, data, manner)
            console.say(f"wrote {shown_path(target)}")
    except (OSError, CannotRead, CannotWrite) as error:
        console.complain(unreadable(file, error))
        return FAILED
    for remark in remarks:
        console.warn(f"{original.place(remark.span)}: a comment says what could not be tracked: {remark.words}")
    return OK


def _beside(source: Path, original: Original) -> Path:
    """The name of the other kind beside a file."""
    if str(source) == STDIN:
        return Path(STDIN)
    stem = source.name.partition(".")[0]
    return source.with_name(stem + (_WORD_OUT if original.has_lines else ".res.md"))


def _word(original: Original, source: Path, options: ConvertOptions, console: Console) -> bytes:
    """The draft as a Word file. Raises CannotRead and OSError for the template."""
    from ..formats.word.build import build
    from ..formats.word.package import CARRIED
    from ..formats.word.writing import new_stamp
    from .layout import blocks_of, front_matter_of

    checker, _ = Project(options).for_file(source).for_text(source, original.text)
    draft = checker.parse(original.text, forced=True)
    template = Path(options.template).read_bytes() if options.template else None
    data, remarks = build(blocks_of(draft), new_stamp(author=CARRIED), front_matter_of(draft), template)
    for remark in remarks:
        console.warn(remark)
    return data
