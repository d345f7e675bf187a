#!/bin/sh
# A comment between two footnotes gives a Word file other footnotes in LibreOffice.
#
# One would guess: a comment has no effect on notes.
# What happens: the notes after the comment get the text of the one before: first, first, second. The text of the
# last note is lost, also when the file is saved as Word or OpenDocument. Without the comment all is well.
# Version: LibreOffice 7.4.7 (of the system, not installed by this script).
set -eu
version=$(soffice --version 2>/dev/null | sed 's/^LibreOffice \([0-9]*\.[0-9]*\).*/\1/') || version=""
if [ "$version" != 7.4 ]; then
    echo "not run: this is about LibreOffice 7.4 (soffice); here it is ${version:-missing}" >&2
    exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.py <<'END'
import pathlib
import re
import subprocess
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def word(path, body, **parts):
    """Writes a small Word file: its body, and parts such as footnotes, each as XML."""
    with zipfile.ZipFile(path, "w") as file:
        types = f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
        links = ""
        for name, xml in parts.items():
            types += f'<Override PartName="/word/{name}.xml" ContentType="{KIND}{name}+xml"/>'
            links += f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            file.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{xml}</w:{name}>")
        file.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        file.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{defaults}{types}</Types>')
        start = f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{start}</Relationships>')
        rels = f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        file.writestr("word/_rels/document.xml.rels", rels)


def run(text, properties=""):
    """A run of text, with run properties as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(number):
    """A footnote marker."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number, text):
    """A footnote."""
    return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{text}</w:p></w:footnote>'


def convert(source, kind):
    """Lets LibreOffice convert a file, with a profile of its own."""
    profile = f"-env:UserInstallation={pathlib.Path('profile').resolve().as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


comment = f'<w:comment w:id="0" w:author="Delegate" w:initials="D"><w:p>{run("Why?")}</w:p></w:comment>'
reference = '<w:r><w:commentReference w:id="0"/></w:r>'
ranged = f'<w:commentRangeStart w:id="0"/>{run(" the plan")}<w:commentRangeEnd w:id="0"/>{reference}'
notes = "".join(note(number, run(f" {name} note.")) for number, name in enumerate(("First", "Second", "Third"), 1))
for name, middle in {"without": run(" the plan"), "with": ranged}.items():
    text = run("Adopts") + mark(1) + middle + mark(2) + run(" and more") + mark(3)
    word("draft.docx", f"<w:p>{text}</w:p>", footnotes=notes, comments=comment)
    convert("draft.docx", "fodt")
    flat = pathlib.Path("draft.fodt").read_text(encoding="utf-8")
    print(f"{name} the comment:", re.findall(r"(\w+ note)\.", flat))
END
cat >expected <<'END'
without the comment: ['First note', 'Second note', 'Third note']
with the comment: ['First note', 'First note', 'Second note']
END
python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
