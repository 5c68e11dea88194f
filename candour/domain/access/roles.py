"""The roles people hold: on a review by a seat, at a board or the national body by a post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from candour.domain.access.powers import Can


class Scope(StrEnum):
    """Where a role holds."""

    REVIEW = "review"
    BOARD = "board"
    NATION = "nation"
    INSTALLATION = "installation"


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the field's words. `own_powers` hold only over what belongs to the holder's own agency."""

    title: str
    scope: Scope
    says: str
    powers: frozenset[Can] = frozenset()
    own_powers: frozenset[Can] = frozenset()


_SEE_WORK = {Can.SEE_PROGRESS, Can.SEE_REVIEW, Can.SEE_RETURNS, Can.SEE_CHRONOLOGY, Can.SEE_ANALYSIS}
_SEE_RESULT = {Can.SEE_OPEN_DRAFT, Can.SEE_RESPONSE}
_KEEPING = {Can.SET_TERMS, Can.KEEP_CLOCKS, Can.KEEP_PLAN}
_REVIEWING = {
    *_SEE_WORK,
    *_SEE_RESULT,
    *{Can.FIX_HELD_ROWS, Can.SETTLE_CHRONOLOGY, Can.TAKE_CHRONOLOGY_AWAY},
    *{Can.ANALYSE, Can.KEEP_CONVERSATIONS, Can.SEE_SOURCE, Can.WRITE_REPORT},
    *{Can.KEEP_PARTICIPANTS, Can.KEEP_PLAN, Can.HEAR},
}

ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "administrator": Role(
            "Administrator",
            Scope.INSTALLATION,
            "keeps people and the installation, and sees no review",
            frozenset({Can.ADMINISTER, Can.BACK_UP, Can.VERIFY_AUDIT}),
        ),
        "board_manager": Role(
            "Business manager",
            Scope.BOARD,
            "keeps the board's notifications and decisions moving",
            frozenset(
                {
                    Can.SEE_NOTIFICATIONS,
                    Can.NOTIFY,
                    Can.ANSWER_TESTS,
                    Can.COMMISSION,
                    Can.PREPARE,
                    Can.SEE_COUNTS,
                    Can.REPLY_TO_CHALLENGE,
                }
            ),
        ),
        "board_chair": Role(
            "Board chair",
            Scope.BOARD,
            "decides whether to review, and gives reasons",
            frozenset(
                {
                    Can.SEE_NOTIFICATIONS,
                    Can.ANSWER_TESTS,
                    Can.DECIDE,
                    Can.COMMISSION,
                    Can.PREPARE,
                    Can.SEE_COUNTS,
                    Can.REPLY_TO_CHALLENGE,
                }
            ),
        ),
        "board_member": Role(
            "Board member",
            Scope.BOARD,
            "advises on a decision, and may dissent from it",
            frozenset({Can.SEE_NOTIFICATIONS, Can.DISSENT, Can.SEE_COUNTS, Can.PREPARE}),
        ),
        "national_reader": Role(
            "National body",
            Scope.NATION,
            "reads decisions not to review, and may question, disagree or advise",
            frozenset({Can.SEE_NOTIFICATIONS, Can.CHALLENGE, Can.SEE_COUNTS}),
        ),
        "national_lead": Role(
            "Head of the national body",
            Scope.NATION,
            "speaks as the national body, and directs a review where the law gives that power",
            frozenset({Can.SEE_NOTIFICATIONS, Can.CHALLENGE, Can.DIRECT, Can.SEE_COUNTS}),
        ),
        "manager": Role(
            "Business manager",
            Scope.REVIEW,
            "keeps the review moving",
            frozenset(
                {
                    *_SEE_WORK,
                    *_SEE_RESULT,
                    Can.MANAGE_SEATS,
                    Can.ASK_AGENCIES,
                    *_KEEPING,
                    Can.KEEP_PARTICIPANTS,
                    Can.SEND_RETURN,
                    Can.FIX_HELD_ROWS,
                    Can.SETTLE_CHRONOLOGY,
                    Can.TAKE_CHRONOLOGY_AWAY,
                    Can.RESPOND,
                    Can.PUBLISH,
                    Can.HEAR,
                }
            ),
        ),
        "chair": Role(
            "Board chair",
            Scope.REVIEW,
            "answers for the board, and orders the release",
            frozenset(
                {
                    *_SEE_WORK,
                    *_SEE_RESULT,
                    *_KEEPING,
                    *{Can.ORDER_RELEASE, Can.RULE, Can.HEAR},
                    *{Can.RESPOND, Can.MANAGE_SEATS},
                }
            ),
        ),
        "lead_reviewer": Role(
            "Lead reviewer",
            Scope.REVIEW,
            "works out why it made sense at the time, and writes the report",
            frozenset(_REVIEWING),
        ),
        "judge": Role(
            "Judge",
            Scope.REVIEW,
            "leads the review, rules on what is open and closed, and orders the release",
            frozenset({*_REVIEWING, Can.KEEP_CLOCKS, Can.ORDER_RELEASE, Can.RULE}),
        ),
        "review_team": Role(
            "Review team member",
            Scope.REVIEW,
            "reads, talks with practitioners and owns the findings",
            frozenset(
                {
                    *_SEE_WORK,
                    Can.SETTLE_CHRONOLOGY,
                    Can.ANALYSE,
                    Can.KEEP_CONVERSATIONS,
                    Can.SEE_OPEN_DRAFT,
                }
            ),
        ),
        "checker": Role(
            "Checker",
            Scope.REVIEW,
            "reads the finished open report before release, and is not its author",
            frozenset({Can.SEE_PROGRESS, Can.SEE_OPEN_DRAFT, Can.SEE_SOURCE, Can.CHECK_RELEASE}),
        ),
        "agency_author": Role(
            "Agency author",
            Scope.REVIEW,
            "sends one agency's account",
            frozenset({Can.SEE_PROGRESS}),
            frozenset({Can.SEE_RETURNS, Can.SEND_RETURN, Can.FIX_HELD_ROWS}),
        ),
        "agency_senior": Role(
            "Agency senior",
            Scope.REVIEW,
            "signs one agency's account off before it counts",
            frozenset({Can.SEE_PROGRESS}),
            frozenset({Can.SEE_RETURNS, Can.SIGN_OFF_RETURN}),
        ),
        "practitioner": Role(
            "Practitioner",
            Scope.REVIEW,
            "was there, and checks the account",
            frozenset({Can.SEE_PROGRESS, Can.CHECK_ACCURACY}),
        ),
        "family": Role(
            "Family",
            Scope.REVIEW,
            "hears what happens, and when",
            frozenset({Can.SEE_PROGRESS}),
        ),
    }
)
"""By the word that is stored: retire a word, never reuse it."""


def roles_with(can: Can) -> frozenset[str]:
    """The roles that have the power over everything in their scope."""
    return frozenset(word for word, role in ROLES.items() if can in role.powers)


def roles_with_own(can: Can) -> frozenset[str]:
    """The roles that have the power over their own agency's things only."""
    return frozenset(word for word, role in ROLES.items() if can in role.own_powers)
