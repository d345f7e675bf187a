"""`reslint completion SHELL`: a script that lets a shell complete commands, options and their values."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

from ..text.record import NamedTuple, dataclass
from .console import writing
from .usage import OK

SHELLS = ("bash", "zsh", "fish")
EXAMPLES = """\
examples:
  reslint completion bash > ~/.local/share/bash-completion/completions/reslint
  reslint completion zsh > ~/.zfunc/_reslint            (with ~/.zfunc in fpath)
  reslint completion fish > ~/.config/fish/completions/reslint.fish
"""


class _Option(NamedTuple):
    names: tuple[str, ...]
    takes: bool
    """Whether a value follows."""
    choices: tuple[str, ...]
    help: str


class _Command(NamedTuple):
    name: str
    help: str
    options: tuple[_Option, ...]
    choices: tuple[str, ...]
    """The values of its own arguments; empty where they are files or words of any kind."""


@dataclass(frozen=True)
class CompletionOptions:
    """The shell."""

    shell: str = SHELLS[0]


Options = CompletionOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=f"one of {', '.join(SHELLS)}")


def run(options: CompletionOptions) -> int:
    """Print the script; the exit status."""
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell]
    with writing():
        print("\n".join(script(list(_commands()))))
    return OK


def _commands() -> Iterator[_Command]:
    """The commands as their own parsers declare them."""
    from .main import COMMANDS

    values = _values()
    for name, (module, summary) in COMMANDS.items():
        parser = argparse.ArgumentParser(prog=name)
        import_module(f".{module}", __package__).configure(parser)
        options = [_option(action, values) for action in parser._actions if action.option_strings]
        own = [word for action in parser._actions if not action.option_strings for word in _choices(action, values)]
        yield _Command(name, summary, tuple(options), tuple(own))


def _values() -> Mapping[str, Sequence[str]]:
    """Words for values that have no list of their own, by metavar or option: those of the packs that come along."""
    from ..engine import load
    from ..engine.packs.folders import shipped_names

    rulesets = [load([pack]) for pack in shipped_names()]
    rules = sorted({name for ruleset in rulesets for name in (*ruleset.areas, *ruleset.names)})
    organs = {organ for ruleset in rulesets for organ in ruleset.lexicons.get("organs", {}).get("organs", {})}
    return {
        "RULE": rules,
        "ORGAN": sorted(organs),
        "PACK": shipped_names(),
        "--pack": shipped_names(),
        "--profile": sorted({name for ruleset in rulesets for name in ruleset.profiles}),
    }


def _choices(action: argparse.Action, values: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    keys = [*action.option_strings, action.metavar]
    found = action.choices or next((values[key] for key in keys if isinstance(key, str) and key in values), ())
    return tuple(str(each) for each in found)


def _option(action: argparse.Action, values: Mapping[str, Sequence[str]]) -> _Option:
    takes = action.nargs not in {0, "?"}
    return _Option(tuple(action.option_strings), takes, _choices(action, values), action.help or "")


def _bash(commands: list[_Command]) -> Iterator[str]:
    yield "# Completion of reslint for bash."
    yield "_reslint() {"
    yield '    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command="" word'
    yield '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield "        case $word in -*) ;; *) command=$word; break ;; esac"
    yield "    done"
    yield '    case "$command $previous" in'
    for command in commands:
        for option in command.options:
            if option.choices:
                cases = "|".join(shlex.quote(f"{command.name} {name}") for name in option.names)
                yield f"        {cases}) {_bash_values(option.choices)}; return ;;"
    yield "    esac"
    yield "    case $command in"
    names = " ".join(command.name for command in commands)
    yield f"        '') COMPREPLY=($(compgen -W '{names} --help --version' -- \"$current\")); return ;;"
    for command in commands:
        words = " ".join(name for option in command.options for name in option.names)
        own = f"; [[ $current == -* ]] || COMPREPLY=($(compgen -W '{' '.join(command.choices)}' -- \"$current\"))"
        reply = f"[[ $current == -* ]] && COMPREPLY=($(compgen -W '{words}' -- \"$current\"))"
        yield f"        {command.name}) {reply}{own if command.choices else ''} ;;"
    yield "    esac"
    yield "}"
    yield "complete -o default -o bashdefault -F _reslint reslint"


def _bash_values(choices: Sequence[str]) -> str:
    """The command that proposes values; names of several words are lines, which bash quotes as it does files."""
    if not any(" " in each for each in choices):
        return f"COMPREPLY=($(compgen -W '{' '.join(choices)}' -- \"$current\"))"
    words = "\\n".join(each.replace("'", "\\'") for each in choices)
    listed = f"COMPREPLY=($(compgen -W $'{words}' -- \"$current\"))"
    return f"local IFS=$'\\n'; compopt -o filenames 2>/dev/null; {listed}"


def _escaped(choices: Sequence[str]) -> str:
    """Words as zsh and fish read them in a list."""
    return " ".join(each.replace(" ", "\\ ") for each in choices)


def _zsh(commands: list[_Command]) -> Iterator[str]:
    yield "#compdef reslint"
    yield "# Completion of reslint for zsh."
    yield "_reslint() {"
    yield "    local -a commands"
    yield "    commands=("
    yield from (f"        {_single(f'{command.name}:{command.help}')}" for command in commands)
    yield "    )"
    yield "    if (( CURRENT == 2 )); then"
    yield "        _describe command commands"
    yield "        return"
    yield "    fi"
    yield "    case $words[2] in"
    for command in commands:
        yield f"        {command.name})"
        yield "            shift words; (( CURRENT-- ))"
        specs = [_zsh_option(option, name) for option in command.options for name in option.names]
        own = f"*: :({' '.join(command.choices)})" if command.choices else "*:file:_files"
        yield f"            _arguments {' '.join(map(_single, [*specs, own]))} ;;"
    yield "    esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = "_reslint" ]; then _reslint "$@"; else compdef _reslint reslint; fi'


def _zsh_option(option: _Option, name: str) -> str:
    said = option.help.replace("[", "(").replace("]", ")").replace(":", r"\:")
    value = f":value:({_escaped(option.choices)})" if option.choices else ":value:_files" if option.takes else ""
    return f"*{name}[{said}]{value}"


def _fish(commands: list[_Command]) -> Iterator[str]:
    yield "# Completion of reslint for fish."
    yield "complete -c reslint -n __fish_use_subcommand -l help -d 'show help'"
    yield "complete -c reslint -n __fish_use_subcommand -l version -d 'show the version'"
    for command in commands:
        yield f"complete -c reslint -f -n __fish_use_subcommand -a {command.name} -d {_fish_quoted(command.help)}"
    for command in commands:
        here = f"complete -c reslint -n '__fish_seen_subcommand_from {command.name}'"
        if command.choices:
            yield f"{here} -f -a '{' '.join(command.choices)}'"
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            takes = f" -x -a '{_escaped(option.choices)}'" if option.choices else " -r" if option.takes else ""
            yield f"{here} {names}{takes} -d {_fish_quoted(option.help)}"


def _single(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


def _fish_quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
