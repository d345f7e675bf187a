#!/bin/sh
# docx2python sets words in italics that are explicitly not in italics.
#
# One would guess: an italic element with the value 0, which Word writes for upright words within an italic style,
# means no italics, as the standard says.
# What happens: the element counts, its value does not. "the report", upright in Word, comes out in italics.
# Versions: docx2python 3.7.1 with html=True, python-docx 1.2.0, mammoth 1.13.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0
cat >run.py <<'END'
import docx
import mammoth
from docx2python import docx2python

document = docx.Document()
paragraph = document.add_paragraph()
paragraph.add_run("Recalling").italic = True
paragraph.add_run(" the report").italic = False
document.save("draft.docx")
print("docx2python:", docx2python("draft.docx", html=True).text.strip())
with open("draft.docx", "rb") as file:
    print("mammoth:", mammoth.convert_to_html(file).value)
END
cat >expected <<'END'
docx2python: <i>Recalling the report</i>
mammoth: <p><em>Recalling</em> the report</p>
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
