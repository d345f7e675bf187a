#!/bin/sh
# pandoc cannot read the RTF it wrote: a letter and all footnotes are lost.
#
# One would guess: a small document survives pandoc's own writer and reader of one format.
# What happens: the first letter after an opening curly quotation mark is dropped ("tates"), and so are footnotes.
# Version: pandoc 3.9 (pypandoc_binary 1.17).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17
cat >run.py <<'END'
import pypandoc

DRAFT = "Urges all \u201cStates\u201d[^1] to act.\n\n[^1]: See the report.\n"
rich = pypandoc.convert_text(DRAFT, "rtf", format="markdown", extra_args=["--standalone"])
print("written:", [line for line in rich.splitlines() if "Urges" in line][0])
print("read:   ", ascii(pypandoc.convert_text(rich, "plain", format="rtf").strip()))
END
cat >expected <<'END'
written: {\pard \ql \f0 \sa180 \li0 \fi0 Urges all \u8220"States\u8221"{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard \ql \f0 \sa180 \li0 \fi0 See the report.\par}
read:    'Urges all \u201ctates\u201d to act.'
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
