"""Is a number one that could have been given out? Check digits and the letters that are never used."""

from __future__ import annotations

import re

_NI = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]?")


def is_nhs_number(digits: str) -> bool:
    """Ten digits of which the last is the check digit: 11 less the weighted sum of the others, modulo 11.

    NHS Data Dictionary: weights 10 to 2; 11 is written 0; a number whose check would be 10 is never given.
    """
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()):
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - weighted % 11) % 11
    return check != 10 and check == int(digits[9])


def is_ni_number(text: str) -> bool:
    """Two letters that HM Revenue and Customs uses, six digits, and A to D, which may be left out."""
    return bool(_NI.fullmatch(text.upper()))
