"""A corrected return beside the earlier one: each row of both is the same, changed, new or gone, once."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.corrections import Row, compare

POLICE = "Fenshire Police"


def rows(*said: str, agency: str = POLICE, first: int = 2) -> list[Row]:
    """Each "5 words of the row": the day of March, and what happened."""
    made = []
    for row, one in enumerate(said, first):
        day, _, words = one.partition(" ")
        cells = {"Date": f"{day}/3/14", "Event": words}
        made.append(Row("", row, agency, cells, date(2014, 3, int(day)), None, words))
    return made


def numbered(*said: tuple[int, str]) -> list[Row]:
    return [
        Row("", row, POLICE, {"No": str(number), "Event": words}, None, float(number), words)
        for row, (number, words) in enumerate(said, 2)
    ]


CALL, VISIT = "2 Call from a neighbour", "5 Visit to the flat by two officers"


def test_the_same_rows_are_the_same_in_any_order() -> None:
    assert compare(rows(CALL, VISIT), rows(VISIT, CALL)).same == ((0, 1), (1, 0))


def test_a_row_whose_words_were_mended_is_a_changed_one() -> None:
    found = compare(rows(CALL, VISIT), rows(CALL, "5 Visit to the flat by three officers"))

    assert (found.same, found.changed, found.new, found.gone) == (((0, 0),), ((1, 1),), (), ())


def test_a_row_whose_date_was_mended_is_a_changed_one() -> None:
    assert compare(rows(VISIT), rows("6 Visit to the flat by two officers")).changed == ((0, 0),)


def test_rows_of_one_day_that_tell_of_other_things_are_gone_and_new() -> None:
    found = compare(rows("5 Letter from school"), rows("5 Father seen asleep at noon"))

    assert (found.changed, found.new, found.gone) == ((), (0,), (0,))


def test_the_agencys_own_number_says_which_row_it_was() -> None:
    """A third of the words is enough then; without the number it would be another row."""
    before, now = numbered((7, "Home visit made, child well")), numbered((7, "Home visit not made that day"))

    assert compare(before, now).changed == ((0, 0),)
    assert compare(before, numbered((8, "Home visit not made that day"))).new == (0,)


def test_a_renumbered_return_is_matched_by_its_words() -> None:
    before = numbered((1, "Call from a neighbour"), (2, "Visit to the flat"))
    now = numbered((1, "Referral came by post"), (2, "Call from a neighbour"), (3, "Visit to the flat"))

    found = compare(before, now)

    assert (found.changed, found.new) == (((0, 1), (1, 2)), (0,))


def test_of_equal_rows_one_more_is_new_and_one_less_is_gone() -> None:
    assert compare(rows(CALL), rows(CALL, CALL)).new == (1,)
    assert compare(rows(CALL, VISIT, CALL), rows(VISIT, CALL)).gone == (2,)


def test_of_equal_rows_the_one_in_the_same_place_is_the_same() -> None:
    assert compare(rows(CALL, CALL), rows(CALL, first=3)).same == ((1, 0),)


def test_renamed_and_moved_headings_leave_a_row_the_same() -> None:
    [before] = rows(CALL)
    renamed = Row("", 2, POLICE, {"When": "2/3/14", "What": "Call from a neighbour"})
    moved = Row("", 2, POLICE, {"Event": "Call from a neighbour", "Date": "2/3/14"})

    assert compare([before], [renamed]).same == compare([before], [moved]).same == ((0, 0),)


def test_the_same_words_of_another_agency_are_not_the_same_row() -> None:
    found = compare(rows(CALL), rows(CALL, agency="Northmoor Health"))

    assert (found.same, found.changed) == ((), ((0, 0),))


SAID = st.lists(
    st.builds(
        lambda day, words: f"{day} {' '.join(words)}",
        st.integers(1, 4),
        st.lists(st.sampled_from("call visit letter child seen well".split()), min_size=1, max_size=4),
    ),
    max_size=12,
)


@given(SAID, SAID)
def test_every_row_of_both_has_one_fate(before: list[str], now: list[str]) -> None:
    found = compare(rows(*before), rows(*now))

    pairs = found.same + found.changed
    assert sorted([one for one, _ in pairs] + list(found.gone)) == list(range(len(before)))
    assert sorted([other for _, other in pairs] + list(found.new)) == list(range(len(now)))


@given(SAID, st.randoms(use_true_random=False))
def test_the_same_rows_in_another_order_change_nothing(said: list[str], shuffled: object) -> None:
    mixed = list(said)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]

    found = compare(rows(*said), rows(*mixed))

    assert (len(found.same), found.changed, found.new, found.gone) == (len(said), (), (), ())


@given(SAID, SAID)
def test_rows_that_stand_in_both_are_never_called_changed(before: list[str], now: list[str]) -> None:
    both = sum(min(before.count(one), now.count(one)) for one in set(before))

    assert len(compare(rows(*before), rows(*now)).same) == both
