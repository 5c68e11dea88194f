"""A link by which a new person sets their first password: for two days, and once."""

from __future__ import annotations

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from candour.kernel.people.models import Person

SALT = "candour.join"
DAYS_OPEN = 2


def token_for(person: Person) -> str:
    """Ends as soon as the password is set: it carries a mark of what stood in the password's place."""
    return signing.dumps([person.username, _mark(person)], salt=SALT)


def person_of(token: str) -> Person | None:
    """The person, or None where the link was used, is too old, or is not ours."""
    try:
        username, mark = signing.loads(token, salt=SALT, max_age=DAYS_OPEN * 24 * 60 * 60)
    except signing.BadSignature:
        return None
    person = Person.objects.filter(username=username, is_active=True, installation_of=None).first()
    return person if person is not None and constant_time_compare(mark, _mark(person)) else None


def _mark(person: Person) -> str:
    return salted_hmac(SALT, person.password).hexdigest()[:24]
