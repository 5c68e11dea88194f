"""Accounts: people are invited, choose a password, lose it, leave and come back."""

from __future__ import annotations

from candour.desk.administrators import others_remain
from candour.desk.usernames import free_username
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person


def choose_password(*, by: Person, password: str) -> Person:
    """Set one's own password. The one-time link that led here ends with it."""
    with act("chose_password", by=by, on=by, needs=Can.KEEP_OWN_ACCOUNT):
        by.set_password(password)
        by.save(update_fields=["password"])
    return by


def invite_person(*, by: Person, organisation: Organisation, username: str, name: str) -> Person:
    """Make an account without a password. A one-time link, told by other means, lets its owner choose one.

    Raises Trouble for a sign-in name that is taken, or that cannot be one.
    """
    with act("invited_person", by=by, on=organisation, needs=Can.ADMINISTER, why=username) as doing:
        person: Person = doing.made(Person.objects.create_user(free_username(username), name=name))
    return person


def correct_name(*, by: Person, account: Person, name: str) -> Person:
    """How somebody is shown from now on; lines of the record keep the sign-in name, which never changes."""
    with act("corrected_name", by=by, on=account, needs=Can.ADMINISTER, why=f"{account.name}: {name}"):
        account.name = name
        account.save(update_fields=["name"])
    return account


def reset_access(*, by: Person, account: Person) -> Person:
    """End somebody's password, and every link given before. A new link lets them choose another.

    Raises Trouble for one's own account: its owner knows the password, and changes it.
    """
    with act("reset_access", by=by, on=account, needs=Can.ADMINISTER):
        if account == by:
            raise Trouble("This is your own account.", do="Change your password under your account.")
        if not account.is_active:
            raise Trouble(f"{account} was let go.", do="Take them back first.")
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


def let_person_go(*, by: Person, account: Person, why: str) -> Person:
    """Close an account: its owner is signed out at once. What they did and held stays in the record.

    Raises Trouble where nobody who administers would remain.
    """
    with act("let_person_go", by=by, on=account, needs=Can.ADMINISTER, why=why):
        others_remain(account)
        account.is_active = False
        account.save(update_fields=["is_active"])
    return account


def take_person_back(*, by: Person, account: Person) -> Person:
    """Undo that somebody was let go: their posts and seats that nobody ended open again."""
    with act("took_person_back", by=by, on=account, needs=Can.ADMINISTER):
        account.is_active = True
        account.save(update_fields=["is_active"])
    return account
