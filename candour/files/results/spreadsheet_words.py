"""Words in a spreadsheet that a person opens: never a formula, whatever was typed, and what fits a cell."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32_767
"""Characters as UTF-16 counts them; Excel's own limit."""


def neutral(words: str) -> str:
    """The words, with `'` before them where a spreadsheet could take them for a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def fitting(words: str) -> str:
    """As much of the words as a cell holds, cut between characters."""
    if len(words) <= LONGEST_CELL // 2:
        return words
    return words.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
