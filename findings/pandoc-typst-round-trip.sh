#!/bin/sh
# In pandoc's Typst the letters of a sublist spread to the list around it.
#
# One would guess: paragraphs 1 and 2 with subparagraphs (a) and (b) survive pandoc's own writer and reader.
# What happens: the sublist is written with a "set" rule for its letters inside a block, where Typst ends the rule
# with the block. pandoc's reader applies it to the outer list, too: paragraphs 1 and 2 become (a) and (b).
# Version: pandoc 3.9 (pypandoc_binary 1.17).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17
cat >run.py <<'END'
import pypandoc

DRAFT = """1. Decides:

    (a) To act;

    (b) To report.

2. Urges States.
"""
page = pypandoc.convert_text(DRAFT, "typst", format="markdown")
print(page)
print(pypandoc.convert_text(page, "plain", format="typst"))
END
cat >expected <<'END'
+ Decides:

  #block[
  #set enum(numbering: "(a)", start: 1)
  + To act;

  + To report.
  ]

+ Urges States.

(a) Decides:

    (a) To act;

    (b) To report.

(b) Urges States.

END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
