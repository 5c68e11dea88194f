"""What administrators and people themselves do about accounts, posts and organisations."""

from candour.desk.actions.accounts import (
    choose_password,
    correct_name,
    invite_person,
    let_person_go,
    reset_access,
    take_person_back,
)
from candour.desk.actions.organisations import add_organisation, correct_organisation
from candour.desk.actions.posts import end_post, give_post

__all__ = [
    "add_organisation",
    "choose_password",
    "correct_name",
    "correct_organisation",
    "end_post",
    "give_post",
    "invite_person",
    "let_person_go",
    "reset_access",
    "take_person_back",
]
