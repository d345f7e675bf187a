#!/bin/sh
# text2num writes “5th Committee” and leaves “First Committee” alone; a year in words becomes two numbers.
#
# One would guess: ordinals in words are all treated alike, “two thirds” is a fraction, and “nineteen ninety-nine” is
# one number, 1999.
# What happens: “first” and “second” stay words wherever they stand alone, “third” and later become figures, also with
# the capital of a name; “two thirds” becomes “two 3rds”, and the year “19 99”.
# Version: text2num 3.1.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages text2num==3.1.0
cat >run.py <<'END'
from text_to_num import alpha2digit

SEEN = {
    "the eighty-first session": "the 81st session",
    "the First Committee": "the First Committee",
    "the Second Committee": "the Second Committee",
    "the Third Committee": "the 3rd Committee",
    "the Fifth Committee": "the 5th Committee",
    "a majority of two thirds": "a majority of two 3rds",
    "since nineteen ninety-nine": "since 19 99",
}
found = {words: alpha2digit(words, "en") for words in SEEN}
for words, written in found.items():
    print(f"{words} -> {written}")
raise SystemExit(0 if found == SEEN else "something has changed")
END
PYTHONPATH=packages python3 run.py
