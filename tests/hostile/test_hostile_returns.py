"""A file made to do harm is refused in a sentence, in under five seconds and 500 MB, and reaches nothing."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_return
from tests.files import making
from tests.hostile import made_pdfs
from tests.writing_returns import (
    docx_parts,
    word_cell,
    word_table,
    write_csv,
    write_docx,
    write_xlsx,
    write_zip,
)

SECONDS, MEGABYTES = 5, 500
SECRET = "an invented secret outside the file"

READ_EACH = """
import json, os, resource, sys
from pathlib import Path
from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_return
for name in sys.stdin.read().split("\\n"):
    began, said = sum(os.times()[:4]), None
    try:
        read_return(Path(name))
    except Trouble as trouble:
        said = str(trouble)
    seconds = sum(os.times()[:4]) - began  # of work, also of programs we start
    ours = {one.split()[0]: int(one.split()[1]) for one in Path("/proc/self/status").read_text().splitlines()
            if one.startswith(("VmHWM", "VmRSS"))}
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if name.endswith(".pdf") else 0
    peak = max(ours["VmHWM:"], ours["VmRSS:"] + theirs)
    print(json.dumps([Path(name).name, said, seconds, peak / 1024]), flush=True)
"""

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHTER = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
MILLION_ROWS = 1_048_576
MERGE = f"<mergeCell ref='A1:A{MILLION_ROWS}'/>"
CLAIM = f'<sst xmlns="{making.SHEET}" uniqueCount="4294967295"><si><t>x</t></si></sst>'
WIDE = "<w:gridSpan w:val='999999'/>"


def sheet(rows: str, **more: str) -> making.Parts:
    return making.xlsx_parts(rows, **more)


def with_sheet(content: str | bytes) -> making.Parts:
    return making.xlsx_parts("") | {"xl/worksheets/sheet1.xml": content}


def with_document(content: str | bytes) -> making.Parts:
    return docx_parts("") | {"word/document.xml": content}


def text_sheet(before: str, words: str) -> str:
    rows = f'<row r="1">{making.text_cell("A1", words)}</row>'
    return f'{before}<worksheet xmlns="{making.SHEET}"><sheetData>{rows}</sheetData></worksheet>'


def document(before: str, words: str) -> str:
    body = str(docx_parts(word_table([[words]]))["word/document.xml"])
    return before + body.replace("&amp;", "&")


def tags(megabytes: int) -> bytes:
    """What packs into next to nothing."""
    return b"<a/>" * (megabytes * 2**18)


def lying(parts: making.Parts, name: str) -> bytes:
    """A zip whose directory says that this part is a hundred bytes long."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        for one, content in parts.items():
            zipped.writestr(one, content)
        zipped.getinfo(name).file_size = 100
    return held.getvalue()


def twice(parts: making.Parts, name: str, other: bytes) -> bytes:
    """A zip with one more part whose name differs only in its capitals."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as zipped:
        for one, content in [*parts.items(), (name.upper(), other)]:
            zipped.writestr(one, content)
    return held.getvalue()


def cells(*addresses: str) -> str:
    return "".join(f'<row r="{at.lstrip("XFDA")}"><c r="{at}"><v>1</v></c></row>' for at in addresses)


def book_of(sheets: int) -> str:
    """A workbook that names one sheet many times, to have it read as often."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    return f'<workbook xmlns="{making.SHEET}" xmlns:r="{making.OFFICE}"><sheets>{listed}</sheets></workbook>'


def columns(times: int) -> str:
    return f'table:number-columns-repeated="{times}"'


def noise(letters: int) -> str:
    return random.Random(7).randbytes(letters // 2).hex()


Made = making.Parts | bytes
Makers = dict[str, Callable[[], Made]]
"""How to make each: its parts, or its bytes. One at a time, so that making them needs little memory."""

SMALL = making.text_cell("A1", "x")
BALANCED = f'<row><c x="1"\tr="XFD{MILLION_ROWS}"><v y="2" r="A1">1</v></c></row>'
"""A far cell whose reference a quick look could miss, with another to make up the count."""
CORNERS = cells("A1", f"XFD{MILLION_ROWS}")


def bombs() -> Makers:
    """Small files that would unpack, or be read, into something vast."""
    return {
        "bomb-sheet.xlsx": lambda: with_sheet(tags(200)),
        "bomb-strings.xlsx": lambda: sheet(SMALL) | {"xl/sharedStrings.xml": tags(60)},
        "bomb-elsewhere.xlsx": lambda: sheet(SMALL) | {"xl/media/image1.png": tags(60)},
        "bomb-document.docx": lambda: docx_parts(word_table([["x"]]) + "<w:p/>" * 10_000_000),
        "bomb-sheet.ods": lambda: making.ods_parts("<table:table-row/>" * 5_000_000),
        "bomb-that-lies.xlsx": lambda: lying(with_sheet(tags(60)), "xl/worksheets/sheet1.xml"),
        "bomb-that-lies.docx": lambda: lying(with_document(tags(60)), "word/document.xml"),
        "lines.csv": lambda: b"Date,Event\n" + b"\n" * 5_000_000 + b"x\n",
        "many-cells.xlsx": lambda: sheet("<row>" + '<c r="A1"/>' * 4_000_000 + "</row>"),
        "one-sheet-often.xlsx": lambda: sheet(SMALL) | {"xl/workbook.xml": book_of(500)},
        "strings-claimed.xlsx": lambda: sheet(SMALL) | {"xl/sharedStrings.xml": CLAIM},
        "members.docx": lambda: docx_parts("") | {f"word/{n}": "" for n in range(10_001)},
    }


def entities(folder: Path) -> Makers:
    """XML that laughs itself large, or asks for a file or an address outside."""
    secret = (folder / "secret.txt").as_uri()
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]>'
    fetched = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
    return {
        "laughs.xlsx": lambda: with_sheet(text_sheet(LAUGHTER, "&l11;")),
        "laughs.docx": lambda: with_document(document(LAUGHTER, "&l11;")),
        "laughs-in-utf-16.docx": lambda: with_document(document(LAUGHTER, "&l11;").encode("utf-16")),
        "laughs-in-utf-16.xlsx": lambda: with_sheet(text_sheet(LAUGHTER, "&l11;").encode("utf-16")),
        "laughs-in-styles.xlsx": lambda: sheet(SMALL) | {"xl/styles.xml": f"{LAUGHTER}<x>&l11;</x>"},
        "laughs-in-links.docx": lambda: docx_parts("") | {"_rels/.rels": f"{LAUGHTER}<x>&l11;</x>"},
        "entity-outside.docx": lambda: with_document(document(outside, "&e;")),
        "entity-outside.xlsx": lambda: with_sheet(text_sheet(outside, "&e;")),
        "dtd-fetched.docx": lambda: with_document(document(fetched, "x")),
    }


def shapes() -> Makers:
    """Tables of impossible width, height, depth, or with one impossible cell."""
    return {
        "columns.csv": lambda: b"Date,Event\n" + b"," * 1_000_000 + b"x\n",
        "far-corners.xlsx": lambda: sheet(CORNERS),
        "far-corners-sly.xlsx": lambda: sheet(CORNERS.replace('"', "'")),
        "far-corners-slyer.xlsx": lambda: sheet(CORNERS.replace("<c r", "<x:c\tr").replace("/c>", "/x:c>")),
        "far-corners-slyest.xlsx": lambda: sheet(cells("A1") + BALANCED),
        "far-corners-unspaced.xlsx": lambda: sheet(cells("A1") + BALANCED.replace("\t", "")),
        "impossible-row.xlsx": lambda: sheet(cells("A1", "A4000000000")),
        "impossible-column.xlsx": lambda: sheet('<row><c r="ZZZZZZZZ1"><v>1</v></c></row>' + cells("A2")),
        "merges.xlsx": lambda: sheet(cells("A1"), after=f"<mergeCells>{MERGE * 50}</mergeCells>"),
        "far-corners.xls": lambda: making.xls(making.label(0, 0, "x") + making.label(65535, 255, "x")),
        "columns.ods": lambda: making.ods_parts(making.ods_row(making.ods_text("x", columns(10**9 - 1)))),
        "rows.ods": lambda: making.ods_parts(making.ods_row(making.ods_text("x"), times=10**9 - 1)),
        "columns.docx": lambda: docx_parts(f"<w:tbl><w:tr>{word_cell('x', WIDE)}</w:tr></w:tbl>"),
        "huge-cell.csv": lambda: b"Date,Event\n1/5/99," + b"x" * 20_000_000,
        "huge-cell.xlsx": lambda: sheet(f'<row r="1">{making.text_cell("A1", noise(30_000_000))}</row>'),
        "huge-cell.docx": lambda: docx_parts(word_table([[noise(12_000_000)]])),
        "deep.docx": lambda: docx_parts("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000),
        "deep.ods": lambda: making.ods_parts("<text:p>" * 100_000 + "</text:p>" * 100_000),
    }


def damage() -> Makers:
    """Zips that point outside or have two faces, and files that only begin like one."""
    return {
        "outside.docx": lambda: docx_parts(word_table([["x"]])) | {"../../outside.txt": "x"},
        "outside-in-windows.xlsx": lambda: sheet(SMALL) | {"C:\\outside.txt": "x"},
        "twice.xlsx": lambda: twice(sheet(SMALL), "xl/worksheets/sheet1.xml", b"other"),
        "garbage.xlsx": lambda: b"PK\x03\x04" + b"\0\xff" * 5000,
        "garbage.docx": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 5000,
        "garbage.xls": lambda: making.START + b"\xff" * 5000,
        "garbage-sheet.xlsx": lambda: with_sheet("<worksheet><sheetData><row>"),
        "garbage-styles.xlsx": lambda: sheet(SMALL) | {"xl/styles.xml": "<styleSheet>"},
        "garbage-records.xls": lambda: making.xls(b"\x03\x02\xff\xff\0\0"),
    }


def pdfs() -> Makers:
    """Read by foreign code, in a process of its own: its memory counts beside ours, so they come first."""
    return {
        "letters.pdf": lambda: made_pdfs.many_letters(60),
        "bomb-of-bombs.pdf": made_pdfs.bomb_of_bombs,
        "lines.pdf": lambda: made_pdfs.many_lines(5_000_000),
        "pages-in-pages.pdf": lambda: made_pdfs.pages_within_pages(20_000),
        "pages-in-a-ring.pdf": made_pdfs.pages_in_a_ring,
        "form-in-itself.pdf": made_pdfs.form_in_itself,
        "forms-in-forms.pdf": lambda: made_pdfs.forms_in_forms(9),
        "deep.pdf": lambda: made_pdfs.deep_arrays(2_000_000),
        "wide.pdf": made_pdfs.wide_page,
        "outside.pdf": lambda: made_pdfs.reaches_outside("http://127.0.0.1:9/x"),
        "garbage.pdf": lambda: b"%PDF-1.7\n" + b"\xff" * 5000,
        "cut.pdf": lambda: made_pdfs.many_letters(1)[:3000],
    }


def json_lines() -> Makers:
    return {
        "huge-line.jsonl": lambda: b'{"message": "' + b"x" * 20_000_000 + b'"}',
        "deep.jsonl": lambda: b'{"message": ' + b"[" * 400_000 + b"]" * 400_000 + b"}",
        "keys.jsonl": lambda: b"".join(b'{"k%d": 1}\n' % number for number in range(300_000)),
        "digits.jsonl": lambda: b'{"datetime": ' + b"9" * 900_000 + b"}",
        "lines.jsonl": lambda: b"[]\n" * 5_000_000,
    }


def harmful(folder: Path) -> Makers:
    return pdfs() | bombs() | entities(folder) | shapes() | damage() | json_lines()


NAMES = list(harmful(Path("/")))


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, tuple[str | None, float, float]]:
    """What one process said of all of them: the sentence, the seconds, and the most memory so far."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "secret.txt").write_text(SECRET)
    paths = []
    for name, make in harmful(folder).items():
        made = make()
        (folder / name).write_bytes(made) if isinstance(made, bytes) else write_zip(folder / name, made)
        paths.append(str(folder / name))
    done = subprocess.run(
        [sys.executable, "-c", READ_EACH],
        input="\n".join(paths),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: (said, seconds, megabytes) for name, said, seconds, megabytes in lines}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_harm_is_refused_in_a_sentence_quickly_and_in_little_memory(outcomes, name):
    said, seconds, megabytes = outcomes[name]

    assert said is not None
    assert said.startswith(name)
    assert SECRET not in said
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


ROWS = [["Date", "Event"], ["1/5/99", "Seen “well”"], ["", "again"]]
WHOLE = {
    "a.csv": lambda path: write_csv(path, ROWS, encoding="cp1252"),
    "a.xlsx": lambda path: write_xlsx(path, ROWS, [(0, 1, 2)]),
    "a.docx": lambda path: write_docx(path, ROWS, [(0, 1, 2)]),
    "a.ods": lambda path: making.write_ods(path, making.ods_row(making.ods_text("x"), times=3)),
    "a.jsonl": lambda path: saved(path, b'{"datetime": "1999-05-01", "message": "Seen"}\n' * 3),
}


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    return {name: write(folder / name).read_bytes() for name, write in WHOLE.items()}


@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(
        st.tuples(st.floats(0, 0.999), st.binary(max_size=3), st.integers(0, 3)), min_size=1, max_size=4
    ),
)
def test_damage_anywhere_is_read_or_refused_and_never_a_crash(tmp_path_factory, whole, name, damage):
    content = bytearray(whole[name])
    for where, put, cut in damage:
        at = int(where * len(content))
        content[at : at + cut] = put
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)

    try:
        said = read_return(path).file
    except Trouble as refused:
        said = refused.what
    assert said.startswith(name)
