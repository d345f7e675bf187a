#!/bin/sh
# Preambular paragraphs that show no number in Word are numbered by what reads the file.
#
# One would guess: a list level with the number format "none" and no level text is a plain paragraph.
# What happens: pandoc makes a numbered list of one item and puts the second paragraph inside the first; mammoth
# makes a numbered list of two, 1 and 2; docx2python writes "--" before each.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0, docx2python 3.7.1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 mammoth==1.13.0 docx2python==3.7.1
cat >run.py <<'END'
import warnings
import zipfile

import mammoth
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


level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>'
numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
body = "".join(f"<w:p>{item}{run(text)}</w:p>" for text in ("Recalling the report,", "Noting the debate,"))
word("draft.docx", body, numbering=numbering)

print("pandoc:")
print(pypandoc.convert_file("draft.docx", "plain"), end="")
with open("draft.docx", "rb") as file:
    print("mammoth:")
    print(mammoth.convert_to_html(file).value)
warnings.simplefilter("ignore")
print("docx2python:")
print(docx2python("draft.docx").text)
END
cat >expected <<'END'
pandoc:
1.  Recalling the report,

    Noting the debate,
mammoth:
<ol><li>Recalling the report,</li><li>Noting the debate,</li></ol>
docx2python:
--	Recalling the report,

--	Noting the debate,
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
