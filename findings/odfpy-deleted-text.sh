#!/bin/sh
# odfpy counts deleted text, and who deleted it, as text of the document.
#
# One would guess: the paragraphs of a document are those that a reader sees.
# What happens: OpenDocument keeps a tracked deletion at the top of the body as a paragraph. odfpy lists it among the
# paragraphs, and extractText of the body begins with the author, the date and the deleted words. The text of a
# footnote, too, comes twice: within the sentence and as a paragraph.
# Versions: odfpy 1.4.1, pandoc 3.9 (pypandoc_binary 1.17).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    odfpy==1.4.1 pypandoc_binary==1.17
cat >run.py <<'END'
import zipfile

import pypandoc
from odf import opendocument, teletype, text

NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "style")}
NAMES["dc"] = "http://purl.org/dc/elements/1.1/"
SPACES = " ".join(f'xmlns:{name}="{space}"' for name, space in NAMES.items())
KIND = "application/vnd.oasis.opendocument.text"


def odt(path, body, styles=""):
    """Writes a small OpenDocument text."""
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = (("/", KIND), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    files = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>' for name, kind in entries)
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", KIND)
        file.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}" m:version="1.2">{files}</m:manifest>')
        root = "office:document-{0} " + SPACES + ' office:version="1.2"'
        for name, xml in (("styles", ""), ("content", content)):
            start = root.format(name)
            file.writestr(f"{name}.xml", f"<{start}>{xml}</{start.split()[0]}>")


change = "<dc:creator>Delegate</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>"
change = f"<office:change-info>{change}</office:change-info>"
deletion = f"<text:deletion>{change}<text:p>all </text:p></text:deletion>"
region = f'<text:changed-region text:id="c1">{deletion}</text:changed-region>'
changes = f"<text:tracked-changes>{region}</text:tracked-changes>"
body = "<text:note-citation>1</text:note-citation><text:note-body><text:p>See the report.</text:p></text:note-body>"
note = f'<text:note text:note-class="footnote">{body}</text:note>'
odt("draft.odt", f'{changes}<text:p>Urges <text:change text:change-id="c1"/>Member States{note}</text:p>')

read = opendocument.load("draft.odt")
print("paragraphs:", [teletype.extractText(found) for found in read.getElementsByType(text.P)])
print("body:", teletype.extractText(read.text))
print("pandoc:", " | ".join(pypandoc.convert_file("draft.odt", "plain").strip().split("\n\n")))
END
cat >expected <<'END'
paragraphs: ['all ', 'Urges Member States1See the report.', 'See the report.']
body: Delegate2026-01-01T00:00:00all Urges Member States1See the report.
pandoc: Urges Member States[1] | [1] See the report.
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
