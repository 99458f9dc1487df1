"""The few names of ``typing`` that are used at run time, without loading ``typing``.

Creating a named tuple the usual way compiles source text, and ``typing`` itself takes
as long to load as a plan takes to check.  Type checkers see the real names.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any as Any
    from typing import Literal as Literal
    from typing import NamedTuple as NamedTuple
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
else:
    from operator import itemgetter

    Any = Protocol = TextIO = object
    _tuple = tuple.__new__

    class Literal:
        """Only ever written in annotations and their names."""

        def __class_getitem__(cls, values):
            return cls

    class _NamedTupleType(type):
        def __new__(mcls, name, bases, namespace):
            if not bases:
                return super().__new__(mcls, name, (tuple,), namespace)
            if hasattr(bases[0], "_fields"):
                return super().__new__(mcls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            namespace.update(
                {field: property(itemgetter(place)) for place, field in enumerate(fields)},
                __slots__=(),
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
                __new__=_maker(name, fields, defaults),
            )
            return super().__new__(mcls, name, bases, namespace)

    def _maker(name, fields, defaults):
        count = len(fields)
        filling = tuple(defaults.values())

        def __new__(cls, *args, **values):
            if values:
                rest = fields[len(args) :]
                try:
                    args += tuple([values.pop(field) if field in values else defaults[field] for field in rest])
                except KeyError as missing:
                    raise TypeError(f"{name}() misses the argument {missing}") from None
                if values:
                    raise TypeError(f"{name}() takes no argument {', '.join(values)}")
            elif len(args) < count:
                args += filling[len(args) - count :] if count - len(args) <= len(filling) else ()
            if len(args) != count:
                raise TypeError(f"{name}() takes {count} arguments, not {len(args)}")
            return _tuple(cls, args)

        return __new__

    class NamedTuple(metaclass=_NamedTupleType):
        """As ``typing.NamedTuple``."""

        __slots__ = ()

        def __repr__(self):
            values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

        def _replace(self, **values):
            own = zip(self._fields, self, strict=True)
            made = _tuple(type(self), [values.pop(field, value) for field, value in own])
            if values:
                raise ValueError(f"no field {', '.join(values)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        @classmethod
        def _make(cls, values):
            return cls(*values)
