"""Random edits against fresh servers: `python -m tests.lsp.random_edits --edits 10000 --seed 1`.

Drafts are edited through real messages, as editors do it and as no editor does. Every so many edits a server that has
just been started is given the text that an editor would show, and must say the same of it as the one that saw every
edit. What is typed follows from the seed alone, so that the same command brings a difference back.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .conftest import FULL, Wire

DRAFTS = sorted((Path(__file__).parent.parent / "drafts").rglob("*.md"))
ENCODINGS = ("utf-8", "utf-16", "utf-32")
LONGEST = 30_000
"""Characters from which on more is taken away than added."""
PIECES = (
    "a", "e", "s", " ", " ", ",", ";", ".", "*", "_", "[^1]", "¹", "(a) ", "1. ", "12. ", "the the ", "per cent",
    "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\t", "\u00a0",
    "\u00ad", "\u200b", "😀", "👩‍⚖️", "e\u0301", "\u0301", "é", "𝔘", "\ufeff", "“", "”", "—", "<!--", "-->", "---\n",
    "*Requests* the Secretary-General to report;\n\n", "\n\n(b) Their keepers;\n", "\n\n[^3]: See A/66/463.\n",
    "\n\n4. *Also requests* all ports to keep 1000 lights;\r\n\r\n", "resolution 66/181 of 19 December 2011",
    "<!-- reslint-disable-next-line style -->\n", "\n\nAnnex\n\nLights of the coast\n\n", "paragraph 2 (b) above",
)  # fmt: skip
QUESTIONS = ("documentSymbol", "semanticTokens/full", "foldingRange", "documentLink")
PLACED = ("completion", "hover", "documentHighlight", "definition", "prepareRename", "linkedEditingRange")


class Different(AssertionError):
    """The edited server says something else than the fresh one."""


class Document:
    """The text that an editor shows, and the edits of a random writer. Positions are worked out from the text alone."""

    def __init__(self, rng: random.Random, uri: str, encoding: str) -> None:
        self.rng, self.uri, self.encoding = rng, uri, encoding
        self.text = rng.choice(DRAFTS).read_text(encoding="utf-8")
        self.version = 1
        self.before = [self.text]

    def position(self, offset: int) -> dict[str, int]:
        """The place of a code-point offset; between the halves of a CRLF there is none, the line ends before it."""
        head = self.text[:offset]
        if head.endswith("\r") and self.text[offset : offset + 1] == "\n":
            head = head[:-1]
        lines = re.split("\r\n|\r|\n", head)
        width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        coding = self.encoding if width == 1 else f"{self.encoding}-le"
        return {"line": len(lines) - 1, "character": len(lines[-1].encode(coding)) // width}

    def place(self) -> int:
        """An offset anywhere, but never between CR and LF."""
        at = self.rng.randrange(len(self.text) + 1)
        return at - 1 if self.text[at - 1 : at + 1] == "\r\n" else at

    def changes(self) -> list[dict[str, Any]]:
        """The next changes, which are made to the text as well."""
        self.version += 1
        if self.rng.random() < 0.03:
            self.text = self.rng.choice((*self.before, self.rng.choice(DRAFTS).read_text(encoding="utf-8")))
            return [{"text": self.text}]
        if self.rng.random() < 0.02:
            self.before = [*self.before[-4:], self.text]
        return [self._change() for _ in range(self.rng.choice((1, 1, 1, 1, 2, 5)))]

    def _change(self) -> dict[str, Any]:
        first, second, typed = self._edit()
        if first > second:
            first, second = second, first
        change = {"range": {"start": self.position(first), "end": self.position(second)}, "text": typed}
        self.text = self.text[:first] + typed + self.text[second:]
        return change

    def _edit(self) -> tuple[int, int, str]:
        rng, at = self.rng, self.place()
        if len(self.text) > LONGEST:
            return at, self.place(), ""
        way = rng.random()
        if way < 0.5:
            return at, at, rng.choice(PIECES)
        if way < 0.75:
            return at, self._near(at, 1 if way < 0.65 else 60), ""
        if way < 0.9:
            return at, self._near(at, 30), "".join(rng.choices(PIECES, k=rng.randrange(1, 4)))
        start = self.place()
        return at, at, self.text[start : self._near(start, 800)]

    def _near(self, at: int, reach: int) -> int:
        end = min(len(self.text), at + 1 + self.rng.randrange(reach))
        return end + 1 if self.text[end - 1 : end + 1] == "\r\n" else end


class Run:
    """A server that sees every edit of two documents, and fresh ones to compare it with."""

    def __init__(self, rng: random.Random, encoding: str) -> None:
        self.rng, self.encoding = rng, encoding
        self.server = self._started()
        self.documents = [Document(rng, f"file:///drafts/{name}.md", encoding) for name in ("one", "two%20é😀")]
        for document in self.documents:
            self.server.open(document.uri, document.text)
        self.tokens: dict[str, tuple[str, list[int]]] = {}

    def _started(self) -> Wire:
        server = Wire("--debounce", "0")
        server.initialize({**FULL, "general": {"positionEncodings": [self.encoding]}})
        return server

    def edit(self) -> None:
        """One edit; now and then the writer pauses, or the editor asks something in between."""
        document = self.rng.choice(self.documents)
        changes = document.changes()
        self.server.change(document.uri, document.version, *changes)
        way = self.rng.random()
        if way < 0.3:
            self.server.diagnostics(document.uri, document.version)
        elif way < 0.4:
            self._follow_tokens(document)
        elif way < 0.5:
            self.server.ask(f"textDocument/{self.rng.choice(QUESTIONS)}", {"textDocument": {"uri": document.uri}})
        self.server.passed.clear()

    def _follow_tokens(self, document: Document) -> None:
        about = {"textDocument": {"uri": document.uri}}
        if document.uri not in self.tokens:
            answer = self.server.call("textDocument/semanticTokens/full", about)
        else:
            ident, data = self.tokens[document.uri]
            answer = self.server.call("textDocument/semanticTokens/full/delta", {**about, "previousResultId": ident})
            for edit in answer.get("edits", ()):
                data[edit["start"] : edit["start"] + edit["deleteCount"]] = edit.get("data", [])
            answer.setdefault("data", data)
        self.tokens[document.uri] = (answer["resultId"], list(answer["data"]))

    def compare(self) -> None:
        """Raises Different where a fresh server says something else of a document."""
        fresh = self._started()
        try:
            for document in self.documents:
                # The same text once more, so that there is a version to wait for.
                document.version += 1
                self.server.change(document.uri, document.version, {**nowhere(), "text": ""})
                fresh.open(document.uri, document.text, document.version)
                said = [each.diagnostics(document.uri, document.version) for each in (self.server, fresh)]
                expect_same("publishDiagnostics", document, *said)
                for method, params in self._questions(document):
                    said = [bare(each.call(method, params)) for each in (self.server, fresh)]
                    expect_same(method, document, *said)
                self._follow_tokens(document)
                data = fresh.call("textDocument/semanticTokens/full", {"textDocument": {"uri": document.uri}})["data"]
                expect_same("semanticTokens/full/delta", document, self.tokens[document.uri][1], data)
            self.server.passed.clear()
        finally:
            fresh.close()

    def _questions(self, document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
        about = {"textDocument": {"uri": document.uri}}
        for name in QUESTIONS:
            yield f"textDocument/{name}", about
        places = [document.position(document.place()) for _ in range(3)]
        for name in PLACED:
            for place in places:
                yield f"textDocument/{name}", {**about, "position": place}
        ends = sorted((document.place(), document.place()))
        span = dict(zip(("start", "end"), map(document.position, ends), strict=True))
        yield "textDocument/codeAction", {**about, "range": span, "context": {"diagnostics": []}}
        # The ranges around the last place reach to the end of the text, and the preview holds all its words.
        yield "textDocument/selectionRange", {**about, "positions": [document.position(len(document.text)), *places]}
        yield "workspace/executeCommand", {"command": "reslint.preview", "arguments": [document.uri]}

    def close(self) -> None:
        """End the server. Raises Different when it had ended by itself or complained."""
        ended, errors = self.server.process.poll(), self.server.errors
        self.server.close()
        if ended is not None or errors:
            raise Different(f"the server ended ({ended}) or complained: {errors}")


def nowhere() -> dict[str, Any]:
    """The range of a change that changes nothing."""
    return {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}}


def bare(said: Any) -> Any:
    """An answer without what is another for every snapshot by design."""
    if isinstance(said, dict):
        return {key: bare(value) for key, value in said.items() if key not in ("resultId", "serial")}
    return [bare(each) for each in said] if isinstance(said, list) else said


def expect_same(what: str, document: Document, warm: Any, cold: Any) -> None:
    """Raises Different, which names the first thing that differs."""
    if warm == cold:
        return
    if isinstance(warm, list) and isinstance(cold, list):
        only = [each for each in warm if each not in cold][:2], [each for each in cold if each not in warm][:2]
        warm, cold = only if any(only) else (warm, cold)
    raise Different(f"{what} of {document.uri} ({document.encoding}):\nedited {warm!r}\nfresh  {cold!r}"[:4000])


def run(edits: int, seed: int, every: int, told: Callable[[str], None] = lambda _: None) -> int:
    """Make so many edits, a third of them in every encoding; how many fresh servers said the same. Raises Different."""
    compared = 0
    for index, encoding in enumerate(ENCODINGS):
        session = Run(random.Random(f"{seed} {encoding}"), encoding)
        try:
            for count in range(1, edits // len(ENCODINGS) + (index < edits % len(ENCODINGS)) + 1):
                session.edit()
                if count % every == 0:
                    session.compare()
                    compared += 1
                    told(f"{encoding}: {count} edits")
            if count % every:
                session.compare()
                compared += 1
        except AssertionError:
            told(f"seed {seed}, {encoding}, after {count} edits: " + repr([each.text for each in session.documents]))
            session.server.close()
            raise
        session.close()
    return compared


def main() -> int:
    """The long run; 1 when something was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.lsp.random_edits", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=50, help="edits between two comparisons")
    arguments = parser.parse_args()
    began = time.monotonic()
    try:
        compared = run(arguments.edits, arguments.seed, arguments.every, lambda line: print(line, file=sys.stderr))
    except AssertionError as error:
        print(error)
        return 1
    seconds = time.monotonic() - began
    print(f"{arguments.edits:,} edits, seed {arguments.seed}: {compared} fresh servers said the same ({seconds:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
