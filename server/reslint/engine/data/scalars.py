"""Where the characters of a YAML scalar stand in its file."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.regex import lazy

_BREAK = lazy(r"\r\n|\r|\n")
_FOLD = lazy(r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*")
"""The part of a flow scalar that is folded: a line break and the spaces around it, empty lines included."""
_HEADER = lazy(r"[|>][-+]?(?:[ \t]+#.*)?[ \t]*(?:\r\n|\r|\n)")
_SIMPLE = dict(zip('0abtnvfre "/\\', '\0\a\b\t\n\v\f\r\x1b "/\\', strict=True))
_CODES = {"x": 2, "u": 4, "U": 8}


def places(text: str, start: int, end: int, value: str) -> Sequence[int] | None:
    """Of each character of a scalar, and of its end, the offset in the file; None where that cannot be said exactly.

    The scalar stands from `start` to `end` and has the value `value`.
    """
    if text.startswith(("'", '"'), start):
        found = _flow(text, start + 1, end - 1, text[start])
    elif text.startswith(("|", ">"), start):
        found = _block(text, start, end)
    else:
        found = _flow(text, start, end, "")
    if found is None or "".join(character for character, _ in found) != value:
        return None
    closed = end - 1 if text.startswith(("'", '"'), start) else found[-1][1] + 1 if found else start
    return [*(at for _, at in found), closed]


def _flow(text: str, at: int, end: int, quote: str) -> list[tuple[str, int]] | None:
    found: list[tuple[str, int]] = []
    while at < end:
        character = text[at]
        if fold := _FOLD.match(text, at, end):
            breaks = len(_BREAK.findall(fold[0]))
            found += [(" ", at)] if breaks == 1 else [("\n", at)] * (breaks - 1)
            at = fold.end()
        elif quote == "'" and character == "'":
            found.append(("'", at))
            at += 2
        elif quote == '"' and character == "\\":
            after = text[at + 1]
            width = _CODES.get(after)
            if width is None and after not in _SIMPLE:
                return None
            found.append((_SIMPLE[after] if width is None else chr(int(text[at + 2 : at + 2 + width], 16)), at))
            at += 2 + (width or 0)
        else:
            found.append((character, at))
            at += 1
    return found


def _block(text: str, start: int, end: int) -> list[tuple[str, int]] | None:
    """A block scalar without an indentation indicator; a folded one only where every line is folded."""
    header = _HEADER.match(text, start)
    if header is None:
        return None
    lines = _lines(text, header.end(), end)
    indent = next((len(words) - len(words.lstrip(" ")) for _, words, _ in lines if words.strip(" ")), 0)
    found: list[tuple[str, int]] = []
    for at, words, after in lines:
        found += [(character, at + indent + place) for place, character in enumerate(words[indent:])]
        found.append(("\n", after))
    while found and found[-1][0] == "\n":
        last = found.pop()
        if "-" not in header[0].partition("#")[0] and not (found and found[-1][0] == "\n"):
            found.append(last)
            break
    return _folded(found) if header[0].startswith(">") else found


def _lines(text: str, at: int, end: int) -> list[tuple[int, str, int]]:
    """The lines of a stretch: where each begins, its words, and where they end."""
    found = []
    while at < end:
        line_break = _BREAK.search(text, at, end)
        stop = line_break.start() if line_break else end
        found.append((at, text[at:stop], stop))
        at = line_break.end() if line_break else end
    return found


def _folded(found: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The characters of a folded block: of several line breaks the first goes, a single one is a blank."""
    made: list[tuple[str, int]] = []
    at = 0
    while at < len(found):
        after = at
        while after < len(found) and found[after][0] == "\n":
            after += 1
        if after == at or after == len(found):
            made += found[at : max(after, at + 1)]
        else:
            made += [(" ", found[at][1])] if after == at + 1 else found[at + 1 : after]
        at = max(after, at + 1)
    return made
