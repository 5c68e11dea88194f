"""What can happen to a notification; `_rows` holds parts of acts."""

from candour.stages.notify.actions.notifying import (
    amend_notification,
    notify,
    take_back_withdrawal,
    withdraw_notification,
)

__all__ = ["amend_notification", "notify", "take_back_withdrawal", "withdraw_notification"]
