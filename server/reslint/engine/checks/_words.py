"""Lists of words as one pattern: what `substitution` and `terms` share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...text.regex import compiled
from ..data.schema import Flag
from ..language.grammar import LEXICON, Quotations, quotations

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources

_LONGEST_OPENER = 60
"""More characters than any opener has, with its adverb and its qualifier."""


def alternation(phrases: Iterable[str], *, at: str, ignore_case: bool, blank: str = r"\s+") -> re.Pattern[str]:
    """A pattern that finds whole phrases, the longest that fits; blanks in a phrase stand for what `blank` finds.

    `at` is "start" or "anywhere". A phrase ends where a word ends, a hyphen being part of the word.
    """
    tree = _Tree()
    for phrase in phrases:
        at_branch = tree
        for character in " ".join(phrase.split()):
            at_branch = at_branch.setdefault(character.lower() if ignore_case else character, _Tree())
        at_branch[""] = _Tree()
    if at == "start" or ignore_case or not "".join(tree).isupper():
        before = r"\A" if at == "start" else r"(?<![\w-])"
        return compiled(rf"{before}(?:{_branches(tree, blank)})(?![\w-])", re.IGNORECASE if ignore_case else 0)
    # Capitals are rare, and to a class of characters with which a pattern begins `re` runs ahead.
    first = {re.escape(character): _branches(rest, blank) for character, rest in tree.items()}
    options = "|".join(f"(?<={character})(?:{rest})" for character, rest in first.items())
    return compiled(rf"[{''.join(first)}](?<![\w-][\s\S])(?:{options})(?![\w-])")


class _Tree(dict[str, "_Tree"]):
    """Phrases by their first character, the rest of them by the next, and so on; "" where a phrase ends."""


def _branches(tree: _Tree, blank: str) -> str:
    """A pattern for the phrases of a tree, which takes a longer phrase before a shorter one that it begins with.

    Written as a tree it is left at the first wrong character; written one after the other all phrases are tried.
    """
    run = ""
    while len(tree) == 1 and "" not in tree:
        ((character, tree),) = tree.items()
        run += _piece(character, blank)
    options = [_piece(character, blank) + _branches(tree[character], blank) for character in sorted(tree) if character]
    if not options:
        return run
    if "" in tree:
        return f"{run}(?:{'|'.join(options)})?"
    return f"{run}(?:{'|'.join(options)})"


def _piece(character: str, blank: str) -> str:
    """A pattern for one character."""
    if character.isalnum():
        return character
    return blank if character == " " else re.escape(character)


def folded(phrase: str) -> str:
    """A phrase as it is looked up: in small letters, with single blanks."""
    return phrase.lower() if phrase.isalnum() else " ".join(phrase.split()).lower()


def keywords(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase its longest word, in small letters: what a text with the phrase must hold."""
    return frozenset(max(phrase.lower().split(), key=len) for phrase in phrases)


def lowered(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases in small letters: what a text with one of them, written with single blanks, must hold."""
    return frozenset(phrase.lower() for phrase in phrases)


def with_case(model: str, words: str) -> str:
    """`words` with the capitals of `model`: all of them, the first, or as the words have them."""
    letters = [character for character in model if character.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return words.upper()
    if letters and letters[0].isupper():
        return words[:1].upper() + words[1:]
    return words


def outside_quotes() -> Flag:
    """The option that leaves quotations and quoted titles alone."""
    return Flag("Whether what stands in “…” is left alone: quotations and titles.", default=False)


def outside_of(options: Mapping[str, Any], resources: Resources) -> Quotations | None:
    """The quotations that a kind with this option leaves alone; None for none. Raises MissingLexicon."""
    if not options["outside-quotes"]:
        return None
    resources.lexicon(LEXICON)
    return quotations(resources)


def outside_titles() -> Flag:
    """The option that leaves the titles of publications alone."""
    return Flag("Whether what stands in italics after the opener is left alone: titles of publications.", default=False)


def in_title(words: Folded, at: int) -> bool:
    """Whether the character at an offset stands in italics that are not those of an opener.

    Those of an opener begin the words, are short and hold no colon; where all words are in italics, none is a title.
    """
    for run in words.emphasis:
        if run.style == "italic" and run.start <= at < run.end:
            if run.start:
                return True
            long = run.end > _LONGEST_OPENER or ":" in words.text[: run.end]
            return long and run.end < len(words.text.rstrip(" ,;:."))
    return False
