#!/bin/sh
# A document symbol turns into a fraction, and subparagraph (c) into a copyright sign.
#
# One would guess: a plugin that sets 1/2 as a fraction leaves a longer row of slashes such as A/RES/1/2 alone.
# What happens: smartsymbols of pymdown-extensions prints A/RES/½, and "(c)" at the start of a subparagraph, after
# "(a)" and "(b)", as a copyright sign. A page of a resolution then cites a document that does not exist.
# Versions: pymdown-extensions 13.1.2, Markdown 3.11.3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pymdown-extensions==13.1.2 Markdown==3.11.3
cat >run.py <<'END'
import html

import markdown

DRAFT = "(a) Recalls its resolution A/RES/1/2;\n\n(b) Recalls its resolution A/RES/1/20;\n\n(c) Decides to act.\n"
print(html.unescape(markdown.markdown(DRAFT, extensions=["pymdownx.smartsymbols"])))
END
cat >expected <<'END'
<p>(a) Recalls its resolution A/RES/½;</p>
<p>(b) Recalls its resolution A/RES/1/20;</p>
<p>© Decides to act.</p>
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
