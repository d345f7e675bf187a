#!/bin/sh
# docx2python writes "selfdetermination" for "self-determination".
#
# One would guess: Word's non-breaking hyphen, which Ctrl+Shift+Hyphen types, comes out as some hyphen.
# What happens: Word saves it as an element of its own, and docx2python leaves it out, so that the two words become
# one. python-docx gives a plain hyphen, pandoc and mammoth U+2011.
# Versions: docx2python 3.7.1, python-docx 1.2.0, mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17
cat >run.py <<'END'
import docx
import mammoth
import pypandoc
from docx.oxml import OxmlElement
from docx2python import docx2python

document = docx.Document()
paragraph = document.add_paragraph("the right to self")
paragraph.add_run()._r.append(OxmlElement("w:noBreakHyphen"))
paragraph.add_run("determination")
document.save("draft.docx")

print("docx2python:", docx2python("draft.docx").text.strip())
print("python-docx:", docx.Document("draft.docx").paragraphs[0].text)
with open("draft.docx", "rb") as file:
    print("mammoth:", ascii(mammoth.extract_raw_text(file).value.strip()))
print("pandoc:", ascii(pypandoc.convert_file("draft.docx", "plain").strip()))
END
cat >expected <<'END'
docx2python: the right to selfdetermination
python-docx: the right to self-determination
mammoth: 'the right to self\u2011determination'
pandoc: 'the right to self\u2011determination'
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
