"""The second net: numbers, addresses and days by their form, with their check digits."""

from __future__ import annotations

import pytest

from candour.domain.nets import Form, identifiers


@pytest.mark.parametrize(
    ("text", "words", "form", "valid"),
    [
        ("NHS no. 943 476 5919 given", "943 476 5919", Form.NHS_NUMBER, True),
        ("NHS no. 9434765918 given", "9434765918", Form.NHS_NUMBER, False),
        ("NI AB 12 34 56 C given", "AB 12 34 56 C", Form.NI_NUMBER, True),
        ("NI QQ123456C given", "QQ123456C", None, None),
        ("near ls2 9jt now", "ls2 9jt", Form.POSTCODE, None),
        ("ring (01632) 960123 now", "(01632) 960123", Form.TELEPHONE, None),
        ("ring +44 7700 900123 now", "+44 7700 900123", Form.TELEPHONE, None),
        ("to duty.team@fenshire.example now", "duty.team@fenshire.example", Form.EMAIL, None),
        ("see https://fenshire.example/a?b=1.", "https://fenshire.example/a?b=1", Form.URL, None),
        ("posts as @mad_dog.9 now", "@mad_dog.9", Form.SOCIAL_MEDIA, None),
        ("a van, AB51 CDE, outside", "AB51 CDE", Form.VEHICLE, None),
        ("a van, H123 ABC, outside", "H123 ABC", Form.VEHICLE, None),
        ("ref FW/2014/00382 is ours", "FW/2014/00382", Form.CASE_NUMBER, None),
        ("on Tuesday 12th May 2014 then", "Tuesday 12th May 2014", Form.DAY, None),
        ("on 12.5.14 then", "12.5.14", Form.DAY, None),
        ("aged 7 then", "7", Form.AGE, None),
        ("a seven year old boy", "seven year old", Form.AGE, None),
        ("a 7-year-old boy", "7-year-old", Form.AGE, None),
        ("at 11/12 she sat", "11/12", Form.AGE, None),
    ],
)
def test_an_identifier_is_known_by_its_form(
    text: str, words: str, form: Form | None, valid: bool | None
) -> None:
    held = [(one.words, one.form, one.valid) for one in identifiers(text)]

    assert held == [(words, form, valid)] or form is None


@pytest.mark.parametrize("text", ["page 12 of it", "5 mls at 10", "Ate 2 slices", "level 3", "it cou1d be"])
def test_a_plain_number_is_no_identifier(text: str) -> None:
    assert identifiers(text) == ()


def test_a_day_is_read_by_the_grammar_of_days() -> None:
    [one] = identifiers("seen on 12.5.14 then")

    assert one.moment is not None
    assert one.moment.edtf == "2014-05-12"
