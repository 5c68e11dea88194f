"""What a blank return asks of an agency: its columns, how to write dates, how to say there was nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from candour.domain.returns.fields import Field


@dataclass(frozen=True, slots=True)
class Asked:
    """One agency asked for its account. No child's name: `title` is the one the review goes by."""

    number: str
    title: str
    agency: str
    period: str = ""
    due: str = ""
    lines_of_enquiry: Sequence[str] = ()
    agencies: Sequence[str] = ()
    """Those of the review, under the names it knows them by."""

    @property
    def heading(self) -> str:
        return f"Return to review {self.number}: {self.title}"

    def title_block(self) -> list[tuple[str, str]]:
        """Label and words; what is not known is left out."""
        block = [("Agency", self.agency), ("Period of the review", self.period), ("Send it by", self.due)]
        return [(label, words) for label, words in block if words]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field, its heading, a short word on it, and how wide it wants to be (characters)."""

    field: Field
    heading: str
    says: str
    wide: int


COLUMNS = (
    Column(Field.DATE, "Date", "When it happened, as exactly as your record says and no more.", 18),
    Column(Field.TIME, "Time", "If the record gives one: 14:30 or 2.30pm.", 10),
    Column(Field.EVENT, "Event", "What happened, in plain words. Say who by their role, not their name.", 60),
    Column(Field.ACTION, "Action taken", "What your agency did about it, and what it decided.", 40),
    Column(Field.ROLE, "Role", "Who of your agency, by role: Health Visitor 1.", 20),
    Column(Field.TOLD, "Told", "Each other agency that was told, with ; between them.", 28),
    Column(Field.TOLD_ON, "Told on", "When, if not on the day itself.", 16),
    Column(Field.RECORDED_ON, "Recorded on", "When it was written down, if later.", 16),
    Column(Field.CHILD_SEEN, "Child seen", "yes or no", 10),
    Column(Field.CHILD_ALONE, "Child seen alone", "yes or no", 10),
    Column(Field.CHILD_VOICE, "Voice of the child", "What the child said or showed.", 28),
    Column(Field.SOURCE, "Source", "The record it is in: file and page.", 20),
    Column(Field.COMMENT, "Comment", "What you make of it now. Kept apart from what happened.", 30),
    Column(Field.LINE_OF_ENQUIRY, "Line of enquiry", "The number of the line it bears on, if any.", 10),
)

DATES_READ = (
    *("5 March 2014", "5/3/2014 (day first)", "w/c 4 May 2009", "early May 2009", "c. 3 May 2009"),
    *("between 3 and 5 May 2009", "May 2009", "spring 2009"),
)
"""As an agency may write them: each is read, and claims no more than it says."""
DATES_HELD = (
    ("12/6", "it gives no year"),
    ("Tues 5/3/2014", "that day was a Wednesday"),
    ("3 days later", "it does not say after what"),
)
"""Each waits for a person, with the reason."""
NOTHING = ("3 May 2012 to 1 June 2013", "No involvement")
"""How a row says that an agency had nothing to do with the family over a time: its date and its event."""


def how_to_fill_in() -> list[tuple[str, str]]:
    """Label and words, for whoever fills it in."""
    held = "; ".join(f"{words} ({why})" for words, why in DATES_HELD)
    return [
        (
            "Rows",
            "One row for each event. Add as many as you need. Leave a cell empty where you do not know.",
        ),
        ("Dates that are read", "; ".join(DATES_READ)),
        ("Dates that are held", f"{held}. Nothing is guessed: a person asks you, or settles it."),
        ("No involvement", no_involvement()),
        ("Names", "No name of a child, of family or of staff: use the words of the review and roles."),
    ]


def no_involvement() -> str:
    return (
        f"Where you had none over a time, say so in a row: {NOTHING[0]} under Date, {NOTHING[1]} under Event."
    )
