"""New parts of a Word file: with the type of their content, and a relation by which they are found."""

from __future__ import annotations

import posixpath

from .package import Package
from .xml import STRICT_WORD, XmlPart

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = {
    "comments": "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    "footnotes": "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def attach(package: Package, kind: str, name: str, content: str) -> None:
    """Put a new part into a file and relate the main document to it; of custom properties, the file itself.

    `kind` is that of its relation: "comments", "footnotes" or "custom-properties"; `content` its XML without the
    declaration.
    """
    name = package.free_name(name)
    package.add(name, (DECLARATION + content).encode())
    types = package.part("[Content_Types].xml")
    if types is not None:
        t = types.root.prefix
        types.append(types.root, f'<{t}Override PartName="/{name}" ContentType="{_TYPES[kind]}"/>')
    base = _STRICT if STRICT_WORD.encode() in package.main.data else _TRANSITIONAL
    if kind == "custom-properties":
        _relate(package.root_relations, base + kind, name)
    elif package.relations is not None:
        _relate(package.relations, base + kind, posixpath.relpath(name, package.folder or "."))
    else:
        target = posixpath.relpath(name, package.folder or ".")
        relation = f'<Relationship Id="rIdReslint0" Type="{base + kind}" Target="{target}"/>'
        relations = f'<Relationships xmlns="{_RELATIONSHIPS}">{relation}</Relationships>'
        package.add(package.relations_name, (DECLARATION + relations).encode())


def _relate(relations: XmlPart | None, kind: str, target: str) -> None:
    assert relations is not None, "a package without relations was refused"
    used = {each.attributes.get("Id") for each in relations.root.children}
    identity = next(each for number in range(len(used) + 1) if (each := f"rIdReslint{number}") not in used)
    r = relations.root.prefix
    relations.append(relations.root, f'<{r}Relationship Id="{identity}" Type="{kind}" Target="{target}"/>')
