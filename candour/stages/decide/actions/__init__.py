"""What can happen up to a decision and after it; each module holds the acts of one subject."""

from candour.stages.decide.actions.advice import (
    dissent,
    record_recommendation,
    take_back_recommendation,
    withdraw_dissent,
)
from candour.stages.decide.actions.answers import answer_test
from candour.stages.decide.actions.deciding import (
    decide,
    reopen_decision,
    take_back_decision,
    take_back_reopening,
)
from candour.stages.decide.actions.directing import direct_review, take_back_direction
from candour.stages.decide.actions.earlier import record_earlier_decision, take_back_earlier_decision
from candour.stages.decide.actions.extending import give_more_time, take_back_more_time
from candour.stages.decide.actions.log_runs import (
    ask_for_log_run,
    end_log_run,
    mark_taken_back,
    mark_taken_in,
)
from candour.stages.decide.actions.logs import (
    answer_log_question,
    keep_log,
    say_log_columns,
    take_back_log_answer,
    withdraw_log,
)
from candour.stages.decide.actions.national import (
    challenge,
    hold_own_review,
    take_back_challenge,
    take_back_own_review,
    tell_national_body,
)
from candour.stages.decide.actions.rapid import (
    ask_for_summary,
    conclude_rapid_review,
    mark_made_safe,
    record_safety_action,
    sign_off_rapid_review,
    take_back_made_safe,
    take_back_rapid_review,
    take_back_sign_off,
    take_back_withdrawal_of_summary,
    withdraw_safety_action,
    withdraw_summary_asked,
    write_summary,
)
from candour.stages.decide.actions.replies import (
    reply_to_challenge,
    reply_to_direction,
    take_back_reply,
    take_back_reply_to_direction,
)

__all__ = [
    "answer_log_question",
    "answer_test",
    "ask_for_log_run",
    "ask_for_summary",
    "challenge",
    "conclude_rapid_review",
    "decide",
    "direct_review",
    "dissent",
    "end_log_run",
    "give_more_time",
    "hold_own_review",
    "keep_log",
    "mark_made_safe",
    "mark_taken_back",
    "mark_taken_in",
    "record_earlier_decision",
    "record_recommendation",
    "record_safety_action",
    "reopen_decision",
    "reply_to_challenge",
    "reply_to_direction",
    "say_log_columns",
    "sign_off_rapid_review",
    "take_back_challenge",
    "take_back_decision",
    "take_back_direction",
    "take_back_earlier_decision",
    "take_back_log_answer",
    "take_back_made_safe",
    "take_back_more_time",
    "take_back_own_review",
    "take_back_rapid_review",
    "take_back_recommendation",
    "take_back_reopening",
    "take_back_reply",
    "take_back_reply_to_direction",
    "take_back_sign_off",
    "take_back_withdrawal_of_summary",
    "tell_national_body",
    "withdraw_dissent",
    "withdraw_log",
    "withdraw_safety_action",
    "withdraw_summary_asked",
    "write_summary",
]
