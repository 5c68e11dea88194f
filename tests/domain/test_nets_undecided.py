"""The third net: each capital, unknown word and number waits until somebody decides."""

from __future__ import annotations

from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.nets import Sign, Why, scan, suggest_cast, undecided

CAST = Cast((Person("wren", PersonKind.CHILD, "Katherine Ollerdew", (), "Child C"),))


def waiting(text: str, *decided: str) -> list[tuple[str, Why]]:
    return [(one.words, one.why) for one in undecided(text, CAST, decided)]


def test_what_nobody_decided_on_waits_with_its_reason() -> None:
    assert waiting("They met at the Tuesday Club, by the quornfeld, at 7.") == [
        ("Tuesday Club", Why.CAPITAL),
        ("quornfeld", Why.UNKNOWN),
        ("7", Why.NUMBER),
    ]


def test_what_another_net_holds_and_what_is_decided_does_not_wait() -> None:
    text = "Kathy rang 01632 960123 from the Tuesday Club. Child C slept."

    assert waiting(text, "Tuesday Club") == []
    assert waiting(text, "tuesday") == [("Club", Why.CAPITAL)]


def test_a_known_word_has_its_capital_from_the_sentence() -> None:
    assert waiting("However, she left. Didn't he?\nThen it rained.") == []


def test_one_scan_gives_what_each_net_gives() -> None:
    held = scan("Kathy rang 01632 960123 from Larkfield.", CAST)

    assert [one.words for one in held.mentions] == ["Kathy"]
    assert [one.words for one in held.identifiers] == ["01632 960123"]
    assert [one.words for one in held.undecided] == ["Larkfield"]


def test_a_cast_is_suggested_with_where_and_how_often_and_never_twice() -> None:
    text = (
        "Stepfather, Wat Brindle, rang Ms Thorne (health visitor) at 12 Acacia Avenue. "
        "Wat Brindle drives AB51 CDE. Kathy was at Hollin Hospital."
    )

    told = {one.words: (one.kind, one.sign, one.role, one.times) for one in suggest_cast(text, CAST)}

    assert told["Wat Brindle"] == (PersonKind.ADULT, Sign.RELATION, "stepfather", 2)
    assert told["Thorne"] == (PersonKind.PROFESSIONAL, Sign.ROLE, "health visitor", 1)
    assert told["12 Acacia Avenue"] == (PersonKind.ADDRESS, Sign.ADDRESS, "", 1)
    assert told["AB51 CDE"] == (PersonKind.VEHICLE, Sign.FORM, "", 1)
    assert told["Hollin Hospital"] == (PersonKind.AGENCY, Sign.CAPITALS, "", 1)
    assert "Kathy" not in told
