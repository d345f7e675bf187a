"""The shape of the program: which room may know which, and what a check must not load."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "server" / "reslint"
ALLOWED = {
    "text": set(),
    "formats": {"text"},
    "register": {"text"},
    "draft": {"text"},
    "engine": {"text", "formats", "register", "draft"},
    "phrasing": {"text", "register", "draft", "engine"},
    "reports": {"text", "formats", "register", "draft", "engine"},
    "cli": {"text", "formats", "register", "draft", "engine", "phrasing", "reports"},
    "lsp": {"text", "formats", "register", "draft", "engine", "phrasing", "reports"},
}
"""For each room the rooms it may import, besides itself."""
FLOORS = ("patterns", "data", "search", "language", "mandates", "edits", "tokens", "checks", "packs", "run", "project")
"""The inner rooms of the engine from the ground up; each may import those before it."""
DOOR = "cli/server.py"
"""The command that starts the language server: the one place where the two rooms meet."""
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOM_MODULES = [path for path in MODULES if len(path.relative_to(PACKAGE).parts) > 1]


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(path: Path, *, types: bool = True) -> Iterator[str]:
    """The absolute names that a module imports anywhere in it, also inside functions; `types`: those of types, too."""
    package = ["reslint", *path.relative_to(PACKAGE).parts[:-1]]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not types:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", ROOM_MODULES, ids=name_of)
def test_a_room_imports_only_the_rooms_below_it(path: Path):
    room = path.relative_to(PACKAGE).parts[0]
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("reslint.") and name.count(".") >= 1}
    assert (rooms & ALLOWED.keys()) - {room} <= ALLOWED[room] | ({"lsp"} if name_of(path) == DOOR else set())


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("engine/*/*.py")), ids=name_of)
def test_an_inner_room_of_the_engine_imports_only_those_below_it(path: Path):
    room = path.parent.name
    rooms = {name.split(".")[2] for name in imported(path) if name.startswith("reslint.engine.")}
    assert rooms & set(FLOORS) <= set(FLOORS[: FLOORS.index(room) + 1])


def module_of(path: Path) -> str:
    return ".".join(["reslint", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")


def circles(arrows: dict[str, set[str]]) -> list[set[str]]:
    """The groups of modules that lead to each other."""

    def reached(start: str) -> set[str]:
        found: set[str] = set()
        ahead = [start]
        while ahead:
            for name in arrows[ahead.pop()] - found:
                found.add(name)
                ahead.append(name)
        return found

    from_each = {name: reached(name) for name in arrows}
    groups = [frozenset(other for other in from_each[name] if name in from_each[other]) for name in arrows]
    return [set(group) for group in dict.fromkeys(groups) if len(group) > 1]


def test_no_modules_import_each_other_in_a_circle():
    names = {module_of(path) for path in MODULES}

    def target(name: str) -> str:
        return name if name in names else name.rpartition(".")[0]

    arrows = {
        module_of(path): {target(name) for name in imported(path, types=False)} & names - {module_of(path)}
        for path in MODULES
    }
    assert circles(arrows) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_language_server_knows_the_protocol(path: Path):
    if path.relative_to(PACKAGE).parts[0] != "lsp":
        assert not {"pygls", "lsprotocol"} & {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_checks_of_tokens_know_spacy(path: Path):
    if "spacy" in {name.split(".")[0] for name in imported(path)}:
        assert name_of(path).startswith("engine/tokens/")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_top_of_the_project_holds_what_its_map_says():
    allowed = {"pyproject.toml", "server", "rules", "editors", "tests", "findings"}
    allowed |= {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"}
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    here = subprocess.run(listing, cwd=PROJECT, capture_output=True, text=True, check=False)
    if here.returncode:
        pytest.skip("not a git checkout: what is generated cannot be told from what is kept")
    top = {line.split("/")[0] for line in here.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= allowed


HEAVY = {"pygls", "lsprotocol", "spacy", "pydantic", "attr", "attrs", "cattrs", "numpy", "thinc", "asyncio", "socket"}
CONTAINERS = {"zipfile", "pyexpat", "xml", "lxml"}
"""Modules that open files that are more than text."""


def loaded_by(*arguments: str) -> set[str]:
    """The top-level modules in memory after a command line has run in a fresh interpreter."""
    script = (
        "import sys\n"
        "from reslint.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('\\nLOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return set(run.stdout.rpartition("LOADED")[2].split())


def test_a_check_loads_no_protocol_and_no_model_of_language():
    draft = PROJECT / "tests" / "drafts" / "ok" / "general-assembly.res.md"
    assert not loaded_by("check", str(draft)) & HEAVY


def test_a_check_of_a_text_file_loads_nothing_that_opens_other_files():
    draft = PROJECT / "tests" / "drafts" / "ok" / "general-assembly.res.md"
    assert not loaded_by("check", str(draft)) & CONTAINERS


def test_a_check_makes_no_data_classes_of_the_standard_library():
    draft = PROJECT / "tests" / "drafts" / "ok" / "general-assembly.res.md"
    assert not loaded_by("check", str(draft)) & {"dataclasses", "inspect"}


def test_the_help_of_the_server_does_not_load_the_server():
    assert not loaded_by("server", "--help") & HEAVY


def test_asking_for_the_version_loads_not_even_the_rules():
    assert not loaded_by("--version") & {*HEAVY, "yaml", "pathspec"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=name_of)
def test_nothing_behind_the_door_of_a_command_sees_what_argparse_has_read(path: Path):
    assert "argparse.Namespace" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent.name in ("cli", "lsp", "reports")], ids=name_of
)
def test_whoever_shows_findings_judges_texts_by_a_checker(path: Path):
    assert not {"reslint.draft.parse", "reslint.engine.lint", "reslint.engine.fix_all"} & set(imported(path))


def test_no_two_public_classes_have_the_same_name():
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(name_of(path))
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


LANGUAGE_ROOMS = ("draft", "engine/checks", "engine/edits", "engine/language", "engine/mandates")
"""Where texts are read: what they know of a language comes from packs."""
_SPOKEN = re.compile(
    r"(?<![\w-])(?:the|and|also|further|from|upon|its|that|which|entitled|hereby|January|December|"
    r"(?:of|to|on|by|with|in)(?= \w)|(?<=\w )(?:of|to|on|by|with|in))(?![\w-])",
    re.IGNORECASE,
)
_DESCRIBING = re.compile(
    r".*(?:Error|Field|_field|Issue)$|Missing|[A-Z]\w*(?:Of|Name|Field)$|Choice|Record|Flag|Number|Pattern|options"
)


def spoken(path: Path) -> Iterator[str]:
    """The texts in a module that hold English words of running text, beside keys and what its users read."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    described: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            described.add(node.value)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if _DESCRIBING.match(name.lstrip("_")):
                described.update(ast.walk(node))
        if isinstance(node, ast.Subscript):
            described.add(node.slice)
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            described.update(value for key, value in pairs if getattr(key, "value", "") == "description")
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in described and _SPOKEN.search(str(node.value)):
            yield f"{node.lineno}: {node.value!r}"


def test_english_is_known_when_it_is_seen(tmp_path: Path):
    module = tmp_path / "module.py"
    module.write_text('"""The docs."""\nFIND = "(?:also|further)"\nraise ValueError("what the user reads")\n', "utf-8")
    assert list(spoken(module)) == ["2: '(?:also|further)'"]


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path).startswith(LANGUAGE_ROOMS)], ids=name_of)
def test_no_module_that_reads_texts_knows_english(path: Path):
    if path.name != "_renamed.py":  # It speaks to authors of rules.
        assert list(spoken(path)) == []
