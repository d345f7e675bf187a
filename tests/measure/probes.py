"""Says how many of the mistakes in a table of one-mistake drafts are found, and which correct sentences are reported.

    python tests/measure/probes.py tests/measure/probes/own.tsv --show
    python tests/measure/probes.py tests/measure/probes/clean.tsv --clean --show

A row is a sentence that stands in an otherwise clean draft of the eightieth session of the General Assembly. Columns
are parted by tabs, nothing is quoted, `\\n` is a new line:

    id  kind  where  text  wants  why        a mistake; `wants` is a pattern for the message or the fix
    id  where  text  trap                    with --clean: a correct sentence, and what could be taken for a mistake

`where` is PRE (the last paragraphs of the preamble), OP (the second operative paragraph, or several), LAST (instead of
the last one), SUB (item (b) of a list), NOTE (the text of a footnote), TITLE, or BODY (all that stands below the
title). A paragraph that begins with a figure, a bracket, a quotation mark or `**` gets no number here. A line that
begins with `[^1]:` is a footnote and goes to the end.

A mistake is found if a finding of any severity on the lines of its row matches `wants`; a correct row fails if an
error or a warning stands on its lines.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

HEAD = ("Eightieth session", "Agenda item 21 (c)", "Iceland: draft resolution")
TITLE = "**Upkeep of mountain paths**"
ORGAN = "*The General Assembly*,"
PREAMBLE = (
    "*Recalling* its resolution 64/292 of 28 July 2010, entitled “The human right to water and sanitation”,",
    "*Conscious* of the value of mountain paths,",
)
FIRST = "*Expresses its trust* in the wardens of the paths;"
LATER = "*Expresses its willingness* to examine the register of paths;"
LAST = (
    "*Requests* the Secretary-General to submit to the General Assembly at its eighty-first session a report on the "
    "implementation of the present resolution."
)
ITEMS = ("*Invites* Member States:", "(a) To clear their paths of stones;", "(c) To mark their paths with signs;")
NOTED = "*Having examined* the register of paths that is before it,[^1]"
OWN_LABEL = re.compile(r"\d|[(|“]|\*\*")


class Row(NamedTuple):
    """A sentence, where it stands, and what is wanted of a finding (nothing, of a correct one)."""

    name: str
    kind: str
    where: str
    text: str
    wants: str

    @property
    def file(self) -> str:
        """The name of its draft."""
        return f"{self.name}.res.md"


def rows(table: Path, clean: bool) -> list[Row]:
    """The rows of a table; a row with another number of columns ends the run."""
    found = []
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.replace("\\n", "\n").split("\t")
        if line and cells[0] != "id":
            if len(cells) != (4 if clean else 6):
                sys.exit(f"{table}:{number}: a row with {len(cells)} columns")
            found.append(Row(cells[0], cells[3], cells[1], cells[2], "") if clean else Row(*cells[:5]))
    if twice := [name for name, times in Counter(row.name for row in found).items() if times > 1]:
        sys.exit(f"{table}: {twice[0]} is the id of two rows")
    return found


def draft(row: Row) -> tuple[str, set[int]]:
    """The draft that holds a row, and the numbers of the lines that are the row's own."""
    notes = [line for line in row.text.split("\n") if line.startswith("[^")]
    own = [block.strip("\n") for block in "\n".join(set_apart(row.text, notes)).split("\n\n") if block.strip()]
    preamble, operative = [*PREAMBLE], [FIRST, LATER, LAST]
    title, body = [TITLE], None
    if row.where == "PRE":
        preamble += own
    elif row.where == "OP":
        operative[1:1] = own
    elif row.where == "LAST":
        operative[2:] = own
    elif row.where == "SUB":
        own[0] = f"(b) {own[0]}"
        operative[1:1] = [*ITEMS[:2], *own, ITEMS[2]]
    elif row.where == "NOTE":
        preamble.append(NOTED)
        own = [f"[^1]: {row.text}"]
        notes = own
    elif row.where == "TITLE":
        title = own
    elif row.where == "BODY":
        body = own
    else:
        sys.exit(f"{row.name}: there is no place {row.where}")
    if body is None:
        body = [ORGAN, *preamble, *numbered(operative, own)]
    lines: list[str] = []
    mine: set[int] = set()
    for block in (*HEAD, *title, *body, *notes):
        start = len(lines) + 1
        lines += [*block.split("\n"), ""]
        if block in notes or re.sub(r"^\d+\. ", "", block) in own or block in own:
            mine.update(range(start, len(lines)))
    return "\n".join(lines), mine


def set_apart(text: str, notes: list[str]) -> list[str]:
    """The lines of a text that are not footnotes."""
    return [line for line in text.split("\n") if line not in notes]


def numbered(paragraphs: list[str], own: list[str]) -> list[str]:
    """Operative paragraphs with their numbers."""
    found, number = [], 0
    for block in paragraphs:
        if OWN_LABEL.match(block):
            number += block[0].isdigit()
            found.append(block)
        else:
            number += 1
            found.append(f"{number}. {block}")
    return found


def check(drafts: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """The findings of `reslint check` by file."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in drafts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-m", "reslint", "check", ".", "--output-format", "json"],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if run.returncode not in (0, 1):
        sys.exit(f"reslint check ended with {run.returncode}: {run.stderr.strip()}")
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in drafts}
    for finding in json.loads(run.stdout)["findings"]:
        found[Path(finding["path"]).name].append(finding)
    return found


def said(finding: dict[str, Any]) -> str:
    """The message of a finding, the title of its fix, and what the fix puts in."""
    fix = finding.get("fix") or {}
    return "\n".join([finding["message"], fix.get("title") or "", *(edit["text"] for edit in fix.get("edits", []))])


def is_on(finding: dict[str, Any], lines: set[int]) -> bool:
    """Whether a finding stands on one of the lines."""
    start, end = finding["start"], finding["end"]
    last = end["line"] - (end["column"] == 1 and end["line"] > start["line"])
    return any(line in lines for line in range(start["line"], last + 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--clean", action="store_true", help="rows without a mistake")
    parser.add_argument("--show", action="store_true", help="name the rows that fail, with what is said of them")
    args = parser.parse_args()
    table = rows(args.table, args.clean)
    drafts = {row.file: draft(row) for row in table}
    findings = check(
        {"base.res.md": draft(Row("", "", "OP", "", ""))[0], **{n: text for n, (text, _) in drafts.items()}}
    )
    for finding in findings["base.res.md"]:
        print(f"the draft without a row is not clean: {finding['rule']}: {finding['message']}")
    good, total, away = Counter[str](), Counter[str](), 0
    for row in table:
        lines = drafts[row.file][1]
        here = [one for one in findings[row.file] if is_on(one, lines)]
        away += any(one["severity"] != "info" and one not in here for one in findings[row.file])
        if args.clean:
            fits = not any(one["severity"] != "info" for one in here)
        else:
            fits = any(re.search(row.wants, said(one)) for one in here)
        kind = "clean" if args.clean else row.kind
        total[kind] += 1
        good[kind] += fits
        if args.show and not fits:
            text = row.text.replace("\n", " ⏎ ")
            print(f"{row.name} [{row.kind}] {row.where} {text}")
            for one in here:
                print(f"    {one['severity']} {one['rule']}: {one['message']}")
    if not args.clean:
        for kind in sorted(total):
            print(f"{good[kind]:4}/{total[kind]:<4}{kind}")
    word = "silent on" if args.clean else "found"
    print(f"{word} {good.total()}/{total.total()}; {away} with findings elsewhere")


if __name__ == "__main__":
    main()
