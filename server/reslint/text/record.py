"""Data classes as those of `dataclasses`, of which they are the part that is used here, and sooner made.

`dataclasses` writes every method of every class anew and reads signatures for it, which makes up a quarter of the
time in which a small draft is checked. Here a class gets a constructor of its own and shares all other methods.
Type checkers see the data classes of the standard library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    import sys
    from collections import namedtuple
    from operator import attrgetter

    Field = namedtuple("Field", "name default factory")
    _NONE = object()

    def field(*, default=_NONE, default_factory=None):
        """The default of a field, or what makes it for every object anew."""
        return Field("", default, default_factory)

    def fields(record):
        """The fields of a class or an object, in their order."""
        return record._fields

    def replace(record, /, **changes):
        """A copy with other values for some fields."""
        kept = {one.name: getattr(record, one.name) for one in record._fields}
        return type(record)(**{**kept, **changes})

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True):
        """Make a class with annotations a data class; see `dataclasses.dataclass`."""
        if cls is None:
            return lambda plain: _made(plain, frozen, slots, eq)
        return _made(cls, frozen, slots, eq)

    def _made(cls, frozen, slots, eq):
        own = {}
        for name, kind in _annotations(cls).items():
            if not str(kind).startswith(("ClassVar", "typing.ClassVar")):
                given = cls.__dict__.get(name, _NONE)
                own[name] = given._replace(name=name) if isinstance(given, Field) else Field(name, given, None)
        inherited = {one.name: one for base in cls.__mro__[:0:-1] for one in getattr(base, "_fields", ())}
        every = tuple({**inherited, **own}.values())
        moved = {one.name for one in own.values() if slots or one.factory is not None}
        members = {name: value for name, value in cls.__dict__.items() if name not in moved}
        members |= {"_fields": every, "__match_args__": tuple(one.name for one in every)}
        members["__init__"] = _constructor(cls, every, frozen)
        members.setdefault("__repr__", _shown)
        if eq:
            members["_values"] = staticmethod(_reader(every))
            members.setdefault("__eq__", _equal)
            members["__hash__"] = _hashed if frozen else None
        if frozen:
            members |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if slots:
            members["__slots__"] = tuple(own)
            members |= {"__getstate__": _state, "__setstate__": _restore}
            members.pop("__dict__", None)
            members.pop("__weakref__", None)
            made = type(cls)(cls.__name__, cls.__bases__, members)
            made.__qualname__ = cls.__qualname__
            return made
        for name, value in members.items():
            if name not in ("__dict__", "__weakref__") and cls.__dict__.get(name, _NONE) is not value:
                setattr(cls, name, value)
        for one in own.values():
            if one.factory is not None:
                delattr(cls, one.name)
        return cls

    def _annotations(cls):
        """The annotations of a class itself, without those of its bases."""
        if sys.version_info >= (3, 14):
            from annotationlib import Format, get_annotations

            return get_annotations(cls, format=Format.STRING)
        return vars(cls).get("__annotations__", {})

    def _constructor(cls, every, frozen):
        """The one method that is written for each class: nothing else is called so often."""
        names = {f"_d_{one.name}": one.factory or one.default for one in every}
        names["_set"] = object.__setattr__
        parameters, body = [], []
        for one in every:
            value = one.name
            if one.factory is not None:
                parameters.append(f"{one.name}=_none")
                value = f"_d_{one.name}() if {one.name} is _none else {one.name}"
            else:
                parameters.append(one.name if one.default is _NONE else f"{one.name}=_d_{one.name}")
            body.append(f" _set(self, {one.name!r}, {value})" if frozen else f" self.{one.name} = {value}")
        names["_none"] = _NONE
        exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(body or [" pass"]), names)
        names["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return names["__init__"]

    def _reader(every):
        return attrgetter(*(one.name for one in every)) if every else _nothing

    def _nothing(_):
        return ()

    def _equal(self, other):
        return self._values(self) == self._values(other) if other.__class__ is self.__class__ else NotImplemented

    def _hashed(self):
        return hash(self._values(self))

    def _shown(self):
        values = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in self._fields)
        return f"{type(self).__qualname__}({values})"

    def _refuse(_, name, *__):
        raise AttributeError(f"cannot change the field {name!r}")

    def _state(self):
        return [getattr(self, one.name) for one in self._fields]

    def _restore(self, state):
        for one, value in zip(self._fields, state, strict=True):
            object.__setattr__(self, one.name, value)


__all__ = ["dataclass", "field", "fields", "replace"]
