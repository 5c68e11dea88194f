"""The law of the ledger for JSON lines, ods and PDF: every row is in exactly one list, or none is read."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.ledger import ledger_as_json
from candour.domain.chronology.returned import interpret
from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_content
from tests.files import making
from tests.files.test_pdf_return import pdf
from tests.pace import tries
from tests.strategies import EVENTS, SPELLINGS

HEAD_AND_FOOT = 2
"""Lines that run over no second page, and so are not known to be of the page."""
LISTS = ("placed_rows", "held_rows", "refused_rows", "furniture")
DATED = st.tuples(st.sampled_from(SPELLINGS), st.sampled_from(EVENTS))
ROWS = st.lists(
    st.one_of(DATED, st.tuples(st.just(""), st.sampled_from(EVENTS)), st.just(("July 1999", ""))),
    min_size=1,
    max_size=12,
).map(lambda rows: [row for row in rows if any(cell.strip() for cell in row)])


def ledger_of(name: str, content: bytes) -> dict | None:
    """None where the file is refused whole, in a sentence."""
    try:
        merged = integrate([interpret(read_content(name, content))])
    except Trouble:
        return None
    [file] = ledger_as_json(merged.returns, merged.chronology.entries, merged.unmatched_names)["files"]
    assert file["rows_in"] == file["placed"] + file["held"] + file["refused"]
    assert (file["placed"], file["held"], file["refused"]) == tuple(len(file[one]) for one in LISTS[:3])
    return file


def numbers_in(file: dict) -> Counter[int]:
    return Counter(row["row"] for one in LISTS for row in file[one])


@given(ROWS)
def test_every_line_of_json_lines_is_in_exactly_one_list(rows):
    lines = [json.dumps({"datetime": day, "message": event}) for day, event in rows]
    file = ledger_of("a.jsonl", "\n".join(lines).encode())

    assert file is None or numbers_in(file) == Counter(range(1, len(rows) + 1))


@given(ROWS)
def test_every_row_of_an_ods_sheet_is_in_exactly_one_list(rows):
    written = [making.ods_row(*map(_ods_cell, row)) for row in (("Date", "Event"), *rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = making.write_ods(Path(folder) / "a.ods", "".join(written))
        file = ledger_of("a.ods", path.read_bytes())

    assert file is None or numbers_in(file) == Counter(range(1, len(rows) + 2))


def _ods_cell(words: str) -> str:
    return making.ods_text(words.replace("&", "&amp;").replace("<", "&lt;"))


@tries(1 / 7)
@given(ROWS)
def test_every_row_drawn_in_a_pdf_is_in_exactly_one_list(rows):
    five = [[day, "", "", event, ""] for day, event in rows]
    file = ledger_of("a.pdf", pdf(five, drawn="0.5pt"))
    if file is None:
        return
    found = numbers_in(file)
    headings = [row for row in file["furniture"] if "heading" in row["kind"] and "month" not in row["kind"]]

    assert set(found.values()) == {1}
    of_the_page = found.total() - len(headings) - len(rows)
    assert 0 <= of_the_page <= HEAD_AND_FOOT
