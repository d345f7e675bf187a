#!/bin/sh
# A footnote that is only cited inside another footnote vanishes, in three ways.
#
# One would guess: the second note is printed below the first, or the parser says that it cannot.
# What happens: mistune and marko print a mark "2" that leads nowhere, for they list only the first note. pandoc,
# reading GitHub's Markdown, leaves out both mark and note and says nothing. markdown-it-py prints both notes.
# Versions: mistune 3.4.0, marko 2.2.4, pandoc 3.9 (pypandoc_binary 1.17), markdown-it-py 4.3.0 (mdit-py-plugins 0.7.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    mistune==3.4.0 marko==2.2.4 pypandoc_binary==1.17 markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
cat >run.py <<'END'
import re
import subprocess

import marko
import mistune
import pypandoc
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

DRAFT = "Recalling its resolution[^1].\n\n[^1]: See also the report[^2].\n\n[^2]: Document A/79/1.\n"
pandoc = [pypandoc.get_pandoc_path(), "--from=gfm", "--to=html"]
answer = subprocess.run(pandoc, input=DRAFT, capture_output=True, text=True, check=True)
pages = {
    "mistune": mistune.create_markdown(plugins=["footnotes"])(DRAFT),
    "marko": marko.Markdown(extensions=["footnote"])(DRAFT),
    "pandoc": answer.stdout,
    "markdown-it-py": MarkdownIt().use(footnote_plugin).render(DRAFT),
}
for name, page in pages.items():
    marks = re.findall(r'href="#(?:fn-?|footnote-)(\d)"', page)
    print(f"{name}: marks {marks}, note 2 printed: {'A/79/1' in page}")
print("pandoc's warnings:", answer.stderr.strip() or "none")
END
cat >expected <<'END'
mistune: marks ['1', '2'], note 2 printed: False
marko: marks ['1', '2'], note 2 printed: False
pandoc: marks ['1'], note 2 printed: False
markdown-it-py: marks ['1', '2'], note 2 printed: True
pandoc's warnings: none
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
