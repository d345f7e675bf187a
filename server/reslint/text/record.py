"""Data classes and named tuples as those of `dataclasses` and `typing`, of which they are the part that is used here.

The standard library writes several methods for every class as source and compiles them: 120 classes cost 48 ms with
`dataclasses` and 4.8 ms with this module; `msgspec` takes 3.8 ms, but 15 ms to import (one run, the same machine). Here
all classes share their methods but the constructor, which is written when the first object is made. Type checkers see
the classes of the standard library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
    from typing import NamedTuple
else:
    import sys
    from operator import attrgetter, itemgetter

    try:
        from _collections import _tuplegetter as _element
    except ImportError:

        def _element(place, _):
            return property(itemgetter(place))

    _NONE = object()
    _new = tuple.__new__
    _set = object.__setattr__

    class RecordField:
        """A field of a data class: its name, and its default or what makes one."""

        __slots__ = ("default", "factory", "name")

        def __init__(self, name, default=_NONE, factory=None):
            self.name, self.default, self.factory = name, default, factory

    def field(*, default=_NONE, default_factory=None):
        """The default of a field, or what makes it for every object."""
        return RecordField("", default, default_factory)

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
                if isinstance(given, RecordField):
                    own[name] = RecordField(name, given.default, given.factory)
                else:
                    own[name] = RecordField(name, given)
        inherited = {one.name: one for base in cls.__mro__[:0:-1] for one in getattr(base, "_fields", ())}
        every = tuple({**inherited, **own}.values())
        moved = {one.name for one in own.values() if slots or one.factory is not None}
        members = {name: value for name, value in cls.__dict__.items() if name not in moved}
        members |= {"_fields": every, "__match_args__": tuple(one.name for one in every)}
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
        else:
            made = cls
            for name, value in members.items():
                if name not in ("__dict__", "__weakref__") and cls.__dict__.get(name, _NONE) is not value:
                    setattr(cls, name, value)
            for one in own.values():
                if one.factory is not None:
                    delattr(cls, one.name)
        made.__init__ = _when_called(made, "__init__", lambda: _constructor(made, every, frozen))
        return made

    def _annotations(cls):
        """The annotations of a class itself, without those of its bases."""
        if sys.version_info >= (3, 14):
            from annotationlib import Format, get_annotations

            return get_annotations(cls, format=Format.STRING)
        return vars(cls).get("__annotations__", {})

    def _when_called(cls, name, write):
        """A constructor that has the real one written when it is first called: most classes of a run are never used."""

        def construct(self, /, *values, **named):
            written = write()
            written.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, written)
            return written(self, *values, **named)

        construct.__name__, construct.__qualname__ = name, f"{cls.__qualname__}.{name}"
        return construct

    def _constructor(cls, every, frozen):
        """The one method that is written for a class: nothing else is called so often."""
        names = {f"_d_{one.name}": one.factory or one.default for one in every}
        names["_set"] = _set
        parameters, body = [], []
        for one in every:
            value = one.name
            if one.factory is not None:
                parameters.append(f"{one.name}=_none")
                value = f"_d_{one.name}() if {one.name} is _none else {one.name}"
            else:
                parameters.append(one.name if one.default is _NONE else f"{one.name}=_d_{one.name}")
            slot = next((base.__dict__[one.name] for base in cls.__mro__ if one.name in base.__dict__), None)
            if not frozen:
                body.append(f" self.{one.name} = {value}")
            elif hasattr(slot, "__set__"):
                # Quicker than to look for the slot by its name.
                names[f"_set_{one.name}"] = slot.__set__
                body.append(f" _set_{one.name}(self, {value})")
            else:
                body.append(f" _set(self, {one.name!r}, {value})")
        names["_none"] = _NONE
        exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(body or [" pass"]), names)
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

    class _Tuple(tuple):
        """The part that all named tuples share."""

        __slots__ = ()

        def _replace(self, /, **changes):
            return type(self)(**{**self._asdict(), **changes})

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(iter(self))

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({values})"

    class _Named(type):
        """Makes a class with annotations a named tuple."""

        def __new__(cls, name, bases, members):
            if not bases:
                return super().__new__(cls, name, bases, members)
            names = tuple(members.get("__annotations__", ()))
            if not names:
                raise TypeError(f"{name} has no fields, or its module lacks “from __future__ import annotations”")
            defaults = {one: members.pop(one) for one in names if one in members}
            members |= {one: _element(place, None) for place, one in enumerate(names)}
            members |= {"__slots__": (), "_fields": names, "__match_args__": names}
            made = type(name, (_Tuple,), members)
            made.__new__ = _when_called(made, "__new__", lambda: _maker(names, defaults))
            return made

    class NamedTuple(metaclass=_Named):
        """The base of named tuples; see `typing.NamedTuple`. Its modules postpone the reading of annotations."""

    def _maker(names, defaults):
        known = {f"_d_{name}": value for name, value in defaults.items()}
        known["_new"] = _new
        parameters = ", ".join(f"{name}=_d_{name}" if name in defaults else name for name in names)
        exec(f"def __new__(_cls, {parameters}): return _new(_cls, ({', '.join(names)},))", known)
        return known["__new__"]


__all__ = ["NamedTuple", "dataclass", "field", "fields", "replace"]
