"""What a sign-in name looks like, and whether it is free."""

from __future__ import annotations

import re

from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person

LIKE = re.compile(r"[a-z0-9]([a-z0-9._-]{0,58}[a-z0-9])?")
"""Stands in addresses of pages, and is typed by hand. Capitals would make two of one."""


def free_username(typed: str) -> str:
    """The sign-in name, in small letters. Raises Trouble where it cannot be one, or is taken."""
    username = typed.strip().lower()
    if not LIKE.fullmatch(username):
        raise Trouble(
            f"“{typed}” cannot be used as a sign-in name.",
            do="Use letters from a to z, figures, and dots or hyphens between them, such as bea.hall.",
        )
    if Person.objects.filter(username__iexact=username).exists():
        raise Trouble(
            f"The sign-in name {username} is taken.",
            do="Add a letter or a figure, such as " + username + "2.",
        )
    return username
