"""A second search, sharing no code with the checker: items are looked for in what other libraries read."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from datetime import date

import openpyxl
import pypdf
from lxml import html as lxml_html

from candour.domain.leaks import Register

_MONTHS = "January February March April May June July August September October November December".split()


def found_plainly(name: str, content: bytes, register: Register) -> list[str]:
    """The items of the register that stand in a file of this format, plainly spelt."""
    text = _folded(_READERS[name](content))
    squashed = re.sub(r"\W", "", text)
    found = [
        item for item in _items(register) if re.search(rf"(?<!\w){re.escape(_folded(item))}(?!\w)", text)
    ]
    return found + [one for one in register.numbers if re.sub(r"\W", "", _folded(one)) in squashed]


def _items(register: Register) -> list[str]:
    people = [called for one in register.people for called in (one.name, *one.aliases)]
    days = [spelt for day in register.dates for spelt in _spelt(day)]
    return [*people, *register.addresses, *register.words, *days]


def _spelt(day: date) -> tuple[str, ...]:
    month = _MONTHS[day.month - 1]
    return (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{month} {day.day}, {day.year}",
    )


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.replace("’", "'").split())


def _page(content: bytes) -> str:
    root = lxml_html.fromstring(content)
    inside = [value for one in root.iter() for value in one.attrib.values()]
    return " ".join([root.text_content(), *inside])


def _pdf(content: bytes) -> str:
    pdf = pypdf.PdfReader(io.BytesIO(content))
    told = [str(value) for value in (pdf.metadata or {}).values()]
    return " ".join([*(page.extract_text() for page in pdf.pages), *told])


def _word(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return " ".join(
            re.sub(r"</w:p>|<w:tab/>", " ", package.read(name).decode()).replace("&amp;", "&")
            for name in package.namelist()
        )


def _workbook(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [str(cell) for one in book.worksheets for row in one.values for cell in row if cell is not None]
    return " ".join([*book.sheetnames, *cells, str(book.properties.title), str(book.properties.creator)])


_READERS = {"html": _page, "pdf": _pdf, "docx": _word, "xlsx": _workbook}
