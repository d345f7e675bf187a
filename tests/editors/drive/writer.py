"""Drives LibreOffice Writer with the extension; run by a Python that has `uno`, as the user who has the profile.

    python writer.py work FOLDER       installs the extension, prints one JSON object of what was seen
    python writer.py stopping FOLDER   prints one JSON object of what was seen while long work was stopped
    python writer.py picture FOLDER    takes FOLDER/writer.ppm of a screen (DISPLAY) once findings are underlined

FOLDER holds reslint.oxt, draft.docx, long.docx and short.docx; the profile is made in it.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.frame import XStatusListener
from com.sun.star.lang import Locale
from com.sun.star.util import URL

PATIENCE = 120
NOTE = "\u200b"


def wait(done):
    """Waits until something is so."""
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


def named(name, value):
    """A property with a value."""
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


class Listener(unohelper.Base, XStatusListener):
    """Is told whether a command can be given."""

    is_enabled = None

    def statusChanged(self, state):  # noqa: N802 the contract
        self.is_enabled = state.IsEnabled

    def disposing(self, _):
        pass


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder, *options):
        pipe = f"reslint{os.getpid()}"
        profile = f"-env:UserInstallation=file://{folder}/profile"
        accept = f"--accept=pipe,name={pipe};urp;"
        command = ["soffice", profile, "--norestore", "--nologo", accept, *options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(PATIENCE * 4):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.25)
        self.desktop = self.create("com.sun.star.frame.Desktop")

    def create(self, name):
        """A service."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path, hidden=True):
        """A document."""
        return self.desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (named("Hidden", hidden),))

    def do(self, document, command):
        """Does what a command of a menu does."""
        self.create("com.sun.star.frame.DispatchHelper").executeDispatch(
            document.getCurrentController().getFrame(), command, "", 0, ()
        )

    def fix(self, document):
        """Has all safe fixes applied, and waits for it."""
        self.do(document, "org.reslint.writer:fix")
        wait(lambda: not self.is_at_work())

    def is_at_work(self):
        """Whether a command can be stopped."""
        listener = Listener()
        commands = self.create("org.reslint.writer.Commands")
        url = URL(Complete="org.reslint.writer:stop")
        commands.addStatusListener(listener, url)
        commands.removeStatusListener(listener, url)
        return listener.is_enabled

    def close(self):
        """Ends it."""
        with suppress(Exception):
            self.desktop.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
        self.process.kill()  # where a window of its own still waits for an answer


def paragraphs(text):
    """The paragraphs of a text, also those in tables."""
    each = text.createEnumeration()
    while each.hasMoreElements():
        paragraph = each.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            yield paragraph
        else:
            for name in paragraph.getCellNames():
                yield from paragraphs(paragraph.getCellByName(name))


def all_paragraphs(document):
    """The paragraphs of a document, then those of its notes."""
    yield from paragraphs(document.getText())
    notes = document.getFootnotes()
    for index in range(notes.getCount()):
        yield from paragraphs(notes.getByIndex(index).getText())


def read(document):
    """Each paragraph as its stretches: words, whether they are italic, whether they stay if changes are accepted."""
    found = []
    for paragraph in all_paragraphs(document):
        portions, deleted = [], False
        each = paragraph.createEnumeration()
        while each.hasMoreElements():
            portion = each.nextElement()
            if portion.TextPortionType == "Redline" and portion.RedlineType == "Delete":
                deleted = bool(portion.IsStart)
            elif portion.TextPortionType == "Footnote":
                portions.append([NOTE, False, not deleted])
            elif portion.getString():
                portions.append([portion.getString(), portion.CharPosture.value != "NONE", not deleted])
        found.append(portions)
    return found


def flagged(office, document):
    """The marks of the proofreader, once it has them: the words, the rule, the suggestions."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        before = marked(office, document)
        time.sleep(1.5)
        if before and marked(office, document) == before:
            break
    return marked(office, document)


def marked(office, document):
    """The same as far as they are known now."""
    proofreader = office.create("org.reslint.writer.Proofreader")
    found = []
    for portions in read(document):
        words = "".join(portion[0] for portion in portions)
        result = proofreader.doProofreading("1", words, Locale("en", "GB", ""), 0, len(words), ())
        found += [
            [words[e.nErrorStart : e.nErrorStart + e.nErrorLength], e.aRuleIdentifier, list(e.aSuggestions)]
            for e in result.aErrors
        ]
    return found


def install(folder):
    """Installs the extension into the profile, as anybody does who has no rights beyond his own."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["unopkg", "add", "--suppress-license", "-f", profile, f"{folder}/reslint.oxt"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def work(folder):
    """Shows what the extension does without a screen."""
    install(folder)
    office = Office(folder, "--headless")
    seen = {"user": os.getuid()}
    draft = f"{folder}/draft.docx"
    try:
        document = office.open(draft)
        seen["flagged"] = flagged(office, document)
        seen["before"] = read(document)
        document.RecordChanges = True
        office.fix(document)
        seen["recorded"] = read(document)
        seen["again"] = marked(office, document)
        office.do(document, ".uno:RejectAllTrackedChanges")
        seen["rejected"] = read(document)
        document.close(True)
        document = office.open(draft)
        document.RecordChanges = True
        office.fix(document)
        office.do(document, ".uno:AcceptAllTrackedChanges")
        seen["accepted"] = read(document)
        document.close(True)
        document = office.open(draft)
        office.fix(document)
        seen["plain"] = read(document)
        document.getUndoManager().undo()
        seen["undone"] = read(document)
        document.close(True)
    finally:
        office.close()
    print(json.dumps(seen))


def stopping(folder):
    """Shows that long work can be stopped, and that nothing is fixed in a document that changes meanwhile."""
    office = Office(folder)
    seen = {"slowest": 0.0}
    try:
        document = office.open(f"{folder}/long.docx", hidden=False)
        before = document.getText().getString()

        def busy(seconds):
            """Looks at the document again and again while a command is being done; keeps the longest wait."""
            end = time.monotonic() + seconds
            while time.monotonic() < end and office.is_at_work():
                start = time.monotonic()
                document.getTitle()
                seen["slowest"] = max(seen["slowest"], time.monotonic() - start)
                time.sleep(0.05)
            return office.is_at_work()

        for command, seconds in (("check", 1), ("check", 6), ("fix", 3), ("fix", 10), ("explain", 1)):
            office.do(document, f"org.reslint.writer:{command}")
            stopped = busy(seconds)
            if command == "check" and seconds == 6:
                subprocess.run(["import", "-window", "root", "-depth", "8", f"{folder}/stopping.ppm"], check=True)
            start = time.monotonic()
            office.do(document, "org.reslint.writer:stop")
            wait(lambda: not office.is_at_work())
            took = time.monotonic() - start
            is_same = document.getText().getString() == before
            seen.setdefault("stopped", []).append([command, stopped, took, is_same])
        document.close(True)
        document = office.open(f"{folder}/short.docx", hidden=False)
        before = document.getText().getString()
        office.do(document, "org.reslint.writer:fix")
        seen["meanwhile"] = busy(0.1)
        document.getText().insertString(document.getText().getStart(), "A line of the writer's.\n", False)
        busy(PATIENCE)
        seen["edited"] = document.getText().getString() == "A line of the writer's.\n" + before
    finally:
        office.close()
    print(json.dumps(seen))


def waves(picture):
    """How many pixels of a picture (PPM) have the blue of the waves below findings."""
    with open(picture, "rb") as file:
        data = file.read()
    pixels = data[data.index(b"\n255\n") + 5 :]
    colours = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=False)
    return sum(1 for red, green, blue in colours if red < 60 and green < 60 and blue > 150)


def picture(folder):
    """Takes a picture of the window; prints how many pixels are those of waves."""
    office = Office(folder)
    taken = f"{folder}/writer.ppm"
    try:
        document = office.open(f"{folder}/draft.docx", hidden=False)
        document.getCurrentController().getFrame().getContainerWindow().setPosSize(0, 0, 1280, 900, 15)
        for _ in range(PATIENCE):
            time.sleep(1)
            subprocess.run(["import", "-window", "root", "-depth", "8", taken], check=True)
            if found := waves(taken):
                time.sleep(3)
                subprocess.run(["import", "-window", "root", "-depth", "8", taken], check=True)
                break
        print(found)
        document.close(True)
    finally:
        office.close()


if __name__ == "__main__":
    {"work": work, "picture": picture, "stopping": stopping}[sys.argv[1]](sys.argv[2])
