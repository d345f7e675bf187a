"""Writes the files that a new rule or a new kind of check needs, in a checkout of the project.

    python -m reslint.develop new-rule AREA/NAME [--pack PACK]
    python -m reslint.develop new-kind NAME [--rule AREA/NAME]
    python -m reslint.develop regenerate

What is written works as it stands and is to be changed: a rule with its examples, a kind with its test and its line in
the map. The pages and schemas that are made from rules and kinds are made again each time.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_RULE = """\
summary: Deadlines are not put off by “{words}”.
severity: info
select: body
check:
  kind: {kind}
  find: '\\b{words}\\b'
message: 'Say when: “{{found}}” is not a date.'
why: Whoever carries out a decision must know by when.
source: ['our style sheet, section 4']
examples:
  report:
    - draft: '1. *Decides* to meet {{{{{words}}}}};'
  silent:
    - '1. *Decides* to meet in May;'
"""
_WORDS = "in the fullness of time"
_KIND = '''\
"""Places where a pattern is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import LocalMatch
from ..data.schema import Pattern, Record
from ..patterns.compiled import LazyPattern

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources


class {title}Check:
    """Each place where the pattern is found."""

    KIND: ClassVar[str] = "{name}"
    OPTIONS: ClassVar[Record] = Record(
        {{"find": Pattern("What is looked for.", required=True)}}, "Places where a pattern is found."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._find = LazyPattern(options["find"])
        self.keywords = self._find.keywords

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The places, from left to right."""
        for match in self._find.finditer(words.text):
            yield LocalMatch(*match.span())
'''
_TEST = '''\
"""Places where a pattern is found."""

from __future__ import annotations

from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.text.fold import fold


def found(words: str, **options: str) -> list[str]:
    kind = check_class("{name}")
    assert list(kind.OPTIONS.issues(options)) == []
    folded = fold((words,))
    check = kind(kind.OPTIONS.fill(options), Resources({{}}))
    return [folded.text[match.start : match.end] for match in check.find(folded)]


def test_each_place_is_found():
    assert found("Decides to meet soon, very soon,", find="soon") == ["soon", "soon"]
'''
_MAP_LINE = "| `{name}` | `find` | each place where a pattern is found |\n"
_MAP_HEAD = "| kind | options | reports |\n"


class CannotScaffold(Exception):
    """Nothing was written; the message says why, and what to do."""


def rule_files(root: Path, name: str, *, pack: str = "un", kind: str = "pattern") -> dict[Path, str]:
    """The file of a new rule with its text, by its path. Raises CannotScaffold."""
    area, _, own = name.partition("/")
    if not _NAME.fullmatch(area) or not _NAME.fullmatch(own):
        raise CannotScaffold(f"“{name}” is not the name of a rule: write AREA/NAME in small letters, “style/new-rule”")
    folder = root / "rules" / pack
    if not (folder / "pack.yaml").is_file():
        raise CannotScaffold(f"there is no pack “{pack}” in {root / 'rules'}")
    return _new({folder / area / f"{own}.yaml": _RULE.format(words=_WORDS, kind=kind)})


def kind_files(root: Path, name: str) -> dict[Path, str]:
    """The files of a new kind of check with their texts, by path: its module, its test and the map.

    Raises CannotScaffold.
    """
    if not _NAME.fullmatch(name):
        raise CannotScaffold(f"“{name}” is not the name of a kind: write small letters and hyphens, “note-order”")
    module = name.replace("-", "_")
    title = "".join(part.capitalize() for part in name.split("-"))
    files = {
        root / "server" / "reslint" / "engine" / "checks" / f"{module}.py": _KIND.format(name=name, title=title),
        root / "tests" / "engine" / "checks" / f"test_{module}.py": _TEST.format(name=name),
    }
    chart = root / "server" / "README.md"
    before, head, table = chart.read_text(encoding="utf-8").partition(_MAP_HEAD)
    rows, blank, after = table.partition("\n\n")
    if not head or not blank:
        raise CannotScaffold(f"{chart} has no table of kinds that begins “{_MAP_HEAD.strip()}”")
    return {**_new(files), chart: f"{before}{head}{rows}\n{_MAP_LINE.format(name=name)}{blank[1:]}{after}"}


def _new(files: Mapping[Path, str]) -> dict[Path, str]:
    for path in files:
        if path.exists():
            raise CannotScaffold(f"{path} is there already: choose another name")
    return dict(files)


def regenerate(root: Path) -> None:
    """Write what stands beside the packs again. Raises OSError, and ValueError for a wrong rule.

    These are the schemas, what is known of the patterns, and the catalogue.
    """
    from .engine import load
    from .engine.packs import judged
    from .engine.patterns.compiled import known_verdicts
    from .engine.project import jsonschema
    from .reports import catalogue

    folder = root / "rules"
    (folder / judged.NAME).unlink(missing_ok=True)
    for manifest in sorted(folder.glob("*/pack.yaml")):
        # Each by itself: of packs that are read together one's lexicons stand in for another's.
        load([manifest.parent], cache=False)
    judged.write(folder, known_verdicts())
    jsonschema.write(folder)
    catalogue.write(folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; the status is 2 where nothing could be done."""
    root = Path(__file__).resolve().parents[2]
    given = _parser().parse_args(arguments)
    try:
        if not (root / "rules").is_dir() or not (root / "tests").is_dir():
            raise CannotScaffold("this works in a checkout of the project only: git clone it and run .ci/test once")
        files: dict[Path, str] = {}
        if given.command == "new-rule":
            files = rule_files(root, given.name, pack=given.pack)
        elif given.command == "new-kind":
            rule = given.rule or f"style/{given.name}"
            files = {**kind_files(root, given.name), **rule_files(root, rule, kind=given.name)}
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(root))
        regenerate(root)
    except (CannotScaffold, OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print("rules/*.schema.json, rules/patterns.json and rules/README.md are up to date.")
    if files:
        print("Change what is written there, then run: reslint test, .ci/test, python -m reslint.develop regenerate")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m reslint.develop", description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    rule = commands.add_parser("new-rule", help="a rule of the kind “pattern”, with its examples")
    rule.add_argument("name", metavar="AREA/NAME")
    rule.add_argument("--pack", default="un", help="the pack it belongs to (default: un)")
    kind = commands.add_parser("new-kind", help="a kind of check, its test, its line in the map and a rule")
    kind.add_argument("name", metavar="NAME")
    kind.add_argument("--rule", metavar="AREA/NAME", help="the rule that uses it (default: style/NAME)")
    commands.add_parser("regenerate", help="make the schemas and the catalogue of the rules again")
    return parser


if __name__ == "__main__":
    sys.exit(main())
