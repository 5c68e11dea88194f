"""Values of a hand-over as plain JSON, and back, with every field of its own kind or none accepted."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A value in words that JSON has."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def value_from(kind: type[T], listed: Any) -> T:
    """A value of the kind. Raises TypeError, KeyError or ValueError for anything that is not one."""
    return _read(kind, listed)  # type: ignore[no-any-return]  # every branch of _read gives its kind


def _read(kind: Any, listed: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if listed is None else _read(inner[0], listed)
    if origin is tuple:
        return tuple(_read(inner[0], one) for one in _a(list, listed))
    if origin is Mapping:
        return {_a(str, name): _read(inner[1], one) for name, one in _a(dict, listed).items()}
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, _a(dict, listed))
    if kind is datetime:
        return _with_its_zone(datetime.fromisoformat(_a(str, listed)))
    return date.fromisoformat(_a(str, listed)) if kind is date else _a(kind, listed)


def _dataclass(kind: Any, listed: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    if strange := set(listed) - set(hints):
        raise ValueError(f"it holds a field not known here ({min(strange)!r})")
    later = {one.name for one in dataclasses.fields(kind) if "added_later" in one.metadata}
    lacking = later - set(listed)
    return kind(**{name: _read(hints[name], listed[name]) for name in hints if name not in lacking})


def _a(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("a character that no words have")
    return value


def _with_its_zone(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a time without its zone")
    return at
