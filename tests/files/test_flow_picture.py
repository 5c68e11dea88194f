"""The matrix of tellings: words first, the slowest by a border, nothing on the diagonal."""

from __future__ import annotations

import pytest

from candour.domain.timeline.agency_kinds import Kind
from candour.files.pictures.flow_matrix import Party, Square, flow_svg
from tests.files.seen import Seen

PARTIES = [Party("Police", Kind.POLICE), Party("School", Kind.SCHOOL), Party("Hospital", Kind.HOSPITAL)]
SQUARES = [
    Square("Police", "School", ("6 told", "1 not", "1 disputed"), "median 2 days", slow=True, href="#pair"),
    Square("School", "Hospital", ("2 told",)),
]


def drawn(squares: list[Square] = SQUARES, parties: list[Party] = PARTIES) -> str:
    return flow_svg(parties, squares, says="Six, and two.")


def test_each_square_says_its_words_and_its_days() -> None:
    words = Seen(drawn()).words()

    for one in ("6 told", "1 not", "1 disputed", "median 2 days", "2 told"):
        assert one in words


def test_the_diagonal_and_pairs_of_which_nothing_is_said_are_blank() -> None:
    svg = drawn()

    assert svg.count('class="diagonal"') == 3
    assert svg.count("<title>") == 2
    with pytest.raises(ValueError, match="no square of this matrix"):
        drawn([Square("Police", "Police", ("1 told",))])


def test_the_slowest_have_a_heavy_border_and_no_colour_of_their_own() -> None:
    svg = drawn()

    assert svg.count('class="border"') == 1
    assert svg.count('class="square slow"') == 1


def test_it_grows_wider_where_its_columns_would_be_too_narrow() -> None:
    parties = [Party(f"Agency {nth}", Kind.OTHER) for nth in range(20)]

    assert 'width="2038"' in drawn([], parties)


def test_in_a_narrow_column_the_days_take_two_lines_and_lose_no_word() -> None:
    parties = [*PARTIES, *(Party(f"Agency {nth}", Kind.OTHER) for nth in range(10))]
    seen = Seen(drawn(SQUARES, parties))

    assert {"median 2", "days"} <= set(seen.words())
    assert not seen.outside()


def test_words_of_a_return_never_become_markup() -> None:
    hostile = "<script>alert('1')</script>"
    svg = drawn([Square(hostile, "School", ("1 told",))], [Party(hostile, Kind.OTHER), PARTIES[1]])

    assert "<script" not in svg


def test_an_empty_matrix_is_a_picture_still() -> None:
    assert drawn([], []).startswith("<svg")
