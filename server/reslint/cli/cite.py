"""`reslint cite QUERY`: resolutions and instruments, as a body cites them; `reslint cite import FILE`: one's own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.data.finding import Problem
from ..engine.data.schema import did_you_mean
from ..register import FORMS, CitationPhrases, DamagedTable, Entry, Instrument, Register
from ..register.phrases import Form
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .options import SourceOptions
from .project import Project
from .usage import FAILED, FOUND, OK, UsageError

if TYPE_CHECKING:
    from ..engine.packs.ruleset import Ruleset

FORMATS = ("text", "json")
IMPORT = "import"

EXAMPLES = """\
examples:
  reslint cite 70/1
  reslint cite "convention on the law of the sea" --form footnote
  reslint cite import own.csv
"""


@dataclass(frozen=True)
class CiteOptions(SourceOptions):
    """The query, and how its results are printed."""

    query: Sequence[str] = ()
    body: str = ""
    form: Form = FORMS[0]
    limit: int = 10
    output_format: str = "text"
    color: Colour = "auto"


Options = CiteOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.usage = "reslint cite [options] QUERY…\n       reslint cite [options] import FILE…"
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="a number, words of a title or the name of a treaty; or “import” and files (MARCXML, CSV, TSV)",
    )
    parser.add_argument(
        "--body", metavar="ORGAN", default="", help="the organ that cites; it calls its own texts “its”"
    )
    parser.add_argument(
        "--form", choices=FORMS, default=FORMS[0], metavar="FORM", help="first mention, later mention or footnote"
    )
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="how many at most (default: 10)")
    arguments.add_rules_source(parser)
    arguments.add_output(parser, FORMATS)


def run(options: CiteOptions) -> int:
    """Print what was found, or import; the exit status, 1 where nothing was found or some record was not taken."""
    from ..engine.data.resources import MissingLexicon
    from ..engine.language.register import MissingPhrases, phrases_of, register_of

    console = Console(options.color)
    project = Project(options)
    ruleset = project.at(Path.cwd()).ruleset
    resources = ruleset.resources
    for problem in project.problems:
        console.complain(problem)
    try:
        register = register_of(resources)
        if options.query[0] == IMPORT and len(options.query) > 1:
            months = resources.lexicon("dates")["months"]
            return import_files([Path(name) for name in options.query[1:]], register, months, console)
        body = _organ(options.body, ruleset)
        found = register.meant(" ".join(options.query), options.limit)
        _print(found, phrases_of(resources), body, options, console)
    except (DamagedTable, MissingPhrases, MissingLexicon) as error:
        console.complain(str(error))
        return FAILED
    if project.problems:
        return FAILED
    return OK if found else FOUND


def import_files(paths: list[Path], register: Register, months: list[str], console: Console) -> int:
    """Add the entries of files to the user's table, naming each record that is not taken; the exit status."""
    from ..register.importing import Reader
    from ..register.records import NoImport, Refusal
    from ..register.user import FOLDER_VARIABLE, save, user_table

    table = user_table()
    if table is None:
        raise UsageError(f"there is no folder for the user's data; name one in {FOLDER_VARIABLE}")
    reader = Reader(register.bodies, months)
    entries: list[Entry] = []
    failed = refused = False
    for path in paths:
        try:
            for item in reader.read(path):
                if isinstance(item, Refusal):
                    console.complain(Problem(path, item.line, 1, item.message))
                    refused = True
                else:
                    entries.append(item)
        except (OSError, NoImport) as error:
            reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
            console.complain(Problem(path, getattr(error, "line", 0), 1, reason))
            failed = True
    try:
        new, replaced = save(entries, table) if entries else (0, 0)
    except OSError as error:
        console.complain(Problem(table, 0, 0, f"this file cannot be written: {error.strerror}"))
        return FAILED
    again = f", {replaced} replaced" if replaced else ""
    console.print(f"{new} added{again} in {table}")
    return FAILED if failed else FOUND if refused else OK


def _print(
    found: list[Entry | Instrument], phrases: CitationPhrases, body: str, options: CiteOptions, console: Console
) -> None:
    cited = [(item, phrases.phrase(item, body, options.form)) for item in found]
    if options.output_format == "json":
        console.print(json.dumps([_data(item, words, phrases) for item, words in cited], ensure_ascii=False, indent=2))
        return
    for item, words in cited:
        console.print(words)
        if isinstance(item, Entry):
            title = "" if item.title in words else item.title
            details = [detail for detail in (title, phrases.evidence(item), item.link) if detail]
            console.print("    " + console.style.paint("; ".join(details), "dim"))
    if not cited:
        console.say(f"“{' '.join(options.query)}” is unknown")


def _data(item: Entry | Instrument, words: str, phrases: CitationPhrases) -> dict[str, Any]:
    if isinstance(item, Instrument):
        return {"phrase": words, "kind": "instrument", "title": item.title, "short": list(item.short)}
    return {
        "phrase": words,
        "kind": item.kind,
        "body": item.body,
        "number": item.number,
        "date": item.date.isoformat() if item.date else None,
        "title": item.title,
        "sure": item.sure,
        "source": item.source,
        "evidence": phrases.evidence(item),
        "other-dates": {day.isoformat(): count for day, count in item.others},
        "link": item.link,
    }


def _organ(name: str, ruleset: Ruleset) -> str:
    """The organ of that name, in any capitals. Raises UsageError."""
    organs = {organ.name.casefold(): organ.name for organ in ruleset.vocabulary.organs}
    if name and name.casefold() not in organs:
        raise UsageError(f"--body: there is no organ “{name}”{did_you_mean(name, list(organs.values()))}")
    return organs[name.casefold()] if name else ""


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number above 0")
    return int(text)
