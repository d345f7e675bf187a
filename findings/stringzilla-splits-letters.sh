#!/bin/sh
# stringzilla splits lines in the middle of the letter Å.
#
# One would guess: splitlines() of its Str does what that of Python's str does.
# What happens: it splits at single bytes, among them 0x85. In UTF-8 not only U+0085 ends in it, but Å, ą and
# Cyrillic х, too. "Ålesund" becomes two lines, the first no text. A Windows line ending gives an empty line.
# Version: stringzilla 5.3.2.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    stringzilla==5.3.2
cat >run.py <<'END'
import stringzilla

for text in ("Ålesund\nOslo", "Łąka", "хартия", "one\r\ntwo"):
    lines = [bytes(line) for line in stringzilla.Str(text).splitlines()]
    print(ascii(text), "->", lines, "where Python has", len(text.splitlines()), "lines")
END
cat >expected <<'END'
'\xc5lesund\nOslo' -> [b'\xc3', b'lesund', b'Oslo'] where Python has 2 lines
'\u0141\u0105ka' -> [b'\xc5\x81\xc4', b'ka'] where Python has 1 lines
'\u0445\u0430\u0440\u0442\u0438\u044f' -> [b'\xd1', b'\xd0\xb0\xd1\x80\xd1\x82\xd0\xb8\xd1\x8f'] where Python has 1 lines
'one\r\ntwo' -> [b'one', b'', b'two'] where Python has 2 lines
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
