#!/bin/sh
# A deleted word stands in the running text of a flat OpenDocument file, but not of a zipped one.
#
# One would guess: .fodt is .odt in one file, with the same XML.
# What happens: saved as .odt, deleted text moves into the list of changes at the top, and the paragraph holds an
# empty mark. Saved as .fodt, the deleted word stays in the paragraph between two marks, as inserted text does: only
# the list at the top says which it is. What reads .odt right shows deleted text in .fodt.
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


WHO = 'w:author="Delegate" w:date="2026-01-01T00:00:00Z"'
gone = f'<w:del w:id="1" {WHO}><w:r><w:delText xml:space="preserve">all </w:delText></w:r></w:del>'
word("draft.docx", f"<w:p>{run('Urges ')}{gone}{run('States')}</w:p>")
convert("draft.docx", "odt")
convert("draft.docx", "fodt")
with zipfile.ZipFile("draft.odt") as file:
    zipped = file.read("content.xml").decode()
flat = pathlib.Path("draft.fodt").read_text(encoding="utf-8")
for name, xml in {"odt": zipped, "fodt": flat}.items():
    found = re.search("Urges.*?States", xml, re.DOTALL)[0]
    print(f"{name}:", re.sub(r' text:change-id="\w+"', "", found))
END
cat >expected <<'END'
odt: Urges <text:change/>States
fodt: Urges <text:change-start/>all <text:change-end/>States
END
python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
