"""What `trust`, `hand-over` and `take-in` share: whose organisation is meant, and a refusal in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from candour.domain.trouble import Trouble

if TYPE_CHECKING:
    from candour.kernel.people.models import Organisation


def organisation_called(slug: str) -> Organisation:
    """Raises Trouble, naming those there are, where none has that short name."""
    from candour.kernel.people.models import Organisation, OrganisationKind

    kinds = (OrganisationKind.BOARD, OrganisationKind.NATIONAL)
    there = Organisation.objects.filter(kind__in=kinds)
    if (found := there.filter(slug=slug).first()) is None:
        names = ", ".join(there.order_by("slug").values_list("slug", flat=True)) or "none yet"
        raise Trouble(f"There is no board called {slug!r} here.", do=f"Name one of: {names}.")
    return found


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Somebody without the power is told so, as any other trouble."""
    from django.core.exceptions import PermissionDenied

    try:
        yield
    except PermissionDenied as refused:
        raise Trouble(" ".join(map(str, refused.args)), do="Ask who has that power.") from None
