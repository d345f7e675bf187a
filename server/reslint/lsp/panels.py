"""Commands that fill an editor's own windows: the printed page, the page of a rule, lists to choose from.

Each returns plain data and shows nothing itself.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from .. import __version__
from ..engine.run.wanting import tokens_of
from ..phrasing import sources_of
from ..phrasing.cursor import Cursor
from ..phrasing.instruments import whole_citation
from .feature import Command, Session

if TYPE_CHECKING:
    from ..engine.checker import Checker
    from .documents import Snapshot

_INVALID = -32602
_MOST_CITED = 30
_Result = TypeVar("_Result")


async def preview(session: Session, uri: str) -> dict[str, str]:
    """The printed page of an open draft: {title, html, style}; offsets in it count the client's units."""
    return await _answer(session, _page, _snapshot(session, uri))


def _page(snapshot: Snapshot) -> dict[str, str]:
    from ..reports.page import page, stylesheet

    made = page(snapshot.draft, snapshot.outcome.findings, _units(snapshot))
    return {"title": made.title, "html": made.html, "style": stylesheet()}


def _units(snapshot: Snapshot) -> Callable[[int], int]:
    """How a code-point offset is counted by the client, from the start of the text."""
    content, unit = snapshot.text.content, snapshot.unit
    if unit == "code-point" or content.isascii():
        return int
    coding, width = ("utf-8", 1) if unit == "utf-8" else ("utf-16-le", 2)
    return lambda offset: len(content[:offset].encode(coding, "surrogatepass")) // width


async def explain(session: Session, rule: str, uri: str = "") -> str:
    """The page of a rule in Markdown."""
    from ..reports.markdown import explain_markdown

    for checker in await _checkers_for(session, uri):
        found = checker.ruleset.by_name.get(rule)
        if found is not None:
            return explain_markdown(found)
    raise JsonRpcException(f"there is no rule “{rule}”", _INVALID)


async def rules(session: Session, uri: str = "") -> list[dict[str, Any]]:
    """Every rule in force: name, area, summary, severity, how safe its fix is."""
    from ..reports.rules import rule_data

    first = (await _checkers_for(session, uri))[:1]
    return [rule_data(rule) for checker in first for rule in checker.ruleset.rules]


async def profiles(session: Session, uri: str = "") -> list[dict[str, str]]:
    """The values of the setting `profile`, each {name, summary}: the profiles in force, and packs."""
    return await _answer(session, _profiles, await _checkers_for(session, uri))


def _profiles(checkers: list[Checker]) -> list[dict[str, str]]:
    from ..engine.packs.available import available_packs

    known = {name: summary for checker in checkers[:1] for name, summary in checker.ruleset.profiles.items()}
    for pack in available_packs():
        known.setdefault(pack.name, pack.summary)
    return [{"name": name, "summary": " ".join(summary.split())} for name, summary in known.items()]


_NOWHERE: dict[str, Any] = {}


async def cite(session: Session, uri: str, query: str, position: dict[str, Any] = _NOWHERE) -> list[dict[str, Any]]:
    """The entries that a query may mean: {label, detail, phrase}, the phrase as the draft's organ writes it.

    With a position treaties have `edits`, too: text edits that cite them there, with their footnote at first mention.
    """
    return await _answer(session, _cited, _snapshot(session, uri), query, position)


def _cited(snapshot: Snapshot, query: str, position: Mapping[str, Any]) -> list[dict[str, Any]]:
    from ..engine.language.register import MissingPhrases, phrases_of, register_of
    from ..register import DamagedTable, Entry

    resources = snapshot.checker.ruleset.resources
    organs = (snapshot.draft.organ(node) for node in snapshot.draft.nodes("resolution"))
    body = next((organ.name for organ in organs if organ), "")
    try:
        phrases = phrases_of(resources)
        found = register_of(resources).search(query, _MOST_CITED)
    except (DamagedTable, MissingPhrases) as error:
        raise JsonRpcException(str(error), _INVALID) from None
    made: list[dict[str, Any]] = []
    for item in found:
        phrase = phrases.phrase(item, body)
        label, about = (f"{item.number}, {item.body}", item.title) if isinstance(item, Entry) else (item.title, phrase)
        evidence = phrases.evidence(item) if isinstance(item, Entry) else ""
        made.append({"label": label, "detail": "; ".join(filter(None, (about, evidence))), "phrase": phrase})
        if position and not isinstance(item, Entry):
            edits = whole_citation(item, _cursor(snapshot, position), sources_of(snapshot.checker))
            made[-1]["edits"] = [_plain(edit) for edit in snapshot.text_edits(edits)]
    return made


def _plain(edit: types.TextEdit) -> dict[str, Any]:
    ends = {"start": edit.range.start, "end": edit.range.end}
    where = {name: {"line": end.line, "character": end.character} for name, end in ends.items()}
    return {"range": where, "newText": edit.new_text}


def _cursor(snapshot: Snapshot, position: Mapping[str, Any]) -> Cursor:
    line, character = position.get("line"), position.get("character")
    if not isinstance(line, int) or not isinstance(character, int):
        raise JsonRpcException("a position has a line and a character", _INVALID)
    return Cursor(snapshot.draft, snapshot.offset(types.Position(line, character)))


async def describe(session: Session) -> str:
    """The state of the server, in Markdown: versions, packs, configurations, rules, and rules that do not run."""
    return await _answer(session, _described, session)


def _described(session: Session) -> str:
    way = "pulled" if session.client.pulls_diagnostics else "pushed"
    lines = [
        f"- reslint {__version__}",
        f"- Python {platform.python_version()} on {sys.platform} (`{sys.executable or 'embedded'}`)",
        f"- positions in {session.documents.unit}, diagnostics {way}",
    ]
    for checker in session.workspace.loaded():
        lines += ["", *_checker(checker)]
    told = dict.fromkeys(str(notice) for snapshot in session.documents for notice in _notices(snapshot))
    if told:
        lines += ["", "## Not done", "", *(f"- {notice}" for notice in told)]
    return "\n".join(lines)


def _checker(checker: Checker) -> Iterator[str]:
    configuration = checker.configuration
    yield f"## {configuration.path or 'No configuration file'}"
    yield ""
    for pack in checker.ruleset.packs:
        yield f"- pack **{pack.name}**: {pack.summary} (`{pack.root}`)"
    yield f"- {len(checker.ruleset.rules)} rules"
    if configuration.given:
        yield f"- from the settings of the editor: {', '.join(sorted(configuration.given))}"
    for lack, names in tokens_of(checker.ruleset.rules).missing:
        yield f"- cannot run, or only in part: {', '.join(names)} ({lack})"
    yield from (f"- **problem**: {problem}" for problem in checker.problems)


def _notices(snapshot: Snapshot) -> Iterator[object]:
    if snapshot.is_draft:
        yield from snapshot.outcome.notices


async def _checkers_for(session: Session, uri: str) -> list[Checker]:
    """The rules of a document, and otherwise all that have been loaded, at least those of the first folder."""
    snapshot = session.documents.get(uri) if uri else None
    if snapshot is not None:
        return [await _answer(session, lambda: snapshot.checker)]
    if not session.workspace.loaded():
        await _answer(session, session.workspace.warm_up)
    return session.workspace.loaded()


async def _answer(session: Session, work: Callable[..., _Result], *arguments: Any) -> _Result:
    result: _Result = await session.server.run_in(session.server.answers, work, *arguments)
    return result


def _snapshot(session: Session, uri: str) -> Snapshot:
    found = session.documents.get(uri)
    if found is None:
        raise JsonRpcException(f"{uri} is not open", _INVALID)
    return found


COMMANDS = (
    Command("reslint.preview", preview),
    Command("reslint.explain", explain),
    Command("reslint.rules", rules),
    Command("reslint.profiles", profiles),
    Command("reslint.cite", cite),
    Command("reslint.describe", describe),
)
