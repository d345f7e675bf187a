"""Changes the program in small ways, one at a time, and says which changes no test notices.

    python tests/measure/mutants.py text.edits draft.order --tests tests/text tests/draft
    python tests/measure/mutants.py draft --sample 30 --jobs 2 --tests tests/draft -- --deselect tests/draft/test_x.py

A change is a mutant: another comparison, a condition turned round, a number one greater, a statement left out. Each
runs in a process of its own, in which the module is the changed one and nothing on the disk is touched; the first
test that fails kills it, and so does the time or the memory that it takes too much of. What survives is printed as a
difference, to be read: either a test is missing, or the change makes no difference, or the code has no use.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.metadata import entry_points
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "server"
MEMORY = 2 << 30
IMPORTED = "ignore::pytest.PytestAssertRewriteWarning"
OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitAnd: (ast.BitOr,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
}
NAMES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "startswith": "endswith",
    "endswith": "startswith",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
    "match": "search",
    "fullmatch": "match",
}


class Mutant(NamedTuple):
    """The text `new` in place of the bytes `start` to `end` of a module's source."""

    start: int
    end: int
    new: str

    def of(self, source: bytes) -> bytes:
        """The source of the changed module."""
        return source[: self.start] + self.new.encode() + source[self.end :]


class _Changes(ast.NodeVisitor):
    """All mutants of a module."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.dumped = ast.dump(ast.parse(source))
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.found: dict[Mutant, None] = {}

    def generic_visit(self, node: ast.AST) -> None:
        """Offers the changes of a node, then those of what it holds, but for annotations."""
        for new in _variants(node):
            self._offer(node, new)
        for name, value in ast.iter_fields(node):
            if name not in ("annotation", "returns", "decorator_list", "bases"):
                for child in value if isinstance(value, list) else [value]:
                    if isinstance(child, ast.AST):
                        self.visit(child)

    def visit_If(self, node: ast.If) -> None:
        """Code that only a type checker reads is skipped."""
        if "TYPE_CHECKING" in ast.dump(node.test):
            for child in node.orelse:
                self.visit(child)
        else:
            self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Docstrings are skipped."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """A cast says something to type checkers."""
        if not (isinstance(node.func, ast.Name) and node.func.id == "cast"):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Aliases of types and lists of exported names are skipped."""
        value = node.value
        alias = isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name) and value.value.id[0].isupper()
        private = isinstance(node.targets[0], ast.Name) and node.targets[0].id in ("__all__", "__slots__", "Code")
        if not alias and not private:
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Of a declaration only the value counts."""
        if node.value is not None:
            self.visit(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Older Pythons do not say where the parts of such a string stand."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """Says something to type checkers."""

    def _offer(self, node: ast.AST, new: str) -> None:
        assert isinstance(node, (ast.expr, ast.stmt))
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        mutant = Mutant(start, end, new)
        try:
            same = ast.dump(ast.parse(mutant.of(self.source))) == self.dumped
        except SyntaxError:
            return
        if not same:
            self.found[mutant] = None


def changes(source: bytes) -> list[Mutant]:
    """The mutants of a module in the order of its source."""
    visitor = _Changes(source)
    visitor.visit(ast.parse(source))
    return sorted(visitor.found)


def _variants(node: ast.AST) -> Iterator[str]:
    """The nodes that may stand in place of a node."""
    if isinstance(node, (ast.Compare, ast.BinOp, ast.BoolOp, ast.UnaryOp)):
        yield from (f"({one})" for one in _operated(node))
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, ast.Return):
        if node.value is not None:
            yield "return None"
    elif isinstance(node, (ast.Break, ast.Continue)):
        yield from ("pass", "break" if isinstance(node, ast.Continue) else "continue")
    elif isinstance(node, (ast.Expr, ast.AugAssign, ast.Raise, ast.Delete)):
        yield "pass"
    elif isinstance(node, ast.Assign):
        if not isinstance(node.targets[0], ast.Name):
            yield "pass"
    elif isinstance(node, (ast.Name, ast.Attribute)):
        name = node.id if isinstance(node, ast.Name) else node.attr
        if name in NAMES and isinstance(node.ctx, ast.Load):
            yield ast.unparse(node)[: -len(name)] + NAMES[name]
    elif isinstance(node, ast.IfExp):
        yield from (f"({ast.unparse(node.body)})", f"({ast.unparse(node.orelse)})")


def _operated(node: ast.Compare | ast.BinOp | ast.BoolOp | ast.UnaryOp) -> Iterator[str]:
    """An expression with other operators, or without one of its parts."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in OPERATORS.get(type(operator), ()):
                ops = [*node.ops[:index], other(), *node.ops[index + 1 :]]
                yield ast.unparse(ast.Compare(node.left, ops, node.comparators))  # type: ignore[arg-type]
    elif isinstance(node, ast.BinOp):
        for other in OPERATORS.get(type(node.op), ()):
            yield ast.unparse(ast.BinOp(node.left, other(), node.right))  # type: ignore[arg-type]
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield ast.unparse(ast.BoolOp(other(), node.values))
        for index in range(len(node.values)):
            rest = [*node.values[:index], *node.values[index + 1 :]]
            yield ast.unparse(rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
    elif isinstance(node.op, (ast.Not, ast.USub)):
        yield ast.unparse(node.operand)


def _constants(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, int):
        yield from (str(value + 1), f"({value - 1})")
    elif isinstance(value, str):
        yield '""' if value else '"XX"'


class _Loader(SourceFileLoader):
    """Loads a module from another source than that of its file."""

    changed: bytes

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        """The code of the changed source."""
        return compile(self.changed, self.path, "exec", dont_inherit=True)


class _Finder:
    """Finds the changed module before the file is found."""

    def __init__(self, name: str, path: Path, changed: bytes) -> None:
        self.name = name
        self.loader = _Loader(name, str(path))
        self.loader.changed = changed

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The changed module; None for all others."""
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.loader.path, loader=self.loader)


class Trial:
    """Runs the tests with changed modules, several at a time."""

    def __init__(self, arguments: Sequence[str], folder: Path, jobs: int) -> None:
        self.arguments = [*arguments, "-x", "-q", "-p", "no:cacheprovider", "-W", IMPORTED, "--hypothesis-seed=0"]
        self.folder = folder
        self.jobs = jobs
        self.limit = 600.0
        self.running: dict[int, tuple[float, Callable[[str], None]]] = {}
        self.number = 0

    def start(self, finder: _Finder | None, tell: Callable[[str], None]) -> None:
        """Runs the tests in a new process; `tell` is told "survived", "killed" or "timeout"."""
        while len(self.running) >= self.jobs:
            self.wait()
        self.number += 1
        own = self.folder / str(self.number)
        child = os.fork()
        if not child:
            self._child(finder, own)
        self.running[child] = (time.monotonic() + self.limit, tell)

    def wait(self) -> None:
        """Waits until one of the processes has ended, or has taken too long and been ended."""
        while True:
            for child, (until, tell) in list(self.running.items()):
                ended, status = os.waitpid(child, os.WNOHANG)
                late = not ended and time.monotonic() > until
                if late:
                    os.killpg(child, signal.SIGKILL)
                    os.waitpid(child, 0)
                if ended or late:
                    del self.running[child]
                    code = os.waitstatus_to_exitcode(status) if ended else None
                    tell("timeout" if late or code == -signal.SIGXCPU else "killed" if code else "survived")
                    return
            time.sleep(0.01)

    def _child(self, finder: _Finder | None, own: Path) -> None:
        code = 99
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (int(self.limit) + 1, int(self.limit) + 2))
            own.mkdir()
            if (self.folder / "cache").is_dir():
                shutil.copytree(self.folder / "cache", own / "cache")
            os.environ["RESLINT_CACHE_DIR"] = str(own / "cache") if finder else str(self.folder / "cache")
            if finder is not None:
                sys.meta_path.insert(0, finder)
                for descriptor in (1, 2):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
            code = _pytest([*self.arguments, f"--basetemp={own / 'temporary'}"])
            shutil.rmtree(own, ignore_errors=True)
        except Exception:  # a fork must not go on with what its parent does
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)


def _pytest(arguments: Sequence[str]) -> int:
    # A mutant is dead at its first wrong answer; which of the wrong answers is the shortest is of no use here.
    settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate], deadline=None, database=None)
    settings.load_profile("mutants")
    return int(pytest.main(list(arguments)))


def modules(names: Sequence[str]) -> list[tuple[str, Path]]:
    """The modules of the program with these names, or in the packages of these names. Raises SystemExit."""
    found = []
    for name in names:
        path = SERVER.joinpath("reslint", *name.split("."))
        paths = sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
        if not all(one.is_file() for one in paths):
            raise SystemExit(f"there is no module reslint.{name}")
        for one in paths:
            if one.name != "__init__.py":
                found.append((".".join(one.relative_to(SERVER).with_suffix("").parts), one))
    return found


def shown(path: Path, source: bytes, mutant: Mutant) -> str:
    """A mutant as a difference of lines."""
    first = source.rfind(b"\n", 0, mutant.start) + 1
    last = source.find(b"\n", mutant.end)
    changed = source[first : mutant.start] + mutant.new.encode() + source[mutant.end : last]
    old, new = ("\n".join(f"{sign} {line}" for line in text.decode().splitlines())
                for sign, text in (("-", source[first:last]), ("+", changed)))  # fmt: skip
    line = source[: mutant.start].count(b"\n") + 1
    return f"{path.relative_to(ROOT)}:{line}\n{old}\n{new}"


def measure(name: str, path: Path, trial: Trial, sample: int | None, seed: int) -> tuple[int, int]:
    """How many mutants of a module were made and how many of them survived; prints those."""
    source = path.read_bytes()
    made = changes(source)
    every = len(made)
    if sample is not None and sample < every:
        made = sorted(random.Random(f"{seed} {name}").sample(made, sample))
    said: dict[Mutant, str] = {}
    for mutant in made:
        trial.start(_Finder(name, path, mutant.of(source)), partial(said.__setitem__, mutant))
    while trial.running:
        trial.wait()
    for mutant in made:
        if said[mutant] == "survived":
            print(shown(path, source, mutant), flush=True)
    words = list(said.values())
    survived = words.count("survived")
    print(f"== {name}: {len(made)} of {every} mutants, {words.count('killed')} killed, "
          f"{words.count('timeout')} took too long, {survived} survived", flush=True)  # fmt: skip
    return len(made), survived


def main() -> int:
    """Says which mutants survive; 1 when the tests fail without any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module", nargs="+", help="a module or a package below reslint, as text.edits")
    parser.add_argument("--tests", nargs="+", default=["tests"], help="files and folders of tests")
    parser.add_argument("--sample", type=int, help="so many mutants of each module, drawn by --seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    own, rest = sys.argv[1:], []
    if "--" in own:
        own, rest = own[: own.index("--")], own[own.index("--") + 1 :]
    options = parser.parse_args(own)
    named = modules(options.module)
    for plugin in entry_points(group="pytest11"):
        plugin.load()  # once, and not again in every process
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial([*options.tests, *rest], Path(folder), options.jobs)
        answers: list[str] = []
        started = time.monotonic()
        trial.start(None, answers.append)
        trial.wait()
        if answers != ["survived"]:
            return 1
        trial.limit = 10 + 5 * (time.monotonic() - started)
        counts = [measure(name, path, trial, options.sample, options.seed) for name, path in named]
    made, survived = (sum(column) for column in zip(*counts, strict=True))
    print(f"{made} mutants, {made - survived} killed: {100 * (made - survived) / max(made, 1):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
