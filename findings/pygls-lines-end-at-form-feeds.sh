#!/bin/sh
# A form feed makes a pygls server put an editor's edit into the wrong place.
#
# One would guess: pygls splits lines where the protocol says, at line feed, carriage return and both together.
# What happens: it uses Python's splitlines, which also splits at form feed, vertical tab, U+0085 and U+2028. Text
# from pdftotext has a form feed at each page. An editor counts one line, the server two, and from there on each edit
# is made one line too early: below, the edit of "third" overwrites a part of "page two".
# Versions: pygls 2.1.1, lsprotocol 2025.0.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pygls==2.1.1 lsprotocol==2025.0.0
cat >run.py <<'END'
from lsprotocol import types
from pygls.workspace import TextDocument

for name, character in {"form feed": "\f", "vertical tab": "\v", "U+0085": "\x85", "U+2028": "\u2028"}.items():
    document = TextDocument("file:///draft.txt", source=f"one{character}two\n")
    print(f"{name}: {len(document.lines)} lines")

document = TextDocument("file:///draft.txt", source="page one\n\fpage two\nthird\n")
word = types.Range(types.Position(2, 0), types.Position(2, 5))
document.apply_change(types.TextDocumentContentChangePartial(range=word, text="THIRD"))
print("after the edit:", repr(document.source))
END
cat >expected <<'END'
form feed: 2 lines
vertical tab: 2 lines
U+0085: 2 lines
U+2028: 2 lines
after the edit: 'page one\n\x0cTHIRDtwo\nthird\n'
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
