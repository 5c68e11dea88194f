"""All that can happen to a publication: it is planned, the law's notice is sent, and the report goes out."""

from candour.stages.learn.actions.notice import record_notice, withdraw_notice
from candour.stages.learn.actions.planning import (
    add_telling,
    mark_told,
    plan_publication,
    take_back_told,
    withdraw_telling,
)
from candour.stages.learn.actions.sending import (
    deliver_publication,
    publish_report,
    withdraw_publication,
)

__all__ = [
    "add_telling",
    "deliver_publication",
    "mark_told",
    "plan_publication",
    "publish_report",
    "record_notice",
    "take_back_told",
    "withdraw_notice",
    "withdraw_publication",
    "withdraw_telling",
]
