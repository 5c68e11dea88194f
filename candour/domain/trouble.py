"""What is said when a thing cannot be done: what happened, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


class Trouble(Exception):
    """Something a person must mend before the work can go on.

    `what` says what happened, `where` names the file, part and row (or None), `do` says what to do.
    Each is one plain sentence or less, fit to be read by the person who sent the file.
    """

    def __init__(self, what: str, *, where: str | None = None, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.do = do

    def __reduce__(self) -> tuple[Callable[[], Trouble], tuple[()]]:
        """So that it may come from another process."""
        return partial(type(self), self.what, where=self.where, do=self.do), ()

    def __str__(self) -> str:
        named = not self.where or self.where in self.what
        place = "" if named else f"{self.where}: "
        return f"{place}{self.what} {self.do}"


class Troubles(Exception):
    """Several troubles found in one go, so that a person can mend them all at once."""

    def __init__(self, troubles: list[Trouble]) -> None:
        if not troubles:
            raise ValueError("Troubles needs at least one trouble")
        super().__init__("; ".join(str(t) for t in troubles))
        self.troubles = troubles
