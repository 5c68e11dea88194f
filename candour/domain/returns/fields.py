"""The columns a return may have, and the headings under which agencies write them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Field(StrEnum):
    """What a column of a return tells; the words are those of MAP.toml and ledger.json."""

    DATE = "date"
    END_DATE = "end_date"
    TIME = "time"
    END_TIME = "end_time"
    SEQUENCE = "sequence"
    AGENCY = "agency"
    ROLE = "role"
    PEOPLE = "people"
    EVENT = "event"
    ACTION = "action"
    TOLD = "told"
    TOLD_ON = "told_on"
    TOLD_STATUS = "told_status"
    RECORDED_ON = "recorded_on"
    CHILD_SEEN = "child_seen"
    CHILD_ALONE = "child_alone"
    CHILD_VOICE = "child_voice"
    SOURCE = "source"
    COMMENT = "comment"
    LINE_OF_ENQUIRY = "line_of_enquiry"


# The field's own words: templates of safeguarding boards, Chronolator's columns, and the headings of
# published chronologies. A heading is compared after folding case and punctuation.
HEADINGS: dict[Field, str] = {
    Field.DATE: "date|dates|date of event|event date|date of contact|contact date|date of incident|"
    "date of entry|date of occurrence|date from|from date|start date|date started|from|when|"
    "when it happened|when did it happen|date s|date and time|date time|day|day and date|day date|"
    "date of significant event|date of action|date of involvement|datetime",
    Field.END_DATE: "end date|date to|to date|to|until|date ended|date end|finish date|end",
    Field.TIME: "time|times|time of day|time of event|event time|time of contact|start time|time if known|"
    "time 24 hour|time 24hr|hour|at",
    Field.END_TIME: "end time|time ended|time to|to time|time end|finish time|time finished",
    Field.SEQUENCE: "no|nos|number|seq|sequence|sequence no|sequence number|event no|event number|entry no|"
    "entry number|event ref|event reference|event ref no|event id|row|item|item no|order|ref no|s no|"
    "serial|line no|count",
    Field.AGENCY: "agency|agencies|agency name|name of agency|organisation|organization|service|provider|"
    "reporting agency|organisation name|team or agency|agency organisation",
    Field.ROLE: "role|roles|professional|professionals|professional role|professional involved|job title|"
    "practitioner|practitioners|worker|staff|staff member|staff role|post|designation|author|author role|"
    "author of entry|officer|who|by whom|seen by|role of professional|name and role|recorded by|"
    "member of staff|lead professional|professional s role",
    Field.PEOPLE: "people|people involved|person|persons|person s|persons involved|person involved|"
    "who was involved|family member|family members|family member s|subject|subjects|subject of entry|"
    "present|who was present|those present|attendees|child known as|name used for child|child s name|"
    "child name|name of child|child|individuals|individual|name|names|participants|child recorded as|"
    "name on record|name in record|known as|child name used",
    Field.EVENT: "event|events|what happened|details|detail|description|event details|event description|"
    "description of event|details of event|details of contact|details of involvement|narrative|"
    "significant event|significant events|key event|summary|summary of event|summary of contact|"
    "summary of involvement|contact|nature of contact|contact details|account|entry|record|"
    "information|chronology|chronology entry|incident|event contact|what was known|event information|"
    "significant event details|details of significant event|involvement|text|observation|observations|"
    "significant information|key information|incident contact|contact incident|incident or contact|"
    "event incident|case note|case notes|consultation|sig event|sig events|message",
    Field.ACTION: "action|actions|action taken|actions taken|action outcome|action and outcome|outcome|"
    "outcomes|outcome of event|response|agency response|response or action taken|result|decision|decisions|"
    "what was done|what we did|outcome action|action response|action decision|response outcome|"
    "action taken and outcome|outcome of contact|what was done about it|what we did about it|"
    "response decision|plan|decision made|decisions made",
    Field.TOLD: "told|who was told|informed|who was informed|agencies informed|agency informed|shared with|"
    "information shared with|info shared with|passed to|reported to|notified|who was notified|told agency|"
    "agency told|agencies told|copied to|cc|referred to|information sharing|others informed|"
    "information passed to|who else was told|who knew|notified to|communicated to|attended by agencies|"
    "copy to|copies to|copy sent to|copies sent to|cc to|cc d to|cc d|copied in|attended by|"
    "in attendance|agencies present|agencies attending|agencies in attendance|agencies attended|"
    "professionals present|professionals attending|also present|also attended",
    Field.TOLD_ON: "told on|date told|date shared|when told|date informed|date notified|shared on|"
    "date passed on|date information shared|date of sharing|informed on|when shared|date of referral|"
    "notified on|told date|date passed|when passed on|when were they told",
    Field.TOLD_STATUS: "told status|status of sharing|sharing status|status|how told|was it shared|"
    "how shared|shared|told how|was it told|status of telling|information sharing status",
    Field.RECORDED_ON: "recorded on|date recorded|recorded|date of recording|date of record|record date|"
    "entered on|date entered|date logged|logged|logged on|date typed|date written|recording date|"
    "when recorded|date entry made|date inputted|entry date|date input|date of input",
    Field.CHILD_SEEN: "child seen|was the child seen|was child seen|seen|child seen y n|child seen yes no|"
    "children seen|was the child seen y n|seen y n|seen yes no",
    Field.CHILD_ALONE: "seen alone|child seen alone|child alone|alone|was the child seen alone|"
    "spoken to alone|child spoken to alone|seen alone y n",
    Field.CHILD_VOICE: "voice|voice of the child|voice of child|child s voice|what the child said|"
    "child voice|wishes and feelings|child s wishes and feelings|lived experience|child s views|"
    "views of the child",
    Field.SOURCE: "source|sources|source of information|source document|source of record|source record|"
    "source of evidence|evidence|document|file|file ref|file reference|record source|where recorded|"
    "source and page|source page|source of info|reference|ref|source title|information source|"
    "data source|records|case record",
    Field.COMMENT: "comment|comments|analysis|notes|note|author s comment|author comment|remarks|commentary|"
    "comment analysis|analysis and comment|reflection|author s analysis|good practice|missed opportunity|"
    "reviewer comment",
    Field.LINE_OF_ENQUIRY: "line of enquiry|lines of enquiry|tor|tor item|terms of reference|kloe|"
    "key line of enquiry|theme|themes|tor no",
}

# Longer headings ("Date of the event (if known)") are known by what they hold, the most telling first.
HOLDS: tuple[tuple[str, Field], ...] = (
    (r"\balone\b", Field.CHILD_ALONE),
    (r"\b(voice|wishes|views|lived experience)\b", Field.CHILD_VOICE),
    (r"\bchild(ren)?\b.*\bseen\b|\bseen\b.*\bchild", Field.CHILD_SEEN),
    (r"\b(date|when|day)\b.*\b(told|shared|informed|notified|passed|sharing)\b", Field.TOLD_ON),
    (r"\b(told|informed|notified|shared|sharing|passed)\b.*\b(on|when|date)\b", Field.TOLD_ON),
    (r"\bstatus\b.*\b(shar|told|inform)|\b(shar|told|inform)\w*\b.*\bstatus\b", Field.TOLD_STATUS),
    (r"\b(date|when|day)\b.*\b(recorded|entered|logged|typed|written|record made)\b", Field.RECORDED_ON),
    (r"\b(end|finish|to)\b.*\bdate\b|\bdate\b.*\b(end|ended|to)\b$", Field.END_DATE),
    (r"\b(end|ended|finish|finished)\b.*\btime\b|\btime\b.*\b(end|ended|finish|finished)\b", Field.END_TIME),
    (r"\b(told|informed|notified|shared with|passed (on )?to|copied to|reported to)\b", Field.TOLD),
    (r"\bline of enquiry\b|\blines of enquiry\b|\bterms of reference\b", Field.LINE_OF_ENQUIRY),
    (r"\bsource\b", Field.SOURCE),
    (r"\bdates?\b", Field.DATE),
    (r"\btime\b", Field.TIME),
    (r"\b(action|outcome|response)s?\b", Field.ACTION),
    (r"\b(what happened|event|description|narrative|details)\b", Field.EVENT),
    (r"\b(comments?|analysis|remarks)\b", Field.COMMENT),
    (r"\b(role|professionals?|practitioners?|worker|job title|designation)\b", Field.ROLE),
    (r"\b(organisation|agency)\b", Field.AGENCY),
    (r"\b(persons?|people|involved|present|known as)\b", Field.PEOPLE),
)

_ATTENDED = re.compile(r"\b(attended|attending|attendance|attendees|present)\b")

CERTAIN = 1.0
LIKELY = 0.7

_BY_HEADING = {words: one for one, listed in HEADINGS.items() for words in listed.split("|")}
_HOLDS = tuple((re.compile(pattern), one) for pattern, one in HOLDS)
_LONGEST_HEADING = 60


@lru_cache(maxsize=1024)  # the headings of a table are compared with each of its rows
def fold_heading(heading: str) -> str:
    """A heading in lower case, its punctuation as single spaces; what stands in brackets is left out."""
    without_brackets = re.sub(r"\([^)]*\)", " ", heading) if not heading.startswith("(") else heading
    return " ".join(re.findall(r"[^\W_]+", without_brackets.casefold().replace("_", " ")))


@lru_cache(maxsize=1024)
def tells_who_attended(heading: str) -> bool:
    """True for a column of those who were there: they were not told of it, they were part of it."""
    return _ATTENDED.search(fold_heading(heading)) is not None


def field_of(heading: str) -> tuple[Field, float] | None:
    """The field a heading stands for and how sure that is (0 to 1), or None where it stands for none."""
    words = fold_heading(heading)
    if not words or len(words) > _LONGEST_HEADING:
        return None
    if one := _BY_HEADING.get(words):
        return one, CERTAIN
    for pattern, one in _HOLDS:
        if pattern.search(words):
            return one, LIKELY
    return None
