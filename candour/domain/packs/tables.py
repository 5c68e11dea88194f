"""A pack's tables, read key by key: every slip is kept with its file and key, and all are told at once.

A key that nobody asks for is a slip too: a typo in a key would silently change the law.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from candour.domain.trouble import Trouble, Troubles

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")
Name = TypeVar("Name", bound="Named")

_SLUG = re.compile(r"[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*")
_LOOK = "See docs/reference/packs.md for what a pack holds."
_REQUIRED: Any = object()


class Named(Protocol):
    """What has the name by which it is asked for."""

    @property
    def name(self) -> str: ...


@dataclass(slots=True)
class _File:
    """One pack while it is read: its name, what is wrong so far, and its tables."""

    name: str
    slips: list[Trouble] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


class Table:
    """One table of a pack. A key that is missing or of the wrong kind gives an empty value and a slip."""

    def __init__(self, held: Mapping[str, Any], key: str, file: _File) -> None:
        self.key = key
        self._held = held
        self._file = file
        self._asked: set[str] = set()
        file.tables.append(self)

    def text(self, key: str, default: str = _REQUIRED) -> str:
        """Words with something in them; several lines become one."""
        value = self._value(key, str, "words in quotation marks", default, "")
        if default is _REQUIRED and key in self._held and isinstance(value, str) and not value.strip():
            self.slip(key, "holds no words")
        return " ".join(str(value).split())

    def slug(self, key: str) -> str:
        """A name in letters, digits, points, hyphens and underscores: what code and records call it."""
        name = self.text(key)
        if name and not _SLUG.fullmatch(name):
            self.slip(key, f"is “{name}”, which is no name", "Names are letters and digits joined by . _ -")
        return name

    def number(self, key: str, default: int = _REQUIRED) -> int:
        """A whole number, none or more."""
        number = int(self._value(key, int, "a whole number", default, 0))
        if number < 0:
            self.slip(key, "is less than nothing")
        return number

    def truth(self, key: str, default: bool = _REQUIRED) -> bool:
        return bool(self._value(key, bool, "true or false", default, False))

    def day(self, key: str) -> date:
        day: date = self._value(key, date, "a day like 2013-04-15", _REQUIRED, date.min)
        return day

    def optional_day(self, key: str) -> date | None:
        return self.day(key) if self.has(key) else None

    def texts(self, key: str, least: int = 0) -> tuple[str, ...]:
        """A list of words, each with something in it."""
        several = self._value(key, list, "a list", _REQUIRED if least else [], [])
        if any(not isinstance(one, str) or not one.strip() for one in several):
            self.slip(key, "holds something that is not words")
            return ()
        return tuple(several)

    def choice(self, key: str, words: type[Word], default: Word = _REQUIRED) -> Word:
        """One of a fixed set of words."""
        if key not in self._held and default is not _REQUIRED:
            self._asked.add(key)
            return default
        if key not in self._held:
            self._asked.add(key)
            self.slip(key, "is missing", f"It may be: {', '.join(words)}.")
            return next(iter(words))
        said = self.text(key)
        if said in list(words):
            return words(said)
        if said:
            self.slip(key, f"is “{said}”", f"It may be: {', '.join(words)}.")
        return next(iter(words))

    def table(self, key: str) -> Table:
        held = self._value(key, dict, "a table", _REQUIRED, {})
        return Table(held, self._named(key), self._file)

    def optional_table(self, key: str) -> Table | None:
        return self.table(key) if self.has(key) else None

    def tables(self, key: str, least: int = 0) -> list[Table]:
        """The tables under [[key]], each named by its place in the pack, counted from 1."""
        several = self._value(key, list, "a list of tables", _REQUIRED if least else [], [])
        if any(not isinstance(one, dict) for one in several):
            self.slip(key, "holds something that is not a table")
            return []
        return [Table(one, f"{self._named(key)}[{n}]", self._file) for n, one in enumerate(several, 1)]

    def held(self, key: str) -> Any:
        """What stands under the key, of whatever kind, or None."""
        self._asked.add(key)
        if key not in self._held:
            self.slip(key, "is missing")
        return self._held.get(key)

    def has(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def slip(self, key: str, what: str, do: str = _LOOK) -> None:
        """Keep a slip: `what` follows the key's full name in a sentence, and has no full stop."""
        self._file.slips.append(Trouble(f"`{self._named(key)}` {what}.", where=self._file.name, do=do))

    def own_slips(self) -> None:
        """Keep a slip for every key that nobody asked for."""
        for key in self._held:
            if key not in self._asked:
                self.slip(key, "is not a key that is known here", f"Known: {', '.join(sorted(self._asked))}.")

    def _named(self, key: str) -> str:
        return f"{self.key}.{key}" if self.key else key

    def _value(self, key: str, kind: type, meant: str, default: Any, empty: Any) -> Any:
        self._asked.add(key)
        if key not in self._held:
            if default is not _REQUIRED:
                return default
            self.slip(key, "is missing")
            return empty
        value = self._held[key]
        # In Python a truth value is also a whole number, and a time of day also a day; in a pack neither is.
        passing = (kind is int and isinstance(value, bool)) or isinstance(value, datetime)
        if isinstance(value, kind) and not passing:
            return value
        self.slip(key, f"is not {meant}")
        return empty


def read_named_pack(words: str, where: str, shape: Callable[[Table], Name]) -> Name:
    """As `read_pack`, for a pack in its folder: its name is its file's."""
    own = where.rpartition("/")[2].removesuffix(".toml")

    def named(top: Table) -> Name:
        value = shape(top)
        if value.name and value.name != own:
            top.slip("name", f"is “{value.name}”, and the file is called “{own}.toml”", "Make them the same.")
        return value

    return read_pack(words, where, named)


def read_pack(words: str, where: str, shape: Callable[[Table], Value]) -> Value:
    """The value that `shape` makes of a pack's text. Raises Troubles, each naming the file and the key."""
    file = _File(where)
    value = shape(Table(_loaded(words, where), "", file))
    for table in file.tables:
        table.own_slips()
    if file.slips:
        raise Troubles(file.slips)
    return value


def _loaded(words: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(words)
    except RecursionError:
        what, do = "Its brackets stand too deep in each other to be read", "Write it flatter."
    except (tomllib.TOMLDecodeError, ValueError) as broken:
        what, do = f"This is not TOML: {broken}", "Mend the line it names."
    raise Troubles([Trouble(f"{what}.", where=where, do=do)])
