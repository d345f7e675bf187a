#!/bin/sh
# LibreOffice's plain text contains words that were deleted.
#
# One would guess: a text file cannot show changes, so it has the text as it is after them (or before them).
# What happens: it has both: deleted and inserted words stand side by side, so "all Member States" is a version
# that never existed. Of a footnote only the number remains, glued to the word before it.
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
new = f'<w:ins w:id="2" {WHO}>{run("Member ")}</w:ins>'
word("draft.docx", f"<w:p>{run('Urges ')}{gone}{new}{run('States')}{mark(1)}</w:p>", footnotes=note(1, run(" See.")))
convert("draft.docx", "txt:Text (encoded):UTF8")
print(pathlib.Path("draft.txt").read_text(encoding="utf-8-sig").strip())
END
cat >expected <<'END'
Urges all Member States1
END
python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
