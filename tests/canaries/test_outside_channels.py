"""What somebody hid who had not read the checker is found; files that only resemble are clean."""

from __future__ import annotations

from hashlib import sha256

import pytest
from pikepdf import Dictionary, Name, Pdf

from candour.domain.leaks import Finder, Person, Piece, Register
from candour.files.open_text.reading import read_file
from tests.canaries import fourth_channels, outside_channels, pdf_channels, stranger_channels, word_channels
from tests.canaries.secret import REGISTER, SURNAME
from tests.cases import every

CHANNELS = (
    outside_channels.MISSED | outside_channels.FOUND | stranger_channels.MISSED | fourth_channels.MISSED
)
CLEAN_FILES = outside_channels.CLEAN_FILES | stranger_channels.CLEAN_FILES | fourth_channels.CLEAN_FILES
FINDER = Finder(REGISTER)


@every("name", CHANNELS)
def test_every_channel_of_an_outsider_is_found(name: str) -> None:
    leaks = FINDER.find(read_file("canary", CHANNELS[name]).pieces)

    assert leaks != []
    assert [leak for leak in leaks if SURNAME.lower() in FINDER.hidden(leak.where).lower()] == []


@every("name", CLEAN_FILES)
def test_a_file_that_only_resembles_is_clean(name: str) -> None:
    read = read_file("canary", CLEAN_FILES[name])

    assert FINDER.find(read.pieces) == []
    assert read.cannot == []


def test_a_part_that_a_zip_leaves_off_its_list_is_told_besides() -> None:
    assert read_file("canary", outside_channels.off_the_list()).cannot != []


def test_packed_bytes_after_the_end_of_a_pdf_are_told_besides() -> None:
    content = outside_channels.MISSED["packed bytes after the end"]

    assert read_file("canary", content).cannot != []


@pytest.mark.parametrize("behind", [stranger_channels.picture_with(b""), word_channels.clean()])
def test_a_file_behind_a_picture_is_told_whoever_has_looked_at_the_picture(behind: bytes) -> None:
    content = stranger_channels.picture_with(behind)

    assert read_file("canary.jpg", content, seen=frozenset([sha256(content).hexdigest()])).cannot != []


@pytest.mark.parametrize("text", ["C:/Users/bradley/x", "bradley@example.org", "radleyb"])
def test_a_login_of_initial_and_surname_is_a_leak(text: str) -> None:
    register = Register(people=(Person("Ben Radley"),))

    assert Finder(register).find([Piece("line 1", text)]) != []


@pytest.mark.parametrize("text", ["Bradley came", "a train", "BRADLEY"])
def test_a_name_that_looks_like_a_login_is_not_one(text: str) -> None:
    register = Register(people=(Person("Ben Radley"), Person("Tom Rain")))

    assert Finder(register).find([Piece("line 1", text)]) == []


@pytest.mark.parametrize("text", ["The rates rose. Young people said", "Hill schools were shut", "roses"])
def test_everyday_words_that_stand_like_a_name_by_chance_are_no_leak(text: str) -> None:
    register = Register(people=(Person("Rose Young", parts=False),), words=("Hill School",))

    assert Finder(register).find([Piece("line 1", text)]) == []
    assert Finder(register).find([Piece("line 1", "ROSE YOUNG")])
    assert Finder(register).find([Piece("line 1", "Rose. Young")])


FAMILY = ("Rose Young", "Grace Field", "May Day", "Will Page", "Summer Head", "June Long", "April White")
THEIRS = (
    "They moved Rose to 3 placements|rose to school|the Young children were seen|young people|the\nYoung boys"
    "|Should Will be seen|Will not seen at school|said that Summer was upset|Born:\nJune\n2009|told will"
    "|June\t2009|her sister May 2009|At the age of 3 May was placed|3\tMay|Page\t7|field|little bears dad"
)


def test_a_name_of_everyday_words_is_found_beside_any_word_and_let_be_by_what_is_allowed() -> None:
    people = (*map(Person, FAMILY), Person("Ola Kow", ("Little Bear",)))
    asked, allowing = (
        Finder(Register(people=people)),
        Register(people=people, allow=("young people", "May 2009")),
    )

    assert [text for text in THEIRS.split("|") if not asked.find([Piece("line 1", text)])] == []
    assert not Finder(allowing).find([Piece("line 1", "Young people said so in May 2009.")])


def test_a_short_name_among_the_drawing_of_a_page_is_no_chance_where_it_is_said_of_a_stretch() -> None:
    content = pdf_channels.drawn(pdf_channels.text("A note") + b"/Span <</E (Mrs O-V)>> BDC EMC")
    register = Register(people=(Person("Anna Kowalski", ("Mrs O-V",)),))

    assert Finder(register).find(read_file("canary", content).pieces)


def test_a_font_without_a_number_of_its_own_is_held_to_the_same_rules() -> None:
    """It stands in the resources of its page, as some programs write it."""

    def telling(made: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        font.ToUnicode = made.make_stream(b"1 beginbfchar <21> <0043> endbfchar")
        made.pages[0].Resources.Font.X = font

    def silent(made: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"))
        made.pages[0].Resources.Font.X = font

    assert any("font" in one for one in read_file("canary", pdf_channels.changed(telling)).warnings)
    assert any("font" in one.why for one in read_file("canary", pdf_channels.changed(silent)).cannot)


def test_a_line_that_begins_with_a_does_not_end_the_name_above_it() -> None:
    register = Register(people=(Person("Anna Pellingbrook"),))

    assert Finder(register).find([Piece("l1", "it was seen by Ann"), Piece("l2", "a lot", "\n")]) == []
