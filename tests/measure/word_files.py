"""Word files, measured: what is read, what LibreOffice reads, round trips, planted edits in shattered runs.

    python tests/measure/word_files.py read FILE.docx …        words, italics, notes and numbers, against LibreOffice
    python tests/measure/word_files.py trips DRAFT.md …        Markdown to Word to Markdown
    python tests/measure/word_files.py plant N DRAFT.md …      N drafts with edits in runs cut at random
    python tests/measure/word_files.py fix FILE.docx …         safe fixes: written, refused and why, a second run
    python tests/measure/word_files.py schema FILE.docx …      what is written, against the schemas (openxml-audit)
    python tests/measure/word_files.py time FILE.docx …        processor time and memory of reading

LibreOffice (`soffice`) is asked where it is installed.
"""

from __future__ import annotations

import io
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from reslint.cli.layout import blocks_of, front_matter_of
from reslint.cli.project import Project
from reslint.cli.remarks import remarks_of
from reslint.draft import Draft
from reslint.engine.checker import Checker
from reslint.formats.word.build import build
from reslint.formats.word.markdown import seen
from reslint.formats.word.plan import refusal
from reslint.formats.word.runs import Stamp
from reslint.formats.word.surface import Surface
from reslint.formats.word.writing import write
from reslint.text import Edit, Span, Text, apply_edits

STAMP = ("draft", "2026-01-01T00:00:00Z", 1)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
F = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
NAME = Path("draft.res.md")
SESSION = Project()


def checker_of(text: Text) -> Checker:
    """The checker of a text."""
    return SESSION.for_file(NAME).for_text(NAME, text)[0]


def draft_of(content: str) -> Draft:
    """The draft in a text."""
    text = Text(content)
    return checker_of(text).parse(text, forced=True)


def words_of_xml(data: bytes) -> Counter[str]:
    """The words of all visible w:t of a file with its changes accepted, read without reslint."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        for name in source.namelist():
            if re.fullmatch(r"word/(?:document|footnotes|endnotes)\d*\.xml", name):
                _walk(ET.fromstring(source.read(name).replace(STRICT[1:-1].encode(), W[1:-1].encode())), found)
    return Counter(re.findall(r"[^\W_]+", "".join(found)))


def _walk(element: ET.Element, found: list[str]) -> None:
    tag = element.tag.replace(W, "")
    if tag in ("del", "moveFrom", "instrText") or element.tag.endswith("}Fallback"):
        return
    if tag == "r" and element.find(f"{W}rPr/{W}vanish") is not None:
        return
    if tag == "t":
        found.append(element.text or "")
    elif tag in ("tab", "br", "cr", "footnoteReference", "endnoteReference"):
        found.append(" ")
    elif tag in ("noBreakHyphen", "softHyphen"):
        found.append("\u2011")
    for each in element:
        _walk(each, found)
    if tag == "p":
        found.append("\n")


def converted(folder: Path, kind: str, files: list[Path]) -> None:
    """Has LibreOffice convert files into a folder."""
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    command = [str(shutil.which("soffice")), settings, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=580)


def libreoffice(folder: Path, path: Path) -> tuple[str, int, Counter[str]]:
    """The italic letters, the number of notes and the labels of lists as LibreOffice reads a file."""
    root = ET.parse(folder / f"{path.stem}.fodt").getroot()
    styles = {each.get(f"{S}name"): each for each in root.iter(f"{S}style")}

    def look(name: str | None, otherwise: bool) -> bool:
        for _ in range(20):
            style = styles.get(name)
            if style is None:
                return otherwise
            properties = style.find(f"{S}text-properties")
            value = None if properties is None else properties.get(f"{F}font-style")
            if value is not None:
                return value == "italic"
            name = style.get(f"{S}parent-style-name")
        return otherwise

    letters: list[str] = []

    def walk(element: ET.Element, italic: bool) -> None:
        tag = element.tag.replace(T, "")
        if tag in ("tracked-changes", "note-citation", "annotation") or element.tag.endswith("}annotation"):
            return
        if tag in ("p", "h", "span"):
            italic = look(element.get(f"{T}style-name"), italic if tag == "span" else False)
        if italic:
            letters.append(element.text or "")
        for each in element:
            walk(each, italic)
            if italic:
                letters.append(each.tail or "")

    body = next(each for each in root.iter() if each.tag.endswith("}text") and "office" in each.tag)
    walk(body, False)
    labels = Counter(
        match[1]
        for line in (folder / f"{path.stem}.txt").read_text("utf-8-sig").splitlines()
        if (match := re.match(r"\s*(\d+\.|\([a-z]+\)|[IVX]+\.|[A-Za-z]\.)(?=\s)", line))
    )
    return re.sub(r"\W|_", "", "".join(letters)), sum(1 for _ in root.iter(f"{T}note")), labels


def read(files: list[Path]) -> None:
    """Prints what is lost, and where LibreOffice reads something else."""
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asked = shutil.which("soffice") is not None
        if asked:
            converted(folder, "fodt", files)
            converted(folder, "txt:Text (encoded):UTF8", files)
        for path in files:
            data = path.read_bytes()
            surface = Surface(data)
            wanted = words_of_xml(data)
            got = Counter(word for each in surface.paragraphs for word in re.findall(r"[^\W_]+", each.words))
            lost, added = (wanted - got).total(), (got - wanted).total()
            italic = "".join(
                re.sub(r"\W|_", "", piece.text)
                for each in surface.paragraphs
                for piece in each.pieces
                if piece.bits & 2
            )
            notes = {each.note for each in surface.paragraphs if each.note}
            numbers = Counter(each.number for each in surface.paragraphs if each.number and each.number != "-")
            total += Counter(words=wanted.total(), lost=lost, added=added, italic=len(italic), notes=len(notes))
            total += Counter(numbers=numbers.total(), dropped=sum(1 for each in surface.paragraphs if each.dropped))
            line = f"{path.name}: {wanted.total()} words, {lost} lost, {added} added; {len(notes)} notes"
            if asked:
                theirs, their_notes, labels = libreoffice(folder, path)
                differ = (Counter(italic) - Counter(theirs)).total() + (Counter(theirs) - Counter(italic)).total()
                missing = (numbers - labels).total()
                total += Counter(
                    italic_differ=differ, notes_differ=abs(their_notes - len(notes)), numbers_differ=missing
                )
                line += f"; italics {len(italic)} / {len(theirs)}, notes {their_notes}, numbers not there {missing}"
            print(line)
    print(dict(total))


def shown(content: str) -> tuple[Counter[str], str, Counter[str]]:
    """The words, the italic letters and the markers of a text."""
    read_ = [seen(block) for block in re.split(r"\n[ \t]*\n", content)]
    words = Counter(word for each in read_ for word in each.words.split())
    italic = "".join(c for each in read_ for c, bit in zip(each.words, each.bits, strict=True) if bit & 2)
    markers = Counter(label for each in read_ for label in each.labels)
    return words, re.sub(r"\W|_", "", italic), markers


def trips(files: list[Path]) -> None:
    """Prints what Markdown loses on its way to Word and back."""
    total: Counter[str] = Counter()
    for path in files:
        content = path.read_text("utf-8")
        draft = draft_of(content)
        data, _ = build(blocks_of(draft), Stamp(*STAMP), front_matter_of(draft))
        back = Surface(data, comments=True).text.content
        before, after = shown(content), shown(back)
        lost = (before[0] - after[0]).total()
        italics = (Counter(before[1]) - Counter(after[1])).total()
        total += Counter(
            texts=1,
            words=before[0].total(),
            words_lost=lost,
            italic=len(before[1]),
            italic_lost=italics,
            markers=before[2].total(),
            markers_lost=abs(before[2].total() - after[2].total()),
            same=" ".join(content.split()) == " ".join(back.split()),
        )
        if lost or italics:
            print(path.name, lost, list((before[0] - after[0]).items())[:5], italics)
    print(dict(total))


def shattered(data: bytes, dice: random.Random) -> bytes:
    """The file with its runs cut at random."""

    def cut(match: re.Match[str]) -> str:
        head, words = match[1], match[2]
        if len(words) < 2 or "&" in words or dice.random() < 0.5:
            return match[0]
        at = dice.randrange(1, len(words))
        text = '<w:t xml:space="preserve">'
        return f"{head}{text}{words[:at]}</w:t></w:r>{head}{text}{words[at:]}</w:t></w:r>"

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                run = r'(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">([^<]*)</w:t></w:r>'
                content = re.sub(run, cut, content.decode()).encode()
            target.writestr(name, content)
    return out.getvalue()


def paragraphs(content: str) -> list[object]:
    """Each paragraph as a reader sees it."""
    found = [seen(each) for each in content.strip("\n").split("\n\n")]
    return [
        ([each for each in zip(one.words, one.bits, strict=True) if not each[0].isspace()], one.labels) for one in found
    ]


def plant(files: list[Path], most: int) -> None:
    """Prints how many drafts with edits come out as they should, tracked and clean."""
    total: Counter[str] = Counter()
    for seed, path in enumerate(files[:most]):
        dice = random.Random(seed)
        draft = draft_of(path.read_text("utf-8"))
        data = shattered(build(blocks_of(draft), Stamp(*STAMP), front_matter_of(draft))[0], dice)
        surface = Surface(data)
        content = surface.text.content
        edits: list[Edit] = []
        for match in re.finditer(r"[^\W\d_]{3,}", content):
            if dice.random() < 0.03 and (not edits or match.start() > edits[-1].span.end):
                start, end = match.span()
                made = dice.choice(
                    (
                        Edit(Span(start, end), match[0].upper()),
                        Edit(Span(end, end), ", that is,"),
                        Edit(Span(start, start + 1), "X"),
                        Edit(Span(start, start), "both "),
                    )
                )
                if refusal(surface, [made]):
                    total["refused"] += 1
                else:
                    edits.append(made)
        wanted = paragraphs(apply_edits(content, edits))
        tracked, clean = write(data, edits), write(data, edits, tracked=False)
        total += Counter(
            drafts=1,
            edits=len(edits),
            accepted=paragraphs(Surface(tracked).text.content) == wanted,
            rejected=Surface(tracked, "original").text.content == content,
            clean=paragraphs(Surface(clean).text.content) == wanted,
            parts_same=_other_parts(data) == _other_parts(tracked),
        )
    print(dict(total))


def _other_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        changed = ("word/document.xml", "word/footnotes.xml")
        return {name: source.read(name) for name in source.namelist() if name not in changed}


def fix(files: list[Path]) -> None:
    """Prints what the safe fixes of the rules come to in files: written, refused, and left by a second run."""
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for path in files:
        data = path.read_bytes()
        surface = Surface(data)
        checker = checker_of(surface.text)
        draft = checker.parse(surface.text, forced=True)
        found = checker.lint(draft).findings
        for each in found:
            if each.fix is not None and each.fix.safety == "safe" and (why := refusal(surface, each.fix.edits)):
                reasons[why] += 1
        result = checker.fix(draft, found, refusal=lambda edits, surface=surface: refusal(surface, edits))
        tracked = write(data, result.edits)
        again = Surface(tracked)
        draft = checker.parse(again.text, forced=True)
        left = checker.lint(draft).findings
        second = checker.fix(draft, left, refusal=lambda edits, again=again: refusal(again, edits))
        total += Counter(
            files=1,
            findings=len(found),
            fixed=sum(result.applied.values()),
            accepted=paragraphs(again.text.content) == paragraphs(result.text.content),
            rejected=Surface(tracked, "original").text.content == Surface(data, "original").text.content,
            second_run_empty=not second.edits,
        )
        if second.edits:
            print(path.name, "second run:", second.applied)
    print(dict(total), dict(reasons))


def mistakes(data: bytes) -> Counter[str]:
    """The schema errors of a file; each has a validator of its own, which caches what it has read."""
    from openxml_audit import FileFormat, OpenXmlValidator

    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
        found = validator.validate(file.name).errors
    return Counter(f"{each.part_uri}: {each.description}" for each in found if each.error_type.name == "SCHEMA")


def schema(files: list[Path]) -> None:
    """Prints the mistakes that files have after all fixes and comments, and did not have before; drafts are built."""
    total: Counter[str] = Counter()
    for path in files:
        if path.suffix == ".docx":
            data = path.read_bytes()
            known = mistakes(data)
        else:
            draft = draft_of(path.read_text("utf-8"))
            data, known = build(blocks_of(draft), Stamp(*STAMP), front_matter_of(draft))[0], Counter()
            total["built, mistakes"] += mistakes(data).total()
        surface = Surface(data)
        checker = checker_of(surface.text)
        draft = checker.parse(surface.text, forced=True)
        found = checker.lint(draft).findings
        result = checker.fix(draft, found, unsafe=True, refusal=lambda edits, surface=surface: refusal(surface, edits))
        tracked = write(data, result.edits, remarks_of(found, checker.ruleset))
        new = mistakes(tracked) - known + (mistakes(write(data, result.edits, tracked=False)) - known)
        total += Counter(files=1, edits=len(result.edits), comments=len(found), known=known.total(), new=new.total())
        for each in new:
            print(path.name, each)
    print(dict(total))


def timed(files: list[Path]) -> None:
    """Prints the processor time of reading, the least of five, and the memory of the process."""
    for path in files:
        data = path.read_bytes()
        times = []
        for _ in range(5):
            start = time.process_time()
            surface = Surface(data)
            times.append(time.process_time() - start)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{path.name}: {len(surface.text.content.split())} words, {min(times) * 1000:.0f} ms, {memory:.0f} MB")


def main(arguments: list[str]) -> int:
    """Measures what the first argument names; the exit status."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    name, *rest = arguments
    if name == "plant":
        plant([Path(each) for each in rest[1:]], int(rest[0]))
    else:
        {"read": read, "trips": trips, "fix": fix, "schema": schema, "time": timed}[name]([Path(each) for each in rest])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
