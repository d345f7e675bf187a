#!/bin/sh
# The words of a paragraph vanish because a text box hangs on it.
#
# One would guess: a reader prints the paragraph and the text of the box, or leaves out the box.
# What happens: pandoc prints the box and leaves out all words of the paragraph that it is anchored in. docx2python
# prints the box twice, since Word saves it in two forms of which a reader is to choose one.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), docx2python 3.7.1, python-docx 1.2.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 docx2python==3.7.1 python-docx==1.2.0
cat >run.py <<'END'
import docx
import pypandoc
from docx.oxml import parse_xml
from docx2python import docx2python

MAIN = "http://schemas.openxmlformats.org"
SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "w": f"{MAIN}/wordprocessingml/2006/main",
        "mc": f"{MAIN}/markup-compatibility/2006",
        "wp": f"{MAIN}/drawingml/2006/wordprocessingDrawing",
        "a": f"{MAIN}/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
SIZE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
SHAPE = f'<wps:spPr>{SIZE}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
CONTENT = "<w:txbxContent><w:p><w:r><w:t>DRAFT</w:t></w:r></w:p></w:txbxContent>"
BOX = f"""<w:r {SPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Box"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/>{SHAPE}<wps:txbx>{CONTENT}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:70pt;height:24pt">
<v:textbox>{CONTENT}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""

document = docx.Document()
paragraph = document.add_paragraph("The Assembly decides")
paragraph._p.append(parse_xml(BOX))
paragraph.add_run(" to act.")
document.add_paragraph("It requests a report.")
document.save("draft.docx")
print("pandoc:     ", " | ".join(pypandoc.convert_file("draft.docx", "plain").strip().split("\n\n")))
print("docx2python:", " | ".join(docx2python("draft.docx").text.strip().split("\n\n")))
END
cat >expected <<'END'
pandoc:      DRAFT | It requests a report.
docx2python: DRAFT | DRAFT | The Assembly decides to act. | It requests a report.
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
