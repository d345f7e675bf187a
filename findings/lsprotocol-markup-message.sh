#!/bin/sh
# lsprotocol shows a formatted message as a Python dictionary.
#
# One would guess: a message in Markdown, which version 3.18 of the protocol allows in a diagnostic, becomes
# MarkupContent, or an error, as it does for other fields of the wrong kind.
# What happens: message is turned into a string whatever it is, and the user reads {'kind': 'markdown', ...}. A hover
# with the very same value is read as MarkupContent.
# Versions: lsprotocol 2025.0.0, cattrs 26.2.1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    lsprotocol==2025.0.0 cattrs==26.2.1
cat >run.py <<'END'
from lsprotocol import converters, types

converter = converters.get_converter()
markup = {"kind": "markdown", "value": "Write *decides*."}
place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 7}}
diagnostic = converter.structure({"range": place, "message": markup}, types.Diagnostic)
hover = converter.structure({"contents": markup}, types.Hover)
print("diagnostic:", repr(diagnostic.message))
print("hover:     ", repr(hover.contents))
END
cat >expected <<'END'
diagnostic: "{'kind': 'markdown', 'value': 'Write *decides*.'}"
hover:      MarkupContent(kind=<MarkupKind.Markdown: 'markdown'>, value='Write *decides*.')
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
