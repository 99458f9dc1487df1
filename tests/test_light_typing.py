"""Our named tuples behave like those of ``typing``."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple as Usual

import pytest

from vnplanlint.light_typing import NamedTuple as Light


class UsualPoint(Usual):
    """A point."""

    x: int
    y: int = 2
    z: tuple[int, ...] = ()

    def total(self) -> int:
        return self.x + self.y


class LightPoint(Light):
    """A point."""

    x: int
    y: int = 2
    z: tuple[int, ...] = ()

    def total(self) -> int:
        return self.x + self.y

    @property
    def double(self) -> int:
        return 2 * self.x


CALLS: list[tuple[tuple[object, ...], dict[str, object]]] = [
    ((1,), {}),
    ((1, 5), {}),
    ((1, 5, (7,)), {}),
    ((1,), {"z": (3,)}),
    ((), {"y": 4, "x": 1}),
    ((), {}),
    ((), {"y": 4}),
    ((1, 2, (), 4), {}),
    ((1,), {"x": 1}),
    ((1,), {"w": 1}),
]


@pytest.mark.parametrize(("args", "values"), CALLS)
def test_they_are_made_alike(args: tuple[object, ...], values: dict[str, object]) -> None:
    try:
        usual = UsualPoint(*args, **values)  # type: ignore[arg-type]
    except TypeError:
        with pytest.raises(TypeError):
            LightPoint(*args, **values)  # type: ignore[arg-type]
        return
    light = LightPoint(*args, **values)  # type: ignore[arg-type]
    assert light == usual
    assert repr(light) == repr(usual).replace("Usual", "Light")
    assert light._asdict() == usual._asdict()
    assert light._replace(y=9) == usual._replace(y=9)
    assert light.total() == usual.total()
    assert light.double == 2 * usual.x


def test_they_have_fields_names_and_no_room_for_more() -> None:
    assert LightPoint._fields == UsualPoint._fields == LightPoint.__match_args__
    assert LightPoint._field_defaults == UsualPoint._field_defaults
    assert LightPoint._make([1, 2, ()]) == UsualPoint._make([1, 2, ()])
    with pytest.raises(ValueError, match="w"):
        LightPoint(1)._replace(w=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        LightPoint(1).x = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        LightPoint(1).other = 3  # type: ignore[attr-defined]


def test_they_travel_between_processes() -> None:
    point = LightPoint(1, 2, (3,))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(point, protocol))
        assert again == point
        assert type(again) is LightPoint
    assert type(copy.deepcopy(point)) is LightPoint
    match point:
        case LightPoint(x, y):
            assert (x, y) == (1, 2)


@pytest.mark.parametrize("length", range(1, 19))
def test_any_number_of_fields(length: int) -> None:
    names = [f"field_{place}" for place in range(length)]
    made = type(Light)("Made", (Light,), {"__annotations__": dict.fromkeys(names, "int"), names[-1]: 100})
    values = list(range(length))
    assert tuple(made(*values)) == tuple(made(**dict(zip(names, values, strict=True)))) == tuple(values)
    assert made(*values[:-1])[-1] == 100
    assert [getattr(made(*values), name) for name in names] == values
