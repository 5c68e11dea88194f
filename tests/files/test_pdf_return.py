"""A table in a PDF comes out row for row as it went in; what is not clear is held or refused, never lost."""

from __future__ import annotations

import io
import random
import sys
import zlib
from datetime import date, timedelta

import pikepdf
import pytest
import typst

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.chronology.placing import Unplaced
from candour.domain.chronology.returned import interpret
from candour.domain.returns.fields import Field
from candour.domain.returns.mapping import Said
from candour.domain.returns.tables import Row
from candour.domain.trouble import Trouble
from candour.files.returns import pdf_return, pdf_words
from candour.files.returns.pdf_hyphens import BREAK, settled
from candour.files.returns.reading import read_content
from tests.pace import some_quick
from tests.writing_returns import word_table

HEADINGS = ["Date", "Time", "Professional involved", "What happened", "Action taken"]
WORDS = "visit home child seen mother school nurse call letter police noted agreed plan review".split()
SAID = "A chronology, invented from first to last\n\nAgency: Invented Housing"


def invented_rows(seed, number=45):
    chance = random.Random(seed)
    day, rows = date(2015, 1, 3), []
    for _ in range(number):
        day += timedelta(days=chance.randint(0, 9))
        written = day.strftime(chance.choice(["%d/%m/%Y", "%-d %B %Y", "%d.%m.%y"]))
        words = [" ".join(chance.choices(WORDS, k=chance.randint(*size))) for size in ((2, 60), (0, 9))]
        rows.append([written, chance.choice(["", "10:30"]), chance.choice(["HV", "Officer"]), *words])
    return rows


def pdf(
    rows,
    *,
    drawn="none",
    names=HEADINGS,
    look="",
    headed=True,
    before="",
    after="",
    paper="flipped: true, margin: 1.5cm",
):
    """A table set by other code than reads it; headings again on each page where it is `headed`."""
    heading = ",".join(f"[*{one}*]" for one in names)
    cells = ",".join(f"[#{quoted(one)}]" for row in rows for one in row)
    columns = "columns: (2.2cm, 1.5cm, 2.4cm, 1fr, 5cm)"
    return typst.compile(
        f'#set page(paper: "a4", {paper}, header: [OFFICIAL], '
        f"footer: context [Page #counter(page).display()])\n"
        f"#set text(size: 10pt)\n{before}\n\n#table({columns}, stroke: {drawn}, {look}"
        f"{f'table.header({heading})' if headed else heading}, {cells})\n\n{after}".encode()
    )


def quoted(words):
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read(content, name="a.pdf"):
    return interpret(read_content(name, content))


def told(returned):
    return [
        [entry.when.text, entry.cells.get("Time", ""), entry.role, entry.event, entry.action]
        for entry in returned.entries()
    ]


LOOKS = {
    "drawn all round": {"drawn": "0.5pt"},
    "drawn across": {"drawn": "(x: none, y: 0.4pt)"},
    "not drawn": {},
    "headings centred": {"look": "align: (x, y) => if y == 0 { center } else { left }, "},
    "cells centred": {"drawn": "0.5pt", "look": "align: center + horizon, "},
    "headings once": {"drawn": "0.5pt", "headed": False},
    "headings once, not drawn": {"headed": False},
    "shaded": {"look": "fill: (x, y) => if calc.odd(y) { luma(230) } else { white }, "},
    "portrait": {"drawn": "0.5pt", "paper": "margin: 1.5cm"},
}


@pytest.mark.parametrize("look", some_quick(LOOKS, 0))
def test_every_row_comes_out_as_it_went_in_however_the_table_is_drawn(look):
    rows = invented_rows(look)
    returned = read(pdf(rows, before=SAID, **LOOKS[look]))

    assert told(returned) == rows
    assert returned.agency == "Invented Housing"
    assert not [one for one in returned.fates if isinstance(one, Unplaced)]
    assert {str(one.kind) for one in returned.furniture()} <= {"title", "heading", "repeated_heading"}


def test_a_page_that_was_turned_is_read_as_a_person_sees_it():
    rows = invented_rows("turned")
    turned = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(rows))) as document:
        for page in document.pages:
            wide, tall = (float(side) for side in page.mediabox[2:])
            page.contents_add(f"q 0 1 -1 0 {tall} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.mediabox, page.Rotate = [0, 0, tall, wide], 90
        document.save(turned)

    assert told(read(turned.getvalue())) == rows


def test_a_row_says_its_page_and_its_place_on_it():
    returned = read(pdf(invented_rows("places"), drawn="0.5pt"))
    places = [entry.place.row for entry in returned.entries()]

    assert places[:2] == [1002, 1003]
    assert places == sorted(set(places))
    assert {place // 1000 for place in places} == {1, 2, 3, 4}


def test_month_headings_statements_and_merged_cells_keep_their_meaning():
    merged = "table.cell(colspan: 5)"
    table = typst.compile(
        f"""#set page(paper: "a4", margin: 1.5cm)
        #table(columns: (2.2cm, 1.5cm, 2.4cm, 1fr, 3cm), stroke: 0.5pt,
        {",".join(f"[*{one}*]" for one in HEADINGS)}, {merged}[*March 2016*],
        [3rd], [], [HV], [Visit], [Letter],
        table.cell(rowspan: 2)[4th], [], [HV], [Call], [], [], [HV], [Second call], [],
        [7/4/16 - 1/6/16], [], [], [No involvement], [], 
        [Between 5 June 2016 and 7 June 2016], [], [], [Calls], [])

        Abbreviations

        HV: health visitor""".encode()
    )
    returned = read(table)
    entries = list(returned.entries())

    assert [one.when.edtf for one in entries] == [
        "2016-03-03",
        "2016-03-04",
        "2016-04-07/2016-06-01",
        "2016-06-05/2016-06-07",
    ]
    assert [one.kind for one in entries].count(Kind.GAP_STATEMENT) == 1
    assert [(one.code, one.cells["What happened"]) for one in unplaced(returned)] == [
        ("no_date", "Second call")
    ]
    assert [str(one.kind) for one in returned.furniture()] == [
        "heading",
        "month_heading",
        "glossary",
        "glossary",
    ]


def unplaced(returned):
    return [one for one in returned.fates if isinstance(one, Unplaced)]


def test_a_word_broken_by_the_end_of_a_line_is_whole_and_keeps_its_hyphen():
    words = "a follow-up visit to the mother-in-law " * 12
    rows = [["3/5/2016", "", "HV", words.strip(), ""], ["4/5/2016", "", "HV", "Call", "a-b"]]

    assert told(read(pdf(rows, paper="margin: 1.5cm"))) == rows


def test_a_hyphen_that_only_the_page_set_goes_where_the_document_has_the_whole_word():
    long = "internationally responsible professionals considered safeguarding arrangements " * 12
    strange = "Zuvkixjovvazxelkixzuvjovvazxelkix"  # stands nowhere whole: its hyphen may be its own
    rows = [
        ["3/5/2016", "", "HV", long.strip(), ""],
        ["4/5/2016", "", "HV", "Call", f"{strange} a-b follow-up"],
    ]
    set_by = '#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n'
    made = pdf(rows, drawn="0.5pt", before=set_by, paper="margin: 1.5cm")
    [first, second] = told(read(made))

    assert any(word.endswith("-") for word in lines_as_set(made))
    assert first == rows[0]
    assert second[4].replace("-", "") == rows[1][4].replace("-", "")
    assert second[4].endswith(" a-b follow-up")


@pytest.mark.parametrize(
    ("document", "cell"),
    [
        (["The", "Police,"], "the police came"),
        (["po-", "lice"], "the po-lice came"),
        (["police", "(po-lice)"], "the po-lice came"),
    ],
)
def test_a_hyphen_stays_where_the_document_does_not_say_that_it_is_none_of_the_words(document, cell):
    [row] = settled([Row(1, (f"the po{BREAK}lice came",))], document)

    assert row.cells == (cell,)


def lines_as_set(content):
    return [word[-1] for page in pdf_return._pages(content) for word in page["words"]]


def test_words_set_over_the_columns_far_from_any_row_are_held_and_not_lost():
    rows = [["3/5/2016", "", "HV", "Visit", ""], ["4/5/2016", "", "HV", "Call", "Letter"]]
    returned = read(pdf(rows, after="#v(3cm) #h(5cm)" + " over all the columns" * 3))

    assert told(returned) == rows
    assert [" ".join(one.cells.values()) for one in unplaced(returned)] == [
        "over all the columns " * 2 + "over all the columns"
    ]


def test_columns_that_run_together_where_a_row_begins_refuse_the_whole():
    """Whose words the next line has would be a guess: an entry could lose its first line without a word."""
    rows = [["3/5/2016", "", "a professional whose_name_is_longer_than_its_column", "Visit " * 30, ""]]

    with pytest.raises(Trouble, match=r"page 1 has columns that cannot be told apart"):
        read(pdf([*rows, *invented_rows("apart", 5)]))


def test_headings_nobody_knows_are_read_where_cells_are_drawn_and_a_map_says_what_they_are():
    content = pdf(
        [["3/5/2016", "", "HV", "Visit", "Letter"]], drawn="0.5pt", names=["Wann", "Uhr", "Wer", "Was", "Tat"]
    )
    said = Said(columns={Field.DATE: "Wann", Field.EVENT: "Was"})
    [entry] = interpret(read_content("a.pdf", content), said).entries()

    assert (entry.when.edtf, entry.event, entry.cells["Tat"]) == ("2016-05-03", "Visit", "Letter")
    with pytest.raises(Trouble, match="has no column that could be its dates"):
        read(content)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Dear colleague, here is what we know.", "has no table whose headings can be recognised"),
        ("", "has no words that can be read"),
    ],
)
def test_a_pdf_without_a_table_is_refused_with_what_to_do(written, why):
    with pytest.raises(Trouble, match=why) as refused:
        read(typst.compile(written.encode()))
    assert refused.value.do == "Ask the agency for the Word or Excel file it was made from."


def test_a_scanned_page_among_others_refuses_the_whole_by_its_number():
    with pikepdf.open(io.BytesIO(pdf(invented_rows("scan", 5)))) as document:
        picture = pikepdf.Stream(document, zlib.compress(b"\x80" * 300))
        picture.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=10,
            Height=10,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.FlateDecode,
            Length=len(zlib.compress(b"\x80" * 300)),
        )
        page = document.add_blank_page()
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=document.make_indirect(picture)))
        page.Contents = pikepdf.Stream(document, b"q 500 0 0 500 0 0 cm /Scan Do Q")
        made = io.BytesIO()
        document.save(made)

    with pytest.raises(Trouble, match=r"a\.pdf, page 2 has a page without words that can be read"):
        read(made.getvalue())


def changed(change, **saving):
    with pikepdf.open(io.BytesIO(pdf(invented_rows("changed", 3)))) as document:
        change(document)
        made = io.BytesIO()
        document.save(made, **saving)
    return made.getvalue()


def with_a_form(document):
    field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="a", V="words filled in"))
    document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))


def test_a_locked_pdf_and_a_form_are_refused():
    locked = changed(lambda document: None, encryption=pikepdf.Encryption(user="u", owner="o"))

    with pytest.raises(Trouble, match="is protected with a password"):
        read(locked)
    with pytest.raises(Trouble, match="is a form, whose filled-in words cannot be read"):
        read(changed(with_a_form))


def test_a_pdf_under_another_name_is_refused_and_one_that_is_none_too():
    with pytest.raises(Trouble, match=r"a\.docx is not what its name says: it is a PDF"):
        read(pdf(invented_rows("named", 3)), "a.docx")
    with pytest.raises(Trouble, match=r"a\.pdf is not what its name says: it is plain text"):
        read(word_table([["Date", "Event"]]).replace("<", "[").encode())


def test_entries_of_a_pdf_are_entries_like_others():
    """What runs at the head of one page alone is a title, and has its own row."""
    [entry] = read(pdf([["3/5/2016", "10:30", "HV", "Visit", "Letter"]])).entries()

    assert isinstance(entry, Entry)
    assert entry.when.edtf == "2016-05-03T10:30:00"
    assert entry.place.as_json() == {"file": "a.pdf", "part": "", "row": 1003}


def test_a_date_that_is_held_keeps_its_row_to_itself_where_no_line_is_drawn():
    rows = [
        ["31/06/2015", "", "HV", "Visit", ""],
        ["04.01.30", "", "HV", "Call", ""],
        ["n/k", "", "HV", "Seen", ""],
    ]
    returned = read(pdf([*rows, ["12.01.29", "", "HV", "Letter", ""]]))

    assert [one.cells["What happened"] for one in unplaced(returned)] == ["Visit", "Call", "Seen"]
    assert [entry.event for entry in returned.entries()] == ["Letter"]


def put_in_its_place(monkeypatch, tmp_path, program):
    """Another program than ours reads the PDF."""
    (tmp_path / "other.py").write_text(program)
    monkeypatch.setattr(pdf_words, "__file__", str(tmp_path / "other.py"))


BROKEN_OFF = r"a\.pdf could not be read, as the program that reads PDFs broke off \(with code -?\d+\)"


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("raise ImportError('no PDFium here')", BROKEN_OFF),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", BROKEN_OFF),
        ("print('[1, 2'); raise SystemExit(0)", BROKEN_OFF),
        ("print('\"damaged\"')", "is damaged"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "asks for far more work"),
        pytest.param("import time; time.sleep(30)", "asks for far more work", marks=pytest.mark.slow),
    ],
)
def test_a_reader_that_breaks_off_is_said_apart_from_a_file_that_asks_too_much(
    monkeypatch, tmp_path, program, why
):
    put_in_its_place(monkeypatch, tmp_path, program)
    monkeypatch.setattr(pdf_return, "PATIENCE", 2)

    with pytest.raises(Trouble, match=why):
        read_content("a.pdf", b"%PDF-1.7")


def test_a_reader_that_cannot_be_started_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))

    with pytest.raises(Trouble, match=r"the program that reads PDFs did not start \(No such file") as refused:
        read_content("a.pdf", b"%PDF-1.7")
    assert "looks after this installation" in refused.value.do


@pytest.mark.parametrize(
    "system",
    [
        "sys.modules['resource'] = None",
        "import resource; resource.setrlimit = lambda *_: int('refused')",
        "import resource; del resource.RLIMIT_AS",
    ],
)
def test_a_pdf_is_read_where_the_system_sets_no_ceilings(monkeypatch, tmp_path, system):
    ours = f"import runpy, sys; {system}; runpy.run_path({pdf_words.__file__!r}, run_name='__main__')"
    put_in_its_place(monkeypatch, tmp_path, ours)

    assert told(read(pdf(rows := invented_rows("system", 3)))) == rows
