"""The first net: one of the cast is found however the name is written, and an everyday word is let be."""

from __future__ import annotations

import pytest

from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.nets import How, anonymised, mentions, personalised

HUMAN = PersonKind.ADULT
CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Katherine Ollerdew", ("Bean",), "Child C"),
        Person("mother", HUMAN, "Rose Ashby-Thorne", (), "Mother", former=("Rose Quarrie",)),
        Person("page", HUMAN, "Siobhán O'Shea Page"),
        Person("da", HUMAN, "Rui da Silva", (), "Stepfather"),
        Person("worker", PersonKind.PROFESSIONAL, "Jon Stillwater", (), "Social Worker 2"),
        Person("trust", PersonKind.AGENCY, "Hollin Children's Services"),
        Person("town", PersonKind.PLACE, "Eastmarsh", (), "Eastmarsh"),
        Person("home", PersonKind.ADDRESS, "Flat 2, 54 Queen's Avenue, EM4 7QZ"),
        Person("case", PersonKind.CASE_NUMBER, "FW-2010-00237"),
        Person("tag", PersonKind.SOCIAL_MEDIA, "@its_kathy12"),
    )
)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.key, one.words) for one in mentions(text, CAST)]


@pytest.mark.parametrize(
    ("text", "key", "words", "how"),
    [
        ("saw Katherine Ollerdew there", "wren", "Katherine Ollerdew", How.EXACT),
        ("saw KATHERINE there", "wren", "KATHERINE", How.FOLDED),
        ("then katherine left", "wren", "katherine", How.FOLDED),
        ("saw Kathy there", "wren", "Kathy", How.NICKNAME),
        ("saw Bean there", "wren", "Bean", How.ALIAS),
        ("saw Miss K. Ollerdew there", "wren", "Miss K. Ollerdew", How.EXACT),
        ("the Ollerdews left", "wren", "Ollerdews", How.PLURAL),
        ("seen with K.O. then", "wren", "K.O.", How.INITIALS),
        ("seen with KO then", "wren", "KO", How.INITIALS),
        ("Ollerdew, Katherine was seen", "wren", "Ollerdew, Katherine", How.EXACT),
        ("by Kahterine again", "wren", "Kahterine", How.NEAR),
        ("by Olerdew again", "wren", "Olerdew", How.NEAR),
        ("by Kathcrine again", "wren", "Kathcrine", How.NEAR),
        ("Oller-\ndew rang", "wren", "Oller-\ndew", How.SPLIT),
        ("Katherine\n> Ollerdew rang", "wren", "Katherine\n> Ollerdew", How.SPLIT),
        ("as Mrs Quarrie then", "mother", "Mrs Quarrie", How.FORMER),
        ("as Ashby–Thorne said", "mother", "Ashby–Thorne", How.EXACT),
        ("Siobhan was in", "page", "Siobhan", How.EXACT),
        ("the OShea house", "page", "OShea", How.FOLDED),
        ("Mr Rui da Silva rang", "da", "Mr Rui da Silva", How.EXACT),
        ("to Hollin Childrens Services today", "trust", "Hollin Childrens Services", How.EXACT),
        ("at 54 Queens Ave, EM4 7QZ.", "home", "54 Queens Ave, EM4 7QZ", How.ADDRESS),
        ("at em47qz now", "home", "em47qz", How.NUMBER),
        ("see fw 2010/00237", "case", "fw 2010/00237", How.NUMBER),
        ("on Its_Kathy12 again", "tag", "Its_Kathy12", How.HANDLE),
        ("on @its_kathy1 again", "tag", "@its_kathy1", How.NEAR),
        ("to jon.stillwater@council.example now", "worker", "jon.stillwater", How.JOINED),
        ("see KatherineOllerdew_v2.pdf", "wren", "KatherineOllerdew", How.JOINED),
        ("seen with R.A.T. then", "mother", "R.A.T.", How.INITIALS),
        (
            "at 54 Queen's Avenue, Eastmarsh, EM4 7QZ.",
            "home",
            "54 Queen's Avenue, Eastmarsh, EM4 7QZ",
            How.ADDRESS,
        ),
        ("It ended. Rose arr 21:40 at the flat", "mother", "Rose", How.EXACT),
        ("HEALTH: Rose is well", "mother", "Rose", How.EXACT),
        ("can u ring kather now", "wren", "kather", How.NICKNAME),
        ("HV OLLERDEW, Katherine rang", "wren", "HV OLLERDEW, Katherine", How.EXACT),
        ("r page not seen", "page", "page", How.EXACT),
        ("she uses katherine.ollerdew26 there", "wren", "katherine.ollerdew26", How.JOINED),
        ("asked Hollin about it", "trust", "Hollin", How.EXACT),
        ("SP: And then what?", "page", "SP", How.INITIALS),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, key: str, words: str, how: How) -> None:
    [one] = mentions(text, CAST)

    assert (one.key, one.words) == (key, words)
    assert one.how in (how, How.FOLDED)
    assert text[one.start : one.end] == one.words


def test_a_name_that_two_of_the_cast_share_tells_both() -> None:
    brother = Person("brother", PersonKind.CHILD, "Ned Ollerdew")
    [one] = mentions("the Ollerdew flat", Cast((*CAST.people, brother)))

    assert one.keys == ("brother", "wren")


def test_two_names_side_by_side_are_two() -> None:
    brother = Person("brother", PersonKind.CHILD, "Ned Ollerdew")
    cast = Cast((*CAST.people, brother))

    told = [(one.words, one.keys) for one in mentions("Present: K Ollerdew, Ned. T. Ollerdew Ned rang", cast)]

    assert [words for words, _ in told] == ["K Ollerdew", "Ned", "T. Ollerdew", "Ned"]
    assert [keys for _, keys in told][1] == ("brother",)


def test_a_place_that_two_of_the_cast_are_called_by_tells_both() -> None:
    home = Person("farm", PersonKind.ADDRESS, "Upper Marlbeck, EM4 8AA")
    place = Person("village", PersonKind.PLACE, "Upper Marlbeck")
    [one] = mentions("seen in Upper Marlbeck", Cast((home, place)))

    assert {*one.keys} == {"farm", "village"}


def test_a_possessive_is_the_name_and_says_so() -> None:
    [one] = mentions("It was Stillwater’s note.", CAST)

    assert (one.words, one.possessive) == ("Stillwater", True)


def test_a_seldom_word_in_small_letters_is_a_name_unless_an_article_stands_before_it() -> None:
    cast = Cast((Person("ruby", PersonKind.CHILD, "Ruby Ollerdew"),))

    assert [one.words for one in mentions("wheres ruby now? a ruby ring, the ruby one", cast)] == ["ruby"]


def test_initials_that_all_records_use_are_denied_by_their_place() -> None:
    cast = Cast((Person("sw", HUMAN, "Susan Wragmoor"),))

    assert [one.start for one in mentions("SW: I did. The SW rang SW Hill. Told by SW.", cast)] == [0, 40]


def test_re_before_a_colon_speaks_only_where_others_of_the_cast_speak_too() -> None:
    cast = Cast((Person("re", HUMAN, "Rita Eames"), Person("al", HUMAN, "Alun Loach")))
    told = mentions("AL: When?\nRE: On Sunday.\n", cast), mentions("To the clerk\nRE: the lease\n", cast)

    assert [[one.key for one in several] for several in told] == [["al", "re"], []]


def test_families_make_a_z_of_an_r() -> None:
    cast = Cast((Person("one", HUMAN, "Angharad Loach"),))

    assert [one.words for one in mentions("told by Haz there", cast)] == ["Haz"]


def test_an_address_is_one_though_its_town_stands_in_another_address_too() -> None:
    homes = ("28 Mill Lane, Port Ellwick, ZX1 5JG", "3 Kiln Road, Port Ellwick, ZA4 8BG")
    cast = Cast(tuple(Person(f"home-{n}", PersonKind.ADDRESS, one) for n, one in enumerate(homes)))
    [one] = mentions(f"seen at {homes[0]} today", cast)

    assert (one.key, one.words) == ("home-0", homes[0])


def test_a_stranger_s_short_name_is_not_a_slip_of_the_cast_s() -> None:
    assert found("and Wat Brindle came") == []


def test_public_names_are_nobody_s_secret() -> None:
    assert found("They moved to Eastmarsh.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Page 3 of 12.",
        "She rose at six and put the page down.",
        "Rose at six, and then went out.",
        "They turned to page 12.",
        "Bean bags and a sofa.",
        "i had to see page 3 of it",
        "its page is torn",
        "they have page numbers tonight",
        "price: 3\npage: 4\n",
        "Dear colleague,\nPage numbers are missing.",
    ],
)
def test_an_everyday_word_that_is_also_a_name_is_let_be(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We asked Rose about it.", "Rose"),
        ("Rose said so.", "Rose"),
        ("Rose's coat was wet.", "Rose"),
        ("Rose, Tom and others came.", "Rose"),
        ("told by rose that it was so", "rose"),
        ("he saw ms page there", "ms page"),
        ("Mrs Page rang.", "Mrs Page"),
        ("dont let rose in", "rose"),
        ("he says jon hit rose last nite", "rose"),
        ("been to see rose again", "rose"),
        ("asking for rose again", "rose"),
        ("hiya its rose can u ring", "rose"),
        ("mum says rose can come", "rose"),
        ("can u have rose 2nite", "rose"),
        ("hes got rose and kathy", "rose"),
        ("roses mate was there", "roses"),
        ("Pupil(s): rose; two others", "rose"),
        ('\nrose: "I went home"', "rose"),
        ("Seen by both,\nRose and the dog", "Rose"),
        ("Rose Q said so", "Rose"),
    ],
)
def test_an_everyday_word_that_is_a_name_where_it_stands_is_found(text: str, words: str) -> None:
    assert words in [one for _, one in found(text)]


def test_a_text_goes_under_pseudonyms_and_back_again() -> None:
    told = anonymised("Kathy and Mrs Ashby-Thorne saw Jon Stilwater's car.", CAST)

    assert told == "Child C and Mother saw Social Worker 2's car."
    assert personalised(told, CAST) == "Katherine Ollerdew and Rose Ashby-Thorne saw Jon Stillwater's car."
