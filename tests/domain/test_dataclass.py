"""The quick decorator beside the standard library's: the same classes, asked the same."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field, replace
from typing import Any

import pytest

from console.domain.dataclass import dataclass as quick

Make = Callable[..., Any]


def made(dataclass: Make) -> type[Any]:
    @dataclass(frozen=True, slots=True)
    class Case:
        """A case."""

        number: int
        words: tuple[str, ...] = ()
        seen: dict[str, int] = field(default_factory=dict, compare=False)
        secret: str = field(default="", repr=False)

    return Case


BOTH = pytest.mark.parametrize("dataclass", [dataclasses.dataclass, quick], ids=["standard", "quick"])


@quick(frozen=True, slots=True)
class Kept:
    """One that can be pickled."""

    one: int
    two: str = "2"


@BOTH
def test_takes_fields_by_place_and_name_with_their_defaults(dataclass: Make) -> None:
    case = made(dataclass)
    one = case(1, secret="x")
    assert (one.number, one.words, one.seen, one.secret) == (1, (), {}, "x")
    assert case(1).seen is not case(1).seen
    assert case.__match_args__ == ("number", "words", "seen", "secret")
    assert case.__init__.__annotations__.keys() == {"number", "words", "seen", "secret", "return"}
    with pytest.raises(TypeError):
        case()
    with pytest.raises(TypeError):
        case(1, other=2)


@BOTH
def test_compares_hashes_and_shows_what_the_fields_say(dataclass: Make) -> None:
    case = made(dataclass)
    assert case(1, ("a",), {"a": 1}) == case(1, ("a",), {"b": 2})
    assert hash(case(1, ("a",), {"a": 1})) == hash(case(1, ("a",)))
    assert case(1) != case(2)
    assert case(1) != (1, (), "")
    assert case(1).__eq__(1) is NotImplemented
    assert repr(case(1, secret="x")).endswith("made.<locals>.Case(number=1, words=(), seen={})")


@BOTH
def test_one_field_and_none(dataclass: Make) -> None:
    @dataclass(frozen=True, slots=True)
    class One:
        value: float

    @dataclass(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    same = float("nan")
    assert One(same) == One(same)
    assert hash(One(2.0)) == hash(One(2.0))
    assert (Empty(), hash(Empty())) == (Empty(), hash(Empty()))
    assert One(1.0) != Empty()


@BOTH
def test_nothing_is_set_or_deleted_later(dataclass: Make) -> None:
    one = made(dataclass)(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="assign to field 'number'"):
        one.number = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="delete field 'number'"):
        del one.number
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):  # the standard one stumbles here
        one.other = 2
    assert not hasattr(one, "__dict__")


@BOTH
def test_is_a_dataclass_to_everybody_else(dataclass: Make) -> None:
    one = made(dataclass)(1)
    assert replace(one, number=2) == made_like(one, 2)
    assert dataclasses.asdict(one) == {"number": 1, "words": (), "seen": {}, "secret": ""}
    assert copy.copy(one) == copy.deepcopy(one) == one
    with pytest.raises(TypeError):
        # A class that may change must not inherit from one that may not.
        dataclasses.dataclass(type("Loose", (type(one),), {}))


def made_like(one: Any, number: int) -> Any:
    return type(one)(number, one.words, one.seen, one.secret)


def test_is_pickled_and_read_back() -> None:
    assert pickle.loads(pickle.dumps(Kept(1, "b"))) == Kept(1, "b")


@BOTH
def test_what_a_class_writes_itself_stays(dataclass: Make) -> None:
    @dataclass(frozen=True, slots=True)
    class Own:
        value: int

        def __post_init__(self) -> None:
            if self.value < 0:
                raise ValueError("less than nothing")

        def __repr__(self) -> str:
            return "***"

    @dataclass(frozen=True, slots=True)
    class Alike:
        value: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Alike)

        def __hash__(self) -> int:
            return 7

    assert (repr(Own(1)), hash(Alike(1))) == ("***", 7)
    assert Alike(1) == Alike(2)
    with pytest.raises(ValueError, match="less than nothing"):
        Own(-1)


@BOTH
def test_a_class_made_from_another_has_its_fields_first(dataclass: Make) -> None:
    base = made(dataclass)

    @dataclass(frozen=True, slots=True)
    class Wider(base):  # type: ignore[misc, valid-type]
        more: int = 0

    assert repr(Wider(1, more=2)).endswith("Wider(number=1, words=(), seen={}, more=2)")
    assert Wider(1, more=2) == Wider(1, more=2) != Wider(1, more=3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Wider(1).more = 3


def test_other_kinds_are_the_standard_ones() -> None:
    @quick(slots=True)
    class Loose:
        value: int

    one = Loose(1)
    one.value = 2
    assert one == Loose(2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_what_only_the_standard_one_has_is_refused() -> None:
    class Named:
        __annotations__ = {"value": int}
        value = field(kw_only=True)

    with pytest.raises(TypeError, match=r"use dataclasses\.dataclass"):
        quick(frozen=True, slots=True)(Named)
