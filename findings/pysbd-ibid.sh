#!/bin/sh
# pysbd begins a sentence with a comma.
#
# One would guess: "Ibid., annex I." is one sentence, for no sentence begins with a comma, and pysbd knows the
# abbreviations of law ("No. 7" and "Art. 2" stay whole).
# What happens: it splits after "Ibid." and gives ", annex I." as a sentence of its own; "paras. 3 and 4" is split, too.
# Version: pysbd 0.3.4.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pysbd==0.3.4
cat >run.py <<'END'
import pysbd

splitter = pysbd.Segmenter(language="en", clean=False)
for text in ("Ibid., annex I.", "See paras. 3 and 4.", "See No. 7.", "The Art. 2 applies."):
    print(splitter.segment(text))
END
cat >expected <<'END'
['Ibid.', ', annex I.']
['See paras. ', '3 and 4.']
['See No. 7.']
['The Art. 2 applies.']
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
