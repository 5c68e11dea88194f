"""What counts as a name in a text and what does not. Every name here is invented."""

from __future__ import annotations

import pytest

from candour.domain.leaks import BARRIER, SOFT, Finder, Piece, read

REGISTER = read(
    {
        "people": [
            {"name": "Dr Anna Maria Kowalski", "aliases": ["Annie K", "Bo"]},
            {"name": "Tom Goodchild-Ashe"},
            {"name": "Will May", "parts": False},
            {"name": "Rose Lee"},
            {"name": "William Probert"},
            {"name": "Jan van der Berg", "aliases": ["Little Bear"]},
            {"name": "Zoë Müller"},
            {"name": "Анна Петрова"},
            {"name": "李小明"},
        ],
        "addresses": ["Flat 3, 12 Acacia Avenue, Brentham, QX1 2BC"],
        "dates": ["1999-07-14"],
        "numbers": ["943 476 5919", "4412", "07700 900123"],
        "words": ["blue dragon"],
        "allow": ["Rose Court", "Kowalski v The Board", "14 July 1999 Order"],
    }
)
FINDER = Finder(REGISTER)


def found(text: str) -> set[str]:
    return {leak.item for leak in FINDER.find([Piece("here", text)])}


def how(text: str) -> set[str]:
    return {leak.how.value for leak in FINDER.find([Piece("here", text)])}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalski", "the Kowalskis", "KOWALSKI'S", "ms kowalski", "Maria said", "annie k",
        "Kowalski, Anna", "anna.kowalski@example.org", "Bo went",
    ],
)  # fmt: skip
def test_a_person_is_found_whole_by_alias_and_by_part(text: str) -> None:
    assert any(item.startswith("people[0]") for item in found(text))


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Mr Goodchild", "people[1].name"),
        ("Ms Ashe", "people[1].name"),
        ("Will  May", "people[2].name"),
        ("May, Will", "people[2].name"),
        ("Lee", "people[3].name"),
        ("LEE", "people[3].name"),
        ("rose", "people[3].name"),
        ("Berg", "people[5].name"),
        ("a little bear", "people[5].aliases[0]"),
        ("Mueller", "people[6].name"),
        ("ZoÃ« was", "people[6].name"),
        ("ПЕТРОВА", "people[7].name"),
        ("见到李小明了", "people[8].name"),
        ("Blue-Dragon", "words[0]"),
        ("flat 3 12 acacia ave", "addresses[0]"),
        ("12 Acacia Avenue", "addresses[0]"),
        ("No. 12 in Acacia Ave", "addresses[0]"),
        ("qx12bc", "addresses[0]"),
        ("+44 7700 900123", "numbers[2]"),
        ("ref 44-12", "numbers[1]"),
        ("NHS9434765919", "numbers[0]"),
    ],
)
def test_each_item_is_found_however_it_is_written(text: str, item: str) -> None:
    assert item in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "planned leeway", "leek", "the lee side", "good child", "Good child protection is a duty.",
        "a good\nchild", "he may; will he?", "May will decide", "Williams", "P. Robert", "van and der",
        "a bear, little or large", "Mr", "Dr", "Annandale", "Kowalskiewicz", "roseate", "Little", "bo",
        "We met 12 in Acacia Avenue",
        "112 Acacia Avenue", "12 Acacia Road", "QX1 2BCD", "19434765919", "943 476 591", "44123",
        "of 44\n12 of", "4 July 1999", "14 July", "July 1999", "14.7", "dragon, blue",
    ],
)  # fmt: skip
def test_plain_words_are_nobody(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "at Rose Court", "in KOWALSKI v the Board", "the 14 July 1999 order",
        "at Rose\nCourt",
    ],
)  # fmt: skip
def test_an_allowed_phrase_is_no_leak(text: str) -> None:
    assert found(text) == set()


def test_a_name_beside_an_allowed_phrase_is_still_a_leak() -> None:
    assert found("Rose at Rose Court") == {"people[3].name"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Dr Anna Maria Kowalski", "exact"),
        ("dr anna maria kowalski", "folded"),
        ("Kowalski", "part_of_name"),
        ("Kowalskis", "plural"),
        ("Kow-\nalski", "split"),
        ("K o w a l s k i", "split"),
        ("Dr Аnna Maria Kowalski", "homoglyph"),
        ("annakowalski", "squashed"),
        ("ikslawoK", "reversed"),
        ("Xbjnyfxv", "rot13"),
        ("K0walsk1", "lookalike_digits"),
        ("S293YWxza2k=", "base64"),
        ("4b 6f 77 61 6c 73 6b 69", "hex_coded"),
        ("Kow%61lski", "url_coded"),
        ("Kow&#97;lski", "html_coded"),
        ("\\u004bowalski", "escaped"),
        ("1999-07-14", "exact"),
        ("14th July 1999", "date_spelt"),
        ("9434765919", "number"),
        ("QX1 2BC", "postcode"),
    ],
)
def test_how_it_was_found_is_told_in_one_word(text: str, word: str) -> None:
    assert how(text) == {word}


def test_codings_are_read_through_three_coats_and_not_through_four() -> None:
    import base64

    coats = ["Kowalski is here"]
    for _ in range(4):
        coats.append(base64.b64encode(coats[-1].encode()).decode())

    assert [bool(found(coat)) for coat in coats] == [True, True, True, True, False]


def test_pieces_of_one_line_may_be_one_word_or_two() -> None:
    def leaks(*texts: str, joint: str) -> bool:
        pieces = [Piece("here", text, joint if n else None) for n, text in enumerate(texts)]
        return bool(FINDER.find(pieces))

    assert leaks("Kow", "alski", joint=SOFT)
    assert leaks("Lee", "was", joint=SOFT)
    assert leaks("Will", "May", joint="\n")
    assert not leaks("Will", "May", joint=BARRIER)


def test_a_leak_is_told_by_the_piece_in_which_it_begins() -> None:
    pieces = [Piece("line 1", "nothing"), Piece("line 2", "Anna", "\n"), Piece("line 3", "Kowalski", "\n")]

    assert {leak.where for leak in FINDER.find(pieces)} == {"line 2", "line 3"}


def test_a_raw_second_reading_adds_only_what_no_other_shows() -> None:
    pieces = [Piece("page 1", "Kowalski"), Piece("the source", "Kowalski and Goodchild", net=True)]

    assert {(leak.item, leak.where) for leak in FINDER.find(pieces)} == {
        ("people[0].name", "page 1"),
        ("people[1].name", "the source"),
    }


def test_a_word_that_the_format_uses_is_no_name_in_lower_case() -> None:
    def leaks(text: str) -> bool:
        return bool(FINDER.find([Piece("style", text, keywords=frozenset(["rose"]))]))

    assert not leaks("color: rose")
    assert leaks("content: Rose")
    assert leaks("content: Rose Lee")


def test_short_names_in_bytes_are_chance() -> None:
    def leaks(text: str) -> bool:
        return bool(FINDER.find([Piece("a font", text, shortest=6)]))

    assert not leaks("x Anna x")
    assert leaks("x Kowalski x")


def test_short_names_inside_a_run_of_code_are_chance() -> None:
    assert found("aGVsbG8gd29ybGQ/Anna/Z29vZGJ5ZSBub3cgMTIz") == set()
    assert found("files/Anna/letters") == {"people[0].name"}


def test_a_place_is_told_without_the_names_in_it() -> None:
    assert FINDER.hidden("word/Kowalski.xml, paragraph 2") == "word/….xml, paragraph 2"
    assert FINDER.hidden("page 3, a blue dragon") == "(a place whose name is secret)"
