"""Why a file cannot be read, said by a reader of bytes that does not know the file's name."""

from __future__ import annotations

from pathlib import Path

from candour.domain.trouble import Trouble

SEND_AGAIN = "Ask the agency to send it again."
ASK_FOR_THE_SOURCE = "Ask the agency for the Word or Excel file it was made from."


class Unreadable(Exception):
    """`why` goes on from the file's name ("is empty"); `do` says what to do; `part` and `row` say where."""

    def __init__(self, why: str, *, do: str = SEND_AGAIN, part: str = "", row: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.do = do
        self.part = part
        self.row = row

    def trouble(self, path: Path) -> Trouble:
        """The same as a whole sentence about this file. Only its base name is said, never its folder."""
        row = f"row {self.row}" if self.row else ""
        where = ", ".join(one for one in (path.name or str(path), self.part, row) if one)
        return Trouble(f"{where} {self.why}.", where=where, do=self.do)
