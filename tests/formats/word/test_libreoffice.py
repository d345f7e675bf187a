"""LibreOffice judges the files, as it did not write them. Skipped where it is not installed."""

from __future__ import annotations

import shutil
import subprocess
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from reslint.formats.original import Remark
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp
from reslint.formats.word.surface import Surface
from reslint.formats.word.writing import write
from reslint.text import Edit, Span

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (libreoffice-writer) is not installed")
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"  # noqa: E741
S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
F = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


class Judged:
    """A file as LibreOffice reads it, from its flat OpenDocument form."""

    def __init__(self, xml: bytes) -> None:
        root = ET.fromstring(xml)
        self.styles = {each.get(f"{S}name"): each for each in root.iter(f"{S}style")}
        self.deleted: dict[str, str] = {}
        self.inserted: set[str] = set()
        for region in root.iter(f"{T}changed-region"):
            for kind in region:
                name = region.get(f"{T}id")
                if kind.tag == f"{T}deletion":
                    self.deleted[name] = "".join("".join(each.itertext()) for each in kind.iter(f"{T}p"))
                elif kind.tag == f"{T}insertion":
                    self.inserted.add(name)
        self.comments: dict[str, str] = {}
        self.accepted, self.rejected, self.italic, self.notes = "", "", "", []
        self._open: set[str] = set()
        self._annotated: dict[str, str] = {}
        for each in root.iter(f"{O}text"):
            self._blocks(each)

    def _blocks(self, parent) -> None:
        for each in parent:
            if each.tag in (f"{T}p", f"{T}h"):
                self._inline(each, self._looks(each, False))
                self._say("\n", False)
            elif each.tag != f"{T}tracked-changes":
                self._blocks(each)

    def _looks(self, element, otherwise):
        name = element.get(f"{T}style-name")
        while name in self.styles:
            look = self.styles[name].find(f"{S}text-properties")
            value = None if look is None else look.get(f"{F}font-style")
            if value is not None:
                return value == "italic"
            name = self.styles[name].get(f"{S}parent-style-name")
        return otherwise

    def _say(self, words, italic) -> None:
        if not self._open & self.deleted.keys():
            self.accepted += words
        if not self._open & self.inserted:
            self.rejected += words
        self.italic += words if italic else ""
        for name in self._annotated:
            self._annotated[name] += words

    def _inline(self, parent, italic) -> None:
        self._say(parent.text or "", italic)
        for each in parent:
            tag = each.tag.replace(T, "")
            name = each.get(f"{T}change-id")
            if tag == "change-start":
                self._open.add(name)
            elif tag == "change-end":
                self._open.discard(name)
            elif tag == "change":
                self.rejected += self.deleted.get(name, "")
            elif tag in ("s", "tab", "line-break"):
                self._say(" " * int(each.get(f"{T}c", "1")) if tag == "s" else " ", italic)
            elif tag == "note":
                inner = Judged.__new__(Judged)
                inner.__dict__ |= {**self.__dict__, "accepted": "", "rejected": "", "italic": "", "_open": set()}
                inner._annotated = {}
                inner._blocks(each.find(f"{T}note-body"))
                self.notes.append(inner)
            elif each.tag == f"{O}annotation":
                self._annotated[each.get(f"{O}name")] = ""
                self.comments[each.get(f"{O}name")] = "\n".join("".join(one.itertext()) for one in each.iter(f"{T}p"))
            elif each.tag == f"{O}annotation-end":
                self.comments[each.get(f"{O}name")] = self._annotated.pop(each.get(f"{O}name"))
            else:
                self._inline(each, self._looks(each, italic))
            self._say(each.tail or "", italic)


def squeezed(words):
    return " ".join(words.split())


@pytest.fixture(scope="module")
def judged(make, tmp_path_factory):
    """The files of this module as LibreOffice reads them; it starts once for all."""
    folder = tmp_path_factory.mktemp("libreoffice")
    made = drafts(make)
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in made]
    command = [str(SOFFICE), settings, "--headless", "--convert-to", "fodt", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return SimpleNamespace(**{name: Judged((folder / f"{name}.fodt").read_bytes()) for name in made}, made=made)


def drafts(make):
    """A draft, and what became of it."""
    body = [
        make.paragraph(make.run("The General Assembly", "<w:i/>"), ","),
        make.paragraph(
            make.run("Recalling", "<w:i/>"), " its resolution", make.marker(1), " of old, and", make.marker(2), ","
        ),
        make.paragraph(
            "Noting with interest the ", make.deleted("gone ", 51), make.inserted(make.run("new "), 52), "plan,"
        ),
        make.paragraph("1.", "<w:r><w:tab/></w:r>", make.run("Decides", "<w:i/>"), " to continue its work."),
    ]
    notes = make.footnote(1, "Resolution 70/1.") + make.footnote(2, make.run("Ibid", "<w:i/>"), ", para. 4")
    original = make.word(*body, footnotes=notes)
    content = Surface(original).text.content

    def edit(old, new):
        at = content.index(old)
        return Edit(Span(at, at + len(old)), new)

    edits = [
        edit("of old, and", "of old and"),
        edit("Noting with interest", "*Noting with interest*"),
        edit("plan,", "programme,"),
        edit("continue", "go on with"),
        edit("para. 4", "para. 4."),
    ]
    words = ("General Assembly", "plan", "Decides", "para. 4")
    remarks = [Remark(Span(content.index(each), content.index(each) + len(each)), f"About {each}") for each in words]
    blocks = [
        WordBlock("title", "**On the work of the Assembly**"),
        WordBlock("paragraph", "*Decides*[^1] so;", "1."),
        WordBlock("item", "that;", "(a)"),
        WordBlock("item", "this;", "(c)"),
        WordBlock("note", "A *note*.", "[^1]:", "1"),
    ]
    return {
        "original": original,
        "tracked": write(original, edits),
        "clean": write(original, edits, tracked=False),
        "commented": write(original, (), remarks),
        "both": write(original, edits, remarks),
        "built": build(blocks, Stamp("reslint", "2026-01-01T00:00:00Z", 1))[0],
    }


def test_all_changes_accepted_are_the_clean_file(judged):
    assert squeezed(judged.tracked.accepted) == squeezed(judged.clean.accepted)
    assert judged.tracked.italic == judged.clean.italic
    assert "of old and," in squeezed(judged.tracked.accepted)
    assert [squeezed(note.accepted) for note in judged.tracked.notes] == ["Resolution 70/1.", "Ibid, para. 4."]


def test_all_changes_rejected_are_the_original_file(judged):
    assert squeezed(judged.tracked.rejected) == squeezed(judged.original.rejected)
    assert [squeezed(note.rejected) for note in judged.tracked.notes] == [
        squeezed(note.accepted) for note in judged.original.notes
    ]


def test_words_that_became_italic_are_a_change_of_format(judged):
    assert "Noting with interest" in judged.tracked.italic
    assert "Noting" not in judged.original.italic


def test_comments_arrive_on_their_words(judged):
    # That on the second note would stand on its marker, which is behind the first: it stands on the word before that.
    found = [squeezed(words) for words in judged.commented.comments.values()]
    assert found == ["General Assembly", "resolution", "plan", "Decides"]
    assert squeezed(judged.commented.accepted) == squeezed(judged.original.accepted)
    assert len(judged.both.comments) == 4
    assert squeezed(judged.both.accepted) == squeezed(judged.clean.accepted)


def test_a_built_draft_has_its_numbers_italics_and_notes(judged):
    assert squeezed(judged.built.accepted) == "On the work of the Assembly 1. Decides so; (a) that; (c) this;"
    assert squeezed(judged.built.italic) == "Decides"
    assert [squeezed(note.accepted) for note in judged.built.notes] == ["A note."]
