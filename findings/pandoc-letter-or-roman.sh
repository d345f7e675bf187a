#!/bin/sh
# pandoc gives two subparagraphs of a resolution the same letter.
#
# One would guess: (a), (i), (ii), (b), written without indents, become two lists, or one that keeps its marks.
# What happens: "(i)" is read as a letter and so as the second item of the list of letters: it is printed "(b)".
# "(ii)" starts a list of Roman numerals, and the real "(b)" a third list: the draft has two of (b) and no (i).
# Version: pandoc 3.9 (pypandoc_binary 1.17).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17
cat >run.py <<'END'
import pypandoc

DRAFT = """(a) Water, namely

(i) drinking water;

(ii) sea water;

(b) Harbours.
"""
print(pypandoc.convert_text(DRAFT, "plain", format="markdown", extra_args=["--wrap=none"]), end="")
END
cat >expected <<'END'
(a) Water, namely

(b) drinking water;

(ii) sea water;

(b) Harbours.
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
