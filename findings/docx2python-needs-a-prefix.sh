#!/bin/sh
# docx2python cannot read a Word file that leaves out a namespace it does not use.
#
# One would guess: the prefix of an XML namespace is only a name, and one that no element needs may be left out.
# What happens: docx2python looks up the prefix "r" for every run. A file that a small tool wrote without declaring
# it, since it has neither links nor pictures, ends in KeyError: 'r'; with the declaration added it is read.
# Versions: docx2python 3.7.1, python-docx 1.2.0 (which reads both files).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx2python==3.7.1 python-docx==1.2.0
cat >run.py <<'END'
import zipfile

import docx
from docx2python import docx2python

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


declared = SPACES
for SPACES in (declared, f'xmlns:w="{MAIN}"'):
    word("draft.docx", f"<w:p>{run('Decides')}{run(' to act.')}</w:p>")
    try:
        text = docx2python("draft.docx").text
    except KeyError as error:
        text = f"KeyError: {error}"
    print(f"prefix r declared: {SPACES == declared}")
    print("  docx2python:", text)
    print("  python-docx:", docx.Document("draft.docx").paragraphs[0].text)
END
cat >expected <<'END'
prefix r declared: True
  docx2python: Decides to act.
  python-docx: Decides to act.
prefix r declared: False
  docx2python: KeyError: 'r'
  python-docx: Decides to act.
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
