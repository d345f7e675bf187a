#!/bin/sh
# A justified line comes out of pdfminer.six in another order.
#
# One would guess: how far the words of a line are set apart does not matter for their order.
# What happens: where the line is justified with PDF's own word spacing (Tw), as some writers do, the words of
# two lines are read as columns and mixed: "Recalling", "on", "the state of", "its own". pypdf keeps the lines.
# Versions: pdfminer.six 20260107, pypdf 7.1.1, reportlab 5.1.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pdfminer.six==20260107 pypdf==7.1.1 reportlab==5.1.0
cat >run.py <<'END'
from pdfminer.high_level import extract_text
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

for spacing in (0, 4, 8):
    canvas = Canvas("draft.pdf")
    text = canvas.beginText(72, 700)
    text.setFont("Times-Roman", 12)
    text.setWordSpace(spacing)
    text.textLine("Recalling its own resolution")
    text.textLine("on the state of the harbours")
    canvas.drawText(text)
    canvas.save()
    print(f"{spacing} points: pdfminer.six {extract_text('draft.pdf').strip()!r}")
    print(f"{spacing} points: pypdf        {PdfReader('draft.pdf').pages[0].extract_text().strip()!r}")
END
cat >expected <<'END'
0 points: pdfminer.six 'Recalling its own resolution\non the state of the harbours'
0 points: pypdf        'Recalling its own resolution\non the state of the harbours'
4 points: pdfminer.six 'Recalling  its  own  resolution\non  the  state  of  the  harbours'
4 points: pypdf        'Recalling its own resolution\non the state of the harbours'
8 points: pdfminer.six 'Recalling \non \n\nthe  state  of \n\nits  own \n\nresolution\nthe  harbours'
8 points: pypdf        'Recalling its own resolution\non the state of the harbours'
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
