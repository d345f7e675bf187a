#!/bin/sh
# pdfplumber prints the marks of footnotes as a line of their own.
#
# One would guess: a raised "1" stays after the word it follows, or is glued to it.
# What happens: marks raised by a few points count as a line above. The text begins with "1 2 3", then comes the
# sentence with gaps where they were, and at the foot each number stands on a line before its note. Which mark
# belongs to which word is lost. pdfminer.six, on which pdfplumber is built, keeps them in place.
# Versions: pdfplumber 0.11.10, pdfminer.six 20260107, reportlab 5.1.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pdfplumber==0.11.10 pdfminer.six==20260107 reportlab==5.1.0
cat >run.py <<'END'
import pdfplumber
from pdfminer.high_level import extract_text
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

style = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14)
draft = [
    "Recalling its resolution of 22 September<super>1</super> and the report<super>2</super>,",
    "<super>1</super> Resolution 79/1.",
    "<super>2</super> Ibid., annex.",
]
SimpleDocTemplate("draft.pdf").build([Paragraph(text, style) for text in draft])
print("pdfplumber:")
with pdfplumber.open("draft.pdf") as file:
    print(file.pages[0].extract_text())
print("pdfminer.six:")
print(extract_text("draft.pdf").strip())
END
cat >expected <<'END'
pdfplumber:
1 2
Recalling its resolution of 22 September and the report ,
1
Resolution 79/1.
2
Ibid., annex.
pdfminer.six:
Recalling its resolution of 22 September1 and the report2,
1 Resolution 79/1.
2 Ibid., annex.
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
