"""Invented bundles for tests: what a released report of a made-up review would be sent as."""

from __future__ import annotations

from datetime import date

from candour.files.bundles import (
    Action,
    Answer,
    AnswerState,
    Bundle,
    Finding,
    OpenFile,
    Paragraph,
    ParagraphKind,
    Under,
    UnderKind,
    Withdrawal,
)

PAGE = (
    b"<!doctype html><html lang='en'><head><title>Child Wren</title><style>p{color:#111}</style></head>"
    b"<body><h1>Child Wren</h1><p id='p1'>1. All of this is invented.</p></body></html>"
)
PDF = b"%PDF-1.7\n% invented for a test\n%%EOF\n"

FINDINGS = (
    Finding(
        1,
        "When a family moves, the record follows only if someone asks for it.",
        "Patterns in cross-border work",
        ("Does the board know how often the full record travels?", "What would make it travel by default?"),
    ),
    Finding(2, "A closed plan is read as a solved problem.", "Responses to past events"),
)
FIGURE = Under(
    UnderKind.FIGURE,
    "Transfers of one area in one year",
    1,
    columns=("What came", "Transfers"),
    rows=(("Full record asked for", "9"), ("Summary only", "31")),
    alt="Each box is a transfer. Filled: full record asked for (9). Open: summary only (31).",
)
PARAGRAPHS = (
    Paragraph("1", "This review is invented, for demonstration.", part="About this report"),
    Paragraph("34", "Three times a family's papers crossed a boundary as a summary.", finding=1),
    Paragraph("35", "This concerns the health of a child who is living.", ParagraphKind.GIST, finding=1),
    Paragraph(
        "36", "31 of 40 transfers in one area, one year.", part="How widespread, how prevalent", finding=1
    ),
)
ANSWER = Answer(
    1,
    AnswerState.PARTLY,
    "We accept that the full record seldom travels.",
    (
        Action("Send the full record by default", "Children's services", date(2015, 1, 31), "stronger"),
        Action(
            "Ask 20 receiving workers",
            "Independent chair",
            date(2015, 7, 31),
            done_on=date(2015, 7, 1),
            look_on=date(2015, 7, 31),
        ),
    ),
    date(2014, 10, 3),
    "Sending everything may bury what matters.",
    "One member of the board",
)


def made_bundle(**changes: object) -> Bundle:
    fields: dict[str, object] = {
        "review": "2014/003",
        "title": "Child Wren",
        "board": "Northmoor Safeguarding Children Board",
        "method": "Learning Together",
        "regime": "Working Together 2013",
        "released_on": date(2014, 10, 20),
        "invented": True,
        "files": (OpenFile("report.html", PAGE), OpenFile("report.pdf", PDF)),
        "findings": FINDINGS,
        "paragraphs": PARAGRAPHS,
        "answers": (ANSWER,),
    }
    return Bundle(**{**fields, **changes})  # type: ignore[arg-type]


def made_withdrawal(**changes: object) -> Withdrawal:
    fields: dict[str, object] = {
        "review": "2014/003",
        "title": "Child Wren",
        "board": "Northmoor Safeguarding Children Board",
        "withdrawn_on": date(2015, 2, 1),
        "reason": "A paragraph could identify a living child.",
        "invented": True,
        "edition": 3,
    }
    return Withdrawal(**{**fields, **changes})  # type: ignore[arg-type]
