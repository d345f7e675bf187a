"""The same resolutions in every way that drafts arrive in: does reslint still see the same?

    python tests/measure/ways.py [--texts N] [--seed N] [--only WAY,…] [--show WAY] [--pdf FOLDER] [--mixed N] [FOLDER…]

The folders hold clean texts; without one, the drafts of the tests. For each way (`tests/ways`):

- seen: the share of texts taken for a resolution;
- outline: the share whose preambular paragraphs, operative labels and labels of subparagraphs are those of the clean
  text;
- extra, fewer: errors and warnings a text that the clean text does not have, or that are missing;
- italics: findings about italics a text that the clean text does not have;
- damage: the share of texts in which the safe fixes change a word, a number or a label that they leave alone in the
  clean text;
- settled: the share in which fixing again changes nothing.

With `--pdf` the texts are those of which the folder has a PDF file, and the ways are what `pdftotext` makes of it.
With `--mixed` there is one row for so many texts, each in several ways at once, drawn by the seed.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from random import Random

from reslint.engine import Ruleset, load

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

from tests.ways.judge import Seen, Verdict, judge, see  # noqa: E402
from tests.ways.mixed import mixed  # noqa: E402
from tests.ways.registry import Clean, Way, split, ways  # noqa: E402

COLUMNS = ("seen", "outline", "extra", "fewer", "italics", "damage", "settled")


def main() -> None:
    """Measures and prints a table."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[PROJECT / "tests" / "drafts" / "ok"])
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", default="")
    parser.add_argument("--pdf", type=Path)
    parser.add_argument("--mixed", type=int, default=0)
    options = parser.parse_args()
    paths = sorted(path for folder in options.folders for path in folder.glob("*.md"))
    if options.pdf:
        paths = [path for path in paths if (options.pdf / f"{path.stem}.pdf").exists()]
    paths = Random(options.seed).sample(paths, min(options.texts, len(paths)))
    ruleset = load(["un"])
    texts = {path.name: split(path.read_text(encoding="utf-8")) for path in paths}
    if options.mixed:
        _mixed(options.mixed, Random(options.seed), texts, ruleset)
        return
    clean = {name: see(text.write(), ruleset) for name, text in texts.items()}
    chosen = [one for one in ways().values() if not options.only or one.name in options.only.split(",")]
    print(f"{'way':28}" + "".join(f"{name:>9}" for name in COLUMNS))
    printed = {}
    if options.pdf:
        printed = {"pdf-raw": (), "pdf-layout": ("-layout",)}
        chosen = [
            Way(name, Clean.write, italics=False, says=frozenset({"structure/split-paragraph"})) for name in printed
        ]
    rows = []
    for one in chosen:
        verdicts = []
        for name, text in texts.items():
            if options.pdf:
                written = _printed(options.pdf / Path(name).with_suffix(".pdf"), printed[one.name])
            else:
                written = one.write(text)
            seen = see(written, ruleset)
            verdicts.append(judge(clean[name], seen, one))
            if one.name in options.show.split(","):
                _show(name, clean[name], seen, verdicts[-1])
        rows.append(_row(verdicts))
        print(f"{one.name:28}" + _figures(rows[-1]), flush=True)
    print(f"{'mean of ' + str(len(rows)):28}" + _figures([sum(each) / len(rows) for each in zip(*rows, strict=True)]))


def _mixed(count: int, random: Random, texts: Mapping[str, Clean], ruleset: Ruleset) -> None:
    verdicts = []
    for _ in range(count):
        name, way = random.choice([*texts]), mixed(random)
        clean, seen = see(texts[name].write(), ruleset), see(way.write(texts[name]), ruleset)
        verdicts.append(judge(clean, seen, way))
        if not verdicts[-1].is_equal or verdicts[-1].extra or verdicts[-1].damage:
            print(f"  {way.name}")
            _show(name, clean, seen, verdicts[-1])
    print(f"{f'{count} mixed at random':28}" + _figures(_row(verdicts)))


def _printed(path: Path, how: tuple[str, ...]) -> str:
    """The text that `pdftotext` reads from a file."""
    return subprocess.run(["pdftotext", *how, path, "-"], capture_output=True, check=True).stdout.decode()


def _row(verdicts: list[Verdict]) -> list[float]:
    def mean(values: list[int]) -> float:
        return sum(values) / len(values)

    return [
        mean([one.is_seen for one in verdicts]),
        mean([one.is_equal for one in verdicts]),
        mean([one.extra.total() for one in verdicts]),
        mean([one.missing.total() for one in verdicts]),
        mean([one.italics for one in verdicts]),
        mean([bool(one.damage) for one in verdicts]),
        mean([one.is_settled for one in verdicts]),
    ]


def _figures(row: list[float]) -> str:
    shares = {"seen", "outline", "damage", "settled"}
    return "".join(
        f"{value:9.0%}" if name in shares else f"{value:9.2f}" for name, value in zip(COLUMNS, row, strict=True)
    )


def _show(name: str, clean: Seen, seen: Seen, verdict: Verdict) -> None:
    if not verdict.is_equal:
        for what in ("preambular", "operative", "items"):
            if getattr(clean, what) != getattr(seen, what):
                print(f"  {name} {what}: {getattr(clean, what)} is {getattr(seen, what)}"[:400])
    for what in ("extra", "missing", "damage"):
        if getattr(verdict, what):
            print(f"  {name} {what}: {dict(getattr(verdict, what))}"[:400])


if __name__ == "__main__":
    main()
