"""A rule file: what it may say, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any

from ..checks import KINDS, check_class
from ..checks._renamed import now_written
from ..data.dated import holds
from ..data.schema import (
    Choice,
    Date,
    Field,
    Flag,
    Issue,
    ListOf,
    MapOf,
    Number,
    Path,
    Pattern,
    Record,
    Short,
    TextField,
    did_you_mean,
)
from ..data.template import BadTemplate
from ..data.template import placeholders as template_places
from ..patterns.compiled import objection
from .manifest import PROFILE_SEVERITIES, SEVERITY, SeverityField

MARKED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
"""A span that an example wants reported."""


class CheckField(Field):
    """One check: a kind, the options of that kind, and what it says for itself instead of its rule."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        kind = value.get("kind") if isinstance(value, Mapping) else None
        if isinstance(kind, str) and kind in KINDS:
            try:
                record = self.record(kind)
            except ModuleNotFoundError as error:
                yield Issue((*path, "kind"), f"the kind of check “{kind}” cannot be loaded: {error}")
            else:
                instead = now_written(kind, value, known=True)
                if instead:
                    yield Issue((*path, "kind"), f"the kind of check “{kind}” no longer does this: {instead}")
                else:
                    yield from record.issues(value, path)
        elif not isinstance(value, Mapping):
            yield from Record({}, self.doc).issues(value, path)
        elif kind is None:
            yield Issue(path, f"the key “kind” is missing: one of {', '.join(KINDS)}")
        else:
            yield Issue((*path, "kind"), _unknown(str(kind), value))

    def fill(self, value: Any) -> Any:
        """See `Field.fill`."""
        return self.record(value["kind"]).fill(value)

    @staticmethod
    def record(kind: str) -> Record:
        """The schema of a check of one kind."""
        return _check_record(kind)

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        shapes = []
        for kind in KINDS:
            shape = self.record(kind).shape()
            shape["properties"]["kind"] = {"const": kind, "description": check_class(kind).OPTIONS.doc}
            shapes.append(shape)
        return {"type": "object", "oneOf": shapes}


def _unknown(kind: str, check: Mapping[str, Any]) -> str:
    instead = now_written(kind, check, known=False)
    hint = f"; {instead}" if instead else did_you_mean(kind, list(KINDS)) or f"; there are {', '.join(KINDS)}"
    return f"there is no kind of check “{kind}”{hint}"


@cache
def _check_record(kind: str) -> Record:
    options = check_class(kind).OPTIONS
    common = {
        "kind": TextField("The kind of check.", required=True),
        "select": selector_field("Which nodes this check looks at, instead of the rule's `select`."),
        "message": TextField("What this check says, instead of the rule's `message`."),
        "related": TextField("What this check says of the other place, instead of the rule's `related`."),
        "fix": fix_field("How this check's findings are fixed, instead of the rule's `fix`."),
    }
    return Record({**common, **options.fields}, options.doc)


def selector_field(doc: str, default: Any = None) -> Field:
    """The field for `select`."""
    from ..search.selection import SelectorField

    return SelectorField(doc, default=default)


class FixField(Record):
    """The field for `fix`, described once in a JSON Schema."""

    REFERENCE = "#/$defs/fix"

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"$ref": self.REFERENCE}

    def definition(self) -> dict[str, Any]:
        """The JSON Schema that `shape` refers to."""
        return super().shape()


def fix_field(doc: str) -> FixField:
    """The field for `fix`."""
    return FixField(
        {
            "title": TextField("What the editor offers: “Write “{fixed}””.", required=True),
            "replace": TextField("What to write instead of the reported span; left out where the check knows it."),
            "safety": Choice(("safe", "unsafe"), "Whether the draft still says the same.", default="safe"),
            "formatting": Flag(
                "Whether formatting the text makes it, too: only spaces, signs, numbers or letters change, no word.",
                default=False,
            ),
        },
        doc,
    )


def _examples_field() -> Record:
    where = {
        "body": TextField("The organ that adopts the text, where that matters."),
        "notation": TextField("How the text is written down, where that matters."),
        "predecessor": TextField("The adopted text of the same title, its number before it, where that matters."),
    }
    report = {
        "draft": TextField("A draft with every span to be reported in {{double braces}}.", required=True),
        "fixed": TextField("The whole text after the fix."),
        **where,
    }
    silent = {"draft": TextField("A draft in which nothing may be found.", required=True), **where}
    return Record(
        {
            "report": ListOf(
                Short("draft", report, "What must be reported."),
                "Drafts in which it must find something.",
                required=True,
            ),
            "silent": ListOf(
                Short("draft", silent, "What must be silent."), "Drafts in which it must find nothing.", required=True
            ),
        },
        "Drafts that show the rule at work; they are its tests.",
        required=True,
    )


_EVIDENCE: Mapping[str, Field] = {
    "date": Date("The day of the count.", required=True),
    "version": TextField("The version of reslint that was run.", default=""),
    "texts": Number("How many printed texts it was run on.", required=True),
    "fired": Number("How many findings it had there.", required=True),
    "read": Number("How many of the findings were read.", required=True),
    "confirmed": Number("How many of those that were read are true mistakes.", required=True),
}


@cache
def rule_record() -> Record:
    """The schema of a rule file."""
    applies = {
        "bodies": ListOf(TextField("The name of an organ."), "Only texts of these organs."),
        "stage": Choice(("draft", "adopted"), "Only drafts, or only adopted texts."),
    }
    profiles = PROFILE_SEVERITIES
    profiles.default = {}
    return Record(
        {
            "summary": TextField("One sentence: what is right.", required=True),
            "severity": SeverityField(SEVERITY.doc, required=True),
            "profiles": profiles,
            "applies": Record(applies, "Where it applies; everywhere when left out."),
            "holds": holds(),
            "select": selector_field("Which nodes it looks at.", default="words"),
            "check": ListOf(CheckField("What is looked for."), "What is looked for.", required=True),
            "message": TextField("What a finding says: {found}, {fixed} and the values of the kind of check."),
            "related": TextField(
                "What is said of the other place that a finding speaks of; left out, it is not shown."
            ),
            "fix": fix_field("How findings are fixed."),
            "remedy": Choice(
                ("note", "later"),
                "The change to a citation that editors offer for a finding: a footnote is added, or the citation gets "
                "the form of a later mention.",
            ),
            "why": TextField("A sentence or two: why it matters.", default=""),
            "source": ListOf(
                TextField("A manual with its section, or “practice: …”."),
                "Where the rule is written down.",
                required=True,
            ),
            "false-alarms": ListOf(TextField("One sentence."), "What it is known to report wrongly.", default=[]),
            "evidence": Record(_EVIDENCE, "What it reports on printed texts, as counted and read."),
            "examples": _examples_field(),
        },
        "A rule; the path of its file is its name.",
    )


def meaning(data: Mapping[str, Any]) -> Iterator[Issue]:
    """The mistakes in a rule whose parts are right each for itself; `data` has its defaults."""
    shared = any(not check["message"] for check in data["check"])
    if shared and not data["message"]:
        yield Issue((), "the key “message” is missing: what a finding says")
    if data["message"] and not shared:
        yield Issue(("message",), "every check has a message of its own, so this one is never shown", at_key=True)
    for index, check in enumerate(data["check"]):
        here: Path = ("check", index)
        yield from _case_issues(check, here)
        values = placeholders(check)
        for key in ("message", "related", "fix") if points_elsewhere(check) else ("message", "fix"):
            at = (*here, key) if check[key] else (key,)
            yield from _template_issues(check[key] or data[key], at, values)
        yield from _circles(check["fix"] or data["fix"], (*here, "fix") if check["fix"] else ("fix",), check)
    yield from _related_issues(data)
    for owner, where in ((data, ()), *((check, ("check", index)) for index, check in enumerate(data["check"]))):
        if owner["fix"] and owner["fix"]["formatting"] and owner["fix"]["safety"] != "safe":
            yield Issue((*where, "fix", "formatting"), "a fix that is not safe cannot be part of formatting")
    evidence = data["evidence"]
    if evidence and not evidence["confirmed"] <= evidence["read"] <= evidence["fired"]:
        yield Issue(("evidence",), "of what was fired some was read, and of that some is true: the numbers cannot be")
    for index, example in enumerate(data["examples"]["report"]):
        if not MARKED.search(example["draft"]):
            yield Issue(("examples", "report", index), "nothing is marked: put {{ and }} around what is reported")
    for index, example in enumerate(data["examples"]["silent"]):
        if MARKED.search(example["draft"]):
            yield Issue(("examples", "silent", index), "a silent example marks nothing: leave out {{ and }}")


def _related_issues(data: Mapping[str, Any]) -> Iterator[Issue]:
    """The mistake of speaking of other places where no check points at any."""
    for index, check in enumerate(data["check"]):
        if check["related"] and not points_elsewhere(check):
            message = f"the kind “{check['kind']}” points at no other place"
            yield Issue(("check", index, "related"), message, at_key=True)
    if data["related"] and not any(points_elsewhere(check) and not check["related"] for check in data["check"]):
        yield Issue(("related",), "no check points at another place that this could be said of", at_key=True)


def points_elsewhere(check: Mapping[str, Any]) -> bool:
    """Whether findings of a check speak of another place, too."""
    return bool(getattr(check_class(check["kind"]), "RELATED", False))


def placeholders(check: Mapping[str, Any]) -> frozenset[str] | None:
    """The values that messages of a check may use; None when its kind declares none."""
    kind = check_class(check["kind"])
    declared: frozenset[str] | None = getattr(kind, "VALUES", None)
    if declared is None:
        return None
    groups: set[str] = set()
    for key, field in kind.OPTIONS.fields.items():
        for pattern in _patterns(field, check.get(key)):
            compiled = re.compile(pattern)
            groups.update(compiled.groupindex, map(str, range(compiled.groups + 1)))
    named = kind.named(check) if hasattr(kind, "named") else frozenset()
    return declared | groups | named | {"found", "fixed"}


def _patterns(field: Field, value: Any) -> Iterator[str]:
    if isinstance(field, Pattern) and isinstance(value, str):
        yield value
    elif isinstance(field, ListOf) and isinstance(value, list):
        for item in value:
            yield from _patterns(field.item, item)
    elif isinstance(field, MapOf) and isinstance(value, Mapping):
        for item in value.values():
            yield from _patterns(field.item, item)
    elif isinstance(field, Record) and isinstance(value, Mapping):
        for key, item in value.items():
            yield from _patterns(field.fields[key], item)


def _case_issues(check: Mapping[str, Any], path: Path) -> Iterator[Issue]:
    """Patterns that can run away only because case is disregarded."""
    if check.get("ignore-case"):
        for key, field in check_class(check["kind"]).OPTIONS.fields.items():
            for pattern in _patterns(field, check.get(key)):
                if why := objection(pattern, ignore_case=True):
                    yield Issue((*path, key), why)


def _template_issues(template: Any, path: Path, values: frozenset[str] | None) -> Iterator[Issue]:
    if isinstance(template, Mapping):
        for key in ("title", "replace"):
            yield from _template_issues(template[key], (*path, key), values)
        return
    if template is None:
        return
    try:
        names = [place.name for place in template_places(template)]
    except BadTemplate as error:
        yield Issue(path, str(error))
        return
    for name in names:
        if values is not None and name not in values:
            hint = did_you_mean(name, sorted(values)) or f"; there are {', '.join(sorted(values))}"
            yield Issue(path, f"the check has no value “{{{name}}}”{hint}")


def _circles(fix: Mapping[str, Any] | None, path: Path, check: Mapping[str, Any]) -> Iterator[Issue]:
    """A replacement made of itself, where the kind of check has no such value of its own."""
    written = (fix or {}).get("replace")
    declared = getattr(check_class(check["kind"]), "VALUES", None)
    if written is None or declared is None or "fixed" in declared:
        return
    with suppress(BadTemplate):  # which has been reported already
        if any(place.name == "fixed" for place in template_places(written)):
            message = "“{fixed}” is what comes of this text and cannot stand in it; “{found}” is what is reported"
            yield Issue((*path, "replace"), message)
