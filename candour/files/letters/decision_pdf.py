"""A decision letter as a tagged PDF (PDF/UA-1), set by typst: every word is data, never a command."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from candour.files.letters.decision_words import DecisionLetter
from candour.files.reports.glyphs import FONTS, shown

_TEMPLATE = Path(__file__).with_name("decision.typ")


def decision_pdf(letter: DecisionLetter) -> bytes:
    """The PDF, the same bytes for the same letter."""
    made: bytes = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"letter": json.dumps(_in_our_letters(asdict(letter)))},
        pdf_standards=["ua-1"],
    )
    return made


def _in_our_letters(value: Any) -> Any:
    """The same value with every word in letters that the typeface has."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {name: _in_our_letters(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_in_our_letters(one) for one in value]
    return value
