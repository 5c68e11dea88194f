"""A number in a cell is a count or a day: a leak where the sheet says that it is a day, else warned of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import xlsxwriter

from candour.domain.leaks import Finder, Register
from candour.files.open_text.checking import Checked, Verdict, check
from tests.cases import every

DAY = date(2003, 11, 8)
SERIAL = (DAY - date(1899, 12, 30)).days
REGISTER = Register(dates=(DAY,))
FINDER = Finder(REGISTER)


def checked(folder: Path, words: str, shown_as: str, *, strict: bool = False) -> Checked:
    path = folder / "figures.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, words)
        sheet.write(1, 0, SERIAL, book.add_format({"num_format": shown_as}))
    return check([path], REGISTER, FINDER, strict=strict)[0]


@every("shown_as", ["d mmm yyyy", "dddd", "mmm yy", "yyyy-mm-dd hh:mm", "[$-809]dd/mm/yyyy", "mmmm"])
def test_a_cell_that_shows_a_day_is_a_leak(shown_as: str, tmp_path: Path) -> None:
    assert checked(tmp_path, "Some words", shown_as).verdict is Verdict.LEAK


@every("words", ["Date of birth", "born", "DOB", "Died"])
def test_a_bare_number_below_words_of_days_is_a_leak(words: str, tmp_path: Path) -> None:
    assert checked(tmp_path, words, "General").verdict is Verdict.LEAK


@every("shown_as", ["General", "0", "#,##0", "0.00", '"days "0', "[Red]0"])
def test_a_count_is_warned_of_and_is_no_leak(shown_as: str, tmp_path: Path) -> None:
    """Thirty-seven thousand children is a count; the strict gate asks all the same."""
    told = checked(tmp_path, "Children in the county", shown_as)

    assert told.verdict is Verdict.CLEAN
    assert any("cell A2" in one for one in told.warnings)
    assert checked(tmp_path, "Children in the county", shown_as, strict=True).verdict is Verdict.CANNOT
