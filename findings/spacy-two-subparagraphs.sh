#!/bin/sh
# spaCy reads "(b)(i)" as three tokens: "(", "b)(i" and ")".
#
# One would guess: brackets are tokens of their own in "(b)(i)" as they are in "(b)".
# What happens: the outer brackets are cut off from both ends; those inside stay with the letters. A footnote marker
# of Markdown does the same: "States[^1]" is "States[^1" and "]".
# Version: spaCy 3.8.18 (spacy.blank("en"), no model).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    spacy==3.8.18
cat >run.py <<'END'
import spacy

tokenizer = spacy.blank("en").tokenizer
for text in ("paragraph (b)", "paragraph (b)(i)", "paragraph 3(b)", "Member States[^1] act", "Member States [^1]"):
    print(f"{text}:", [token.text for token in tokenizer(text)])
END
cat >expected <<'END'
paragraph (b): ['paragraph', '(', 'b', ')']
paragraph (b)(i): ['paragraph', '(', 'b)(i', ')']
paragraph 3(b): ['paragraph', '3(b', ')']
Member States[^1] act: ['Member', 'States[^1', ']', 'act']
Member States [^1]: ['Member', 'States', '[', '^1', ']']
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
