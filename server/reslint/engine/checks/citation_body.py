"""Cited resolutions and the bodies that adopted them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, ListOf, Pattern, Record, TextField
from ..language.citations import Citation, CitationWords
from ..search.spoken import Spoken
from ._words import quoted

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationBodyCheck:
    """What is wrong between a citation and its body.

    `number`: the body that is named does not number its resolutions so. `missing`: a number that the adopting organ
    does not use, but another body does, stands without a body, and the paragraph names it nowhere. `short-name`: the
    words that refer back ("in which the Council") are the short name of another body. `list`: the same body is named
    again in one list, or several numbers follow the singular. Quotations are left alone.
    """

    KIND: ClassVar[str] = "citation-body"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["number", "missing", "short-name", "list"], "What is reported.", required=True),
            "bodies": ListOf(TextField("The name of a body."), "missing: only numbers of these bodies.", default=[]),
            "unless": Pattern("missing: words after the number that say whose resolution it is."),
            "back": Pattern("short-name: words after a citation that refer back, as the group `name`.", at_start=True),
            "itself": Pattern("short-name: what stands for the adopting organ alone."),
            "plural": Pattern("list: how the word before several numbers ends."),
        },
        "Citations and the bodies they name.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "fits", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        organs: Mapping[str, Any] = resources.lexicon("organs")["organs"]
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._numbers = {
            name: lazy("|".join(f"(?:{number})" for number in facts["numbers"]))
            for name, facts in organs.items()
            if facts and facts.get("numbers")
        }
        self._short = {name: str(facts["short"]) for name, facts in organs.items() if facts and facts.get("short")}
        self._report = getattr(self, "_" + options["report"].replace("-", "_"))
        self._wrong = Spoken(
            lambda wording, own: any(True for _ in self._matches(wording, wording.alone, own)),
            self._words.cited,
        )
        self._bodies = frozenset(options["bodies"])
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._back = lazy(options["back"]) if options["back"] else None
        self._itself = lazy(options["itself"]) if options["itself"] else None
        self._plural = lazy(rf"(?:{options['plural']})\Z") if options["plural"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The citations in the words of the selected nodes that do not agree with their body."""
        for node, _ in self._wrong.among(nodes, draft):
            organ = draft.organ(node)
            yield from self._matches(draft.wording(node), draft.view(node), organ.name if organ else "")

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:
        """What is wrong with the citations in some words that an organ speaks."""
        found = [one for one in self._words.cited.at(wording) or () if not quoted(wording.text, one.start)]
        for index, citation in enumerate(found):
            before = found[index - 1] if index else None
            yield from self._report(citation, before, view, own)

    def _number(self, citation: Citation, _before: Citation | None, view: View, _own: str) -> Iterator[Match]:
        pattern = self._numbers.get(citation.body)
        for item in citation.items if pattern is not None else ():
            if pattern is not None and not pattern.fullmatch(item.number) and "[" not in item.number:
                fits = ", ".join(self._fitting(item.number)) or "…"
                values = {"found": item.number, "number": item.number, "body": citation.body, "fits": fits}
                yield Match(view.span(item.start, item.end), values)
                return

    def _missing(self, citation: Citation, _before: Citation | None, view: View, own: str) -> Iterator[Match]:
        if citation.body or citation.own or own not in self._numbers:
            return
        before = view.text[: citation.kind_start].split()
        if before and before[-1][0].isupper() and len(before) > 1:
            return
        item = citation.items[0]
        fits = self._fitting(item.number)
        if own in fits or not fits or fits[0] not in self._bodies or self._names(view.text, fits[0]):
            return
        if self._unless is not None and self._unless.search(view.text, citation.items[-1].end):
            return
        values = {"found": item.number, "number": item.number, "body": own, "fits": fits[0]}
        span = view.span(citation.kind_start, item.end)
        at = view.span(citation.kind_start, citation.kind_start + 1)
        yield Match(span, values, (Edit(at, f"{fits[0]} {view.text[citation.kind_start].lower()}"),))

    def _short_name(self, citation: Citation, _before: Citation | None, view: View, own: str) -> Iterator[Match]:
        body = own if citation.own else citation.body
        found = self._back.match(view.text, citation.end) if self._back is not None else None
        if found is None or body not in self._short:
            return
        name = found["name"]
        alone = self._itself is not None and self._itself.fullmatch(name) is not None
        wrong = not citation.own if alone else name in self._short.values() and name != self._short[body]
        if (wrong and body != own) or (wrong and not alone):
            span = view.span(*found.span("name"))
            values = {"found": name, "body": body, "expected": self._short[body], "number": citation.items[-1].number}
            yield Match(span, values, (Edit(span, self._short[body]),))

    def _list(self, citation: Citation, before: Citation | None, view: View, _own: str) -> Iterator[Match]:
        word = view.text[citation.kind_start : citation.items[0].start].rstrip(" [")
        values = {"found": word, "body": citation.body, "number": citation.items[0].number}
        if before is not None and citation.body and before.body == citation.body and before.kind == citation.kind:
            between = view.text[before.end : citation.start].strip(" ,")
            if not between or between in self._words.joining:
                values["found"] = view.text[citation.start : citation.kind_start + len(word)]
                yield Match(view.span(citation.start, citation.kind_start + len(word)), values)
                return
        several = [item for item in citation.items if re.search(r"/|\(", item.number)]
        if len(several) > 1 and self._plural is not None and not self._plural.search(word):
            yield Match(view.span(citation.kind_start, citation.kind_start + len(word)), values)

    def _fitting(self, number: str) -> list[str]:
        """The bodies that number their resolutions so, in the order of the lexicon."""
        return [name for name, pattern in self._numbers.items() if pattern.fullmatch(number)]

    def _names(self, text: str, body: str) -> bool:
        return body in text or re.search(rf"\b{re.escape(self._short.get(body, body).split()[-1])}\b", text) is not None
