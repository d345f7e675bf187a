"""The files that the rules in force come from: a change in one holds at once, a mistake in one is marked there."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

DRAFT = """\
*The General Assembly*,

*Recalling* the the keepers of lights,

1. *Requests* each keeper of darkness to report;

2. *Decides* to return to the matter.
"""
RULE = """\
summary: A keeper keeps a light.
severity: warning
select: body
check: {kind: pattern, find: 'keeper of darkness'}
message: 'Write “keeper of light”.'
why: Light is what keepers keep.
source: ['practice: lighthouses']
examples:
  report:
    - '1. *Requests* each {{keeper of darkness}} to report.'
  silent:
    - '1. *Requests* each keeper of light to report.'
"""
_versions = count(1)
PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


class Project:
    """Drafts below a folder that the client has open, and what is shared beside it."""

    def __init__(self, root: Path) -> None:
        self.folder, self.shared = root / "drafts", root / "shared"
        self.folder.mkdir()
        self.shared.mkdir()
        self.draft = (self.folder / "a.res.md").as_uri()
        self.folders = [{"uri": self.folder.as_uri(), "name": "drafts"}]
        self.rule = self.shared / "house" / "style" / "keeper.yaml"

    def configure(self, text: str) -> None:
        (self.folder / ".reslint.yaml").write_text(text, encoding="utf-8")

    def pack(self, rule: str = RULE) -> None:
        self.rule.parent.mkdir(parents=True, exist_ok=True)
        (self.shared / "house" / "pack.yaml").write_text("name: house\nsummary: Our own.\nextends: [un]\n", "utf-8")
        self.rule.write_text(rule, encoding="utf-8")
        self.configure("packs: [../shared/house]\n")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def codes(diagnostics: list[dict]) -> list[str]:
    return [each["code"] for each in diagnostics if each["code"] in {"style/repeated-word", "style/keeper"}]


def wait_for(client, uri: str, wanted: list[str]) -> None:
    while codes(client.diagnostics(uri)) != wanted:
        pass


def marked(client, path: Path) -> list[tuple[int, str]]:
    """The diagnostics of a file: lines and messages."""
    return [(each["range"]["start"]["line"], each["message"]) for each in client.diagnostics(path.as_uri())]


def changed(client, path: Path) -> None:
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]})


@pytest.mark.parametrize("place", ["drafts/common/base.yaml", "drafts/house.settings", "shared/base.yaml"])
def test_a_change_of_a_configuration_that_is_extended_holds_at_once(wire, project: Project, place: str):
    base = project.folder.parent / place
    base.parent.mkdir(exist_ok=True)
    base.write_text("ignore: [style/repeated-word]\n", encoding="utf-8")
    project.configure(f"extends: [../{place}]\n")
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    assert codes(client.diagnostics(project.draft)) == []
    base.write_text("ignore: []\n", encoding="utf-8")
    changed(client, base)
    wait_for(client, project.draft, ["style/repeated-word"])
    base.write_text("ignore: [style]\n", encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": base.as_uri()}})
    wait_for(client, project.draft, [])


def test_what_an_extended_configuration_extends_counts_too_and_so_does_one_that_is_written_later(wire, project):
    (project.shared / "one.yaml").write_text("extends: [two.yaml]\n", encoding="utf-8")
    project.configure("extends: [../shared/one.yaml]\n")
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    wait_for(client, project.draft, ["style/repeated-word"])
    late = project.shared / "two.yaml"
    late.write_text("ignore: [style]\n", encoding="utf-8")
    changed(client, late)
    wait_for(client, project.draft, [])


def test_a_rule_of_a_pack_outside_the_folder_holds_once_it_is_changed(wire, project: Project):
    project.pack(RULE.replace("severity: warning", "severity: 'off'"))
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    assert codes(client.diagnostics(project.draft)) == ["style/repeated-word"]
    project.rule.write_text(RULE, encoding="utf-8")
    changed(client, project.rule)
    wait_for(client, project.draft, ["style/repeated-word", "style/keeper"])


@pytest.mark.parametrize("outside", [True, False])
def test_the_client_is_asked_to_watch_what_its_folders_do_not_hold(wire, project: Project, outside: bool):
    project.pack()
    (project.shared / "base.yaml").write_text("extends: [../drafts/house.settings]\n", encoding="utf-8")
    (project.folder / "house.settings").write_text("ignore: []\n", encoding="utf-8")
    project.configure("packs: [../shared/house]\nextends: [../shared/base.yaml]\n")
    client = wire(env={"RESLINT_DATA_DIR": str(project.shared / "mine")})
    watching = {"dynamicRegistration": True, "relativePatternSupport": outside}
    client.initialize({"workspace": {"didChangeWatchedFiles": watching}}, workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    patterns = []
    for _ in range(2):
        asked = client.next(lambda message: message.get("method") == "client/registerCapability")
        client.send({"jsonrpc": "2.0", "id": asked["id"], "result": None})
        (registration,) = asked["params"]["registrations"]
        patterns += [each["globPattern"] for each in registration["registerOptions"]["watchers"]]
    assert {"**/.reslint.yaml", "**/*.yaml", "**/house.settings"} <= {
        each for each in patterns if isinstance(each, str)
    }
    relative = [(each["baseUri"], each["pattern"]) for each in patterns if isinstance(each, dict)]
    shared = [(project.shared.as_uri(), "base.yaml"), ((project.shared / "house").as_uri(), "**/*.{yaml,tsv}")]
    shared.append(((project.shared / "mine").as_uri(), "register.tsv"))
    assert sorted(relative) == (sorted(shared) if outside else [])
    assert client.leave() == 0
    assert not [each for each in client.passed if each.get("method") == "client/registerCapability"]


def test_a_mistake_in_a_rule_that_is_not_open_is_marked_in_its_file_until_it_is_mended(wire, project: Project):
    project.pack(RULE.replace("select: body", "selekt: body"))
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    found = marked(client, project.rule)
    assert found[0][0] == 2
    assert "selekt" in found[0][1]
    project.rule.write_text(RULE, encoding="utf-8")
    changed(client, project.rule)
    wait_for(client, project.draft, ["style/repeated-word", "style/keeper"])
    assert marked(client, project.rule) == []


def test_a_mistake_in_a_configuration_that_is_not_open_is_marked_there(wire, project: Project):
    base = project.shared / "base.yaml"
    base.write_text("# ours\nignore: [style/repeted-word]\n", encoding="utf-8")
    project.configure("extends: [../shared/base.yaml]\nselekt: []\n")
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    own = project.folder / ".reslint.yaml"
    assert [line for line, _ in marked(client, own)] == [1]
    assert [line for line, _ in marked(client, base)] == [1]
    base.write_text("ignore: [style/repeated-word]\n", encoding="utf-8")
    changed(client, base)
    wait_for(client, project.draft, [])
    assert marked(client, base) == []


def test_an_open_rule_file_has_its_own_marks_and_gets_those_of_the_file_back_when_it_is_closed(wire, project: Project):
    project.pack(RULE.replace("select: body", "selekt: body"))
    uri = project.rule.as_uri()
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    assert marked(client, project.rule)
    client.open(uri, RULE, version=5, language="yaml")
    assert client.diagnostics(uri, 5) == []
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert marked(client, project.rule) == []
    assert marked(client, project.rule)[0][0] == 2


def test_an_extended_configuration_is_checked_while_it_is_typed_whatever_it_is_called(wire, project: Project):
    base = project.shared / "base.yaml"
    base.write_text("ignore: []\n", encoding="utf-8")
    project.configure("extends: [../shared/base.yaml]\n")
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    client.open(project.draft, DRAFT)
    assert client.diagnostics(project.draft)
    client.open(base.as_uri(), "ignore: [style/repeted-word]\n", language="yaml")
    assert "style/repeated-word" in marked(client, base)[0][1]


def test_a_client_that_pulls_finds_the_mistakes_of_rule_files_in_the_report_on_its_folders(wire, project: Project):
    project.pack(RULE.replace("select: body", "selekt: body"))
    (project.folder / "b.res.md").write_text(DRAFT, encoding="utf-8")
    client = wire()
    client.initialize(PULLS, workspaceFolders=project.folders)

    def pulled(known: list[dict]) -> dict[str, dict]:
        items = client.call("workspace/diagnostic", {"previousResultIds": known})["items"]
        return {each["uri"].rpartition("/")[2]: each for each in items}

    first = pulled([])
    assert {name: bool(each["items"]) for name, each in first.items()} == {"b.res.md": True, "keeper.yaml": True}
    known = [{"uri": each["uri"], "value": each["resultId"]} for each in first.values()]
    assert {each["kind"] for each in pulled(known).values()} == {"unchanged"}
    project.rule.write_text(RULE, encoding="utf-8")
    changed(client, project.rule)
    assert pulled(known)["keeper.yaml"]["items"] == []
    (project.folder / "b.res.md").unlink()
    assert pulled(known)["b.res.md"]["items"] == []


def told(client, path: Path, text: str, language: str = "yaml") -> list[tuple[str, str]]:
    """The marks in a file as it is typed: the words under the mark and the message."""
    version = next(_versions)
    client.open(path.as_uri(), text, version, language)
    lines = [line.encode("utf-16-le") for line in text.splitlines()]
    found = []
    for each in client.diagnostics(path.as_uri(), version):
        start, end = each["range"]["start"], each["range"]["end"]
        last = end["line"] - start["line"]
        words = lines[start["line"] : end["line"] + 1]
        words[last] = words[last][: 2 * end["character"]]
        words[0] = words[0][2 * start["character"] :]
        found.append(("\n".join(line.decode("utf-16-le") for line in words), each["message"]))
    client.notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
    return found


@pytest.mark.parametrize(
    ("text", "under", "message"),
    [
        ("rules: {style/repeeted-word: off}\n", "style/repeeted-word", "did you mean “style/repeated-word”?"),
        ("rules:\n  style/number: {options: {fnid: x}}\n", "fnid", "the rule has no option “fnid”"),
        ("overrides: [{files: a, rules: {style/numbr: off}}]\n", "style/numbr", "did you mean “style/number”?"),
        ("select: [style, styel, opener]\n", "styel", "did you mean “style”?"),
        ("overrides: [{files: a, profile: uno}]\n", "uno", "did you mean “un”?"),
    ],
)
def test_a_rule_that_is_not_there_is_marked_while_the_configuration_is_typed(
    wire, project: Project, text: str, under: str, message: str
):
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    (found,) = told(client, project.folder / ".reslint.yaml", text)
    assert found[0] == under
    assert message in found[1]


def test_rules_of_packs_that_are_not_saved_yet_are_known(wire, project: Project):
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    project.configure("packs: [un]\n")
    text = "packs: [mun]\nrules: {opener/acts-itself: off}\n"
    assert told(client, project.folder / ".reslint.yaml", text) == []


def test_a_mistake_in_an_extended_configuration_is_not_marked_in_the_one_that_extends_it(wire, project: Project):
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    (project.folder / "base.yaml").write_text("\n\nselect: [styel]\nprofil: un\n", "utf-8")
    assert told(client, project.folder / ".reslint.yaml", "extends: base.yaml\n") == []


@pytest.mark.parametrize(
    ("name", "text", "under", "message"),
    [
        ("lexicon/openers", "finite:\n  Requests:\n    cuont: 5\n", "cuont", "did you mean “count”?"),
        ("lexicon/openers", "nonsense: true\n", "nonsense", "there are participle, finite"),
        ("lexicon/organs", "organs:\n  The Bakers: {shrot: Bakers}\n", "shrot", "did you mean “short”?"),
        ("lexicon/spellings", "spellings: {harbor: 5, pier: quay}\n", "5", "expected some text, found 5"),
        ("phrases/following", "openers: {Requests: [5, the]}\n", "5", "expected some text, found 5"),
        ("phrases/folowing", "openers: {}\n", "extends", "no pack that this one builds on has a file of this name"),
    ],
)
def test_mistakes_in_lexicons_and_phrases_are_marked_while_they_are_typed(
    wire, project: Project, name: str, text: str, under: str, message: str
):
    project.pack()
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    (found,) = told(client, project.shared / "house" / f"{name}.yaml", f"extends: true\n{text}")
    assert found[0] == under
    assert message in found[1]


FIXES = "fix: {title: Write it, replace: keeper of light}\n"


@pytest.mark.parametrize(
    ("example", "under", "message"),
    [
        ("'1. *Requests* each {{keeper}} of light.'", "keeper", "this example fails: not reported: “keeper”"),
        ("|\n      1. *Requests* 😀 each\n      {{keeper}} of light.", "keeper", "not reported: “keeper”"),
        (
            "'1. *Requests* {{keeper of darkness}} or keeper of darkness.'",
            "keeper of darkness",
            "this example fails: reported without a mark: “keeper of darkness”",
        ),
        (
            "{draft: '1. *Requests* 😀 {{keeper of darkness}}.', fixed: '1. *Requests* 😀 keeper of night.'}",
            "night.",
            "the fixes give “…😀 keeper of light.” and not “…😀 keeper of night.”",
        ),
    ],
)
def test_the_words_in_which_an_example_fails_are_underlined(
    wire, project: Project, example: str, under: str, message: str
):
    project.pack()
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    right = "'1. *Requests* each {{keeper of darkness}} to report.'"
    text = RULE.replace("message:", f"{FIXES}message:").replace(right, example)
    (found,) = told(client, project.rule, text)
    assert found[0] == under
    assert found[1].endswith(message)


def test_the_words_that_make_a_silent_example_noisy_are_underlined(wire, project: Project):
    project.pack()
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    text = RULE.replace(
        "'1. *Requests* each keeper of light to report.'", "1. *Requests* each\n      keeper of darkness."
    )
    assert told(client, project.rule, text.replace("\n", "\r\n")) == [
        ("keeper of darkness", "this example is not silent: style/keeper at “keeper of darkness”")
    ]


CITING = """\
*The General Assembly*,

*Recalling* its resolution 97/4 of 2 May 2043,

1. *Requests* each keeper of light to report;

2. *Decides* to return to the matter.
"""
ENTRY = "General Assembly\t97/4\t2043-05-{day}\tpage\t\t\t\t\n"


@pytest.mark.parametrize("whose", ["pack", "user"])
def test_a_changed_table_of_resolutions_holds_at_once_and_its_damage_is_marked(wire, project: Project, whose: str):
    project.pack()
    mine = project.shared / "mine"
    table = mine / "register.tsv" if whose == "user" else project.shared / "house" / "register" / "own.tsv"
    table.parent.mkdir()
    table.write_text(ENTRY.format(day="03"), "utf-8")
    client = wire(env={"RESLINT_DATA_DIR": str(mine)})
    client.initialize(workspaceFolders=project.folders)

    def dates() -> list[str]:
        return [each["code"] for each in client.diagnostics(project.draft) if each["code"].startswith("citation/date")]

    client.open(project.draft, CITING)
    assert dates() == ["citation/date-mismatch"]
    table.write_text(ENTRY.format(day="02"), "utf-8")
    changed(client, table)
    assert dates() == []
    table.write_text(f"# Ours.\n{ENTRY.format(day='02')}General Assembly\t97/5\t2042\n", "utf-8")
    changed(client, table)
    assert marked(client, table) == [(2, "this line of the register is damaged: 3 columns instead of 8")]
    table.write_text(ENTRY.format(day="02"), "utf-8")
    changed(client, table)
    assert marked(client, table) == []


def test_damage_in_a_table_is_marked_while_it_is_typed_and_other_tables_are_left_alone(wire, project: Project):
    project.pack()
    client = wire()
    client.initialize(workspaceFolders=project.folders)
    text = "#body\tLB\tBoard of Lights\n" + ENTRY.format(day="40")
    table = project.shared / "house" / "register" / "own.tsv"
    message = "this line of the register is damaged: a line “#body” has a code, a name, a symbol and a number"
    assert told(client, table, text, "tsv") == [("#body\tLB\tBoard of Lights", message)]
    ((under, message),) = told(client, table, f"# é\r\n{ENTRY.format(day='40')}", "plaintext")
    assert under == ENTRY.format(day="40").rstrip()
    assert "day" in message
    assert told(client, project.folder / "other.tsv", text, "tsv") == []


def test_damage_in_a_table_of_likely_words_is_marked_and_the_rest_of_it_is_proposed(wire, project: Project):
    project.pack()
    table = project.shared / "house" / "phrases" / "recurrent.tsv"
    table.parent.mkdir()
    table.write_text("# Ours.\nthe brass\tlantern 2\tlampstand 2 90\n", "utf-8")
    client = wire()
    client.initialize({"textDocument": {"inlineCompletion": {}}}, workspaceFolders=project.folders)
    (marked_line,) = marked(client, table)
    assert marked_line[0] == 1
    assert marked_line[1].endswith("not “lantern 2”")
    text = "*The General Assembly*,\n\n1. *Requests* each keeper to polish the brass la"
    client.open(project.draft, text)
    at = {"line": 2, "character": len(text.splitlines()[2])}
    asked = {"textDocument": {"uri": project.draft}, "position": at, "context": {"triggerKind": 1}}
    (item,) = client.call("textDocument/inlineCompletion", asked)["items"]
    assert item["insertText"] == "mpstand"
    assert told(client, table, "the brass\tlamp 9\n", "tsv")[0][0] == "lamp 9"
