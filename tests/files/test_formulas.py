"""What a formula shows is worked out of constants and cells; what nobody can know is left."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from candour.domain.leaks import Finder, Register
from candour.files.open_text.formulas import Book
from candour.files.open_text.reading import read_file
from tests.canaries.secret import REGISTER
from tests.cases import every

BOOK = Book(
    {
        "one": {"A1": "Quxx", "B1": "=LEFT(A1,2)", "C1": "37900", "D1": "=D1&D1", "A2": "k", "B2": "ville"},
        "two": {"A1": "far"},
    },
    {"my notes": "two"},
    {"nn": '"nne"'},
)
SHOWN = {
    '=CONCATENATE("Quen","neville")': "Quenneville",
    'B1&"e"&nn&B2': "Quenneville",
    'LEFT("Quennx",4)&MID("xnevx",2,3)&RIGHT("xille",4)': "Quenneville",
    'SUBSTITUTE("Q-u-e","-","")&REPLACE("nXXn",2,2,"")': "Quenn",
    'PROPER(CHAR(113)&UNICHAR(117)&REPT("e",2))': "Quee",
    'TEXT(C1+33,"d mmmm yyyy")': "2003-11-08",
    'TEXT(873,"00000")': "00873",
    "DATE(2000+3,10+1,8)": "37933",
    "943476*10000+5919": "9434765919",
    "_xlfn.TEXTJOIN(\" \",TRUE,A1:B1,'my notes'!A1)": "Quxx Qu far",
    'IF(TODAY()>1,"then","else")': "then",
    'IF(1=2,"then",IFERROR(TODAY(),"other"))': "other",
    'VLOOKUP("k",A2:B2,2,FALSE)&INDEX({"a","b"},2)': "villeb",
    'HYPERLINK("mailto:x","shown")': "shown",
    "TODAY()": "",
    "D1": "",
    "(" * 3_000 + "1" + ")" * 3_000: "",
    'REPT("x",10^9)': "x" * 4_000,
    '"half': "",
}


@every(("formula", "shown"), SHOWN.items())
def test_a_formula_shows_what_its_workbook_tells(formula: str, shown: str) -> None:
    assert BOOK.words("one", formula)[0] == shown


def written(**cells: object) -> bytes:
    book = openpyxl.Workbook()
    for name, value in cells.items():
        book.worksheets[0][name] = value
    book.defined_names["nn"] = DefinedName("nn", attr_text='"nne"')
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("formula", ['=A1&"e"&nn&B1', "=DATE(C1,11,8)", '=TEXT(D1,"000 000 0000")'])
def test_what_a_formula_shows_is_searched_though_no_program_has_kept_it(formula: str) -> None:
    content = written(A1="Qu", B1="ville", C1=2003, D1="=943476*10000+5919", F9=formula)

    assert Finder(REGISTER).find(read_file("book.xlsx", content).pieces)
    assert not Finder(Register(words=("nobody here",))).find(read_file("book.xlsx", content).pieces)


def test_formulas_that_ask_for_themselves_or_for_everything_are_never_waited_for() -> None:
    circle = {f"A{n}": "&".join(f"IFERROR(A{other},1)" for other in range(1, 41)) for n in range(1, 41)}
    greedy = {f"B{n}": f"CONCAT(C1:L200,{n})" for n in range(1, 120)}
    read = read_file(
        "book.xlsx", written(**{name: f"={said}" for name, said in {**circle, **greedy}.items()})
    )

    assert any("too many to work out" in one for one in read.warnings)
