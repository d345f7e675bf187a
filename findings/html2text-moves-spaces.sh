#!/bin/sh
# html2text adds and removes spaces around italics.
#
# One would guess: HTML to Markdown keeps the words as they are, and only writes the mark-up another way.
# What happens: "re<i>affirms</i>" becomes two words, a quoted word gets spaces inside its quotation marks, and in
# bold within italics a space is lost, so that two words become one. A dash written as &ndash; becomes a hyphen.
# Version: html2text 2025.4.15.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    html2text==2025.4.15
cat >run.py <<'END'
import html2text

for page in (
    "<p>re<i>affirms</i></p>",
    "<p>“<i>Recalling</i>”</p>",
    "<p><i>Recalling</i>,<i> noting</i></p>",
    "<p><i>Recalling <b>also</b> it</i></p>",
    "<p>paragraphs 3&ndash;5</p>",
):
    print(page, "->", html2text.html2text(page).strip())
END
cat >expected <<'END'
<p>re<i>affirms</i></p> -> re _affirms_
<p>“<i>Recalling</i>”</p> -> “ _Recalling_ ”
<p><i>Recalling</i>,<i> noting</i></p> -> _Recalling_ ,_noting_
<p><i>Recalling <b>also</b> it</i></p> -> _Recalling**also** it_
<p>paragraphs 3&ndash;5</p> -> paragraphs 3-5
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
