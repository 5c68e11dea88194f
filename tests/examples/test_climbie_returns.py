"""The returns of the real example: made again to the byte, no row lost, nothing of the answer key in them.

They are read back with other programs than those that wrote them, and without candour.
"""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cases import every

EXAMPLE = Path(__file__).parents[2] / "examples" / "climbie-inquiry"
RETURNS = sorted((EXAMPLE / "returns").iterdir())
DELIMITERS = {"french-school-villepinte.csv": ";", "churches.tsv": "\t", "enfield-social-services.csv": "\t"}
ENCODINGS = {
    "french-school-villepinte.csv": "cp1252",
    "enfield-social-services.csv": "utf-16",
    "ealing-social-services.csv": "utf-8-sig",
}
ANSWER_COLUMNS = (
    "entry_id event_group date_edtf date_precision agency_code told_date_edtf confidence conflict_ids kpe"
)

# How each agency writes the days on which it told somebody, as a person would check them by eye.
TOLD_ON = {
    ("family-and-community.csv", "1999-06-18"): "18.6.99",
    ("family-and-community.csv", "1999-06-21~"): "about 21.6.99",
    ("family-and-community.csv", "1999-07-14"): "14.7.99",
    ("ealing-social-services.csv", "1999-04"): "April 1999",
    ("french-school-villepinte.csv", "1999-02"): "Feb-99",
    ("enfield-social-services.csv", "1999-07-28"): "28 July 99",
    ("brent-social-services.xlsx", "1999-06-18"): "18.6.99",
    ("brent-social-services.xlsx", "1999-07-14"): "14.7.99",
    ("brent-social-services.xlsx", "1999-07-15"): "15.7.99",
    ("brent-police.xlsx", "1999-07-14"): "14/07/1999",
    ("brent-police.xlsx", "1999-07-15"): "15/07/1999",
    ("haringey-police.xlsx", "1999-07-28"): "28/07/1999",
    ("haringey-police.xlsx", "1999-08-04"): "04/08/1999",
    ("haringey-police.xlsx", "1999-11-01"): "01/11/1999",
    ("haringey-social-services.xlsx", "1999-07-28"): "28/07/99",
    ("haringey-social-services.xlsx", "1999-08-05"): "05/08/99",
    ("haringey-social-services.xlsx", "1999-08-06"): "06/08/99",
    ("north-middlesex-hospital.xlsx", "1999-08-06"): "6/8/99",
    ("north-middlesex-hospital.xlsx", "2000-02-24"): "24/2/00",
    ("central-middlesex-hospital.docx", "1999-07-14"): "14 Jul 99",
    ("central-middlesex-hospital.docx", "1999-07-15"): "15 Jul 99",
}

# The words with a capital inside a phrase: the child and those of her family, places, and bodies. A
# professional's name would be a new one.
KNOWN_NAMES = """
Anna Victoria Carl Manning
Abidjan Abobo Borough Brent Central Close Coast Ealing France French Haringey Harlesden Harrow Ivory London
Mary Middlesex Moira Nicoll Paddington Paris Road St Tottenham UK
A&E Centre Child CPTs Emergency Family Homeless Hospital Notification Office Persons Risk Shop Stop Unit
""".split()

Grid = dict[tuple[str, int], tuple[str, ...]]


def source(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / "source" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = source("master.csv")
KEY = source("key.csv")


def separated_grid(path: Path) -> Grid:
    text = path.read_bytes().decode(ENCODINGS.get(path.name, "utf-8"))
    records = csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITERS.get(path.name, ","))
    return {("", number): tuple(record) for number, record in enumerate(records, start=1)}


def words_of(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def xlsx_grid(path: Path) -> Grid:
    """Every cell's words; a merged cell's words in each cell that it covers, as a person reads them."""
    grid: Grid = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        first = {
            at: sheet.cell(*next(iter(merged.cells))).value
            for merged in sheet.merged_cells.ranges
            for at in merged.cells
        }
        for cells in sheet.iter_rows():
            seen = (words_of(first.get((c.row, c.column), c.value)) for c in cells)
            grid[sheet.title, cells[0].row] = tuple(seen)
    return grid


def docx_grid(path: Path) -> Grid:
    return {
        (f"table {number}", index): tuple(cell.text for cell in row.cells)
        for number, table in enumerate(docx.Document(str(path)).tables, start=1)
        for index, row in enumerate(table.rows, start=1)
    }


def grid_of(path: Path) -> Grid:
    reader = {".xlsx": xlsx_grid, ".docx": docx_grid}.get(path.suffix, separated_grid)
    straight = str.maketrans("‘’", "''")
    return {place: tuple(c.translate(straight) for c in cells) for place, cells in reader(path).items()}


GRIDS = {path.name: grid_of(path) for path in RETURNS}


def all_text(path: Path) -> str:
    """Everything in a file that could be read: every member of a zip, with its XML unescaped."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode(ENCODINGS.get(path.name, "utf-8"))
    with zipfile.ZipFile(path) as packed:
        return "\n".join(
            name + "\n" + html.unescape(packed.read(name).decode("utf-8")) for name in packed.namelist()
        )


def facts(row: dict[str, str], file: str) -> dict[str, str]:
    """What a return must say of a source row."""
    kept = "date_text time professional_role name_used_for_child event action_outcome told_agency told_status"
    said = {name: row[name] for name in [*kept.split(), "source_title"]}
    return {**said, "told_on": TOLD_ON.get((file, row["told_date_edtf"]), "")}


def test_every_day_of_telling_has_its_spelling():
    files = {place["entry_id"]: place["file"] for place in KEY}
    told = {(files[row["entry_id"]], row["told_date_edtf"]) for row in ROWS if row["told_date_edtf"]}
    assert told == TOLD_ON.keys()


def test_the_returns_are_made_again_byte_for_byte(tmp_path):
    subprocess.run([sys.executable, EXAMPLE / "make_returns.py", "--out", tmp_path], check=True)
    made = {path.name: path.read_bytes() for path in (tmp_path / "returns").iterdir()}
    assert made == {path.name: path.read_bytes() for path in RETURNS}
    assert (tmp_path / "source" / "key.csv").read_bytes() == (EXAMPLE / "source" / "key.csv").read_bytes()


def test_there_is_one_return_for_each_agency_in_a_mix_of_formats():
    assert Counter(path.suffix for path in RETURNS) == {".csv": 4, ".tsv": 1, ".xlsx": 5, ".docx": 3}
    assert {place["file"]: place["agency"] for place in KEY}.keys() == {path.name for path in RETURNS}
    assert len({place["agency"] for place in KEY}) == len(RETURNS) == 13


def test_the_key_leads_to_every_source_row_once():
    assert sorted(place["entry_id"] for place in KEY) == sorted(row["entry_id"] for row in ROWS)
    places = [(place["file"], place["part"], place["row"]) for place in KEY]
    assert len(set(places)) == len(places)


@every("row", ROWS, ids=lambda row: row["entry_id"])
def test_every_source_row_stands_whole_where_the_key_says(row):
    place = next(place for place in KEY if place["entry_id"] == row["entry_id"])
    assert place["agency"] == row["agency"]
    cells = GRIDS[place["file"]][place["part"], int(place["row"])]
    assert set(facts(row, place["file"]).values()) - set(cells) <= {""}


@pytest.mark.parametrize("file", GRIDS)
def test_each_kind_of_fact_keeps_to_one_column_of_its_return(file):
    rows = {row["entry_id"]: facts(row, file) for row in ROWS}
    stand = [(GRIDS[file][p["part"], int(p["row"])], rows[p["entry_id"]]) for p in KEY if p["file"] == file]
    for kind in {kind for _, said in stand for kind, words in said.items() if words}:
        columns = range(len(stand[0][0]))
        assert any(all(cells[c] == said[kind] for cells, said in stand) for c in columns), kind


def test_no_return_holds_an_account_that_the_source_does_not():
    keyed = {(place["file"], place["part"], int(place["row"])) for place in KEY}
    events = Counter(row["event"] for row in ROWS)
    for file, grid in GRIDS.items():
        for (part, number), cells in grid.items():
            told = [cell for cell in set(cells) if cell in events]
            assert bool(told) == ((file, part, number) in keyed), (file, part, number, cells)


def test_each_agency_has_as_many_rows_as_in_the_source():
    assert Counter(place["agency"] for place in KEY) == Counter(row["agency"] for row in ROWS)


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.name)
def test_nothing_of_the_answer_key_stands_in_a_return(path):
    text = all_text(path)
    assert not re.findall(r"\b(VC\d{3}|CF\d{2}|KPE\d{2})\b", text)
    assert not {row["event_group"] for row in ROWS if row["event_group"]} & set(re.findall(r"\w+", text))
    assert not re.search(rf"\b({ANSWER_COLUMNS.replace(' ', '|')})\b", text, re.IGNORECASE)
    days = {row[name] for row in ROWS for name in ("date_edtf", "told_date_edtf") if row[name]}
    assert [day for day in days if day in text] == []
    assert not {"high", "medium", "low"} & {cell for cells in GRIDS[path.name].values() for cell in cells}


def test_every_return_says_its_agency_but_the_one_that_the_map_names():
    agencies = {place["file"]: place["agency"] for place in KEY}
    straight = str.maketrans("‘’", "''")
    silent = {path.name for path in RETURNS if agencies[path.name] not in all_text(path).translate(straight)}
    assert silent == {"enfield-social-services.csv"}
    with (EXAMPLE / "map.toml").open("rb") as file:
        said = tomllib.load(file)["return"]
    assert {name: one["agency"] for name, one in said.items()} == {name: agencies[name] for name in silent}
    for name, one in said.items():
        assert set(one["columns"].values()) <= set(GRIDS[name]["", 1])


def test_workbooks_have_a_title_block_on_every_sheet_and_frozen_headings_below_it():
    for path in RETURNS:
        if path.suffix == ".xlsx":
            for sheet in openpyxl.load_workbook(path).worksheets:
                assert str(sheet["A1"].value).startswith("Agency:")
                frozen = int(re.sub(r"\D", "", sheet.freeze_panes))
                assert sheet.cell(frozen - 1, 1).value in {"Date", "Date of event", "No."}
                assert 4 <= frozen - 1 <= 6


def test_word_tables_stand_under_a_paragraph_that_names_the_agency():
    for path in RETURNS:
        if path.suffix == ".docx":
            document = docx.Document(str(path))
            assert any(paragraph.text.startswith("Agency: ") for paragraph in document.paragraphs)
            assert document.sections[0].page_width > document.sections[0].page_height


def test_the_police_give_true_dates_beside_dates_as_text():
    sheet = openpyxl.load_workbook(EXAMPLE / "returns" / "haringey-police.xlsx").worksheets[0]
    dates = [sheet.cell(row, 1) for row in range(7, sheet.max_row + 1)]
    true_dates = [cell for cell in dates if cell.is_date]
    assert {cell.number_format for cell in true_dates} == {"dd/mm/yyyy"}
    assert len(true_dates) == 4
    assert {"Nov 1999", "04/08/1999 (2 days before discharge)", "July 1999"} <= {cell.value for cell in dates}


def test_some_dates_are_merged_down_and_some_headings_stand_again():
    sheet = openpyxl.load_workbook(EXAMPLE / "returns" / "haringey-social-services.xlsx").worksheets[0]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["B11:B12"]
    assert "vMerge" in all_text(EXAMPLE / "returns" / "central-middlesex-hospital.docx")
    for name in ("central-middlesex-hospital.docx", "nspcc-tottenham.docx"):
        grid = GRIDS[name]
        assert list(grid.values()).count(grid["table 1", 1]) == 2


def test_names_are_said_to_be_one_agency_only_where_that_is_certain():
    with (EXAMPLE / "agencies.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(pair["name"], pair["also"]) for pair in csv.DictReader(file)]
    agencies = {row["agency"] for row in ROWS}
    told = {name.strip() for row in ROWS for name in row["told_agency"].split(";")} - {"", "-"}
    assert {name for name, _ in pairs} <= agencies
    assert {also for _, also in pairs} <= told
    assert told - agencies - {also for _, also in pairs} == {
        "Any agency",
        "Brent intake duty team",
        "Ealing referral and assessment team",
        "French child protection authority (recipient not named in source)",
        "NMH ward",
        "Police",
        "UK services",
    }


def test_professionals_appear_by_role_only():
    for row in ROWS:
        for name in ("professional_role", "event", "action_outcome"):
            within = re.findall(r"(?<=[\w,;'(] )'?([A-Z][\w&]*)|(?<=[('-])([A-Z][\w&]*)", row[name])
            strange = {word for pair in within for word in pair if word} - set(KNOWN_NAMES)
            assert not strange, (row["entry_id"], name, strange)
    first_words = {re.match(r"\w+", row["professional_role"])[0] for row in ROWS}
    assert first_words == set(
        """Allocated Centre Child Childminder Church Consultant Court Database Detective Duty French Home
        Homeless Hospital Intake Intensive Internal Locum Manning North One Paediatric Parents Pastor Practice
        Records Referral Relative School Senior Social Strategy Supervisors Team Travel Two Ward""".split()
    )


def test_the_readme_credits_the_sources_and_says_what_this_is_not():
    words = " ".join((EXAMPLE / "README.md").read_text(encoding="utf-8").split())
    for promise in (
        "HC 570",
        "Open Parliament Licence",
        "Lord Laming",
        "by role only",
        "not a model of blame",
        "one side's account",
        "with respect",
        "never to be used as a sample, a caption or a search example",
    ):
        assert promise in words
    for path in RETURNS:
        rows = sum(place["file"] == path.name for place in KEY)
        assert f"| `{path.name}` | {rows} |" in words
