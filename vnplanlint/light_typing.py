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
    from typing import TypeVar as TypeVar
else:
    from _collections import _tuplegetter as _field

    Any = Protocol = TextIO = object
    _tuple = tuple.__new__

    def TypeVar(name, *constraints):
        """Only ever written in annotations."""
        return object

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
                {field: _field(place, None) for place, field in enumerate(fields)},
                __slots__=(),
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
                __new__=_maker(fields, defaults),
            )
            return super().__new__(mcls, name, bases, namespace)

    _BY_LENGTH = (
        lambda _: _tuple(_, ()),
        lambda _, a: _tuple(_, (a,)),
        lambda _, a, b: _tuple(_, (a, b)),
        lambda _, a, b, c: _tuple(_, (a, b, c)),
        lambda _, a, b, c, d: _tuple(_, (a, b, c, d)),
        lambda _, a, b, c, d, e: _tuple(_, (a, b, c, d, e)),
        lambda _, a, b, c, d, e, f: _tuple(_, (a, b, c, d, e, f)),
        lambda _, a, b, c, d, e, f, g: _tuple(_, (a, b, c, d, e, f, g)),
        lambda _, a, b, c, d, e, f, g, h: _tuple(_, (a, b, c, d, e, f, g, h)),
        lambda _, a, b, c, d, e, f, g, h, i: _tuple(_, (a, b, c, d, e, f, g, h, i)),
        lambda _, a, b, c, d, e, f, g, h, i, j: _tuple(_, (a, b, c, d, e, f, g, h, i, j)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k: _tuple(_, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m: _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n: _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, p: _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, p)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q: _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, p, q)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r:
        _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s:
        _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s)),
        lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t:
        _tuple(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, p, q, r, s, t)),
    )  # fmt: skip

    def _maker(fields, defaults):
        """``__new__`` with these fields as its arguments: the function of that length under other names."""
        template = _BY_LENGTH[len(fields)].__code__
        code = template.replace(co_name="__new__", co_varnames=("_cls", *fields))
        return type(_maker)(code, globals(), "__new__", tuple(defaults.values()))

    class NamedTuple(metaclass=_NamedTupleType):
        """As ``typing.NamedTuple``."""

        __slots__ = ()

        def __repr__(self):
            values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

        def _replace(self, **values):
            made = _tuple(type(self), map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"no field {', '.join(values)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        @classmethod
        def _make(cls, values):
            return cls(*values)
