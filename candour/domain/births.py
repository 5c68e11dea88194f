"""A frozen value made in one go, where so many are made that their birth is much of the work. For speed."""

from __future__ import annotations

from dataclasses import fields, make_dataclass
from typing import Any, TypeVar, cast

Value = TypeVar("Value")


def quickly_made(frozen: type[Value]) -> type[Value]:
    """What makes values of a frozen, slotted dataclass in a fifth of the time, and means just the same.

    A frozen value is filled field by field through `object.__setattr__`. Here a twin without the lock is
    filled, and becomes the frozen value before anybody sees it. It is not checked by `__post_init__`, so it
    is for values that are sound by the way they come about. Every field is given, in order.
    """

    def become_frozen(self: Any) -> None:
        self.__class__ = frozen

    twin = make_dataclass(
        f"{frozen.__name__}InTheMaking",
        [(one.name, one.type) for one in fields(cast(Any, frozen))],
        namespace={"__post_init__": become_frozen},
        slots=True,
    )
    return cast("type[Value]", twin)
