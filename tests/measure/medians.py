"""Works out the medians of adopted texts that `reslint stats` shows beside a draft: words, paragraphs, report requests.

    python tests/measure/medians.py FOLDER... >> rules/un/lexicon/medians.yaml

A text counts under the body that adopts it, and one of the General Assembly under the session of its masthead. Texts of
which no body is known do not count.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from reslint.engine import load
from reslint.engine.checker import Checkers
from reslint.engine.language.session import session_of
from reslint.engine.project.configuration import Configuration
from reslint.reports.measures import measure
from reslint.text import Text

KEYS = ("words", "preambular", "operative", "reports")


def main() -> int:
    checker = Checkers(lambda _: load(["un"])).of(Configuration())
    found: dict[str, dict[int, list[tuple[int, ...]]]] = {}
    for path in (path for folder in sys.argv[1:] for path in sorted(Path(folder).iterdir())):
        draft = checker.parse(Text(path.read_text(encoding="utf-8")))
        body = next(iter(draft.organs), "")
        if not body or not draft.is_resolution:
            continue
        session = session_of(draft, checker.ruleset.lexicons, body, 0)
        counts = measure(path.name, draft, None, checker.mandates)
        figures = (counts.words, counts.kinds.get("preambular", 0), counts.kinds.get("operative", 0), counts.reports)
        found.setdefault(body, {}).setdefault(session, []).append(figures)
    for body, sessions in found.items():
        print(f"  {body}:")
        for session, texts in sorted(sessions.items()):
            columns = zip(KEYS, zip(*texts, strict=True), strict=True)
            told = ", ".join(f"{key}: {round(median(values))}" for key, values in columns)
            print(f"    '{session}': {{texts: {len(texts)}, {told}}}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
