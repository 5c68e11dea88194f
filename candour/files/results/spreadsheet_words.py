"""Words in a spreadsheet that a person opens: never a formula, whatever an agency typed."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutral(words: str) -> str:
    """The words, with `'` before them where a spreadsheet could take them for a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words
