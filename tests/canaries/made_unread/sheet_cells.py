"""What a reader of the sheet sees, or sees on a click into a cell."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image, ImageDraw

from tests.canaries.made_unread.building import PLAIN, book, rezipped, shared

SHEET = "xl/worksheets/sheet1.xml"


def _at(cell: str, value: object, form: str = "General"):
    def change(made: object) -> None:
        made.active[cell] = value
        made.active[cell].number_format = form

    return change


def name_as_a_number_format(secret: str, folder: Path) -> Path:
    """The cell holds 1; its format shows the secret, letter by letter behind backslashes."""
    return book(folder, _at("C2", 1, "".join("\\" + each for each in secret)))


def name_added_up_by_a_formula(secret: str, folder: Path) -> Path:
    """=CHAR(77)&CHAR(97)&..: the program shows the letters when it reckons the sheet."""
    return book(folder, _at("C2", "=" + "&".join(f"CHAR({ord(each)})" for each in secret)))


def name_joined_by_a_formula(secret: str, folder: Path) -> Path:
    """="Ma"&"ri"&..: pieces of two letters, no value kept."""
    pieces = [secret[at : at + 2] for at in range(0, len(secret), 2)]
    return book(folder, _at("C2", "=" + "&".join(f'"{each}"' for each in pieces)))


def name_with_letters_exchanged_by_a_formula(secret: str, folder: Path) -> Path:
    """=SUBSTITUTE("M#a#r..","#",""): the sheet shows it whole."""
    return book(folder, _at("C2", f'=SUBSTITUTE("{"#".join(secret)}","#","")'))


def name_across_cells(secret: str, folder: Path) -> Path:
    """One letter a column, in narrow columns."""

    def change(made: object) -> None:
        for at, letter in enumerate(secret, 1):
            made.active.cell(5, at, letter)
            made.active.column_dimensions[get_column_letter(at)].width = 2

    return book(folder, change)


def name_down_the_rows_of_other_words(secret: str, folder: Path) -> Path:
    """One letter a row, in a column between others that hold words."""

    def change(made: object) -> None:
        for at, letter in enumerate(secret, 4):
            made.active.cell(at, 1, "Visit")
            made.active.cell(at, 2, letter)
            made.active.cell(at, 3, "kept")

    return book(folder, change)


def name_in_coloured_cells(secret: str, folder: Path) -> Path:
    """Cells filled black like the dots of a screen; from a distance they are letters."""
    grid = Image.new("1", (8 * len(secret), 12))
    ImageDraw.Draw(grid).text((0, 0), secret, fill=1)
    black = PatternFill("solid", fgColor="000000")

    def change(made: object) -> None:
        for x in range(grid.width):
            for y in range(grid.height):
                if grid.getpixel((x, y)):
                    made.active.cell(y + 5, x + 1).fill = black

    return book(folder, change)


def name_in_escapes_of_the_format(secret: str, folder: Path) -> Path:
    """_x004D__x0061_..: SpreadsheetML's own escapes, which the program turns into letters."""
    coded = "".join(f"_x{ord(each):04X}_" for each in secret)
    return shared(folder, PLAIN, coded)


def name_as_a_reading_aid(secret: str, folder: Path) -> Path:
    """Phonetic runs beside a harmless word, two letters a run."""
    pieces = [secret[at : at + 2] for at in range(0, len(secret), 2)]
    runs = "".join(f'<rPh sb="0" eb="1"><t xml:space="preserve">{each}</t></rPh>' for each in pieces)
    return shared(folder, f"<t>{PLAIN}</t>", f"<t>{PLAIN}</t>{runs}")


def name_refused_by_a_check(secret: str, folder: Path) -> Path:
    """A cell's data validation: =A1<>"..", the letters parted by soft hyphens."""

    def change(made: object) -> None:
        rule = DataValidation(type="custom", formula1='A1<>"' + "­".join(secret) + '"')
        rule.add("D4")
        made.active.add_data_validation(rule)

    return book(folder, change)


def name_marked_by_a_colour_rule(secret: str, folder: Path) -> Path:
    """A conditional format looks for the surname by its beginning and its end."""

    def change(made: object) -> None:
        pieces = '&"'.join(f'{secret[at : at + 3]}"' for at in range(0, len(secret), 3))
        made.active.conditional_formatting.add("A1:A9", FormulaRule(formula=[f'$A1="{pieces}']))

    return book(folder, change)


def name_in_the_header_with_codes(secret: str, folder: Path) -> Path:
    """The printed header changes its size after every letter: M&12a&12r.."""

    def change(made: object) -> None:
        made.active.oddHeader.center.text = "&12".join(secret)

    return book(folder, change)


def name_in_a_note_turned_round(secret: str, folder: Path) -> Path:
    """A cell's note, read from right to left with an override."""
    return book(folder, lambda made: setattr(made.active["A2"], "comment", Comment("‮" + secret[::-1], "a")))


def name_in_a_link(secret: str, folder: Path) -> Path:
    """A link's tip, each letter an HTML entity written out."""
    to = folder / "open.xlsx"
    made = xlsxwriter.Workbook(str(to))
    sheet = made.add_worksheet()
    tip = "".join(f"&#x{ord(each):X};" for each in secret)
    sheet.write_url("A1", "https://example.org/", tip=tip, string=PLAIN)
    made.close()
    return to


def day_as_a_serial(secret: str, folder: Path) -> Path:
    """A bare number under "Date of birth": the sheet's own count of days, no date format upon it."""

    def change(made: object) -> None:
        made.active["C1"] = "Date of birth"
        made.active["C2"] = (date.fromisoformat(secret) - date(1899, 12, 30)).days

    return book(folder, change)


def day_counted_from_1904(secret: str, folder: Path) -> Path:
    """A date cell in a book that counts its days from 1904."""
    to = folder / "open.xlsx"
    made = xlsxwriter.Workbook(str(to), {"date_1904": True})
    sheet = made.add_worksheet()
    sheet.write("A1", PLAIN)
    sheet.write_datetime("B2", datetime.fromisoformat(secret), made.add_format({"num_format": "mmm yy"}))
    made.close()
    return to


def day_shown_as_a_weekday(secret: str, folder: Path) -> Path:
    """A date cell whose format shows only the weekday; a click shows the day."""
    return book(folder, _at("C2", datetime.fromisoformat(secret), "dddd"))


def day_by_a_formula(secret: str, folder: Path) -> Path:
    """=DATE(2003,11,8), with nothing reckoned yet."""
    day = date.fromisoformat(secret)
    return book(folder, _at("C2", f"=DATE({day.year},{day.month},{day.day})"))


def day_in_three_columns(secret: str, folder: Path) -> Path:
    """Born: year, month, day, three number cells side by side."""

    def change(made: object) -> None:
        for at, (head, part) in enumerate(zip(("Year", "Month", "Day"), secret.split("-"), strict=True), 4):
            made.active.cell(1, at, head)
            made.active.cell(2, at, int(part))

    return book(folder, change)


def number_in_powers_of_ten(secret: str, folder: Path) -> Path:
    """The cell's value is written 9.434765919E9 in the file; the sheet shows all digits."""
    digits = "".join(each for each in secret if each.isdigit())
    at = book(folder, _at("C2", int(digits), "0"))
    return rezipped(at, {SHEET: (f"<v>{digits}</v>", f"<v>{digits[0]}.{digits[1:]}E9</v>")})


def number_in_three_cells(secret: str, folder: Path) -> Path:
    """Three groups of digits in three cells, each a number of its own."""

    def change(made: object) -> None:
        for at, part in enumerate(secret.split(), 4):
            made.active.cell(2, at, int(part))

    return book(folder, change)
