"""Lines of the record for what happens at the door, where allauth and Django change accounts and not we."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_out

from candour.kernel.audit.acting import read
from candour.kernel.people.models import Person

WORDS = {
    account.user_logged_in: "signed_in",
    user_logged_out: "signed_out",
    account.password_changed: "changed_own_password",
    account.password_set: "set_own_password",
    mfa.authenticator_added: "added_authenticator",
    mfa.authenticator_removed: "removed_authenticator",
    mfa.authenticator_reset: "made_new_recovery_codes",
}
"""By the signal that somebody else's code sends: the only place of the house that listens to any."""


def keep_record() -> None:
    """Listen. Called once, when the pages are loaded."""
    for signal, word in WORDS.items():
        signal.connect(_writer_of(word), weak=False, dispatch_uid=f"candour.record.{word}")
    user_locked_out.connect(_locked_out, weak=False, dispatch_uid="candour.record.locked_out")


def _writer_of(word: str) -> Any:
    def write(user: Person | None = None, **_: Any) -> None:
        if user is not None:  # signing out a visitor whom nobody knows
            read(word, by=user, on=user)

    return write


def _locked_out(username: str = "", **_: Any) -> None:
    """Of an account that there is; guesses at names that nobody has are in the log of axes."""
    person = Person.objects.filter(username=username).first()
    if person is not None:
        read("locked_out", by=person, on=person)
