"""Leak channels of a workbook: cells, formulas, and what stands beside the cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tests.canaries.made_first.workbook_parts import in_sheet, put_in, row, written


def halves(secret: str) -> tuple[str, str]:
    surname = secret.split()[-1]
    return surname[:6], surname[6:]


def cell(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", (secret,))


def halves_in_two_cells(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", halves(secret))


def halves_one_under_the_other(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    return written(folder / "a.xlsx", (first, "visit"), (second, "call"))


def halves_that_the_shared_strings_part(secret: str, folder: Path) -> Path:
    """The second half is written first, far from the first in the list of strings."""
    first, second = halves(secret)
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, text in (("F9", second), ("A1", "visits"), ("A2", "calls"), ("E9", first)):
            sheet.write_string(at, text)
    return path


def a_letter_a_row(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", *((letter, n) for n, letter in enumerate(secret.split()[-1])))


def a_letter_a_cell(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", tuple(secret.split()[-1]))


def letters_by_number_in_cells(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", tuple(ord(letter) for letter in secret.split()[-1]))


def runs_of_a_rich_cell(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    runs = [TextBlock(InlineFont(b=bool(n % 2)), one) for n, one in enumerate(secret.split()[-1])]
    book.active["A1"] = CellRichText(*runs)
    book.save(path := folder / "a.xlsx")
    return path


def hidden_row(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(4, 0, secret)
        sheet.set_row(4, None, None, {"hidden": True})
    return path


def hidden_column(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 4, secret)
        sheet.set_column(4, 4, 0, None, {"hidden": True})
    return path


def very_hidden_sheet(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write(0, 0, "x")
        sheet = book.add_worksheet()
        sheet.write(0, 0, secret)
        sheet.very_hidden()
    return path


def name_of_a_sheet(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet(secret)
    return path


def unseen_format_of_a_cell(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write(
            0, 0, secret, book.add_format({"num_format": ";;;", "font_color": "white"})
        )
    return path


def format_of_numbers(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write(0, 0, 4, book.add_format({"num_format": f'"{secret}" 0'}))
    return path


def format_letter_by_letter(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        coded = "".join(f"\\{letter}" for letter in secret.split()[-1])
        book.add_worksheet().write(0, 0, 4, book.add_format({"num_format": f"{coded} 0"}))
    return path


def formula_that_joins(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write_formula(0, 0, f'="{first}"&"{second}"', None, "")
    return path


def formula_of_letters_by_number(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        joined = "&".join(f"CHAR({ord(letter)})" for letter in secret.split()[-1])
        book.add_worksheet().write_formula(0, 0, f"={joined}", None, "")
    return path


def value_kept_of_a_formula(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write_formula(0, 0, "=B1", None, secret)
    return path


def note_on_a_cell(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.active["A1"].comment = Comment(f"ask {secret}", "The board")
    book.save(path := folder / "a.xlsx")
    return path


def author_of_a_note(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.active["A1"].comment = Comment("ask", secret)
    book.save(path := folder / "a.xlsx")
    return path


def defined_name(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    name = secret.replace(" ", "_")
    book.defined_names[name] = DefinedName(name, attr_text="Sheet!$A$1", hidden=True)
    book.save(path := folder / "a.xlsx")
    return path


def constant_of_a_defined_name(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.defined_names["who"] = DefinedName("who", attr_text=f'"{secret}"')
    book.save(path := folder / "a.xlsx")
    return path


def list_of_a_validation(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    rule = DataValidation(type="list", formula1=f'"yes,{secret},no"')
    rule.add("A1")
    book.active.add_data_validation(rule)
    book.save(path := folder / "a.xlsx")
    return path


def prompt_of_a_validation(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    rule = DataValidation(type="whole", formula1="1", prompt=f"not {secret}", promptTitle="x")
    rule.add("A1")
    book.active.add_data_validation(rule)
    book.save(path := folder / "a.xlsx")
    return path


def formula_of_a_condition(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        rule = {"type": "text", "criteria": "containing", "value": secret, "format": book.add_format()}
        book.add_worksheet().conditional_format("A1:A9", rule)
    return path


def header_of_a_sheet(secret: str, folder: Path) -> Path:
    first, second = halves(secret)
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().set_header(f"&L{first}&B{second}&B of &P")
    return path


def text_box(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().insert_textbox("B2", f"by {secret}")
    return path


def what_a_drawing_shows_the_blind(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().insert_textbox("B2", "x", {"description": secret})
    return path


def title_of_a_chart(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$2"})
        chart.set_title({"name": secret})
        book.add_worksheet().insert_chart("B2", chart)
    return path


def values_a_chart_remembers(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=S!$A$1:$A$2", "categories": "=S!$B$1", "categories_data": [secret]})
        book.add_worksheet("S").insert_chart("B2", chart)
    return path


def property_of_the_file(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet()
        book.set_properties({"manager": secret})
    return path


def property_of_ones_own(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet()
        book.set_custom_property("case", secret)
    return path


def tip_of_a_link(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write_url(0, 0, "https://example.org/", string="here", tip=secret)
    return path


def address_of_a_link(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write_url(0, 0, f"mailto:{secret.replace(' ', '.')}@example.org", string="here")
    return path


def column_of_a_table(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().add_table("A1:B3", {"columns": [{"header": "day"}, {"header": secret}]})
    return path


def style_of_a_cell(secret: str, folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.add_named_style(openpyxl.styles.NamedStyle(secret))
    book.active["A1"].style = secret
    book.save(path := folder / "a.xlsx")
    return path


def escape_of_a_workbook(secret: str, folder: Path) -> Path:
    """_x0051_ is a letter to a program of workbooks, and to nobody else."""
    coded = "".join(f"_x{ord(one):04X}_" if n % 3 == 0 else one for n, one in enumerate(secret.split()[-1]))
    return in_sheet(folder / "a.xlsx", row(coded))


def phonetic_text(secret: str, folder: Path) -> Path:
    text = f"<si><t>x</t><rPh sb='0' eb='1'><t>{secret}</t></rPh></si></sst>"
    return put_in(folder / "a.xlsx", {}, sharedStrings=("</sst>", text))


def shared_string_not_used(secret: str, folder: Path) -> Path:
    return put_in(folder / "a.xlsx", {}, sharedStrings=("</sst>", f"<si><t>{secret}</t></si></sst>"))


def day_in_a_cell(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        shown = book.add_format({"num_format": "d mmm yyyy"})
        book.add_worksheet().write_datetime(0, 0, date.fromisoformat(secret), shown)
    return path


def day_from_1904(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx", {"date_1904": True}) as book:
        shown = book.add_format({"num_format": "d mmm yyyy"})
        book.add_worksheet().write_datetime(0, 0, date.fromisoformat(secret), shown)
    return path


def day_as_a_bare_number(secret: str, folder: Path) -> Path:
    serial = (date.fromisoformat(secret) - date(1899, 12, 30)).days
    return written(folder / "a.xlsx", ("born", serial))


def day_and_hour_in_a_cell(secret: str, folder: Path) -> Path:
    serial = (date.fromisoformat(secret) - date(1899, 12, 30)).days
    return written(folder / "a.xlsx", ("born", serial + 0.4375))


def day_by_a_formula(secret: str, folder: Path) -> Path:
    day = date.fromisoformat(secret)
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().write_formula(0, 0, f"=DATE({day.year},{day.month},{day.day})", None, "")
    return path


def day_in_three_cells(secret: str, folder: Path) -> Path:
    day = date.fromisoformat(secret)
    return written(folder / "a.xlsx", (day.day, day.month, day.year))


def number_in_a_cell(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", (int(secret.replace(" ", "")),))


def number_with_an_exponent(secret: str, folder: Path) -> Path:
    digits = secret.replace(" ", "")
    value = f"{digits[0]}.{digits[1:]}E{len(digits) - 1}"
    return in_sheet(folder / "a.xlsx", f"<row r='9'><c r='A9'><v>{value}</v></c></row>")


def number_in_three_cells(secret: str, folder: Path) -> Path:
    return written(folder / "a.xlsx", tuple(int(part) for part in secret.split()))
