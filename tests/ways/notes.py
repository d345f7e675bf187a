"""Footnotes: what people and programs write for a marker, for the text of a note, and where they put it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .registry import Clean, way

Marker = Callable[[str], str]
Note = Callable[[str, str], str]

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKER = re.compile(r"\[\^(\d+)\]")


def raised(label: str) -> str:
    return label.translate(_RAISED)


PAIRS: dict[str, tuple[Marker, Note]] = {
    "superscript": (raised, lambda n, t: f"{raised(n)} {t}"),
    "superscript-dotted": (raised, "{}. {}".format),
    "superscript-half": (raised, "{}) {}".format),
    "superscript-tabbed": (raised, "{}\t{}".format),
    "superscript-glued": (raised, lambda n, t: f"{raised(n)}{t}"),
    "superscript-bracketed": (raised, "[{}] {}".format),
    "sup": ("<sup>{}</sup>".format, "<sup>{}</sup> {}".format),
    "sup-dotted": ("<sup>{}</sup>".format, "{}. {}".format),
    "raised-brackets": ("<sup>[{}]</sup>".format, "<sup>[{}]</sup> {}".format),
    "raised-brackets-half": (" <sup>[{}]</sup>".format, "{}) {}".format),
    "carets-brackets": ("^[{}]^".format, "{}. {}".format),
    "bracketed": ("[{}]".format, "[{}] {}".format),
    "bracketed-colon": ("[{}]".format, "[{}]: {}".format),
    "bracketed-dotted": ("[{}]".format, "{}. {}".format),
    "bracketed-escaped": (r"\[{}\]".format, r"\[{}\] {}".format),
    "bracketed-after-space": (" [{}]".format, "[{}] {}".format),
    "carets": ("^{}^".format, "^{}^ {}".format),
    "carets-dotted": ("^{}^".format, "{}. {}".format),
    "carets-open": ("^{}".format, "^{} {}".format),
    "latex": ("$^{{{}}}$".format, "$^{{{}}}$ {}".format),
    "parens": ("({})".format, "({}) {}".format),
    "parens-dotted": (" ({})".format, "{}. {}".format),
    "slashes": ("{}/".format, "{}/ {}".format),
    "native-without-colon": ("[^{}]".format, "[^{}] {}".format),
    "native-dotted": ("[^{}]".format, "{}. {}".format),
    "word-links": (lambda n: f"[[{n}]](#_ftn{n})", lambda n, t: f"[[{n}]](#_ftnref{n}) {t}"),
    "links": (lambda n: f"[{n}](#fn{n})", lambda n, t: f"{n}. {t} [↩](#fnref{n})"),
    "sup-links": (lambda n: f"<sup>[{n}](#footnote-{n})</sup>", lambda n, t: f"{n}. {t} [↑](#footnote-ref-{n})"),
    "html-links": (
        lambda n: f'<sup><a href="#fn{n}" id="r{n}">{n}</a></sup>',
        lambda n, t: f'<a id="fn{n}"></a>[{n}](#r{n}) {t}',
    ),
    "bare": (str, "{} {}".format),
    "bare-dotted": (str, "{}. {}".format),
    "bare-tabbed": (str, "{}\t{}".format),
    "bare-own-lines": (str, "{}\n\n{}".format),
}
"""How a marker and the text of a note look, by name."""


def _way(name: str, marker: Marker, note: Note) -> None:
    @way(f"notes-{name}")
    def written(clean: Clean) -> str:
        return clean.write(marker, note)


for _name, (_marker, _note) in PAIRS.items():
    _way(_name, _marker, _note)


@way("notes-inline")
def inline(clean: Clean) -> str:
    """`^[…]` with the text of the note; a note that is called again is written again."""
    return clean.write(lambda n: f"^[{clean.notes[n]}]", lambda _n, _t: "").rstrip() + "\n"


def _below(clean: Clean, marker: Marker, note: Note, parted: str) -> str:
    """Every note directly below the paragraph that calls it first."""
    told: set[str] = set()
    written = []
    for one in clean.paragraphs:
        called = [n for n in dict.fromkeys(_MARKER.findall(one)) if n not in told and n in clean.notes]
        told.update(called)
        words = _MARKER.sub(lambda found: marker(found[1]), one)
        written.append(parted.join([words, *(note(n, clean.notes[n]) for n in called)]))
    return "\n\n".join(written) + "\n"


@way("notes-below-superscript")
def below_superscript(clean: Clean) -> str:
    """Raised digits, every note below its paragraph after a blank line."""
    return _below(clean, *PAIRS["superscript"], "\n\n")


@way("notes-below-bracketed")
def below_bracketed(clean: Clean) -> str:
    """`[1]`, every note below its paragraph after a blank line."""
    return _below(clean, *PAIRS["bracketed"], "\n\n")


@way("notes-below-dotted")
def below_dotted(clean: Clean) -> str:
    """Raised digits, the notes listed as `1.`, each below its paragraph after a blank line."""
    return _below(clean, *PAIRS["superscript-dotted"], "\n\n")


@way("notes-touching-superscript")
def touching_superscript(clean: Clean) -> str:
    """Raised digits, every note on the line after its paragraph."""
    return _below(clean, *PAIRS["superscript"], "\n")


@way("notes-touching-native", says=("footnote/attached",))
def touching_native(clean: Clean) -> str:
    """`[^1]:` on the line after its paragraph."""
    return _below(clean, "[^{}]".format, "[^{}]: {}".format, "\n")


@way("notes-superscript-without-blank-lines")
def superscript_without_blank_lines(clean: Clean) -> str:
    """Raised digits in a text without blank lines."""
    return clean.write(*PAIRS["superscript"], blank="\n")


@way("notes-bracketed-without-blank-lines")
def bracketed_without_blank_lines(clean: Clean) -> str:
    """`[1]` in a text without blank lines."""
    return clean.write(*PAIRS["bracketed"], blank="\n")


@way("notes-at-page-ends")
def at_page_ends(clean: Clean) -> str:
    """Digits glued to words and signs, and after every few paragraphs a rule and the notes of that page."""
    told: set[str] = set()
    written: list[str] = []
    page: list[str] = []
    for index, one in enumerate(clean.paragraphs):
        page += [n for n in dict.fromkeys(_MARKER.findall(one)) if n not in told and n in clean.notes]
        told.update(page)
        written.append(_MARKER.sub(r"\1", one))
        if page and (index % 8 == 7 or index + 1 == len(clean.paragraphs)):
            written += ["__________________", *(f"{n} {clean.notes[n]}" for n in page)]
            page = []
    return "\n\n".join(written) + "\n"
