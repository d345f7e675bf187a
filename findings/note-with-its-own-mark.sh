#!/bin/sh
# A footnote with a mark of its own, such as *, shifts the numbers of all others.
#
# One would guess: where Word shows a star instead of a number, the star is kept, and the next note is number 1.
# What happens: pandoc drops the star and numbers the note 1, so the next one, 1 in Word, is 2. mammoth prints a
# number and the star side by side, and counts on, too.
# Versions: pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages \
    pypandoc_binary==1.17 mammoth==1.13.0
cat >run.py <<'END'
import zipfile

import mammoth
import pypandoc

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def word(path, body, **parts):
    """Writes a small Word file: its body, and parts such as footnotes, each as XML."""
    with zipfile.ZipFile(path, "w") as file:
        types = f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
        links = ""
        for name, xml in parts.items():
            types += f'<Override PartName="/word/{name}.xml" ContentType="{KIND}{name}+xml"/>'
            links += f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            file.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{xml}</w:{name}>")
        file.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        file.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{defaults}{types}</Types>')
        start = f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{start}</Relationships>')
        rels = f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        file.writestr("word/_rels/document.xml.rels", rels)


def run(text, properties=""):
    """A run of text, with run properties as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(number):
    """A footnote marker."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number, text):
    """A footnote."""
    return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{text}</w:p></w:footnote>'


star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
text = f"<w:p>{run('Draft resolution')}{star}{run(' on harbours')}{mark(2)}</w:p>"
first = f'<w:footnote w:id="1"><w:p>{run("* Issued late.")}</w:p></w:footnote>'
word("draft.docx", text, footnotes=first + note(2, run(" See the report.")))

print("pandoc: ", " | ".join(pypandoc.convert_file("draft.docx", "plain").split("\n\n")).strip())
with open("draft.docx", "rb") as file:
    print("mammoth:", mammoth.extract_raw_text(file).value.split("\n")[0])
    print("mammoth:", mammoth.convert_to_html(file).value.split("</p>")[0])
END
cat >expected <<'END'
pandoc:  Draft resolution[1] on harbours[2] | [1] * Issued late. | [2] See the report.
mammoth: Draft resolution* on harbours
mammoth: <p>Draft resolution<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>* on harbours<sup><a href="#footnote-2" id="footnote-ref-2">[2]</a></sup>
END
PYTHONPATH=packages python3 run.py >seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
