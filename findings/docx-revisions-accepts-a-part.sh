#!/bin/sh
# "Accept all" of docx-revisions leaves a file with tracked changes.
#
# One would guess: accept_all() accepts every insertion, deletion and move, as the command in Word does.
# What happens: it accepts inserted and deleted runs in the body. Moved text, deleted paragraph marks and all changes
# inside footnotes stay tracked, so two paragraphs that Word would join stay apart, and no error says so.
# Version: docx-revisions 0.1.5 (python-docx 1.2.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx-revisions==0.1.5 python-docx==1.2.0
cat >run.py <<'END'
import re
import zipfile

from docx_revisions import RevisionDocument

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


WHO = 'w:author="Delegate" w:date="2026-01-01T00:00:00Z"'


def change(kind, number, text):
    """A tracked change of a run."""
    return f'<w:{kind} w:id="{number}" {WHO}>{text}</w:{kind}>'


gone = "<w:r><w:delText>old</w:delText></w:r>"
body = f"<w:p>{change('ins', 1, run('new'))}{change('del', 2, gone)}{mark(1)}</w:p>"
body += f"<w:p>{change('moveFrom', 3, run('moved'))}{run(' rest ')}{change('moveTo', 4, run('moved'))}</w:p>"
body += f'<w:p><w:pPr><w:rPr><w:del w:id="5" {WHO}/></w:rPr></w:pPr>{run("Decides")}</w:p><w:p>{run(" to act.")}</w:p>'
word("draft.docx", body, footnotes=note(1, run(" See the report ") + change("ins", 6, run("of today"))))

document = RevisionDocument("draft.docx")
document.accept_all()
document.save("accepted.docx")
with zipfile.ZipFile("accepted.docx") as file:
    for part in ("document", "footnotes"):
        xml = file.read(f"word/{part}.xml").decode()
        print(f"{part}: still tracked:", re.findall("<w:(ins|del|moveFrom|moveTo) ", xml))
END
cat >expected <<'END'
document: still tracked: ['moveFrom', 'moveTo', 'del']
footnotes: still tracked: ['ins']
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
