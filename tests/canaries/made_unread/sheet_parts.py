"""What stands in a workbook beside its cells: names, rules, caches, connections, parts nobody shows."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.filters import CustomFilter, CustomFilters, FilterColumn
from openpyxl.worksheet.scenario import InputCells, Scenario, ScenarioList
from openpyxl.worksheet.table import Table

from tests.canaries.made_unread.building import PLAIN, book, quoted, rezipped, shared

BOOK = "xl/workbook.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def name_of_a_range(secret: str, folder: Path) -> Path:
    """A hidden defined name, words joined by an underscore."""

    def change(made: object) -> None:
        name = secret.replace(" ", "_")
        made.defined_names[name] = DefinedName(name, attr_text="Sheet!$A$1", hidden=True)

    return book(folder, change)


def name_as_a_constant(secret: str, folder: Path) -> Path:
    """A defined name that refers to no cell but to an array of letters: ={"M","a",..}."""

    def change(made: object) -> None:
        letters = ",".join(f'"{each}"' for each in secret)
        made.defined_names["list"] = DefinedName("list", attr_text="{" + letters + "}")

    return book(folder, change)


def name_of_a_very_hidden_sheet(secret: str, folder: Path) -> Path:
    """An empty sheet that the menu does not even offer to show; Cyrillic letters among its title's."""

    def change(made: object) -> None:
        made.create_sheet(secret.translate(str.maketrans("aeo", "аео"))).sheet_state = "veryHidden"

    return book(folder, change)


def name_in_an_orphan_string(secret: str, folder: Path) -> Path:
    """A shared string no cell uses, in rich runs of one letter."""
    runs = "".join(f'<r><t xml:space="preserve">{each}</t></r>' for each in secret)
    return shared(folder, "</sst>", f"<si>{runs}</si></sst>")


def name_sought_by_a_filter(secret: str, folder: Path) -> Path:
    """The criterion of a filter that was left on: *..*"""

    def change(made: object) -> None:
        made.active.auto_filter.ref = "A1:B2"
        rule = CustomFilters(
            customFilter=[CustomFilter(operator="equal", val="*" + secret.replace(" ", "?") + "*")]
        )
        made.active.auto_filter.filterColumn.append(FilterColumn(colId=0, customFilters=rule))

    return book(folder, change)


def name_in_a_scenario(secret: str, folder: Path) -> Path:
    """What-if: the value that a scenario would put into a cell, in hexadecimal with spaces."""

    def change(made: object) -> None:
        put = InputCells(r="B2", val=secret.encode().hex(" "))
        made.active.scenarios = ScenarioList(scenario=[Scenario(name="one", inputCells=[put])])

    return book(folder, change)


def name_of_a_table(secret: str, folder: Path) -> Path:
    """A table's name, capital letters only to part the words."""
    return book(
        folder, lambda made: made.active.add_table(Table(displayName=secret.replace(" ", ""), ref="A1:B2"))
    )


def name_in_a_kept_pivot(secret: str, folder: Path) -> Path:
    """The cache of a pivot table that was taken away, in the format's escapes."""
    coded = "".join(f"_x{ord(each):04X}_" for each in secret)
    text = (
        f'<pivotCacheDefinition xmlns="{MAIN}"><cacheFields count="1">'
        '<cacheField name="who"><sharedItems count="1">'
        f'<s v="{coded}"/></sharedItems></cacheField></cacheFields>'
        "</pivotCacheDefinition>"
    )
    return rezipped(book(folder), added={"xl/pivotCache/pivotCacheDefinition1.xml": text})


def name_kept_from_another_book(secret: str, folder: Path) -> Path:
    """Values kept of a linked workbook, one letter a cell."""
    cells = "".join(
        f'<cell r="A{at}" t="str"><v>{quoted(each)}</v></cell>' for at, each in enumerate(secret, 1)
    )
    text = (
        f'<externalLink xmlns="{MAIN}"><externalBook><sheetNames>'
        '<sheetName val="all"/></sheetNames><sheetDataSet>'
        f'<sheetData sheetId="0"><row r="1">{cells}</row></sheetData></sheetDataSet>'
        "</externalBook></externalLink>"
    )
    return rezipped(book(folder), added={"xl/externalLinks/externalLink1.xml": text})


def name_asked_of_a_data_base(secret: str, folder: Path) -> Path:
    """A connection's command, the words as a hexadecimal literal of SQL."""
    coded = secret.encode("utf-16-le").hex().upper()
    text = (
        f'<connections xmlns="{MAIN}"><connection id="1" name="c" type="1"><dbPr connection="ODBC" '
        f'command="select * from child where who = 0x{coded}"/></connection></connections>'
    )
    return rezipped(book(folder), added={"xl/connections.xml": text})


def name_in_an_extension(secret: str, folder: Path) -> Path:
    """An extension list with an unknown address: kept by all, shown by none; base64 in two pieces."""
    coded = base64.b64encode(f"child={secret};".encode()).decode()
    ext = (
        f'<extLst><ext uri="{{0}}"><a xmlns="urn:a">{coded[:12]}\n{coded[12:]}</a></ext></extLst></workbook>'
    )
    return rezipped(book(folder), {BOOK: ("</workbook>", ext)})


def name_in_a_thread(secret: str, folder: Path) -> Path:
    """The list of those who ever wrote in a thread of comments: the user's id is an e-mail address."""
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    mail = secret.replace(" ", ".").lower() + "@example.org"
    text = (
        f'<personList xmlns="{space}"><person displayName="A" id="{{1}}" userId="S::{mail}::1"/></personList>'
    )
    return rezipped(book(folder), added={"xl/persons/person.xml": text})


def name_as_the_printers_settings(secret: str, folder: Path) -> Path:
    """Bytes that a printer's driver left: the name of the last job, in UTF-16."""
    at = book(folder)
    with zipfile.ZipFile(at, "a") as held:
        held.writestr(
            "xl/printerSettings/printerSettings1.bin", b"\x00\x01" + (secret + ".doc").encode("utf-16-le")
        )
    return at


def name_in_a_drawn_text_box(secret: str, folder: Path) -> Path:
    """A text box in a drawing nobody shows: a letter a paragraph."""
    a, xdr = (
        f"http://schemas.openxmlformats.org/drawingml/2006/{each}" for each in ("main", "spreadsheetDrawing")
    )
    letters = "".join(f"<a:p><a:r><a:t>{quoted(each)}</a:t></a:r></a:p>" for each in secret)
    text = (
        f'<xdr:wsDr xmlns:xdr="{xdr}" xmlns:a="{a}">'
        f"<xdr:sp><xdr:txBody>{letters}</xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    return rezipped(book(folder), added={"xl/drawings/drawing9.xml": text})


def day_in_a_properties_clock(secret: str, folder: Path) -> Path:
    """A custom property of the kind filetime."""
    text = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
        'fmtid="{D5}" pid="2" name="from">'
        f"<vt:filetime>{secret}T23:59:59Z</vt:filetime></property></Properties>"
    )
    return rezipped(book(folder), added={"docProps/custom.xml": text})


def number_of_a_range(secret: str, folder: Path) -> Path:
    """A defined name that must not begin with a digit: N_943_476_5919."""

    def change(made: object) -> None:
        made.defined_names["N_" + secret.replace(" ", "_")] = DefinedName(
            "N_" + secret.replace(" ", "_"), attr_text="1"
        )
        made.active["A3"] = PLAIN

    return book(folder, change)
