"""Documents, configuration and diagnostics over the wire."""

from __future__ import annotations

import sys

import pytest

URI = "file:///drafts/a%20draft%20%C3%A9.md"
SLIPS = """\
*The General Assembly*,

*Recalling* the the keepers of lights,

*Noting* their work 😀 and and their lamps,

1. *Requests* the Secretary-General to report;

2. *Decides* to return to the matter.
"""


@pytest.fixture
def ready(wire):
    client = wire()
    client.initialize()
    return client


def place(diagnostic: dict) -> tuple[int, int, int, int]:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return start["line"], start["character"], end["line"], end["character"]


def repeated(diagnostics: list[dict]) -> list[tuple[int, int, int, int]]:
    return [place(each) for each in diagnostics if each["code"] == "style/repeated-word"]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 25), ("utf-16", 23), ("utf-32", 22)])
def test_a_word_after_an_emoji_is_marked_where_every_editor_sees_it(wire, encoding: str, column: int):
    client = wire()
    client.initialize({"general": {"positionEncodings": [encoding]}})
    client.open(URI, SLIPS)
    found = repeated(client.diagnostics(URI))
    assert [each[0] for each in found] == [2, 4]
    assert column in range(found[1][1], found[1][3] + 1)
    assert found[1][3] - found[1][1] == found[0][3] - found[0][1]


def test_the_version_that_was_checked_comes_with_the_diagnostics(ready):
    ready.open(URI, SLIPS, version=7)
    assert ready.heard("textDocument/publishDiagnostics")["version"] == 7


def test_a_burst_of_changes_is_checked_once_and_a_request_behind_it_sees_the_last_text(ready):
    ready.open(URI, SLIPS)
    ready.diagnostics(URI, 1)
    for version in range(2, 102):
        start = {"line": 8, "character": 0}
        ready.change(URI, version, {"range": {"start": start, "end": start}, "text": "x"})
    symbols = ready.call("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
    assert symbols
    assert ready.diagnostics(URI, 101) is not None
    ready.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert ready.diagnostics(URI) == []
    published = [each for each in ready.passed if each.get("method") == "textDocument/publishDiagnostics"]
    assert published == []


def test_a_closed_document_loses_its_marks_and_can_be_opened_again(ready):
    ready.open(URI, SLIPS)
    assert ready.diagnostics(URI)
    ready.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert ready.diagnostics(URI) == []
    ready.open(URI, SLIPS)
    assert ready.diagnostics(URI)


def test_texts_that_are_no_resolutions_are_left_alone(ready):
    for uri, language, text in (
        ("file:///p/README.md", "markdown", "# A project\n\nThis is is a text about the the weather.\n"),
        ("file:///p/x.py", "python", "print('the the')\n"),
        ("file:///p/docker-compose.yaml", "yaml", "services:\n  - the the\n  - {\n"),
        ("untitled:empty", "plaintext", ""),
    ):
        ready.open(uri, text, language=language)
        assert ready.diagnostics(uri) == []
        assert not ready.call("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert ready.leave() == 0
    assert not [each for each in ready.passed if each.get("method", "").startswith("window/")]


def test_a_client_that_pulls_is_not_pushed_anything(wire):
    client = wire()
    result = client.initialize(
        {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
    )
    assert result["capabilities"]["diagnosticProvider"] == {
        "interFileDependencies": False,
        "workspaceDiagnostics": True,
        "identifier": "reslint",
    }
    client.open(URI, SLIPS)
    document = {"uri": URI}
    report = client.call("textDocument/diagnostic", {"textDocument": document})
    assert report["kind"] == "full"
    assert len(repeated(report["items"])) == 2
    again = client.call("textDocument/diagnostic", {"textDocument": document, "previousResultId": report["resultId"]})
    assert again == {"kind": "unchanged", "resultId": report["resultId"]}
    client.change(URI, 2, {"text": "nothing here"})
    later = client.call("textDocument/diagnostic", {"textDocument": document, "previousResultId": report["resultId"]})
    assert (later["kind"], later["items"]) == ("full", [])
    absent = client.call("textDocument/diagnostic", {"textDocument": {"uri": "untitled:none"}})
    assert (absent["kind"], absent["items"]) == ("full", [])
    assert client.leave() == 0
    assert not [each for each in client.passed if each.get("method") == "textDocument/publishDiagnostics"]


def test_a_client_that_cannot_be_told_to_pull_again_is_pushed(wire):
    client = wire()
    result = client.initialize({"textDocument": {"diagnostic": {}}})
    assert "diagnosticProvider" not in result["capabilities"]
    client.open(URI, SLIPS)
    assert client.diagnostics(URI)


def test_the_drafts_of_the_folders_are_checked_without_being_open(wire, tmp_path):
    (tmp_path / "one.res.md").write_text(SLIPS, encoding="utf-8")
    (tmp_path / "notes.md").write_text("The the notes.", encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "two.md").write_text(SLIPS, encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "three.res.md").write_text(SLIPS, encoding="utf-8")
    client = wire()
    client.initialize(
        {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}},
        workspaceFolders=[{"uri": tmp_path.as_uri(), "name": "drafts"}],
    )
    asked = {"previousResultIds": [], "workDoneToken": "bar"}
    items = client.call("workspace/diagnostic", asked)["items"]
    assert {each["uri"].rpartition("/")[2]: len(repeated(each["items"])) for each in items} == {
        "one.res.md": 2,
        "two.md": 2,
        "notes.md": 0,
    }
    known = [{"uri": each["uri"], "value": each["resultId"]} for each in items]
    again = client.call("workspace/diagnostic", {"previousResultIds": known})["items"]
    assert {each["kind"] for each in again} == {"unchanged"}
    symbols = client.call("workspace/symbol", {"query": "requests secretary"})
    assert sorted(each["location"]["uri"].rpartition("/")[2] for each in symbols) == ["one.res.md", "two.md"]
    assert client.leave() == 0
    steps = [each["params"]["value"]["kind"] for each in client.passed if each.get("method") == "$/progress"]
    assert (steps[0], steps[-1]) == ("begin", "end")


def test_a_project_says_which_rules_hold_and_a_saved_change_holds_at_once(wire, tmp_path):
    configuration = tmp_path / ".reslint.yaml"
    configuration.write_text("ignore: [style/repeated-word]\n", encoding="utf-8")
    uri = (tmp_path / "a.res.md").as_uri()
    client = wire()
    client.initialize(workspaceFolders=[{"uri": tmp_path.as_uri(), "name": "drafts"}])
    client.open(uri, SLIPS)
    assert repeated(client.diagnostics(uri)) == []
    configuration.write_text("ignore: []\n", encoding="utf-8")
    event = {"uri": configuration.as_uri(), "type": 2}
    client.notify("workspace/didChangeWatchedFiles", {"changes": [event]})
    assert len(repeated(client.diagnostics(uri))) == 2
    configuration.write_text("select: [numbering]\n", encoding="utf-8")
    client.open(configuration.as_uri(), "select: [numbering]\n", language="yaml")
    client.notify("textDocument/didSave", {"textDocument": {"uri": configuration.as_uri()}})
    found = client.diagnostics(uri)
    while repeated(found):
        found = client.diagnostics(uri)


def test_settings_of_the_editor_hold_where_the_project_says_nothing(wire, tmp_path):
    client = wire()
    client.initialize(initializationOptions={"ignore": ["style/repeated-word"]})
    uri = (tmp_path / "a.res.md").as_uri()
    client.open(uri, SLIPS)
    assert repeated(client.diagnostics(uri)) == []
    client.notify("workspace/didChangeConfiguration", {"settings": {"reslint": {"ignore": []}}})
    assert len(repeated(client.diagnostics(uri))) == 2
    (tmp_path / ".reslint.yaml").write_text("ignore: [style]\n", encoding="utf-8")
    client.notify("workspace/didChangeConfiguration", {"settings": {"reslint": {"ignore": [], "path": "elsewhere"}}})
    client.notify(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": (tmp_path / ".reslint.yaml").as_uri(), "type": 1}]}
    )
    found = client.diagnostics(uri)
    while repeated(found):
        found = client.diagnostics(uri)


def test_a_client_that_offers_its_settings_is_asked_for_them_by_folder(wire, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    client = wire()
    folders = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in ("one", "two")]
    client.initialize(
        {"workspace": {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}}},
        workspaceFolders=folders,
    )
    watched = client.next(lambda message: message.get("method") == "client/registerCapability")
    client.send({"jsonrpc": "2.0", "id": watched["id"], "result": None})
    assert watched["params"]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles"
    asked = client.next(lambda message: message.get("method") == "workspace/configuration")
    assert [item["scopeUri"] for item in asked["params"]["items"]] == [folder["uri"] for folder in folders]
    answer = [{"ignore": ["style/repeated-word"]}, None]
    client.send({"jsonrpc": "2.0", "id": asked["id"], "result": answer})
    for folder, count in zip(folders, (0, 2), strict=True):
        uri = f"{folder['uri']}/a.res.md"
        client.open(uri, SLIPS)
        found = client.diagnostics(uri)
        assert len(repeated(found)) == count


def test_mistakes_in_a_configuration_are_marked_while_it_is_typed(ready, tmp_path):
    uri = (tmp_path / ".reslint.yaml").as_uri()
    ready.open(uri, "ignore: [style/repeted-word]\nselekt: []\n", language="yaml")
    found = ready.diagnostics(uri)
    assert [(each["range"]["start"]["line"], each["severity"]) for each in found] == [(1, 1), (0, 1)]
    assert "style/repeated-word" in found[1]["message"]
    ready.change(uri, 2, {"text": "ignore: [style/repeated-word]\n"})
    assert ready.diagnostics(uri) == []


RULE = """\
summary: A keeper keeps a light.
severity: warning
select: body
check: {kind: pattern, find: 'keeper of darkness'}
message: 'Write “keeper of light”.'
fix: {title: 'Write “keeper of light”', replace: 'keeper of light'}
why: Light is what keepers keep.
source: ['practice: lighthouses']
examples:
  report:
    - '1. *Requests* each {{keeper of darkness}} to report.'
  silent:
    - '1. *Requests* each keeper of light to report.'
"""


def test_a_rule_is_checked_while_it_is_typed_and_holds_once_it_is_saved(wire, tmp_path):
    pack = tmp_path / "house"
    (pack / "style").mkdir(parents=True)
    (pack / "pack.yaml").write_text("name: house\nsummary: Our own.\nextends: [un]\n", encoding="utf-8")
    (tmp_path / ".reslint.yaml").write_text("packs: [house]\n", encoding="utf-8")
    rule, draft = pack / "style" / "keeper.yaml", (tmp_path / "a.res.md").as_uri()
    client = wire()
    client.initialize(workspaceFolders=[{"uri": tmp_path.as_uri(), "name": "drafts"}])
    client.open(draft, "*The General Assembly*,\n\n1. *Requests* each keeper of darkness to report.\n")
    assert "style/keeper" not in [each["code"] for each in client.diagnostics(draft)]
    client.open(rule.as_uri(), RULE.replace("severity: warning", "severety: warning"), language="yaml")
    assert "severity" in " ".join(each["message"] for each in client.diagnostics(rule.as_uri()))
    client.change(rule.as_uri(), 2, {"text": RULE.replace("each keeper of light", "each keeper of darkness")})
    (failing,) = client.diagnostics(rule.as_uri(), 2)
    assert failing["range"]["start"]["line"] == 12
    assert failing["message"] == "this example is not silent: style/keeper at “keeper of darkness”"
    client.change(rule.as_uri(), 3, {"text": RULE})
    assert client.diagnostics(rule.as_uri(), 3) == []
    rule.write_text(RULE, encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": rule.as_uri()}})
    found = client.diagnostics(draft)
    while "style/keeper" not in [each["code"] for each in found]:
        found = client.diagnostics(draft)


def test_a_client_that_pulls_is_told_to_pull_again_when_the_rules_change(wire, tmp_path):
    client = wire()
    client.initialize(
        {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}},
        workspaceFolders=[{"uri": tmp_path.as_uri(), "name": "drafts"}],
    )
    uri = (tmp_path / "a.res.md").as_uri()
    client.open(uri, SLIPS)
    document = {"textDocument": {"uri": uri}}
    first = client.call("textDocument/diagnostic", document)
    assert repeated(first["items"])
    (tmp_path / ".reslint.yaml").write_text("ignore: [style]\n", encoding="utf-8")
    event = {"uri": (tmp_path / ".reslint.yaml").as_uri(), "type": 1}
    client.notify("workspace/didChangeWatchedFiles", {"changes": [event]})
    refresh = client.next(lambda message: message.get("method") == "workspace/diagnostic/refresh")
    client.send({"jsonrpc": "2.0", "id": refresh["id"], "result": None})
    second = client.call("textDocument/diagnostic", {**document, "previousResultId": first["resultId"]})
    assert second["kind"] == "full"
    assert not repeated(second["items"])


def test_a_lexicon_and_a_manifest_are_checked_while_they_are_typed(ready, tmp_path):
    pack = tmp_path / "house"
    (pack / "lexicon").mkdir(parents=True)
    manifest = pack / "pack.yaml"
    manifest.write_text("name: house\nsummary: Our own.\nextends: [un]\n", encoding="utf-8")
    ready.open(manifest.as_uri(), manifest.read_text() + "rules:\n  style/repeted-word: off\n", language="yaml")
    (found,) = ready.diagnostics(manifest.as_uri())
    assert (found["range"]["start"]["line"], found["severity"]) == (4, 1)
    assert "style/repeated-word" in found["message"]
    lexicon = (pack / "lexicon" / "openers.yaml").as_uri()
    ready.open(lexicon, "extends: true\nfinite:\n  Illuminates: {count: many}\n", language="yaml")
    (found,) = ready.diagnostics(lexicon)
    assert found["range"]["start"] == {"line": 2, "character": 23}
    ready.change(lexicon, 2, {"text": "extends: true\nfinite:\n  Illuminates: {count: 3}\n"})
    assert ready.diagnostics(lexicon, 2) == []


BROKEN = """\
import sys
from reslint.lsp import folding, hover
def fail(request): raise ZeroDivisionError("a mistake\\nof ours")
for module in (folding, hover):
    module.FEATURES = tuple(type(f)(f.method, fail, f.options) for f in module.FEATURES)
from reslint.cli import main
sys.exit(main(["server"]))
"""


def test_a_feature_that_breaks_down_is_one_line_in_the_log_and_the_others_live_on(wire):
    client = wire(command=[sys.executable, "-c", BROKEN])
    client.initialize()
    client.open(URI, SLIPS)
    error = client.refused("textDocument/foldingRange", {"textDocument": {"uri": URI}})
    assert error == {"code": -32603, "message": "reslint failed here: ZeroDivisionError"}
    told = client.heard("window/logMessage")["message"]
    assert "a mistake of ours" in told
    assert "\n" not in told
    assert client.call("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
    assert client.diagnostics(URI)
    assert client.leave() == 0
    assert not [each for each in client.passed if each.get("method", "").startswith("window/")]
    assert client.errors == ""


def test_a_request_about_the_structure_does_not_wait_for_a_long_check(wire):
    client = wire("--debounce", "0")
    client.initialize()
    paragraph = "*Requests* the the Secretary-General to report on harbours, as set out in paragraph 3 above;"
    text = "*The General Assembly*,\n\n" + "\n\n".join(f"{number}. {paragraph}" for number in range(1, 6000))
    client.open(URI, text)
    assert client.call("textDocument/foldingRange", {"textDocument": {"uri": URI}})
    assert not [each for each in client.passed if each.get("method") == "textDocument/publishDiagnostics"]
    assert client.diagnostics(URI)
