#!/bin/sh
# A numbered paragraph that was deleted with tracked changes still takes a number in pandoc.
#
# One would guess: pandoc accepts changes unless told otherwise, so a paragraph whose text and mark are both deleted
# is gone, as it is from running text.
# What happens: in a list it remains as an empty item, and all later paragraphs are numbered one too high: what Word
# shows as paragraph 2 is paragraph 3. mammoth drops the item.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 mammoth==1.13.0
cat >run.py <<'END'
import zipfile

import mammoth
import pypandoc

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
level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
gone = f'<w:rPr><w:del w:id="1" {WHO}/></w:rPr>'
deleted = f'<w:del w:id="2" {WHO}><w:r><w:delText>Deletes;</w:delText></w:r></w:del>'
body = f"<w:p><w:pPr>{item}</w:pPr>{run('Decides;')}</w:p>"
body += f"<w:p><w:pPr>{item}{gone}</w:pPr>{deleted}</w:p>"
body += f"<w:p><w:pPr>{item}</w:pPr>{run('Requests.')}</w:p>"
word("draft.docx", body, numbering=numbering)

print("pandoc:")
print(pypandoc.convert_file("draft.docx", "plain"), end="")
with open("draft.docx", "rb") as file:
    print("mammoth:")
    print(mammoth.convert_to_html(file).value)
END
cat >expected <<'END'
pandoc:
1.  Decides;

2.  

3.  Requests.
mammoth:
<ol><li>Decides;</li><li>Requests.</li></ol>
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
