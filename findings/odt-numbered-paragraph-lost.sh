#!/bin/sh
# pandoc leaves a numbered paragraph of an OpenDocument text out.
#
# One would guess: text:numbered-paragraph, which the standard offers beside lists for just that, is read as one.
# What happens: pandoc drops the paragraph with its text and says nothing; odfdo's formatted text does the same.
# An item's own start value is dropped as well: a list that starts at 5 starts at 1.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), odfdo 3.27.3, odfpy 1.4.1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 odfdo==3.27.3 odfpy==1.4.1
cat >run.py <<'END'
import subprocess
import zipfile

import odfdo
import pypandoc
from odf import opendocument, teletype

NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "style")}
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


level = '<text:list-level-style-number text:level="1" style:num-format="1"/>'
style = f'<text:list-style style:name="L">{level}</text:list-style>'
numbered = '<text:numbered-paragraph text:list-id="n" text:level="1" text:style-name="L">'
numbered += "<text:p>Decides to act;</text:p></text:numbered-paragraph>"
items = '<text:list-item text:start-value="5"><text:p>Urges States;</text:p></text:list-item>'
body = f'{numbered}<text:p>Part two</text:p><text:list text:style-name="L">{items}</text:list>'
odt("draft.odt", body, style)

pandoc = [pypandoc.get_pandoc_path(), "draft.odt", "--to=plain"]
answer = subprocess.run(pandoc, capture_output=True, text=True, check=True)
print("pandoc:", " | ".join(answer.stdout.strip().split("\n\n")), answer.stderr.strip())
print("odfdo: ", " | ".join(odfdo.Document("draft.odt").get_formatted_text().split("\n")))
print("odfpy: ", teletype.extractText(opendocument.load("draft.odt").text))
END
cat >expected <<'END'
pandoc: Part two | 1.  Urges States; 
odfdo:  Part two |  | - Urges States; | 
odfpy:  Decides to act;Part twoUrges States;
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
