#!/bin/sh
# pypdf's layout mode puts the end of a line before its beginning.
#
# One would guess: the mode that keeps the layout differs from the plain one in spaces only.
# What happens: a raised footnote mark starts a line, the rest of the sentence stays with it, and the words before
# the mark come below: "1 and the report," and then "Recalling its resolution". The plain mode has the right order.
# Versions: pypdf 7.1.1, reportlab 5.1.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypdf==7.1.1 reportlab==5.1.0
cat >run.py <<'END'
from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

style = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14)
text = "Recalling its resolution<super>1</super> and the report,"
SimpleDocTemplate("draft.pdf").build([Paragraph(text, style), Paragraph("Decides to act.", style)])
page = PdfReader("draft.pdf").pages[0]
print("plain: ", [line for line in page.extract_text().splitlines() if line])
print("layout:", [line for line in page.extract_text(extraction_mode="layout").splitlines() if line])
END
cat >expected <<'END'
plain:  ['Recalling its resolution1 and the report,', 'Decides to act.']
layout: ['1 and the report,', 'Recalling its resolution', 'Decides to act.']
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
