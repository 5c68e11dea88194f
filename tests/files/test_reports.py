"""The finished reports: every word there, none a command, the same bytes each time, and read back."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

import pikepdf
import pypdf
import pytest
from lxml import html as lxml_html

from candour.domain.disclosure import Audience, Paragraph, Part, Source, View, view
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import Verdict
from candour.files.reports import glyphs
from candour.files.reports.gate import check_files
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf

CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Robin Ashby-Thorne", ("Robbie",), "Child Wren"),
        Person("mother", PersonKind.ADULT, "Delia Thorne", (), "Mother"),
        Person("hospital", PersonKind.AGENCY, "Millbrook Hospital", (), "Hospital 1"),
    )
)
HOSTILE = (
    '#read("/etc/passwd") $x^2$ *b* _i_ `c` \\u{41} [l] @k <script>alert(1)</script> </style> &amp; -- "q"'
)
MARK = "Copy for Lead Reviewer 1, 14 October 2014"


def source(*typed: str) -> Source:
    texts = typed or ("[[mother]] and [[wren]] moved on [[on 2014-02-11]].",)
    closed = Paragraph("[[wren]] was ill at [[hospital]].", Audience.CLOSED, "health", "It concerns health.")
    parts = (Part("The move", tuple(map(Paragraph, texts))), Part("After it", (closed,)))
    return Source("Review of [[wren]]", "2026/014", parts, invented=True)


def shown(audience: Audience, *typed: str) -> View:
    return view(source(*typed), CAST, audience)


OPEN, CLOSED = shown(Audience.OPEN), shown(Audience.CLOSED)


def files_of(one: View) -> dict[str, bytes]:
    return {"report.html": report_html(one), "report.pdf": report_pdf(one)}


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def words_of(text: str) -> str:
    return " ".join(text.split())


def page_words(page: bytes) -> str:
    return words_of(lxml_html.fromstring(page).find("body").text_content())


def roles_in(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/P" in thing:
            yield str(thing["/S"])


def test_the_open_files_are_clean_and_the_closed_ones_leak_by_the_same_strict_check() -> None:
    opened = check_files(files_of(OPEN), CAST.register())
    closed = check_files(files_of(CLOSED), CAST.register())

    assert [(one.file, one.verdict) for one in opened] == [
        ("report.html", Verdict.CLEAN),
        ("report.pdf", Verdict.CLEAN),
    ]
    assert [one.verdict for one in closed] == [Verdict.LEAK, Verdict.LEAK]


def test_a_name_typed_into_an_open_paragraph_is_found_with_its_place() -> None:
    leaking = shown(Audience.OPEN, "[[mother]] said that Robbie was ill.")

    found = check_files(files_of(leaking), CAST.register())

    assert [{leak.item for leak in one.leaks} for one in found] == [{"people[0].aliases[0]"}] * 2
    assert all(leak.where for one in found for leak in one.leaks)
    assert "page 1" in {leak.where.split(",")[0] for leak in found[1].leaks}


def test_a_name_of_a_file_that_leads_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="plain name"):
        check_files({"../report.pdf": b"%PDF"}, CAST.register())


def test_a_register_that_could_find_nothing_is_refused() -> None:
    with pytest.raises(Trouble, match="could find nothing"):
        check_files(files_of(OPEN), Cast(()).register())


@pytest.mark.parametrize("audience", Audience)
def test_the_same_view_gives_the_same_bytes(audience: Audience) -> None:
    assert files_of(shown(audience)) == files_of(shown(audience))


def test_hostile_text_arrives_as_words_in_both_formats() -> None:
    hostile = shown(Audience.OPEN, HOSTILE + " \u202eturned\u202c 🙂 end")
    page, pdf = report_html(hostile), report_pdf(hostile)

    assert words_of(HOSTILE) + " turned 🙂 end" in page_words(page)
    assert page.count(b"<script") == 0
    assert re.sub(r"\s", "", HOSTILE + "turned[slightly smiling face]end") in re.sub(
        r"\s", "", "".join(pages_of(pdf))
    )
    assert [one.verdict for one in check_files(files_of(hostile), CAST.register())] == [Verdict.CLEAN] * 2


def test_every_open_paragraph_is_read_back_in_order() -> None:
    typed = [f"This is what was said, place {n}, of [[mother]] at length." * 4 for n in range(1, 60)]
    long = shown(Audience.OPEN, *typed)
    page, pdf = page_words(report_html(long)), re.sub(r"\s", "", "".join(pages_of(report_pdf(long))))
    feet = re.compile(r"Openreport·Review2026/014Page\d+of\d+")

    paragraphs = [paragraph.words for paragraph in long.paragraphs]
    in_page = [page.find(f"{n}{words}") for n, words in enumerate(paragraphs, 1)]
    bare = feet.sub("", pdf)
    in_pdf = [bare.find(re.sub(r"\s", "", words)) for words in paragraphs]

    assert min(in_page) >= 0
    assert min(in_pdf) >= 0
    assert (in_page, in_pdf) == (sorted(in_page), sorted(in_pdf))


def test_the_pdf_is_tagged_with_language_title_and_headings() -> None:
    with pikepdf.open(io.BytesIO(report_pdf(OPEN))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Review of Child Wren"
        assert "/CreationDate" not in pdf.docinfo
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
        roles = [*roles_in(pdf)]
        assert roles.count("/H1") + roles.count("/H2") == 2
        assert roles.count("/P") >= 2


def test_every_page_of_a_closed_pdf_says_closed_and_whose_copy_it_is() -> None:
    pages = pages_of(report_pdf(shown(Audience.CLOSED, *["Words of a long report. " * 40] * 12), mark=MARK))

    assert len(pages) > 2
    assert [page for page in pages if "CLOSED" not in page or MARK not in page] == []
    assert [page for n, page in enumerate(pages, 1) if f"Page {n} of {len(pages)}" not in page] == []


def test_the_page_stands_alone_and_says_what_it_is() -> None:
    page = report_html(OPEN)
    root = lxml_html.fromstring(page)

    assert root.get("lang") == "en-GB"
    assert root.findtext(".//title") == "Review of Child Wren: open report"
    assert [one.tag for one in root.iter("h1", "h2", "h3")] == ["h1", "h2", "h2"]
    assert root.xpath("//script | //img | //link | //@src | //@href | //@style | //iframe") == []
    assert "Open report · Review 2026/014" in page_words(page)
    assert "Every person, place, board and agency in this report is invented." in page_words(page)
    assert "2Paragraph 2 is in the closed report. It concerns health." in page_words(page)
    assert len(page) < 100_000


def test_a_closed_page_carries_its_mark_and_the_reason_of_each_closed_paragraph() -> None:
    words = page_words(report_html(CLOSED, mark="Copy for <Reviewer>"))

    assert words.startswith("CLOSED Copy for <Reviewer>")
    assert "Closed reason: health" in words


def test_letters_that_the_typeface_has_are_left_and_others_are_named() -> None:
    assert (
        glyphs.shown("Zoë Müller’s “naïve” – Łódź, Анна, Ελένη") == "Zoë Müller’s “naïve” – Łódź, Анна, Ελένη"
    )
    assert glyphs.shown("👍\ufe0f \U000e0041") == "[thumbs up sign] "
    assert glyphs.shown("木") == "[cjk unified ideograph-6728]"


def test_a_font_without_letters_is_said_not_taken_for_an_empty_one() -> None:
    with pytest.raises(ValueError, match="no character map"):
        glyphs._mapped(struct.pack(">IHHHH", 0x00010000, 0, 0, 0, 0))
