#!/bin/sh
# openxml-audit calls a valid Word file invalid for want of parts that the standard makes optional.
#
# One would guess: a package with the main document alone is valid, as ISO/IEC 29500-1 (11.3) asks for no other part.
# What happens: `is_valid` is False, with an error for each of styles, settings, fontTable and theme, parts that the
# standard lets a document have or lack. The kind of error (SEMANTIC, not SCHEMA) is the one way to tell these apart.
# Version: openxml-audit 0.8.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages openxml-audit==0.8.0
cat >run.py <<'END'
import zipfile

import openxml_audit

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile("one-part.docx", "w") as file:
    file.writestr(
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{RELATIONS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT}"/></Types>',
    )
    file.writestr(
        "_rels/.rels",
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="main" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    )
    file.writestr(
        "word/document.xml",
        f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>Recalls</w:t></w:r></w:p></w:body></w:document>',
    )
validator = openxml_audit.OpenXmlValidator(file_format=openxml_audit.FileFormat.MICROSOFT_365, max_errors=0)
result = validator.validate("one-part.docx")
found = [(error.error_type.name, error.description) for error in result.errors]
print("valid:", result.is_valid)
for kind, description in found:
    print(kind, description)
ASKED = ("styles", "settings", "fontTable", "theme")
expected = [("SEMANTIC", f"A required relationship type '{OFFICE}/{part}' is missing.") for part in ASKED]
raise SystemExit(0 if not result.is_valid and found == expected else "something has changed")
END
PYTHONPATH=packages python3 run.py
