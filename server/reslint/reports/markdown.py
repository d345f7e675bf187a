"""A rule in its own words, as a page in Markdown for editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..engine.packs.rule import Example, Rule
from .explain import explain_data

_FENCE = "````"


def explain_markdown(rule: Rule) -> str:
    """The rule as a page: summary, where it holds, why, wrong and right, sources, known false alarms."""
    return "\n\n".join(_sections(rule)) + "\n"


def _sections(rule: Rule) -> Iterator[str]:
    data = explain_data(rule)
    yield f"# {rule.name}"
    yield rule.summary
    said = [f"**{rule.severity}**", *(f"{severity} in profile {name}" for name, severity in rule.profiles.items())]
    said += [f"only for {', '.join(rule.bodies)}"] if rule.bodies else []
    said += [f"only in {rule.stage} texts"] if rule.stage else []
    yield f"{'; '.join(said)} · pack {rule.pack} · {_fixes(data['fix'])}"
    yield f"## Why\n\n{rule.why.strip()}"
    yield from _examples(rule.examples)
    yield from _list("Source", rule.sources)
    yield from _list("Known false alarms", rule.false_alarms)


def _fixes(safety: str | None) -> str:
    return {"safe": "has a safe fix", "unsafe": "has a fix to look at"}.get(safety or "", "has no fix")


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    wrong = [example for example in examples if not example.silent]
    right = [*(each.fixed for each in wrong if each.fixed), *(each.draft for each in examples if each.silent)]
    yield from _texts("Wrong", [_plain(example.draft) for example in wrong])
    yield from _texts("Right", right)


def _plain(draft: str) -> str:
    return draft.replace("{{", "").replace("}}", "")


def _texts(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"## {title}"
        yield from (f"{_FENCE}resolution\n{text.strip()}\n{_FENCE}" for text in dict.fromkeys(texts))


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {title}\n\n" + "\n".join(f"- {' '.join(item.split())}" for item in items)
