"""Front matter: what the header of the first page says of it, and the rest, which is a property of the file."""

from __future__ import annotations

import re

from .attach import attach
from .package import Package
from .xml import Element, XmlPart, escaped

_PROPERTY = "reslint front matter"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_HEADER = re.compile(r"^header:[^\S\n]*\n((?:[^\S\n]+-[^\n]*\n|[^\S\n]*-[^\S\n][^\n]*\n)+)", re.MULTILINE)
_FENCE = re.compile(r"\A---[^\S\n]*\n|^(?:---|\.\.\.)[^\S\n]*\n?\Z", re.MULTILINE)
_ITEM = re.compile(r"\s*-\s+(.*?)\s*\Z")


def parted(front_matter: str) -> tuple[list[str], str]:
    """The lines of the list `header` of front matter, and its other lines."""
    inner = _FENCE.sub("", front_matter.replace("\r\n", "\n").replace("\r", "\n"))
    match = _HEADER.search(inner)
    if match is None:
        return [], inner
    items = (_ITEM.match(line) for line in match[1].splitlines())
    return [_plain(item[1]) for item in items if item is not None], inner[: match.start()] + inner[match.end() :]


def _plain(value: str) -> str:
    """A value of YAML that is one line of words."""
    if value.startswith('"'):
        import json

        try:
            return str(json.loads(value))
        except ValueError:
            return value.strip('"')
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def whole(lines: list[str], rest: str) -> str:
    """Front matter of the lines of a header and of others, without a line end after it; "" for neither."""
    if not lines and not rest.strip():
        return ""
    import json

    items = "".join(f"  - {json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    header = f"header:\n{items}" if lines else ""
    rest = rest if not rest or rest.endswith("\n") else rest + "\n"
    return f"---\n{rest}{header}---"


def with_property(package: Package, rest: str) -> None:
    """Keep lines of front matter as a property of a file."""
    part = _part(package)
    old = _own(part)
    if part is not None and old is not None:
        part.splice(old.start, old.end, "")
    if not rest.strip():
        return
    used = [int(each.attributes.get("pid", "1")) for each in (part.root.children if part is not None else ())]
    value = f'<vt:lpwstr xmlns:vt="{_VALUES}">{escaped(rest)}</vt:lpwstr>'
    attributes = f'fmtid="{_FORMAT}" pid="{max(used, default=1) + 1}" name="{_PROPERTY}"'
    if part is not None:
        p = part.root.prefix
        part.append(part.root, f"<{p}property {attributes}>{value}</{p}property>")
    else:
        content = f'<Properties xmlns="{_PROPERTIES}"><property {attributes}>{value}</property></Properties>'
        attach(package, "custom-properties", "docProps/custom.xml", content)


def kept(package: Package) -> str:
    """The lines of front matter that are a property of a file."""
    own = _own(_part(package))
    value = own.children[0] if own is not None and own.children else None
    return value.text if value is not None else ""


def _part(package: Package) -> XmlPart | None:
    return package.part("docProps/custom.xml")


def _own(part: XmlPart | None) -> Element | None:
    each = part.root.children if part is not None else ()
    return next((one for one in each if one.attributes.get("name") == _PROPERTY), None)
