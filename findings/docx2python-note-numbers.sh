#!/bin/sh
# docx2python numbers footnotes in the order of the file, deleted ones included.
#
# One would guess: the number at the marker is the one that Word shows, counted from the start of the text.
# What happens: the number comes from the id in the file. Notes that were inserted out of order are shown as 2, 1,
# and a note whose marker is a tracked deletion still takes a number, although deleted text is left out elsewhere.
# pandoc numbers both drafts as Word does.
# Versions: docx2python 3.7.1, pandoc 3.9 (pypandoc_binary 1.17).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx2python==3.7.1 pypandoc_binary==1.17
cat >run.py <<'END'
import zipfile

import pypandoc
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


gone = '<w:del w:id="9" w:author="Delegate" w:date="2026-01-01T00:00:00Z">' + mark(1) + "</w:del>"
notes = note(1, run(" Older note.")) + note(2, run(" Newer note."))
drafts = {
    "later note first": run("Recalling") + mark(2) + run(" and noting") + mark(1),
    "first note deleted": run("Recalling") + gone + run(" and noting") + mark(2),
}
for name, text in drafts.items():
    word("draft.docx", f"<w:p>{text}</w:p>", footnotes=notes)
    print(f"{name}:")
    print("  docx2python:", " | ".join(docx2python("draft.docx").text.split()))
    print("  pandoc:     ", " | ".join(pypandoc.convert_file("draft.docx", "plain").split()))
END
cat >expected <<'END'
later note first:
  docx2python: Recalling----footnote2---- | and | noting----footnote1---- | footnote1) | Older | note. | footnote2) | Newer | note.
  pandoc:      Recalling[1] | and | noting[2] | [1] | Newer | note. | [2] | Older | note.
first note deleted:
  docx2python: Recalling----footnote1---- | and | noting----footnote2---- | footnote1) | Older | note. | footnote2) | Newer | note.
  pandoc:      Recalling | and | noting[1] | [1] | Newer | note.
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
