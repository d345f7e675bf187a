"""The templates of the VS Code extension are drafts that reslint itself has nothing against."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reslint.cli.main import main
from reslint.engine import load
from reslint.engine.packs.folders import shipped_names

FOLDER = Path(__file__).parents[2] / "editors" / "vscode" / "templates"
TEMPLATES = sorted(FOLDER.glob("*.res.md"))
_GAP = re.compile(r"\$\{(\d+):([^}]*)\}")


def filled(template: str) -> str:
    """The draft of a writer who leaves every gap as it is."""
    words = dict(_GAP.findall(template))
    text = _GAP.sub(lambda gap: gap[2], template)
    return re.sub(r"\$\{(\d+)\}", lambda gap: words[gap[1]], text).replace("$0", "")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_new_draft_has_no_findings_but_its_gaps(template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    draft = tmp_path / template.name
    draft.write_text(filled(template.read_text(encoding="utf-8")), encoding="utf-8")
    gaps = ("--ignore", "structure/unfilled")
    assert main(["check", "--no-cache", "--output-format", "concise", *gaps, str(draft)]) == 0
    assert template.name not in capsys.readouterr().out
    assert main(["check", "--no-cache", "--output-format", "concise", str(draft)]) == 1
    assert "structure/unfilled" in capsys.readouterr().out


def test_there_are_templates():
    assert len(TEMPLATES) >= 6


def test_the_setting_for_the_profile_lists_what_can_be_named():
    manifest = json.loads((FOLDER.parent / "package.json").read_text(encoding="utf-8"))
    setting = manifest["contributes"]["configuration"]["properties"]["reslint.profile"]
    # A profile by itself names one of the pack that is in force anyway, or a pack.
    assert set(setting["enum"]) == {"", *load(["un"]).packs[-1].profiles, *shipped_names()}
    assert len(setting["enum"]) == len(setting["enumDescriptions"]) == len(setting["enumItemLabels"])
