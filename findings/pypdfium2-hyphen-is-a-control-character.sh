#!/bin/sh
# pypdfium2 gives a control character for the hyphen at the end of a line.
#
# One would guess: "self-" at the end of a line and "determination" on the next give a hyphen and a line break, or
# the word without them.
# What happens: both become the one character U+0002, and the line break is gone. It is so for words that are always
# hyphenated, too, so neither searching for "self-determination" nor for "self" and a line break finds it.
# Versions: pypdfium2 5.15.2, reportlab 5.1.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypdfium2==5.15.2 reportlab==5.1.0
cat >run.py <<'END'
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas("draft.pdf")
for number, line in enumerate(["the right to self-", "determination and the", "non-self-governing lands"]):
    canvas.drawString(72, 700 - 14 * number, line)
canvas.save()
document = pypdfium2.PdfDocument("draft.pdf")
text = document[0].get_textpage().get_text_bounded()
print(ascii(text))
print("lines:", len(text.splitlines()))
END
cat >expected <<'END'
'the right to self\x02determination and the\r\nnon-self-governing lands'
lines: 2
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
