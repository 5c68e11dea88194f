"""What is done about accounts, posts and organisations, and about the clocks of a review."""

from candour.desk.actions.accounts import (
    choose_password,
    correct_name,
    invite_person,
    let_person_go,
    reset_access,
    take_person_back,
)
from candour.desk.actions.clocks import (
    end_pause,
    extend_clock,
    go_on_pausing,
    pause,
    take_back_extension,
    take_back_pause,
)
from candour.desk.actions.organisations import add_organisation, correct_organisation
from candour.desk.actions.posts import end_post, give_post
from candour.desk.actions.reaching import (
    change_messages,
    end_calendar,
    make_calendar,
    try_message_again,
)

__all__ = [
    "add_organisation",
    "change_messages",
    "choose_password",
    "correct_name",
    "correct_organisation",
    "end_calendar",
    "end_pause",
    "end_post",
    "extend_clock",
    "give_post",
    "go_on_pausing",
    "invite_person",
    "let_person_go",
    "make_calendar",
    "pause",
    "reset_access",
    "take_back_extension",
    "take_back_pause",
    "take_person_back",
    "try_message_again",
]
