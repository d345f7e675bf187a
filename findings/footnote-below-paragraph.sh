#!/bin/sh
# Whether a line "[^1]: ..." straight below a paragraph is a footnote depends on the parser.
#
# One would guess: it is a footnote everywhere, since the line can hardly be anything else.
# What happens: pandoc's own Markdown and marko (both with footnotes switched on) want a blank line before it and
# print the line as text of the paragraph, mark and all. pandoc as a reader of GitHub's Markdown, mistune and
# markdown-it-py make a footnote of it. So pandoc disagrees with pandoc.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), marko 2.2.4, mistune 3.4.0, markdown-it-py 4.3.0 (mdit-py-plugins 0.7.0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 marko==2.2.4 mistune==3.4.0 markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
cat >run.py <<'END'
import marko
import mistune
import pypandoc
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

DRAFT = "Recalling its resolution[^1]\n[^1]: Resolution 79/1.\n"
pages = {
    "pandoc, markdown": pypandoc.convert_text(DRAFT, "html", format="markdown"),
    "pandoc, gfm": pypandoc.convert_text(DRAFT, "html", format="gfm"),
    "marko": marko.Markdown(extensions=["footnote"])(DRAFT),
    "mistune": mistune.create_markdown(plugins=["footnotes"])(DRAFT),
    "markdown-it-py": MarkdownIt().use(footnote_plugin).render(DRAFT),
}
for name, page in pages.items():
    print(f"{name}: {'text' if '[^1]:' in page else 'footnote'}")
END
cat >expected <<'END'
pandoc, markdown: text
pandoc, gfm: footnote
marko: text
mistune: footnote
markdown-it-py: footnote
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
