"""The entry point: finds the command, imports its module and no other, and runs it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn, Protocol, cast

from .. import __version__
from .console import let_go_of_output, one_line, prepare_streams, writing
from .usage import FAILED, UsageError

_INTERRUPTED = 130

COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("check", "check drafts, and fix them"),
    "rules": ("rules", "list the rules in force"),
    "explain": ("explain", "explain a rule: why it is there, wrong and right, source"),
    "packs": ("packs", "list the packs of rules and their profiles"),
    "kinds": ("kinds", "list the kinds of check that a rule may use, with their options"),
    "config": ("config", "show what is in force and where it came from"),
    "outline": ("outline", "show the structure of a draft"),
    "test": ("test", "test a rule pack by the examples of its rules"),
    "cite": ("cite", "find resolutions and treaties and print how to cite them; import one's own"),
    "init": ("init", "write a configuration for the drafts here, or a pack of rules to start from"),
    "stats": ("stats", "count words, paragraphs, openers and citations"),
    "mandates": ("mandates", "show who is asked to do what by when"),
    "predecessor": ("predecessor", "name the latest resolution of the same title, and what has changed since"),
    "convert": ("convert", "make Markdown of a draft in Word, and the other way round"),
    "diff": ("diff", "compare two versions of a draft, paragraph by paragraph"),
    "completion": ("completion", "print the completion script of a shell"),
    "mcp": ("mcp", "serve an assistant: the Model Context Protocol, over the standard streams"),
    "server": ("server", "serve an editor: the language server, over the standard streams"),
}
"""Each command with its module and what it does."""


_USUAL = {
    "lint": "reslint check",
    "run": "reslint check",
    "validate": "reslint check",
    "fix": "reslint check --fix",
    "format": "reslint check --fix",
    "list": "reslint rules",
    "show": "reslint explain",
    "lsp": "reslint server",
    "help": "reslint --help",
}
"""Commands of other programs, and what to write here instead."""


class CommandModule(Protocol):
    """The contract of the module of a command."""

    EXAMPLES: str
    """Example command lines, printed at the end of its help."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""
        ...

    Options: Callable[..., Any]
    """Makes the typed options that `run` takes of the arguments, by their names."""

    def run(self, options: Any) -> int:
        """Do the work; the exit status."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process unless given); returns the exit status, 0, 1 or 2.

    `--help` and `--version` end with SystemExit, as argparse has it.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        prepare_streams()
        try:
            return _run(words)
        except SystemExit:
            with writing():
                sys.stdout.flush()  # a help text
            raise
    except UsageError as error:
        _tell(str(error))
        return FAILED
    except BrokenPipeError:
        let_go_of_output()  # the reader went away
        return FAILED
    except KeyboardInterrupt:
        _tell("interrupted")
        return _INTERRUPTED


def _tell(words: str) -> None:
    """The last line of a run that ends before its time."""
    with suppress(OSError):
        print(f"reslint: {one_line(words)}", file=sys.stderr)


def run_and_leave(at_last: Callable[[], None] = lambda: None) -> None:
    """`main` for a process that does nothing else: it counts garbage seldom, and leaves without tidying up.

    `at_last` is called before it does.
    """
    # What a check holds it holds to its end; looking for cycles in it takes a tenth of the time.
    gc.set_threshold(1_000_000, 20, 100)
    status = main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    at_last()
    # What several processes shared is given back by an ordinary exit only.
    threads = sys.modules.get("threading")
    several = "multiprocessing" in sys.modules or (threads is not None and threads.active_count() > 1)
    if several or sys.gettrace() is not None:
        sys.exit(status)
    os._exit(status)


def _run(words: list[str]) -> int:
    name = next((word for word in words if not word.startswith("-")), "")
    if name and name not in COMMANDS:
        raise UsageError(_unknown(name))
    parser, own, module = _parser(name)
    given, strays = parser.parse_known_args(words)
    if strays:
        raise UsageError(_stray(strays[0], own or parser))
    if module is None:
        with writing():
            sys.stdout.write(parser.format_help())
            sys.stdout.flush()
        return FAILED
    options = module.Options(**vars(given))
    status = module.run(options)
    with writing():
        sys.stdout.flush()
    _keep()
    return status


def _keep() -> None:
    """Saves what was compiled, found, and read as tokens, for the next run."""
    from ..text import regex

    if regex.has_news():
        from ..engine.packs.cache import keep_patterns

        keep_patterns()
    if (memory := sys.modules.get("reslint.engine.tokens.memory")) is not None:
        memory.MEMORY.keep()
    if (outcomes := sys.modules.get("reslint.engine.run.outcomes")) is not None:
        outcomes.OUTCOMES.keep()


# Python has no translations of its own messages; looking for them takes longer than parsing a command line.
argparse._ = lambda message: message  # type: ignore[attr-defined]


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are lines of their own, whatever is in the words that it complains of."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """A formatter that finds the width of the terminal without a module of its own: one is made for every argument."""

    def __init__(self, prog: str, **options: Any) -> None:
        if options.get("width") is None:
            options["width"] = _columns() - 2
        super().__init__(prog, **options)


def _columns() -> int:
    """How wide a terminal is, as `shutil.get_terminal_size` finds it."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    with suppress(OSError, ValueError):
        if sys.__stdout__ is not None:
            return os.get_terminal_size(sys.__stdout__.fileno()).columns
    return 80


def _parser(name: str) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser | None, CommandModule | None]:
    """The parser of all commands, with the arguments of the one that is named, its own parser and its module."""
    parser = _Parser(
        prog="reslint",
        allow_abbrev=False,
        formatter_class=_Formatter,
        description="The drafting assistant for resolutions.",
        epilog="Exit status: 0 nothing found, 1 findings at or above the fail level, 2 could not do its work.",
    )
    parser.add_argument("--version", action="version", version=f"reslint {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    own: argparse.ArgumentParser | None = None
    module: CommandModule | None = None
    for command, (module_name, summary) in COMMANDS.items():
        if name and command != name:
            continue  # only the help of all commands shows it
        subparser = commands.add_parser(
            command,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        if command == name:
            module = cast("CommandModule", import_module(f".{module_name}", __package__))
            subparser.epilog = module.EXAMPLES
            module.configure(subparser)
            own = subparser
    return parser, own, module


def _stray(word: str, parser: argparse.ArgumentParser) -> str:
    """A message on a word of the command line that no argument takes."""
    from ..engine.data.schema import did_you_mean

    more = f"; {parser.prog} --help lists what it takes"
    if not word.startswith("-"):
        return f"“{word}” is one argument too many{more}"
    option = word.partition("=")[0]
    known = [name for action in parser._actions for name in action.option_strings]
    longer = [name for name in known if name.startswith(option)]
    hint = f"; did you mean “{longer[0]}”?" if longer else did_you_mean(option, known) or more
    return f"there is no option “{option}”{hint}"


def _unknown(name: str) -> str:
    from ..engine.data.schema import did_you_mean

    if os.path.exists(name):
        return f"there is no command “{name}”; did you mean “reslint check {name}”?"
    if name in _USUAL:
        return f"there is no command “{name}”; did you mean “{_USUAL[name]}”?"
    hint = did_you_mean(name, list(COMMANDS)) or f"; there are {', '.join(COMMANDS)}"
    return f"there is no command “{name}”{hint}"
