"""`reslint init`: a small configuration, made by looking at the drafts that are there; or a pack to start from."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from pathlib import Path

from ..engine.data.suffixes import is_draft_by_name
from ..engine.project.configuration import FILE_NAME, find_configuration
from ..formats import SUFFIXES
from ..reports.checked import counted
from ..text.record import dataclass
from . import arguments
from .checking import Inspector, Visit
from .console import Colour, Console
from .files import candidates
from .project import Project
from .usage import OK, UsageError

EXAMPLES = """\
examples:
  reslint init                  look at the drafts here and write .reslint.yaml
  reslint init --print drafts   only show what would be written for this folder
  reslint init --pack our-house write a pack with two rules and a lexicon, to be changed and tested
  reslint init --concept-note draft.res.md    write draft.concept-note.md, filled from what the draft says
"""
_STARTER = "starter"
"""The folder of the files of a pack to start from."""
_MANY = 20
"""A rule that speaks so often, and in more than half of the drafts, is worth a word."""


@dataclass(frozen=True)
class InitOptions:
    """The folder to look at, the pack or the note to make, and whether and where to write."""

    folder: str = "."
    pack: str = ""
    concept_note: str = ""
    output: str = ""
    only_print: bool = False
    color: Colour = "auto"


Options = InitOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="the folder of the drafts (here)")
    parser.add_argument(
        "--pack", default="", metavar="NAME", help="write a pack of rules of this name instead, to start from"
    )
    parser.add_argument(
        "--concept-note",
        default="",
        metavar="DRAFT",
        help="write a concept note for this draft instead, under the headings of the draft template of May 2026",
    )
    parser.add_argument(
        "--output",
        default="",
        metavar="FILE",
        help="the concept note to write, .docx or .md; without it one beside the draft, in Word where the draft is",
    )
    parser.add_argument("--print", action="store_true", dest="only_print", help="show the file and write nothing")
    arguments.add_color(parser)


def run(options: InitOptions) -> int:
    """Write the file; the exit status."""
    folder = Path(options.folder)
    target = folder / FILE_NAME
    if not os.path.isdir(folder):
        raise UsageError(f"{folder}: no such folder")
    if options.output and not options.concept_note:
        raise UsageError("--output is for --concept-note")
    if options.concept_note:
        from .conceptnote import write_note

        output = Path(options.output) if options.output else None
        return write_note(Path(options.concept_note), output, Console(options.color), only_print=options.only_print)
    if options.pack:
        return _write_pack(folder, options)
    if not options.only_print and target.exists():
        raise UsageError(f"{target} is there already; --print shows what would be written")
    console = Console(options.color)
    visits = _visits(folder, console)
    words = _file(folder, visits)
    if options.only_print:
        console.print(words.rstrip("\n"))
        return OK
    from ..text.writing import put

    try:
        put(target, words.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}") from error
    console.print(f"{target} written for {counted(len(visits), 'draft')}.")
    if sum(len(visit.outcome.findings) for visit in visits):
        console.print("To report only new findings: reslint check --baseline baseline.json --write-baseline")
    return OK


def _write_pack(folder: Path, options: InitOptions) -> int:
    """Write the files of a pack to start from, and say what comes next; the exit status."""
    from ..engine.packs.folders import is_name, shipped_names
    from ..text.writing import put

    name = options.pack
    target = folder / name
    if not is_name(name):
        raise UsageError(f"--pack {name}: the name of a pack has small letters, digits and hyphens")
    if name in shipped_names():
        raise UsageError(f"--pack {name}: a pack of this name comes with reslint; choose another")
    if target.exists():
        raise UsageError(f"{target} is there already; choose another name")
    console = Console(options.color)
    starter = Path(__file__).parent / _STARTER
    files = {each.relative_to(starter): each for each in sorted(starter.rglob("*.yaml"))}
    for place, source in files.items():
        words = source.read_text(encoding="utf-8").replace("./NAME", f"./{name}")
        if options.only_print:
            console.lines([f"# {target / place}", *words.splitlines(), ""])
            continue
        try:
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            put(target / place, words.encode("utf-8"))
        except OSError as error:
            raise UsageError(f"{target / place} cannot be written: {error.strerror}") from error
        console.print(f"{target / place} written.")
    if not options.only_print:
        console.print(f"Test it with: reslint test ./{name}")
        console.print(f"Use it with: reslint check --pack ./{name}, or in {FILE_NAME}: packs: [./{name}]")
    return OK


def _visits(folder: Path, console: Console) -> list[Visit]:
    project = Project()
    inspector = Inspector(project)
    found = candidates([str(folder)], find_configuration, console.complain)
    return [visit for visit in map(inspector.visit, found) if visit]


def _file(folder: Path, visits: list[Visit]) -> str:
    """The text of the configuration: keys that say something, and beside them, as comments, what else could be said."""
    profiles = Counter(profile.name for visit in visits for profile in visit.outcome.profiles)
    findings = Counter(finding.rule for visit in visits for finding in visit.outcome.findings)
    lines = [f"# reslint looked at {counted(len(visits), 'draft')} here. All keys: reslint config", ""]
    called = {str(name): None for visit in visits for name in visit.checker.configuration.data["packs"]}
    lines += ["# Packs that come with reslint or an installed package, by name; folders of rules of your own."]
    lines += [f"packs: [{', '.join(called) or 'un'}]", ""]
    lines += _profile_lines(profiles)
    if included := _endings(folder, visits):
        lines += ["# Drafts whose names do not say so.", f"include: [{', '.join(included)}]", ""]
    lines += _noisy_lines(visits, findings)
    lines += [
        "# From which severity on a finding makes the command fail: error, warning or info.",
        "fail-level: warning",
    ]
    return "\n".join(lines) + "\n"


def _profile_lines(profiles: Counter[str]) -> list[str]:
    """A profile is found out draft by draft; the file only says what was found."""
    if not profiles:
        return []
    found = ", ".join(f"{name} ({count})" for name, count in profiles.most_common())
    lines = [f"# Profiles, found out from each draft: {found}. To have one for all, say so:"]
    return [*lines, f"# profile: {profiles.most_common(1)[0][0]}", ""]


def _endings(root: Path, visits: list[Visit]) -> list[str]:
    """Patterns for folders in which every text is a draft, though no name says so."""
    by_text = {visit.candidate.path for visit in visits if not is_draft_by_name(visit.candidate.path)}
    found = []
    for folder in sorted({path.parent for path in by_text}):
        for suffix in SUFFIXES:
            every = {path for path in folder.glob(f"*{suffix}") if not is_draft_by_name(path)}
            if len(every) > 1 and every <= by_text:
                below = folder.relative_to(root).as_posix()
                pattern = f"/*{suffix}" if below == "." else f"/{below}/*{suffix}"
                found.append(json.dumps(pattern, ensure_ascii=False))
    return found


def _noisy_lines(visits: list[Visit], findings: Counter[str]) -> list[str]:
    """Rules that speak in most of the drafts: a house may do otherwise on purpose."""
    noisy = []
    for rule, count in findings.most_common():
        drafts = sum(any(each.rule == rule for each in visit.outcome.findings) for visit in visits)
        if count >= _MANY and 2 * drafts > len(visits):
            noisy.append(f"#   {rule}: info    # {counted(count, 'finding')} in {counted(drafts, 'draft')}")
    if not noisy:
        return []
    return [
        "# Rules that speak in most drafts here. If your house does otherwise, lower them or switch them off:",
        "# rules:",
        *noisy,
        "",
    ]
