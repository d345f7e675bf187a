"""`--since REV`: findings in lines that have changed, and in no others."""

from __future__ import annotations

import os
import subprocess

import pytest

from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp

from .conftest import Repository

OLD = "1. *Notes* the the buoys;\n\n2. *Notes* the the lamps;\n\n3. *Decides* to to meet.\n"


@pytest.fixture
def since(repository: Repository) -> Repository:
    repository.write("drafts/ä b.res.md", OLD)
    repository.write("same.res.md", OLD)
    repository.commit()
    return repository


def found(repository: Repository, *words: str) -> list[str]:
    done = repository.reslint(
        "check", *words, "--select", "style/repeated-word", "--output-format", "concise", "--quiet"
    )
    assert done.returncode in {0, 1}, done.stderr
    return [line.partition(" error")[0] for line in done.stdout.splitlines()]


def test_nothing_has_changed(since: Repository):
    assert found(since, "--since", "HEAD") == []


def test_only_changed_lines_are_looked_at_though_those_below_have_moved(since: Repository):
    since.write("drafts/ä b.res.md", "1. *Notes* a a reef;\n\n" + OLD.replace("2. *Notes*", "2. *Welcomes*"))
    assert found(since, "--since", "HEAD") == ["drafts/ä b.res.md:1:12:", "drafts/ä b.res.md:5:15:"]


def test_changes_that_are_committed_count_too_and_so_do_new_files(since: Repository):
    since.write("same.res.md", OLD + "\n4. *Decides* to to stay.\n")
    since.commit()
    since.write("new.res.md", OLD)
    assert found(since, "--since", "HEAD~1") == [
        "new.res.md:1:12:",
        "new.res.md:3:12:",
        "new.res.md:5:14:",
        "same.res.md:7:14:",
    ]
    assert len(found(since, "--since", "HEAD")) == 3


def test_it_works_from_a_folder_below(since: Repository):
    since.write("drafts/ä b.res.md", OLD.replace("3. *Decides*", "3. *Requests*"))
    since.folder = since.folder / "drafts"
    assert found(since, "--since", "HEAD") == ["ä b.res.md:5:15:"]


def test_a_revision_that_is_not_there_is_an_error(since: Repository):
    for name in ("nowhere", "--output=x", "HEAD:same.res.md"):
        done = since.reslint("check", f"--since={name}")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"reslint: --since: there is no revision “{name}”\n"


def test_outside_a_repository_git_says_so(since: Repository):
    done = since.run("reslint", "check", "--since", "HEAD", env={"GIT_DIR": os.devnull})
    assert done.returncode == 2
    assert done.stderr.startswith("reslint: --since: ")


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
def test_the_programs_that_a_repository_names_are_not_started(since: Repository):
    ran = since.folder / "ran"
    script = since.folder / "watch.sh"
    script.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    script.chmod(0o755)
    (since.folder / ".gitattributes").write_text("*.md diff=chart\n", encoding="utf-8")
    for key in ("core.fsmonitor", "diff.external", "diff.chart.command", "diff.chart.textconv"):
        subprocess.run(["git", "config", key, str(script)], cwd=since.folder, check=True)
    since.write("same.res.md", OLD.replace("2. *Notes*", "2. *Welcomes*"))

    subprocess.run(["git", "status"], cwd=since.folder, check=True, capture_output=True)
    assert ran.exists()  # git itself starts one
    ran.unlink()
    assert found(since, "--since", "HEAD") == ["same.res.md:3:15:"]
    assert not ran.exists()


def word(*paragraphs: str) -> bytes:
    """A Word file with these numbered paragraphs."""
    blocks = [WordBlock("paragraph", words, f"{number}.") for number, words in enumerate(paragraphs, 1)]
    return build(blocks, Stamp("reslint", "2026-01-01T00:00:00Z", 1))[0]


def test_of_a_word_file_the_paragraphs_that_have_changed_are_looked_at(repository: Repository):
    path = repository.folder / "draft.docx"
    paragraphs = ("*Notes* the the buoys;", "*Notes* the the lamps;", "*Decides* to to meet.")
    path.write_bytes(word(*paragraphs))
    repository.commit()
    assert found(repository, "draft.docx", "--since", "HEAD", "--force") == []
    path.write_bytes(word(paragraphs[0], paragraphs[1].replace("Notes", "Welcomes"), paragraphs[2]))
    assert found(repository, "draft.docx", "--since", "HEAD", "--force") == ["draft.docx:¶2 (operative 2):"]
    repository.commit()
    path.write_bytes(word(paragraphs[0], "*Requests* the the gulls;", *paragraphs[1:]))
    assert found(repository, "draft.docx", "--since", "HEAD", "--force")[0] == "draft.docx:¶2 (operative 2):"
    (repository.folder / "other.docx").write_bytes(word(*paragraphs))
    assert len(found(repository, "other.docx", "--since", "HEAD", "--force")) == 3
