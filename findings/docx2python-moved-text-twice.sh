#!/bin/sh
# docx2python drops tracked deletions, but keeps what was moved away.
#
# One would guess: it shows the text as it is after all changes, for deleted text is left out and inserted text kept.
# What happens: text that was moved while changes were tracked appears at its old and at its new place. A paragraph
# that a delegation moved thus stands in the draft twice.
# Versions: docx2python 3.7.1, python-docx 1.2.0 (to write the file).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    docx2python==3.7.1 python-docx==1.2.0
cat >run.py <<'END'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

WHO = 'w:author="Delegate" w:date="2026-01-01T00:00:00Z"'


def paragraph(document, change, word, tag="t"):
    """A paragraph "(WORD)" of one tracked change."""
    run = f"<w:r><w:{tag}>({word})</w:{tag}></w:r>"
    xml = f'<w:p {nsdecls("w")}><w:{change} w:id="{len(document.paragraphs)}" {WHO}>{run}</w:{change}></w:p>'
    document.element.body.insert(len(document.paragraphs), parse_xml(xml))


draft = docx.Document()
paragraph(draft, "del", "deleted", "delText")
paragraph(draft, "moveFrom", "moved")
paragraph(draft, "ins", "inserted")
paragraph(draft, "moveTo", "moved")
draft.save("draft.docx")
print("\n".join(docx2python("draft.docx").text.split()))
END
cat >expected <<'END'
(moved)
(inserted)
(moved)
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
