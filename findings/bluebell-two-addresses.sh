#!/bin/sh
# Two web addresses in a paragraph turn what is between them into italics.
#
# One would guess: bluebell, which writes italics as //so//, leaves the slashes of https:// alone.
# What happens: with one address in the paragraph it does. With two, all from the first // to the second is set in
# italics, the slashes are gone, and neither address works.
# Versions: bluebell-akn 3.1.1, cobalt 9.0.1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    bluebell-akn==3.1.1 cobalt==9.0.1
cat >run.py <<'END'
import re

from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri
from lxml import etree

for text in (
    "See https://example.org/one.",
    "See https://example.org/one and https://example.org/two.",
):
    name = FrbrUri.parse("/akn/un/statement/resolution/2024-09-22/79-1")
    name.work_component = "main"
    document = AkomaNtosoParser(name).parse_to_xml(text, "statement")
    paragraph = document.find(".//{*}mainBody/{*}p")
    print(re.sub(' (xmlns|eId)="[^"]*"', "", etree.tostring(paragraph, encoding="unicode")))
END
cat >expected <<'END'
<p>See https://example.org/one.</p>
<p>See https:<i>example.org/one and https:</i>example.org/two.</p>
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
