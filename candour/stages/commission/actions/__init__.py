"""What sets a review up and keeps it on its way; each module holds the acts of one subject."""

from candour.stages.commission.actions.agencies import (
    ask_agency,
    move_due_day,
    remind_agency,
    take_back_move_of_due_day,
    take_back_reminder,
    take_back_withdrawal_of_asking,
    withdraw_asking,
)
from candour.stages.commission.actions.commissioning import commission_review
from candour.stages.commission.actions.seats import (
    FOR_AN_AGENCY,
    declare_conflict,
    end_seat,
    give_seat,
    lift_conflict,
    take_back_end_of_seat,
)

__all__ = [
    "FOR_AN_AGENCY",
    "ask_agency",
    "commission_review",
    "declare_conflict",
    "end_seat",
    "give_seat",
    "lift_conflict",
    "move_due_day",
    "remind_agency",
    "take_back_end_of_seat",
    "take_back_move_of_due_day",
    "take_back_reminder",
    "take_back_withdrawal_of_asking",
    "withdraw_asking",
]
