"""The filter of the HTML report: a form, and the style sheet that shows what the form has chosen.

There is no script: some of those who show a report, such as a build server, run none. The style sheet looks at the
form itself (`:has`, Selectors Level 4); a browser that does not know that shows no form and all findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..engine.data.finding import SEVERITIES, Finding
from .checked import Report, counted
from .page import key

_HIDDEN = """\
.filter { display: flex; }
.draft .page .margin p { display: none; }
.draft .page mark { text-decoration-line: none; }
body:has(.filter input:not(:checked), .filter option:not([value=""]):checked) .filtered { display: block; }"""


def filter_form(report: Report) -> Iterator[str]:
    """A box to tick for each severity and a list of the areas and rules that found something; nothing for none."""
    rules = report.rules()
    if not rules:
        return
    yield '<form class="filter" aria-label="Filter" autocomplete="off">'
    severities = report.severities()
    for severity in (each for each in SEVERITIES if severities[each]):
        name = counted(severities[severity], severity)
        yield f'<label><input type="checkbox" id="show-{severity}" checked> {name}</label>'
    yield f'<label>Rule <select id="show-rule"><option value="">all ({sum(rules.values())})</option>'
    for area, number in sorted(_areas(rules).items()):
        yield f'<optgroup label="{area}"><option value="{area}">all of {area} ({number})</option>'
        for rule in sorted(each for each in rules if _area(each) == area and each != area):
            yield f'<option value="{rule}">{rule} ({rules[rule]})</option>'
        yield "</optgroup>"
    yield '</select></label><button type="reset">Show all</button></form>'
    yield '<p class="filtered">Some findings are hidden by the filter.</p>'


def filter_style(report: Report) -> str:
    """The style sheet of the form. The gravest severities come last, so that a mark has the colour of its gravest."""
    findings = {key(each): each for file in report.checked for each in file.findings}
    if not findings:
        return ""
    ordered = sorted(findings.values(), key=lambda each: (-SEVERITIES.index(each.severity), each.rule))
    return "\n".join(["@supports selector(body:has(a)) {", _HIDDEN, *map(_shown, ordered), "}", ""])


def _shown(finding: Finding) -> str:
    """How the notes and marks of a finding look while the form wants them."""
    chosen = ", ".join(f'option[value="{name}"]' for name in ("", _area(finding.rule), finding.rule))
    wanted = f"body:has(#show-{finding.severity}:checked):has(:is({chosen}):checked)"
    this = f'[data-findings~="{key(finding)}"]'
    return (
        f"{wanted} .margin p{this} {{ display: block; }}\n"
        f"{wanted} mark{this} {{ --line: var(--{finding.severity}); text-decoration-line: underline; }}"
    )


def _areas(rules: Counter[str]) -> Counter[str]:
    areas: Counter[str] = Counter()
    for rule, number in rules.items():
        areas[_area(rule)] += number
    return areas


def _area(rule: str) -> str:
    return rule.partition("/")[0]
