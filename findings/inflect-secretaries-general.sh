#!/bin/sh
# inflect makes “Secretarys-General” of “Secretary-General”, and “Secretary-Generals” if a word stands before it.
#
# One would guess: inflect knows that “General” comes after its noun (“Attorneys-General”), so the plural is
# “Secretaries-General”, however the word is written and whatever stands before it.
# What happens: a noun in -y with a capital is a name (“the two Germanys”), and a title is one, too; behind another word
# the rule for “General” no longer holds, and the last part gets the s.
# Version: inflect 7.6.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages inflect==7.6.0
cat >run.py <<'END'
import inflect

SEEN = {
    "Attorney-General": "Attorneys-General",
    "secretary-general": "secretaries-general",
    "Secretary-General": "Secretarys-General",
    "Under-Secretary-General": "Under-Secretarys-General",
    "Deputy Secretary-General": "Deputy Secretary-Generals",
    "note verbale": "note verbales",
}
engine = inflect.engine()
found = {word: engine.plural_noun(word) for word in SEEN}
for word, plural in found.items():
    print(f"{word} -> {plural}")
raise SystemExit(0 if found == SEEN else "something has changed")
END
PYTHONPATH=packages python3 run.py
