"""The columns that a board's log may have."""

from __future__ import annotations

from enum import StrEnum


class LogField(StrEnum):
    """What a column of a log tells. The words are those of the pack and of a kept mapping."""

    REFERENCE = "reference"
    CHILD = "child"
    INCIDENT_ON = "incident_on"
    NOTIFIED_ON = "notified_on"
    NOTIFIER = "notifier"
    AGENCIES = "agencies"
    WHAT_HAPPENED = "what_happened"
    DIED = "died"
    SERIOUSLY_HARMED = "seriously_harmed"
    ABUSE_OR_NEGLECT = "abuse_or_neglect"
    HARM = "harm"
    OUTCOME = "outcome"
    DECIDED_ON = "decided_on"
    REASONS = "reasons"
    REVIEW_REFERENCE = "review_reference"
    PUBLISHED_ON = "published_on"
    HOLDER = "holder"


DATES = (LogField.INCIDENT_ON, LogField.NOTIFIED_ON, LogField.DECIDED_ON)
"""Those that are read as dates. The day of publication is kept as it is written."""

IN_WORDS = {
    LogField.REFERENCE: "the board's own reference",
    LogField.CHILD: "child or initials",
    LogField.INCIDENT_ON: "date of the incident",
    LogField.NOTIFIED_ON: "date of referral or notification",
    LogField.NOTIFIER: "who referred it",
    LogField.AGENCIES: "agencies",
    LogField.WHAT_HAPPENED: "what happened",
    LogField.DIED: "whether a child died",
    LogField.SERIOUSLY_HARMED: "whether a child was seriously harmed",
    LogField.ABUSE_OR_NEGLECT: "whether abuse or neglect is known or suspected",
    LogField.HARM: "kind of harm, in words",
    LogField.OUTCOME: "outcome",
    LogField.DECIDED_ON: "date of the decision",
    LogField.REASONS: "reasons",
    LogField.REVIEW_REFERENCE: "the review's reference",
    LogField.PUBLISHED_ON: "date published",
    LogField.HOLDER: "who holds the review",
}
