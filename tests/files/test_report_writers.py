"""Every block in every format: the same bytes, read back whole, fit for those who hear it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date

import docx
import openpyxl
import pikepdf
import pypdf
import pytest
from lxml import html as lxml_html

from benchmarks.made_reviews import made_review
from candour.domain.disclosure import (
    Audience,
    Edition,
    Figure,
    Order,
    Paragraph,
    Part,
    Quotation,
    Reader,
    Source,
    View,
    view,
)
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble
from candour.files.reports.docx import report_docx
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.files.reports.wording import wording_of
from candour.files.reports.xlsx import report_xlsx
from tests.files.accessible_pdf import elements, faults_of

REVIEW = made_review(4)
MARK = "Copy 3, for Invented Reader"
WRITERS = {"html": report_html, "pdf": report_pdf, "docx": report_docx, "xlsx": report_xlsx}
_IN_ANOTHER_PROCESS = """
import hashlib
from benchmarks.made_reviews import made_review
from candour.domain.disclosure import Audience, view
from tests.files.test_report_writers import WRITERS
review = made_review(4)
shown = view(review.source, review.cast, Audience.OPEN)
print(*(hashlib.sha256(write(shown)).hexdigest() for write in WRITERS.values()))
"""


def shown(audience: Audience, edition: Edition = Edition.WHOLE) -> View:
    return view(REVIEW.source, REVIEW.cast, audience, edition=edition)


def squashed(text: str) -> str:
    return re.sub(r"\s", "", text)


def words_in(name: str, made: bytes) -> str:
    if name == "html":
        return lxml_html.fromstring(made).find("body").text_content()
    if name == "pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    if name == "docx":
        document = docx.Document(io.BytesIO(made))
        cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
        return "".join([*(one.text for one in document.paragraphs), *cells])
    sheets = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    return "".join(str(cell) for one in sheets for row in one.values for cell in row if cell is not None)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("audience", Audience)
def test_every_word_of_the_view_is_in_every_file(name: str, audience: Audience) -> None:
    one = shown(audience)
    made = squashed(words_in(name, WRITERS[name](one)))
    told = [paragraph for part in one.parts for paragraph in part.told]
    said = [paragraph.words for paragraph in told] + [part.title for part in one.parts]
    said += [under.words for paragraph in told for under in paragraph.under]
    cells = [cell for paragraph in told for under in paragraph.under for row in under.rows for cell in row]

    assert [words for words in (*said, *cells) if squashed(words) not in made] == []


def test_another_process_another_hash_seed_and_time_zone_make_the_same_bytes() -> None:
    def made_with(seed: str, zone: str) -> str:
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed}
        return subprocess.run(
            [sys.executable, "-c", _IN_ANOTHER_PROCESS], env=surroundings, capture_output=True, check=True
        ).stdout.decode()

    first = made_with("1", "Pacific/Kiritimati")

    assert first == made_with("2", "America/New_York")
    assert len({*first.split()}) == len(WRITERS)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("edition", [Edition.WHOLE, Edition.SUMMARY, Edition.BRIEFING])
def test_every_pdf_is_tagged_titled_in_order_and_described(audience: Audience, edition: Edition) -> None:
    assert faults_of(report_pdf(shown(audience, edition), mark=MARK)) == []


def test_a_figure_of_counts_is_a_table_and_bars_with_a_sentence_for_those_who_hear_it() -> None:
    made = report_pdf(shown(Audience.OPEN))

    with pikepdf.open(io.BytesIO(made)) as pdf:
        told = [*elements(pdf)]
    alts = [str(element["/Alt"]) for role, element in told if role == "/Figure"]
    page = lxml_html.fromstring(report_html(shown(Audience.OPEN)))

    assert alts == ["More were asked for than sent."]
    assert page.xpath("//svg[@role='img']/title/text()") == alts
    assert len(page.xpath("//table/thead/tr/th[@scope='col']")) == 2
    assert page.xpath("//@style | //script | //img | //@onclick") == []


def test_the_check_of_a_pdf_finds_what_is_lacking() -> None:
    with pikepdf.open(io.BytesIO(report_pdf(shown(Audience.OPEN)))) as pdf:
        for role, element in [*elements(pdf)]:
            if role == "/Figure":
                del element["/Alt"]
            if role == "/H2":
                element["/S"] = pikepdf.Name("/H5")
        del pdf.Root["/Lang"], pdf.docinfo["/Title"]
        worse = io.BytesIO()
        pdf.save(worse)

    assert {*faults_of(worse.getvalue())} >= {
        "it does not say its language",
        "it has no title",
        "a figure has no alternative text",
        "a heading of level 5 follows one of level 1",
    }


def test_a_word_document_has_headings_heads_of_columns_a_title_and_nobody_in_it() -> None:
    made = report_docx(shown(Audience.OPEN))
    document = docx.Document(io.BytesIO(made))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        xml = b"".join(package.read(name) for name in package.namelist())

    styles = [one.style.name for one in document.paragraphs]
    assert styles.count("Heading 1") + styles.count("Heading 2") == len(shown(Audience.OPEN).parts)
    assert (document.core_properties.title, document.core_properties.author) == (
        "Review 4 of Child Wren",
        "",
    )
    assert xml.count(b"<w:tblHeader/>") == len(document.tables) > 0
    assert b'w:lang w:val="en-GB"' in xml
    assert [mark for mark in (b"rsid", b"creator", b"dcterms", b"lastModifiedBy") if mark in xml] == []


@pytest.mark.parametrize("name", ["html", "pdf", "docx", "xlsx"])
def test_a_closed_copy_says_whose_it_is_and_an_open_one_has_no_mark(name: str) -> None:
    closed = WRITERS[name](shown(Audience.CLOSED), mark=MARK)

    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(closed)) as package:
            assert MARK in package.read("word/header1.xml").decode()
    else:
        assert squashed(f"CLOSED {MARK}") in squashed(words_in(name, closed))
    assert "CLOSED" not in words_in(name, WRITERS[name](shown(Audience.OPEN)))


def test_a_briefing_longer_than_its_page_is_refused() -> None:
    long = tuple(
        Part(f"Box {n}", (Paragraph("Words of a long box. " * 90, editions=(Edition.BRIEFING,)),))
        for n in range(7)
    )
    too_long = view(Source("Review", "2026/001", long), Cast(()), Audience.OPEN, edition=Edition.BRIEFING)

    with pytest.raises(Trouble, match="is one page, and this one is"):
        report_pdf(too_long)


@pytest.mark.parametrize(
    "hostile", ["=1+1", "</w:t><w:t>", "#eval[x] ${y}", "<b>&amp;", "]]>", "\x0b\ufffe."]
)
def test_hostile_cells_and_quotations_are_words_in_every_format(hostile: str) -> None:
    under = (Quotation(f"q {hostile}", hostile), Figure(hostile, ("a", "b"), ((hostile, "1"),), "It shows."))
    source = Source("Review", "2026/001", (Part("Part", (Paragraph(f"x {hostile}", under=under),)),))
    one = view(source, Cast(()), Audience.OPEN)
    for name, write in WRITERS.items():
        assert squashed(next(one.paragraphs).under[0].text) in squashed(words_in(name, write(one)))


@pytest.mark.parametrize("name", WRITERS)
def test_the_reason_of_a_paragraph_and_of_a_phrase_is_printed_in_the_closed_report_alone(name: str) -> None:
    closing = {"audience": Audience.CLOSED, "reason": "Health of an adult", "gist": "It concerns health."}
    phrased = Paragraph(
        "They [[closed: owed money | had troubles]] and [[closed: moved | left]].",
        phrase_reasons=(("owed money", "Private life of an adult"),),
    )
    parts = (Part("The move", (phrased, Paragraph("She was ill.", **closing))),)
    source, cast = Source("A review", "2026/014", parts), Cast(())
    closed, public = (
        squashed(words_in(name, WRITERS[name](view(source, cast, one))))
        for one in (Audience.CLOSED, Audience.OPEN)
    )

    assert squashed("reason: Health of an adult" if name != "xlsx" else "Health of an adult") in closed
    assert squashed("1. Private life of an adult; 2. not written down") in closed
    for word in ("Healthofanadult", "Privatelife", "notwrittendown", "Closedwords"):
        assert word not in public


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (("Judge",), "under orders of the judge."),
        (("Board chair",), "of the board chair."),
        ((), ", by order."),
    ],
)
def test_a_copy_by_order_says_by_whose_order(roles: tuple[str, ...], said: str) -> None:
    source = Source("A review", "2026/014", (Part("The move", (Paragraph("They moved."),)),))
    orders = [
        Order("aunt", True, "somebody", date(2014, 3, 1), "Kin.", (1,), ordered_as=one) for one in roles
    ]
    made = view(source, Cast(()), Reader("aunt"), orders=orders)

    assert f"Made for one person{'' if said[0] == ',' else ', '}" in wording_of(made).lead
    assert said in wording_of(made).lead


def test_the_label_of_a_closed_paragraph_never_stands_alone_at_the_foot_of_a_page() -> None:
    closed = {"audience": Audience.CLOSED, "reason": "A reason of its own", "gist": "It concerns a day."}
    several = tuple(Paragraph("Nobody asked for the record. " * (1 + nth % 4), **closed) for nth in range(60))
    source = Source("A report", "2014/003", (Part("What happened", several),), invented=True)

    pages = pypdf.PdfReader(io.BytesIO(report_pdf(view(source, Cast(()), Audience.CLOSED)))).pages

    assert len(pages) > 4
    for page in pages:
        text = squashed(page.extract_text())
        assert not re.search(r"Areasonofitsown(Closedreport|Page\d)", text), text[-90:]
