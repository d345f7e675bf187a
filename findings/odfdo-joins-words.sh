#!/bin/sh
# odfdo's formatted text loses spaces and fields.
#
# One would guess: get_formatted_text() gives all the text, plus notes and list marks.
# What happens: further spaces (text:s), without which OpenDocument cannot hold two in a row or one at the start of
# a line, are left out, and so is the text of every field: cross-references, dates, numbers. inner_text has both.
# Version: odfdo 3.27.3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    odfdo==3.27.3
cat >run.py <<'END'
import odfdo

document = odfdo.Document("text")
document.body.clear()
for xml in (
    "<text:p>Draft<text:s/>resolution</text:p>",
    '<text:p>see <text:bookmark-ref text:ref-name="b">paragraph 4</text:bookmark-ref></text:p>',
    '<text:p>of <text:date text:date-value="2024-09-22">22 September 2024</text:date></text:p>',
):
    document.body.append(odfdo.Element.from_tag(xml))
document.save("draft.odt")
read = odfdo.Document("draft.odt")
print("formatted:", read.get_formatted_text().split("\n\n")[:3])
print("inner:    ", [paragraph.inner_text for paragraph in read.body.get_paragraphs()])
END
cat >expected <<'END'
formatted: ['Draftresolution', 'see ', 'of ']
inner:     ['Draft resolution', 'see paragraph 4', 'of 22 September 2024']
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
