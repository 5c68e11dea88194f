"""A link by which a new person sets their first password: for two days, and once."""

from __future__ import annotations

from django.core import signing

from candour.kernel.people.models import Person

SALT = "candour.join"
DAYS_OPEN = 2


def token_for(person: Person) -> str:
    """Ends as soon as the password is set: it carries the end of what stood in the password's place."""
    return signing.dumps([person.username, person.password[-12:]], salt=SALT)


def person_of(token: str) -> Person | None:
    """The person, or None where the link was used, is too old, or is not ours."""
    try:
        username, password = signing.loads(token, salt=SALT, max_age=DAYS_OPEN * 24 * 60 * 60)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(username=username, is_active=True).first()
    return person if person is not None and person.password[-12:] == password else None
