"""A bundle read back by other code than made it: stamps, index, links, bookmarks, labels, tags."""

from __future__ import annotations

import io
import time

import pikepdf
import pypdf
import pypdfium2
import pytest

from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.trouble import Trouble
from candour.files.hearing.bundle_pdf import bundle_pdf
from candour.files.hearing.contents import (
    Bundle,
    BundleMade,
    Grid,
    NotTaken,
    Paper,
    Passage,
    Picture,
    Tab,
    Written,
)
from candour.files.hearing.flattened import taken_in
from candour.files.hearing.from_files import body_of_file
from candour.files.open_text.checking import Verdict
from candour.files.reports.gate import check_files
from tests.files.accessible_pdf import faults_of
from tests.files.hearing.sent import jpeg_with_place, many_pages, png

MARK = "Bundle 1, copy 2, for HM Coroner, 3 June 2014"
LETTER = Paper("Letter to the mother", Written((Passage("Dear mother, we begin."),), "Written in June"))
ROWS = tuple((str(n), "3 June 2014", f"Visit {n}.") for n in range(2, 160))
TABLE = Paper("Chronology", Written((Grid(("Row", "Date", "Event"), ROWS),)))
GONE = Paper("Statement", NotTaken("it is locked with a password"), "Fenshire Police")


def of(*papers: Paper, closed: bool = True) -> Bundle:
    tabs = (Tab("First papers", papers[:2]), Tab("Further papers", papers[2:])) if papers[2:] else ()
    return Bundle(
        title="Review of Child Wren",
        number="2014/003",
        heard="Directions, 3 June 2014",
        closed=closed,
        called="HM Coroner",
        mark=MARK if closed else "",
        invented=True,
        tabs=tabs or (Tab("Papers", papers),),
    )


@pytest.fixture(scope="module")
def made() -> BundleMade:
    sent = Paper("Police return", taken_in(many_pages(5)), "Fenshire Police")
    wide = Paper("Plan of the house", taken_in(many_pages(2, 1190, 600)))
    picture = Paper("Photograph", Picture(png(), "png"))
    return bundle_pdf(of(sent, TABLE, GONE, wide, picture, LETTER))


def test_each_page_bears_its_own_bundle_page(made: BundleMade) -> None:
    read = pypdf.PdfReader(io.BytesIO(made.content))

    assert len(read.pages) == made.pages
    for number, page in enumerate(read.pages, 1):
        assert f"Bundle page {number}\n" in f"{page.extract_text()}\n"
    assert read.page_labels == [str(number) for number in range(1, made.pages + 1)]


def test_the_index_tells_the_pages_on_which_papers_are(made: BundleMade) -> None:
    texts = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.content)]
    index = texts[1]
    for line in made.index:
        if line.why:
            assert (line.first, line.last) == (0, 0)
            assert f"Not in the bundle: {line.why}" in index
            continue
        told = str(line.first) if line.first == line.last else f"{line.first} to {line.last}"
        assert told in index
        assert line.title in texts[line.first - 1]
    taken = [line for line in made.index if not line.why]
    assert [line.first for line in taken] == [3, *(line.last + 1 for line in taken[:-1])]
    assert taken[-1].last == made.pages
    assert "Sent page 5" in texts[taken[0].last - 1]


def test_links_lead_from_the_index_to_each_paper_and_back(made: BundleMade) -> None:
    read = pypdf.PdfReader(io.BytesIO(made.content))
    there = {name: read.get_destination_page_number(place) for name, place in read.named_destinations.items()}
    led = [there[note.get_object()["/Dest"]] + 1 for note in read.pages[1]["/Annots"]]

    assert [*dict.fromkeys(led)] == [line.first for line in made.index if not line.why]
    for line in made.index:
        if not line.why:
            back = [note.get_object()["/Dest"] for note in read.pages[line.first - 1]["/Annots"]]
            assert [there[one] for one in back] == [1]


def test_bookmarks_stand_in_the_order_of_the_papers(made: BundleMade) -> None:
    read = pypdf.PdfReader(io.BytesIO(made.content))

    def lines(outline: list, depth: int = 0):  # type: ignore[no-untyped-def,type-arg]
        for one in outline:
            if isinstance(one, list):
                yield from lines(one, depth + 1)
            else:
                yield depth, one.title, read.get_destination_page_number(one) + 1

    told = list(lines(read.outline))
    assert told[:2] == [(0, "Index", 2), (0, "Tab 1. First papers", 3)]
    assert [(title, page) for depth, title, page in told if depth == 1] == [
        (line.title, line.first) for line in made.index if not line.why
    ]
    assert [page for _, _, page in told] == sorted(page for _, _, page in told)


def test_a_closed_bundle_bears_its_mark_on_each_page_and_an_open_one_none(made: BundleMade) -> None:
    for page in pypdf.PdfReader(io.BytesIO(made.content)).pages:
        assert f"CLOSED {MARK}" in page.extract_text().replace("\n", " ")
    text = pypdf.PdfReader(io.BytesIO(bundle_pdf(of(LETTER, closed=False)).content)).pages[0].extract_text()
    assert "CLOSED" not in text
    assert "Open bundle" in text


def test_it_is_tagged_and_the_same_papers_give_the_same_bytes(made: BundleMade) -> None:
    assert faults_of(made.content) == []
    bundle = of(Paper("Police return", taken_in(many_pages(2))), LETTER)
    assert bundle_pdf(bundle).content == bundle_pdf(bundle).content


def test_no_page_keeps_a_drawing_of_another(made: BundleMade) -> None:
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        shown = [len(page.resources.get("/XObject", {})) for page in pdf.pages]
    first = made.index[0]
    assert shown[first.first - 1 : first.last] == [1] * 5


def test_a_picture_tells_nothing_of_itself_and_a_damaged_one_costs_only_itself() -> None:
    bundle = of(
        Paper("Photograph", body_of_file("a.jpg", jpeg_with_place())),
        Paper("Damaged", body_of_file("b.png", png()[:60])),
    )
    found = bundle_pdf(bundle)

    assert b"Quillwort" in jpeg_with_place()
    with pikepdf.open(io.BytesIO(found.content)) as pdf:
        streams = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert not any(b"Quillwort" in one for one in streams)
    assert [line.why for line in found.index] == ["", "it is a damaged picture"]


def test_a_bundle_of_nothing_is_refused() -> None:
    with pytest.raises(Trouble, match="None of the papers"):
        bundle_pdf(of(GONE))


@pytest.mark.parametrize(("words", "verdict"), [("All well.", "clean"), ("So says Zephyrine Quill.", "leak")])
def test_the_gate_reads_a_bundle_as_it_reads_a_report(words: str, verdict: Verdict) -> None:
    secret = Person("mother", PersonKind.ADULT, "Zephyrine Quill", pseudonym="Mother")
    sent = Paper("The open report", taken_in(many_pages(2)))
    found = bundle_pdf(of(sent, Paper("Note", Written((Passage(words), Passage("x" * 60)))), closed=False))
    (checked,) = check_files({"bundle.pdf": found.content}, Cast((secret,)).register())

    assert checked.verdict == verdict
    if verdict == "leak":
        assert [leak.where for leak in checked.leaks] == ["page 5"]


@pytest.mark.slow
def test_five_hundred_pages_are_made_in_reasonable_time() -> None:
    begun = time.process_time()
    rows = tuple(
        (str(n), "3 June 2014", "What was seen at the visit. " * 5, "None", "HV") for n in range(3000)
    )
    grid = Grid(("Row", "Date", "Event", "Action", "Who"), rows)
    found = bundle_pdf(of(Paper("Sent", taken_in(many_pages(350))), Paper("All", Written((grid,)))))

    assert found.pages > 450
    assert time.process_time() - begun < 40
