#!/bin/sh
# pandoc and mammoth drop words that Word wraps in an inline element.
#
# One would guess: a reader that does not know a wrapper such as a simple field still prints the words within.
# What happens: pandoc drops the result of a simple field, the text of a custom XML element and of text whose
# direction is set; mammoth drops the first and the last. Of "see paragraph 4 above" there remains "see above".
# The same cross-reference saved as a complex field is kept by both.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0, python-docx 1.2.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 mammoth==1.13.0 python-docx==1.2.0
cat >run.py <<'END'
import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

RESULT = "<w:r><w:t>paragraph 4</w:t></w:r>"


def field(kind):
    """A part of a complex field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = '<w:r><w:instrText xml:space="preserve"> REF _Ref1 </w:instrText></w:r>'
wrapped = {
    "simple field": f'<w:fldSimple w:instr=" REF _Ref1 ">{RESULT}</w:fldSimple>',
    "complex field": field("begin") + CODE + field("separate") + RESULT + field("end"),
    "custom XML": f'<w:customXml w:uri="urn:example" w:element="reference">{RESULT}</w:customXml>',
    "direction": f'<w:dir w:val="ltr">{RESULT}</w:dir>',
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{RESULT}</w:sdtContent></w:sdt>",
}
for name, xml in wrapped.items():
    document = docx.Document()
    paragraph = document.add_paragraph("see ")
    for element in parse_xml(f'<w:p {nsdecls("w")}>{xml}</w:p>'):
        paragraph._p.append(element)
    paragraph.add_run(" above")
    document.save("draft.docx")
    with open("draft.docx", "rb") as file:
        text = mammoth.extract_raw_text(file).value.strip()
    print(f"{name}: pandoc {pypandoc.convert_file('draft.docx', 'plain').strip()!r}, mammoth {text!r}")
END
cat >expected <<'END'
simple field: pandoc 'see above', mammoth 'see  above'
complex field: pandoc 'see paragraph 4 above', mammoth 'see paragraph 4 above'
custom XML: pandoc 'see above', mammoth 'see paragraph 4 above'
direction: pandoc 'see above', mammoth 'see  above'
content control: pandoc 'see paragraph 4 above', mammoth 'see paragraph 4 above'
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
