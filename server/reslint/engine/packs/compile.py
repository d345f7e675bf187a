"""Packs into data that needs no more checking: everything `load` does when nothing is in the cache."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from ...text.stopping import go_on
from ..data import template
from ..data.finding import Problem
from ..data.resources import MissingLexicon, Resources
from ..data.schema import Field, Issue, did_you_mean, few, sound
from ..data.yamlfile import YamlFile
from . import adjust
from .adjust import CANNOT_BUILD, why_not_built
from .build import build_rule, build_step, needs_of, reaches_of
from .folders import DATA_FOLDERS, MANIFEST, Folder, Pack
from .lexicons import LEXICONS, read_by, sound_lexicon
from .manifest import read_packs
from .phrasefiles import SHAPES
from .rulefile import meaning, rule_record

Payload = dict[str, Any]
"""{packs, lexicons, phrases, rules, broken}: plain data, as the cache keeps it."""


def compile_packs(roots: Sequence[Path]) -> tuple[Payload, list[Folder], list[Problem]]:
    """Read and check packs; the folders that were read, and every mistake in the order of packs and files.

    Raises Stopped where the work is stoppable and no longer wanted (`text.stopping`).
    """
    packs, folders, problems = read_packs(roots)
    compiler = _Compiler()
    for pack in packs:
        compiler.add(pack)
    compiler.look_at_lexicons()
    problems = [problem for folder in folders for problem in folder.problems] + problems + compiler.problems
    resources = Resources(
        compiler.shared["lexicon"], compiler.shared["phrases"], tuple(pack.folder.root for pack in packs)
    )
    for entry in list(compiler.entries.values()):
        go_on()
        try:
            rule = build_rule(entry, resources)
            entry["needs"], entry["reaches"] = needs_of(rule), reaches_of(rule)
        except CANNOT_BUILD as error:
            # It could be built in its own pack, but another one has changed a lexicon.
            problems.append(Problem(Path(entry["path"]), 1, 1, f"with these packs, {why_not_built(error)}"))
            compiler.broken.append(compiler.entries.pop(entry["name"])["name"])
    payload = {
        "packs": [_info(pack) for pack in packs],
        "lexicons": compiler.shared["lexicon"],
        "phrases": compiler.shared["phrases"],
        "rules": list(compiler.entries.values()),
        "broken": compiler.broken,
    }
    return payload, folders, problems


def _info(pack: Pack) -> dict[str, Any]:
    return {
        "name": pack.name,
        "summary": pack.data["summary"] or "",
        "root": str(pack.folder.root),
        "extends": list(pack.extends),
        "profiles": pack.data["profiles"],
        "instead": pack.data["instead"],
    }


class _Compiler:
    """Takes packs in the order in which they build on each other."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.shared: dict[str, dict[str, Any]] = {name: {} for name in DATA_FOLDERS}
        self.owners: dict[tuple[str, str], Pack] = {}
        self.files: dict[tuple[str, str], YamlFile] = {}
        self.readers: dict[str, dict[str, None]] = {}
        """By the name of a lexicon the forms in which checks read it."""
        self.unread: set[str] = set()
        """The lexicons whose files cannot be read, which is said there."""
        self.entries: dict[str, adjust.Entry] = {}
        self.broken: list[str] = []
        self.profiles: dict[str, str] = {}
        self.ancestors: dict[str, set[str]] = {}

    def add(self, pack: Pack) -> None:
        """Take in one pack."""
        parents = [parent for parent in pack.extends if parent in self.ancestors]
        self.ancestors[pack.name] = {pack.name}.union(*(self.ancestors[parent] for parent in parents))
        self.profiles.update(pack.data["profiles"])
        self.problems.extend(map(pack.file.problem, few(self._instead(pack))))
        for name in pack.folder.files:
            if name.startswith(tuple(f"{folder}/" for folder in DATA_FOLDERS)):
                self._add_data(pack, name)
        resources = Resources(self.shared["lexicon"])
        for name in pack.folder.files:
            go_on()
            if name != MANIFEST and name.partition("/")[0] not in DATA_FOLDERS:
                self._add_rule(pack, name, resources)
        self._adjust(pack, resources)

    def _instead(self, pack: Pack) -> Iterator[Issue]:
        """The profiles that a pack takes over and that are not there."""
        for before, after in pack.data["instead"].items():
            for name, at_key in ((before, True), (after, False)):
                if name not in self.profiles:
                    message = f"there is no profile “{name}”{did_you_mean(name, list(self.profiles))}"
                    yield Issue(("instead", before), message, at_key)

    def _add_data(self, pack: Pack, name: str) -> None:
        """A lexicon or a file of phrases: it stands for itself, or with `extends: true` adds to its namesake."""
        file = pack.folder.yaml(name)
        folder, _, rest = name.partition("/")
        short = rest.removesuffix(".yaml")
        if file is None or file.mistakes:
            if folder == "lexicon" and short not in self.shared[folder]:
                self.unread.add(short)
            return
        form = data_form(folder, short)
        data = form.listed(file.data) if form else file.data
        owner = self.owners.get((folder, short))
        if owner and owner.name not in self.ancestors[pack.name]:
            message = f"the pack “{owner.name}” has a file of this name, and “{pack.name}” does not build on it"
            self.problems.append(file.problem(Issue((), message)))
            return
        if isinstance(data, Mapping) and data.get("extends") is False:
            data = {key: value for key, value in data.items() if key != "extends"}  # said to replace its namesake
        if isinstance(data, Mapping) and "extends" in data:
            issue = extension_issue(data, owner is not None, self.shared[folder].get(short))
            if issue:
                self.problems.append(file.problem(issue))
                return
            added = {key: value for key, value in data.items() if key != "extends"}
            data = merge(self.shared[folder][short], added)
        if form:
            data, issues = sound(form, data)
            self.problems.extend(file.problem(issue) for issue in issues)
            if issues and data is None:
                return
        elif folder == "phrases":
            self.problems.append(file.problem(Issue((), unread(short))))
        self.owners[folder, short] = pack
        self.files[folder, short] = file
        self.shared[folder][short] = data

    def look_at_lexicons(self) -> None:
        """Leave out what is wrong in lexicons whose form depends on the checks that read them."""
        for (folder, short), file in self.files.items():
            if folder == "lexicon" and short not in LEXICONS:
                forms = self.readers.get(short, ())
                data, issues = sound_lexicon(short, self.shared[folder][short], forms)
                if issues:
                    self.problems.extend(map(file.problem, issues))
                    self.shared[folder][short] = data

    def _add_rule(self, pack: Pack, place: str, resources: Resources) -> None:
        file = pack.folder.yaml(place)
        name = place.removesuffix(".yaml")
        if file is None:
            self.broken.append(name)
            return
        if name in self.entries:
            other = self.entries[name]["pack"]
            message = f"the pack “{other}” has a rule “{name}”; change that one under `rules` in {MANIFEST}"
            self.problems.append(file.problem(Issue((), message)))
            return
        if not self.unread.isdisjoint(_lexicons_of(file.data)):
            self.broken.append(name)  # there is no lexicon because its file is broken
            return
        data, issues = read_rule(file, resources, self.profiles)
        for lexicon, form in read_by(data) if data else ():
            self.readers.setdefault(lexicon, {})[form] = None
        if not file.mistakes:  # else what could not be read would be called missing
            self.problems.extend(file.problem(issue) for issue in issues)
        if issues or file.mistakes:
            self.broken.append(name)
        else:
            self.entries[name] = {"name": name, "pack": pack.name, "path": str(file.path), "data": data}

    def _adjust(self, pack: Pack, resources: Resources) -> None:
        changes = pack.data["rules"] or {}
        visible = {name: entry for name, entry in self.entries.items() if entry["pack"] in self.ancestors[pack.name]}
        for issue in few(adjust.adjust(visible, changes, resources, self.profiles, self.broken)):
            self.problems.append(pack.file.problem(issue._replace(path=("rules", *issue.path))))
        self.entries.update(visible)


def _lexicons_of(rule: Any) -> Iterator[str]:
    """The lexicons that the checks of a rule name, as its file has them."""
    checks = rule.get("check") if isinstance(rule, Mapping) else None
    for check in checks if isinstance(checks, list) else [checks]:
        lexicon = check.get("lexicon") if isinstance(check, Mapping) else None
        if isinstance(lexicon, str):
            yield lexicon


def data_form(folder: str, name: str) -> Field | None:
    """The schema of a lexicon or a file of phrases; None where the program does not know it by its name."""
    return (LEXICONS if folder == "lexicon" else SHAPES).get(name)


def unread(name: str) -> str:
    """The message about a file of phrases that nothing reads."""
    hint = did_you_mean(name, list(SHAPES)) or f"; there are {', '.join(SHAPES)}"
    return f"nothing reads phrases of this name{hint}"


def extension_issue(data: Mapping[str, Any], is_there: bool, parent: Any) -> Issue | None:
    """Why a lexicon or file of phrases with `extends` cannot be added to `parent`, that of the packs extended."""
    if data["extends"] is not True:
        return Issue(("extends",), "expected true: what is here is added to the same file of the pack extended")
    if not is_there:
        return Issue(("extends",), "no pack that this one builds on has a file of this name", at_key=True)
    if not isinstance(parent, Mapping):
        return Issue(("extends",), "the file of the pack extended is not a mapping, so nothing can be added")
    return None


def read_rule(file: YamlFile, resources: Resources, profiles: Mapping[str, str]) -> tuple[dict[str, Any], list[Issue]]:
    """The data of a rule file with defaults, and what is wrong with it (then the data is of no use)."""
    if file.mistakes:
        return {}, few(rule_record().issues(file.data)) if isinstance(file.data, Mapping) else []
    issues = few(rule_record().issues(file.data))
    if issues:
        return {}, issues
    data = rule_record().fill(file.data)
    several = (meaning(data), _profile_issues(data, profiles), _building_issues(data, resources))
    return data, few(chain.from_iterable(several))


def _profile_issues(data: Mapping[str, Any], profiles: Mapping[str, str]) -> Iterator[Issue]:
    for profile in data["profiles"]:
        if profile not in profiles:
            hint = did_you_mean(profile, list(profiles))
            yield Issue(("profiles", profile), f"there is no profile “{profile}”{hint}", at_key=True)


def _building_issues(data: Mapping[str, Any], resources: Resources) -> Iterator[Issue]:
    for index, check in enumerate(data["check"]):
        try:
            step = build_step(data, check, resources)
            # Asking for the keywords of its patterns puts them into the cache.
            getattr(step.check, "keywords", None)
        except MissingLexicon as error:
            key = next((key for key, value in check.items() if value == error.name), None)
            yield Issue(("check", index, key) if key else ("check", index), str(error))
        except CANNOT_BUILD as error:
            yield Issue(("check", index), why_not_built(error))
    known = template.forms(resources.lexicons)
    yield from _sound_lexicon(data, (), known)
    for index, check in enumerate(data["check"]):
        yield from _sound_lexicon(check, ("check", index), known)


def _sound_lexicon(owner: Mapping[str, Any], path: tuple[str | int, ...], known: Collection[str]) -> Iterator[Issue]:
    """The forms that the templates of a rule or of one of its checks, which stands at `path`, ask for in vain."""
    fix = owner["fix"] or {}
    texts: list[tuple[tuple[str, ...], str | None]] = [((key,), owner[key]) for key in ("message", "related")]
    texts += [(("fix", key), fix.get(key)) for key in ("title", "replace")]
    for key, text in texts:
        # A template that is none has been reported already.
        with suppress(template.BadTemplate):
            for place in template.placeholders(text or ""):
                for form in place.forms:
                    if form not in known:
                        yield Issue((*path, *key), f"there is no form “{form}”{did_you_mean(form, sorted(known))}")


def merge(parent: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """Two lexicons in one: mappings are merged, lists joined, anything else replaced; a null takes an entry away."""
    merged = dict(parent)
    for key, value in added.items():
        before = merged.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(before, Mapping) and isinstance(value, Mapping):
            merged[key] = merge(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = before + [item for item in value if item not in before]
        else:
            merged[key] = value
    return merged
