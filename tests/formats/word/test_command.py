"""The command on drafts in Word: what is reported, written, refused, skipped."""

from __future__ import annotations

import io
import json
import re

import pytest

from reslint.cli import main
from reslint.formats.word.surface import Surface

ITALIC = "<w:i/>"


@pytest.fixture
def draft(make):
    """A draft with three mistakes: an opener that is not in italics, a misspelling, and a note without a stop."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{make.level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return make.word(
        make.paragraph(make.run("The General Assembly", ITALIC), ","),
        make.paragraph("Recalling the importance of harbours", make.marker(1), ","),
        make.paragraph(
            make.run("Requests", ITALIC), " all States to keep the the lights on;", properties=make.in_list(1)
        ),
        make.paragraph(
            make.run("Decides", ITALIC), " to consider the item at its next session.", properties=make.in_list(1)
        ),
        numbering=numbering,
        footnotes=make.footnote(1, "The harbours of the northern coasts."),
    )


@pytest.fixture
def folder(tmp_path, monkeypatch, draft):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(draft)
    return tmp_path


def run(capfdbinary, *words):
    status = main(list(words))
    out, err = capfdbinary.readouterr()
    return status, out.decode("utf-8", "replace"), err.decode()


def text(path):
    return Surface(path.read_bytes()).text.content


def test_findings_are_told_by_paragraph_and_words(folder, capfdbinary):
    status, out, _ = run(capfdbinary, "check", "draft.docx", "--output-format", "concise", "--quiet")
    assert status == 1
    assert "draft.docx:¶2 (preambular 1): warning opener/preambular-italic" in out
    assert "draft.docx:¶3 (operative 1): " in out
    _, out, _ = run(capfdbinary, "check", "draft.docx", "--output-format", "json")
    found = {each["rule"]: each for each in json.loads(out)["findings"]}
    place = found["opener/preambular-italic"]["paragraph"]
    assert (place["ordinal"], place["words"]) == (2, "Recalling")
    assert place["after"].startswith(" the importance of harbours")


@pytest.mark.parametrize(
    "format_name", ["text", "sarif", "html", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"]
)
def test_every_format_names_the_paragraph(folder, capfdbinary, format_name):
    _, out, _ = run(capfdbinary, "check", "draft.docx", "--output-format", format_name)
    assert "¶2" in out.replace("\\u00b6", "¶").replace("&#182;", "¶").replace("%C2%B6", "¶")


def test_fixes_are_tracked_in_a_copy_and_a_second_run_finds_nothing(folder, draft, make, capfdbinary):
    _, _, err = run(capfdbinary, "check", "--fix", "draft.docx")
    copy = folder / "draft.reslint.docx"
    assert "draft.docx: written into draft.reslint.docx" in err
    assert (folder / "draft.docx").read_bytes() == draft
    assert "*Recalling* the importance" in text(copy)
    assert "keep the lights on" in text(copy)
    assert Surface(make.rejected(copy.read_bytes())).text.content == Surface(draft).text.content
    before = copy.read_bytes()
    run(capfdbinary, "check", "--fix", "draft.reslint.docx")
    assert copy.read_bytes() == before


def test_fixes_go_into_the_file_where_that_is_wanted_and_plainly_where_that_is(folder, make, capfdbinary):
    run(capfdbinary, "check", "--fix", "--in-place", "--clean", "draft.docx")
    assert [each.name for each in folder.iterdir()] == ["draft.docx"]
    assert "keep the lights on" in text(folder / "draft.docx")
    assert "<w:ins" not in make.part((folder / "draft.docx").read_bytes())


def test_a_diff_writes_nothing(folder, draft, capfdbinary):
    _, out, _ = run(capfdbinary, "check", "--diff", "draft.docx")
    assert "+1. *Requests* all States to keep the lights on;" in out
    assert [each.read_bytes() for each in folder.iterdir()] == [draft]


def test_what_word_must_do_is_left_with_the_reason(folder, make, capfdbinary):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{make.level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )
    body = [make.paragraph(make.run("The General Assembly", ITALIC), ",")]
    words = (("Requests", " all States to act;", 1), ("Decides", " to meet again.", 2))
    body += [make.paragraph(make.run(a, ITALIC), b, properties=make.in_list(n)) for a, b, n in words]
    (folder / "numbers.docx").write_bytes(make.word(*body, numbering=numbering))
    _, out, _ = run(
        capfdbinary, "check", "--fix", "numbers.docx", "--select", "numbering", "--output-format", "concise", "--quiet"
    )
    assert re.search(r"¶3 \(operative 4\): \w+ numbering/.*change the list in Word", out)
    assert not (folder / "numbers.reslint.docx").exists()


def test_comments_go_into_the_margin_and_out_again(folder, draft, make, capfdbinary):
    run(capfdbinary, "check", "--comments", "draft.docx")
    copy = folder / "draft.reslint.docx"
    comments = make.part(copy.read_bytes(), "word/comments.xml")
    assert "(opener/preambular-italic)" in comments
    assert text(copy) == Surface(draft).text.content
    run(capfdbinary, "check", "--remove-comments", "draft.reslint.docx")
    assert "opener/" not in make.part(copy.read_bytes(), "word/comments.xml")


def test_fixes_and_comments_together_leave_comments_on_what_is_not_fixed(folder, make, capfdbinary):
    run(capfdbinary, "check", "--fix", "--comments", "draft.docx")
    data = (folder / "draft.reslint.docx").read_bytes()
    assert "<w:rPrChange" in make.part(data)
    assert "preambular-italic" not in "".join(make.part(data, each) for each in make.names(data) if "comments" in each)


def test_a_copy_in_which_somebody_has_worked_is_not_written_over(folder, make, capfdbinary):
    run(capfdbinary, "check", "--fix", "draft.docx")
    copy = folder / "draft.reslint.docx"
    status, _, _ = run(capfdbinary, "check", "--fix", "draft.docx")
    assert status < 2
    theirs = make.replaced(copy.read_bytes(), "word/styles.xml", make.part(copy.read_bytes(), "word/styles.xml"))
    copy.write_bytes(theirs)
    status, _, err = run(capfdbinary, "check", "--fix", "draft.docx")
    assert status == 2
    assert "saved by somebody else; --force writes over it" in err
    assert copy.read_bytes() == theirs
    assert run(capfdbinary, "check", "--fix", "--force", "draft.docx")[0] < 2
    assert copy.read_bytes() != theirs


def test_folders_are_walked_for_drafts_in_word_but_not_for_copies_and_marks_of_open_files(folder, capfdbinary):
    (folder / "~$raft.docx").write_bytes(b"\x05User")
    run(capfdbinary, "check", "--fix", "draft.docx")
    _, out, _ = run(capfdbinary, "check", ".", "--output-format", "concise", "--quiet")
    assert {line.partition(":")[0] for line in out.splitlines()} == {"draft.docx"}


def test_the_standard_input_may_be_a_draft_in_word(folder, draft, monkeypatch, capfdbinary):
    class Input:
        buffer = io.BytesIO(draft)

    monkeypatch.setattr("sys.stdin", Input)
    status = main(["check", "--fix", "-", "--stdin-filename", "x.docx", "--quiet"])
    out = capfdbinary.readouterr().out
    assert status < 2
    assert "keep the lights on" in Surface(out).text.content


def test_a_comment_of_the_file_suppresses_on_its_paragraph(folder, make, capfdbinary):
    comments = make.comment(0, "reslint-disable opener/preambular-italic -- as it was said")
    body = [
        make.paragraph(make.run("The General Assembly", ITALIC), ","),
        make.paragraph(make.commented(0, make.run("Recalling")), " the importance of harbours,"),
        make.paragraph("1. ", make.run("Decides", ITALIC), " to meet again."),
    ]
    (folder / "draft.docx").write_bytes(make.word(*body, comments=comments))
    _, out, _ = run(capfdbinary, "check", "draft.docx", "--select", "opener", "--output-format", "concise", "--quiet")
    assert out == ""


def test_other_commands_read_word_too(folder, capfdbinary):
    run(capfdbinary, "check", "--fix", "draft.docx")
    _, out, _ = run(capfdbinary, "diff", "draft.docx", "draft.reslint.docx")
    assert "lights" in out
    assert "operative" in run(capfdbinary, "outline", "draft.docx")[1]
    assert "words" in run(capfdbinary, "stats", "draft.docx")[1]
    run(capfdbinary, "check", "draft.docx", "--baseline", "known.json", "--write-baseline")
    assert run(capfdbinary, "check", "draft.docx", "--baseline", "known.json", "--quiet")[:2] == (0, "")


def test_convert_goes_both_ways_and_writes_over_nothing(folder, draft, capfdbinary):
    assert run(capfdbinary, "convert", "draft.docx")[0] == 0
    markdown = (folder / "draft.res.md").read_text("utf-8")
    assert markdown == Surface(draft).text.content
    assert run(capfdbinary, "convert", "draft.res.md", "again.docx")[0] == 0
    assert text(folder / "again.docx") == markdown
    status, _, err = run(capfdbinary, "convert", "draft.docx")
    assert status == 2
    assert "--force writes over it" in err
    assert run(capfdbinary, "convert", "draft.docx", "-")[1] == markdown
    assert run(capfdbinary, "convert", "draft.docx", "draft.pdf")[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--clean",),
        ("--in-place",),
        ("--comments", "--diff"),
        ("--fix", "--remove-comments"),
    ],
)
def test_options_that_make_no_sense_are_refused(folder, capfdbinary, words):
    assert run(capfdbinary, "check", "draft.docx", *words)[0] == 2


def test_a_file_that_cannot_be_read_is_one_error_and_the_others_are_checked(folder, draft, capfdbinary):
    (folder / "cut.docx").write_bytes(draft[:300])
    status, out, err = run(capfdbinary, "check", ".", "--output-format", "concise", "--quiet")
    assert status == 2
    assert err == "error: cut.docx: this Word file is damaged or cut short; get it again\n"
    assert "draft.docx:¶2" in out


def test_convert_keeps_the_lines_that_pages_have_brought_in(folder, capfdbinary):
    page = "\fS/RES/9999 (2031)\n\n"
    draft = (
        f"S/RES/9999 (2031)\n\nThe Security Council,\n\nRecalling its work on\n{page}the harbours,\n\n"
        f"1. Demands that all parties act;\n{page}2. Decides to remain seized of the matter.\n"
    )
    (folder / "paged.md").write_text(draft, "utf-8")
    run(capfdbinary, "convert", "paged.md", "paged.docx")
    assert sorted(text(folder / "paged.docx").split()) == sorted(draft.split())


def test_convert_carries_comments_and_checking_takes_none_of_them_out(folder, make, capfdbinary):
    comments = make.comment(0, "Ask the Chair.") + make.comment(1, "Old finding.", "reslint")
    body = make.paragraph(make.commented(0, make.run("The General Assembly,")), make.commented(1, make.run(" so")))
    (folder / "commented.docx").write_bytes(make.word(body, comments=comments))
    run(capfdbinary, "convert", "commented.docx")
    told = (folder / "commented.res.md").read_text("utf-8")
    assert told == "<!-- Delegate: Ask the Chair. -->\nThe General Assembly, so\n"
    run(capfdbinary, "convert", "commented.res.md", "again.docx")
    run(capfdbinary, "check", "--comments", "--in-place", "--force", "again.docx")
    run(capfdbinary, "check", "--remove-comments", "--in-place", "--force", "again.docx")
    assert run(capfdbinary, "convert", "again.docx", "-")[1] == told


def test_a_draft_goes_back_into_the_file_that_it_was_made_of(folder, capfdbinary):
    run(capfdbinary, "convert", "draft.docx")
    draft = folder / "draft.res.md"
    assert run(capfdbinary, "convert", "draft.res.md", "--into", "draft.docx") == (0, "", "nothing has changed\n")
    draft.write_text(draft.read_text("utf-8").replace("the the", "all the") + "\nA new paragraph.\n", "utf-8")
    status, _, err = run(capfdbinary, "convert", "draft.res.md", "--into", "draft.docx")
    assert status == 0
    assert err.startswith("wrote draft.reslint.docx\n")
    assert "a comment says what could not be tracked: To add after this: “A new paragraph.”" in err
    assert "all the lights" in text(folder / "draft.reslint.docx")
    assert Surface((folder / "draft.reslint.docx").read_bytes(), "original").text.content == text(folder / "draft.docx")


def test_the_concept_note_of_a_draft_in_word_is_in_word(folder, capfdbinary):
    status, out, _ = run(capfdbinary, "init", "--concept-note", "draft.docx")
    assert (status, out) == (0, "draft.concept-note.docx written.\n")
    note = text(folder / "draft.concept-note.docx")
    assert note.startswith("**Concept note: ")
    assert "**Implementation lead**" in note
    assert "(paragraph 1)" in note
