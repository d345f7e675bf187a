#!/bin/sh
# A tab or a line break of a Word file is nothing to officeparser, and a tab is nothing to docx2md.
#
# One would guess: both separate words, so they become at least a space.
# What happens: officeparser writes "1.Requests" and "Decidesto" where Word shows a number, a tab and two lines.
# docx2md keeps the line break as a tag and drops the tab.
# Versions: officeparser 7.8.0, docx2md 1.0.5.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{}' >package.json
npm install --silent --ignore-scripts --no-audit --no-fund --cache cache officeparser@7.8.0
python3 -m pip install --quiet --no-cache-dir --disable-pip-version-check --target packages docx2md==1.0.5
cat >make.py <<'END'
import zipfile

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


tabbed = "<w:r><w:t>1.</w:t><w:tab/><w:t>Requests the Board;</w:t></w:r>"
broken = f"{run('Decides')}<w:r><w:br/></w:r>{run('to meet.')}"
word("draft.docx", f"<w:p>{tabbed}</w:p><w:p>{broken}</w:p>")
END
cat >run.mjs <<'END'
import officeparser from "officeparser";

const read = await officeparser.parseOffice("draft.docx");
console.log("officeparser:", JSON.stringify((typeof read === "string" ? read : read.toText()).trim()));
END
cat >expected <<'END'
officeparser: "1.Requests the Board;\nDecidesto meet."
docx2md: 1.Requests the Board;
docx2md: Decides<br>to meet.
END
python3 make.py
node run.mjs >seen
PYTHONPATH=packages python3 -m docx2md draft.docx draft.md >log 2>&1
sed -n 's/^\(..*\)$/docx2md: \1/p' draft.md >>seen
echo >>seen
cat seen
diff expected seen >&2 || {
    echo "changed: the lines above differ from what was seen before" >&2
    exit 1
}
