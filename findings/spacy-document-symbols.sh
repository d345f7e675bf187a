#!/bin/sh
# spaCy splits a document symbol in some places and not in others.
#
# One would guess: A/RES/79/1 is one token, or each slash is a token of its own.
# What happens: a slash is a token of its own before a letter, and part of a longer token before a digit. So
# A/RES/79/1 is "A", "/" and "RES/79/1", S/2024/1 is one token and A/C.3/79/L.1 five: a rule on tokens meets one kind
# of thing in many shapes.
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
for symbol in ("A/RES/79/1", "S/RES/2231", "S/2024/1", "A/79/1", "A/79/L.2", "A/C.3/79/L.1", "60/1"):
    print(f"{symbol}:", " ".join(token.text for token in tokenizer(symbol)))
END
cat >expected <<'END'
A/RES/79/1: A / RES/79/1
S/RES/2231: S / RES/2231
S/2024/1: S/2024/1
A/79/1: A/79/1
A/79/L.2: A/79 / L.2
A/C.3/79/L.1: A / C.3/79 / L.1
60/1: 60/1
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
