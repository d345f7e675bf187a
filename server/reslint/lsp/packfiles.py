"""Mistakes in the files of packs and in configurations, found in the text as it is being typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.data.finding import Problem
from ..text import Span
from ..text.record import replace

if TYPE_CHECKING:
    from ..engine.data.yamlfile import YamlFile
    from ..engine.packs.rule import Rule
    from ..engine.packs.ruleset import Ruleset
    from ..engine.run.examples import Verdict
    from .documents import Snapshot

_EDITED = "(being edited)"
"""The pack of the rule in the editor while its examples are run; no folder can have this name."""


def mistakes_in(snapshot: Snapshot) -> list[Problem]:
    """The mistakes in a document that is not a draft; nothing for files that have nothing to do with reslint."""
    path = snapshot.path
    if path is None:
        return []
    if path.suffix == ".tsv":
        return _in_table(path, snapshot)
    if snapshot.workspace.is_configuration(path):
        return _too_long(path, snapshot) or list(_in_configuration(path, snapshot))
    root = snapshot.workspace.pack_root(path)
    if root is None:
        return []
    return _too_long(path, snapshot) or list(_in_pack(path, root, snapshot))


def _too_long(path: Path, snapshot: Snapshot) -> list[Problem]:
    from ..engine.data.yamlfile import MAXIMUM_BYTES

    if len(snapshot.text) <= MAXIMUM_BYTES:
        return []
    return [Problem(path, 1, 1, f"the file has more than {MAXIMUM_BYTES:,} bytes; divide it")]


def _in_table(path: Path, snapshot: Snapshot) -> list[Problem]:
    from ..engine.language.register import table_problems
    from ..engine.packs.recurrent import recurrent_problems, table_in

    if snapshot.workspace.is_table(path):
        return table_problems(path, snapshot.text.content)
    root = snapshot.workspace.pack_root(path)
    return recurrent_problems(path, snapshot.text.content) if root is not None and path == table_in(root) else []


def _in_configuration(path: Path, snapshot: Snapshot) -> Iterator[Problem]:
    """The mistakes in a configuration, also the rules it names that are not there; nothing of those it extends."""
    from ..engine.packs.loader import load
    from ..engine.project.configuration import read_configuration

    configuration = read_configuration(path, snapshot.text.content)
    if configuration is not None:
        # With the packs that it names now, which need not be those that were saved.
        ruleset = load(configuration.packs, configuration=configuration)
        for problem in dict.fromkeys((*configuration.problems, *ruleset.problems)):
            if problem.path in (None, path):
                yield problem


def _in_pack(path: Path, root: Path, snapshot: Snapshot) -> Iterator[Problem]:
    from ..engine.data.yamlfile import YamlFile
    from ..engine.packs.folders import DATA_FOLDERS, MANIFEST

    file = YamlFile(path, snapshot.text.content)
    yield from file.problems
    if file.mistakes:
        return
    name = path.relative_to(root).as_posix().removesuffix(path.suffix)
    ruleset = snapshot.workspace.rules_of(root)
    folder, _, short = name.partition("/")
    if f"{name}{path.suffix}" == MANIFEST:
        yield from _in_manifest(file, ruleset)
    elif folder in DATA_FOLDERS:
        yield from _in_data(file, folder, short, ruleset)
    else:
        yield from _in_rule(file, name, ruleset)


def _in_manifest(file: YamlFile, ruleset: Ruleset) -> Iterator[Problem]:
    """The mistakes in a manifest, also the rules it changes that are not there."""
    from ..engine.data.resources import Resources
    from ..engine.packs.adjust import adjust
    from ..engine.packs.manifest import PACK

    issues = list(PACK.issues(file.data))
    if not issues:
        entries = {rule.name: {"name": rule.name, "pack": rule.pack, "data": dict(rule.data)} for rule in ruleset.rules}
        changes = PACK.fill(file.data)["rules"] or {}
        found = adjust(entries, changes, Resources(ruleset.lexicons), ruleset.profiles)
        issues = [issue._replace(path=("rules", *issue.path)) for issue in found]
    yield from (file.problem(issue) for issue in issues)


def _in_data(file: YamlFile, folder: str, name: str, ruleset: Ruleset) -> Iterator[Problem]:
    """The mistakes in a lexicon or phrases; what extends another file is looked at together with it."""
    from ..engine.data.schema import Issue
    from ..engine.packs.compile import data_form, extension_issue, merge, unread
    from ..engine.packs.lexicons import read_by, sound_lexicon

    form = data_form(folder, name)
    data = form.listed(file.data) if form else file.data
    if isinstance(data, Mapping) and "extends" in data:
        known = ruleset.lexicons if folder == "lexicon" else ruleset.phrases
        if issue := extension_issue(data, name in known, known.get(name)):
            yield file.problem(issue)
            return
        data = merge(known[name], {key: value for key, value in data.items() if key != "extends"})
    if form:
        issues = list(form.issues(data))
    elif folder == "phrases":
        issues = [Issue((), unread(name))]
    else:
        read = [pair for rule in ruleset.rules for pair in read_by(rule.data)]
        _, issues = sound_lexicon(name, data, dict.fromkeys(form for lexicon, form in read if lexicon == name))
    yield from (file.problem(issue) for issue in issues)


def _in_rule(file: YamlFile, name: str, ruleset: Ruleset) -> Iterator[Problem]:
    """The mistakes in a rule; when there are none, which of its examples fail and how."""
    from ..engine.data.resources import Resources
    from ..engine.packs.build import build_rule
    from ..engine.packs.compile import read_rule

    resources = Resources(ruleset.lexicons)
    data, issues = read_rule(file, resources, ruleset.profiles)
    yield from (file.problem(issue) for issue in issues)
    if not issues:
        rule = build_rule({"name": name, "pack": _EDITED, "path": str(file.path), "data": data}, resources, file.text)
        yield from _failing(rule, file, ruleset)


def _failing(rule: Rule, file: YamlFile, ruleset: Ruleset) -> Iterator[Problem]:
    """The examples of a rule that do not show what they should, run with all rules and this one as it is now."""
    from ..engine.data.schema import Issue
    from ..engine.run.examples import test_pack

    others = tuple(each for each in ruleset.rules if each.name != rule.name)
    verdicts = test_pack(replace(ruleset, rules=(*others, rule)), {_EDITED})
    # The verdicts come in the order of the rule's examples, after those that miss an example altogether.
    examples = verdicts[len(verdicts) - len(rule.examples) :]
    places: dict[bool, int] = {False: 0, True: 0}
    for verdict in verdicts[: len(verdicts) - len(rule.examples)]:
        yield file.problem(Issue(("examples",), verdict.words, at_key=True))
    for example, verdict in zip(rule.examples, examples, strict=True):
        at = places[example.silent]
        places[example.silent] += 1
        if not verdict.passed:
            sort = "silent" if example.silent else "report"
            is_heard = example.silent and verdict.status == "noisy"
            message = f"this example {'is not silent' if is_heard else 'fails'}: {verdict.words}"
            yield file.problem_inside(*_place(file, ("examples", sort, at), verdict), message)


def _place(file: YamlFile, path: tuple[str | int, ...], verdict: Verdict) -> tuple[tuple[str | int, ...], Span]:
    """The text of an example that fails, and the span in it that shows why; the whole text where none does."""
    found: Any = file.data
    whole: tuple[str | int, ...] = ()
    for step in path:
        if isinstance(step, int) and not isinstance(found, list):
            continue  # a single example stands for a list of one
        found, whole = found[step], (*whole, step)
    if isinstance(found, Mapping):
        found, whole = found[verdict.part], (*whole, verdict.part)
    return whole, verdict.span or Span(0, len(found))
