#!/bin/sh
# docx-parser-converter leaves out what was inserted as well as what was deleted.
#
# One would guess: a tracked change is read as accepted (the inserted words stand there) or as rejected (the deleted
# ones do).
# What happens: neither. "Urges [all ->] [-> Member] States" becomes "Urges States", in the text and in the HTML: a
# sentence that is in no version of the draft.
# Version: docx-parser-converter 1.0.3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx-parser-converter==1.0.3
cat >run.py <<'END'
import re
import zipfile

from docx_parser_converter import docx_to_html, docx_to_text

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


WHO = 'w:author="Delegate" w:date="2026-01-01T00:00:00Z"'
gone = f'<w:del w:id="1" {WHO}><w:r><w:delText xml:space="preserve">all </w:delText></w:r></w:del>'
new = f'<w:ins w:id="2" {WHO}>{run("Member ")}</w:ins>'
word("draft.docx", f"<w:p>{run('Urges ')}{gone}{new}{run('States;')}</w:p>")
print("text:", docx_to_text("draft.docx"))
print("html:", " ".join(re.sub("<[^>]+>", "", docx_to_html("draft.docx").partition("<body")[2].partition(">")[2]).split()))
END
cat >expected <<'END'
text: Urges States;
html: Urges States;
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
