"""What a reader meets: the list, a report, a finding beside its answer, the files, the withdrawn."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from candour.files.bundles import OpenFile, Paragraph, Under, UnderKind
from tests.bundles_made import ANSWER, FIGURE, PAGE, PARAGRAPHS, PDF, made_bundle, made_withdrawal
from tests.reading_room.room import Room

WORD = b"PK\x03\x04 invented for a test"
NOTE = Under(UnderKind.NOTE, "Counted by the board itself.", 1)
PAGES = [
    "/",
    "/about/",
    "/withdrawn/",
    "/reports/2014-003/",
    "/reports/2014-003/read/",
    "/reports/2014-003/findings/1/",
    "/reports/2014-003/findings/2/",
    "/reports/2011-004/read/",
    "/reports/2010-002/",
    "/reports/2010-002/findings/1/",
    "/no-such-page/",
]


@pytest.fixture(scope="module", autouse=True)
def _filled(room: Room) -> None:
    assert "No report is published here yet." in room.answer("/").text
    room.deliver("wren.zip", made_bundle())
    heron = {"review": "2013/001", "title": "Child Heron", "board": "Hallowdale Board", "invented": False}
    paragraphs = (Paragraph("1", "A <script>alert(1)</script> in words."),)
    room.deliver(
        "heron.zip",
        made_bundle(
            **heron, method="Judge-led", released_on=date(2013, 5, 2), answers=(), paragraphs=paragraphs
        ),
    )
    long = tuple(Paragraph(str(number), "Invented words. " * 60) for number in range(1, 151))
    room.deliver("long.zip", made_bundle(review="2011/004", title="Child Finch", paragraphs=long))
    corrected = {
        "review": "2010/002",
        "title": "Child Lark",
        "files": (OpenFile("report.html", PAGE), OpenFile("report.docx", WORD), OpenFile("summary.pdf", PDF)),
        "paragraphs": (replace(PARAGRAPHS[3], under=(FIGURE, NOTE)),),
        "corrected": "Figure 1 counted one transfer twice.",
        "replaces": date(2010, 5, 2),
    }
    room.deliver("lark.zip", made_bundle(**corrected))
    room.deliver("gone.zip", made_withdrawal(review="2012/009", title="A report of 2012"))
    assert room.answer("/").status == 200


def test_the_list_shows_what_is_published_newest_first(room: Room) -> None:
    text = room.answer("/").text

    assert "4 reports are published here, newest first." in text
    assert text.index("Child Wren") < text.index("Child Heron")
    assert "1 report was withdrawn" in text


@pytest.mark.parametrize(
    ("question", "there", "not_there"),
    [
        ("?board=Hallowdale+Board", "Child Heron", "Child Wren"),
        ("?year=2014", "Child Wren", "Child Heron"),
        ("?method=Judge-led", "Child Heron", "Child Wren"),
        ("?words=TRANSFERS", "Child Wren", "Child Heron"),
        ("?words=closed+plan&year=2013", "Child Heron", "Child Wren"),
    ],
)
def test_reports_are_narrowed_by_board_year_method_and_words(
    question: str, there: str, not_there: str, room: Room
) -> None:
    found = room.answer(f"/{question}").text

    assert there in found
    assert not_there not in found


def test_search_shows_headlines_and_never_words_of_the_case(room: Room) -> None:
    found = room.answer("/?words=transfers").text

    assert "Finding 1: When a family moves" in found
    assert "31 of 40" not in found


@pytest.mark.parametrize(
    "question", ["?words=%00", "?year=soon", "?page=9999", "?words=%25_%27%22", "?board=%00", "?year=0000"]
)
def test_strange_questions_get_a_plain_page(question: str, room: Room) -> None:
    assert room.answer(f"/{question}").status == 200


def test_a_finding_stands_beside_the_boards_answer_finding_first(room: Room) -> None:
    text = room.answer("/reports/2014-003/findings/1/").text

    assert text.index("What the review found") < text.index("What the board answered")
    for words in ("Accepted in part", "3 October 2014", "Due 31 January 2015", "Done 1 July 2015"):
        assert words in text
    assert "Sending everything may bury what matters." in text


def test_a_done_action_is_not_yet_an_effect(room: Room) -> None:
    """The honest state stays until the board has looked, and then what it saw stands there."""
    before = room.answer("/reports/2014-003/findings/1/").text
    seen = replace(ANSWER.actions[1], effect="Of 20 asked, 4 had the record.")
    room.deliver("seen.zip", made_bundle(review="2010/001", answers=(replace(ANSWER, actions=(seen,)),)))
    after = room.answer("/reports/2010-001/findings/1/").text

    assert "Has it changed anything?" in before
    assert "Not yet looked for" in before
    assert "Of 20 asked, 4 had the record." in after
    assert "Not yet looked for" not in after


def test_a_closed_paragraph_keeps_its_number_and_gives_its_gist(room: Room) -> None:
    text = room.answer("/reports/2014-003/findings/1/").text

    assert re.search(r'class="paragraph closed" id="p35"', text)
    assert PARAGRAPHS[2].text in text


def test_every_paragraph_has_a_lasting_address(room: Room) -> None:
    assert room.answer("/reports/2014-003/paragraphs/36/").headers["Location"].endswith("/read/#p36")
    second = room.answer("/reports/2011-004/paragraphs/70/").headers["Location"]

    assert second.endswith("/read/?page=2#p70")
    assert 'id="p70"' in room.answer(second.split("#")[0]).text


def test_files_are_given_as_they_were_signed(room: Room) -> None:
    page = room.answer("/reports/2014-003/report.html")
    pdf = room.answer("/reports/2014-003/report.pdf")

    assert (page.content, pdf.content) == (PAGE, PDF)
    assert pdf.headers["Content-Type"] == "application/pdf"
    again = room.answer("/reports/2014-003/report.pdf", **{"If-None-Match": pdf.headers["ETag"]})
    assert again.status == 304


def test_a_reports_own_page_may_style_itself_and_nothing_more(room: Room) -> None:
    policy = room.answer("/reports/2014-003/report.html").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy
    assert policy.endswith("sandbox")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_light_scriptless_and_at_home(address: str, room: Room) -> None:
    page = room.answer(address)
    policy = page.headers["Content-Security-Policy"]

    assert len(page.content) < 100_000
    assert "<script" not in page.text
    assert not re.search(r'(src|href|action)="(https?:)?//|\sstyle="|\son[a-z]+="', page.text)
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Set-Cookie"] is None
    assert page.headers["Strict-Transport-Security"] is None
    assert page.headers["Cache-Control"] == ("public, max-age=60" if page.status == 200 else "no-store")


def test_words_of_a_bundle_are_never_markup(room: Room) -> None:
    assert "&lt;script&gt;alert(1)" in room.answer("/reports/2013-001/read/").text


def test_invented_reports_say_so_on_each_of_their_pages(room: Room) -> None:
    invented = [room.answer(address).text for address in PAGES if address.startswith("/reports/")]
    real = room.answer("/reports/2013-001/").text

    assert [page for page in invented if "Invented for demonstration." not in page] == []
    assert "Invented for demonstration." not in real


def test_a_withdrawn_report_is_gone_but_its_line_stays(room: Room) -> None:
    gone = room.answer("/reports/2012-009/")

    assert gone.status == 410
    assert "withdrawn on 1 February 2015" in gone.text
    assert "A paragraph could identify a living child." in room.answer("/withdrawn/").text


@pytest.mark.parametrize(
    "address",
    [
        "/reports/1999-001/",
        "/reports/2014-003/findings/9/",
        "/reports/2014-003/findings/99999999999999999999999/",
        "/reports/2014-003/paragraphs/9/",
        "/reports/2014-003/paragraphs/%00/",
        "/reports/2014-003/%00.pdf",
        "/reports/%00/",
        "/reports/2014-003/secret-key",
        "/reports/2014-003/..%2f..%2fsecret-key",
        "/../secret-key",
        "/admin/",
    ],
)
def test_what_is_not_here_is_not_found(address: str, room: Room) -> None:
    page = room.answer(address)

    assert page.status == 404
    assert "Page not found" in page.text


def test_a_corrected_report_says_what_was_corrected_and_offers_word(room: Room) -> None:
    shown, word = room.answer("/reports/2010-002/").text, room.answer("/reports/2010-002/report.docx")

    assert "Figure 1 counted one transfer twice." in shown
    assert "takes the place of the report released 2 May 2010" in shown
    assert "Executive summary, PDF" in shown
    assert word.content == WORD
    assert word.headers["Content-Type"].endswith("wordprocessingml.document")
    assert word.headers["Content-Disposition"].startswith("attachment")


def test_a_figure_stands_under_its_paragraph_with_a_box_for_each(room: Room) -> None:
    shown = room.answer("/reports/2010-002/findings/1/").text

    assert "Figure 1. Transfers of one area in one year" in shown
    assert (shown.count('class="filled"'), shown.count('class="open"')) == (9, 31)
    assert "Note 1. Counted by the board itself." in shown


def test_the_data_are_the_words_of_the_pages_and_the_same_each_time(room: Room) -> None:
    answer = room.answer("/reports/2014-003/report.json")
    data = json.loads(answer.content)

    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert answer.content == room.answer("/reports/2014-003/report.json").content
    assert [(one["number"], one["kind"], one["text"]) for one in data["paragraphs"]] == [
        (one.number, str(one.kind), one.text) for one in PARAGRAPHS
    ]
    first = data["findings"][ANSWER.finding - 1]["answered"]
    assert (first["answer"], first["answer_reason"]) == (str(ANSWER.state), ANSWER.reason)
    assert len(first["actions"]) == len(ANSWER.actions)
    assert "/reports/2014-003/report.json" in room.answer("/reports/2014-003/findings/1/").text
    assert room.answer("/reports/2012-009/report.json").status == 410


def test_a_finding_names_those_of_other_reports_under_the_same_heading(room: Room) -> None:
    page = room.answer("/reports/2014-003/findings/1/").text.partition("Findings like this one")[2]
    alike = page.partition("Other findings")[0]

    assert "/reports/2010-002/findings/1/" in alike
    assert "/reports/2014-003/" not in alike
