"""Writing into a configuration that a rule is not to be run: the least that has to be changed of its YAML."""

from __future__ import annotations

import yaml

from ...text import Edit, Span, Text

KEY = "ignore"


def ignoring(text: Text, rule: str) -> Edit | None:
    """The edit of a configuration that adds a rule to `ignore`; None where that cannot be done for certain.

    Whatever else stands there, comments too, stays as it is.
    """
    content = text.content
    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    end = text.line_end
    if root is None:
        return _behind(content, f"{KEY}:{end}  - {rule}{end}", end)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    for key, value in root.value:
        if key.value == KEY:
            return _among(content, value, rule, end)
    return _behind(content, f"{KEY}:{end}  - {rule}{end}", end)


def _among(content: str, value: yaml.Node, rule: str, end: str) -> Edit | None:
    """The rule as the last of those that are named already."""
    if not isinstance(value, yaml.SequenceNode) or any(not isinstance(each, yaml.ScalarNode) for each in value.value):
        return None
    if any(each.value == rule for each in value.value):
        return None
    if value.flow_style:
        at = value.value[-1].end_mark.index if value.value else value.start_mark.index + 1
        return Edit(Span(at, at), f", {rule}" if value.value else rule)
    last = value.value[-1]
    line = content.rfind("\n", 0, last.start_mark.index) + 1
    lead = content[line : last.start_mark.index]
    at = content.find("\n", last.end_mark.index)
    if lead.strip() != "-" or "\n" in content[last.start_mark.index : last.end_mark.index]:
        return None
    return Edit(Span(at + 1, at + 1), f"{lead}{rule}{end}") if at >= 0 else _behind(content, f"{lead}{rule}{end}", end)


def _behind(content: str, words: str, end: str) -> Edit:
    gap = "" if not content or content.endswith("\n") else end
    return Edit(Span(len(content), len(content)), gap + words)
