#!/bin/sh
# mdformat deletes a footnote that other Markdown tools show.
#
# One would guess: a formatter keeps every word; labels of notes ignore case, as labels of links do.
# What happens: the marker says [^Note] and the note [^note]. The footnote plugin sees two different labels, so
# the note counts as unused and mdformat removes it from the file. mistune pairs the two and shows the note.
# Of two notes with one label mdformat keeps the last and removes the first, without a word about either.
# Versions: mdformat 1.0.0, mdformat-footnote 0.1.3, mistune 3.4.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    mdformat==1.0.0 mdformat-footnote==0.1.3 mistune==3.4.0
cat >run.py <<'END'
import mdformat
import mistune

drafts = {
    "labels that differ in case": "Recalling its resolution[^Note].\n\n[^note]: Resolution 79/1.\n",
    "two notes with one label": "Recalling its resolution[^1].\n\n[^1]: Resolution 79/1.\n\n[^1]: Resolution 79/2.\n",
}
for name, draft in drafts.items():
    print(f"{name}, formatted:")
    print(mdformat.text(draft, extensions={"footnote"}))
page = mistune.create_markdown(plugins=["footnotes"])(drafts["labels that differ in case"])
print("mistune shows the note:", "Resolution 79/1" in page)
END
cat >expected <<'END'
labels that differ in case, formatted:
Recalling its resolution[^Note].

two notes with one label, formatted:
Recalling its resolution[^1].

[^1]: Resolution 79/2.

mistune shows the note: True
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
