"""What waits in the outbox is sent by e-mail. An e-mail says that something waits, never what."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from candour.kernel.outbox.models import Message, Says

SUBJECT = {
    Says.DUE: "Candour: something is due",
    Says.WAITS: "Candour: something waits for you",
}
WORDS = """{says}.

Sign in to see it: {address}/tasks/

This message never says what it is about. You can turn such messages off under your account:
{address}/account/
"""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many went out, and how many wait still."""

    sent: int
    waiting: int
    why: str = ""


def subject_and_words(message: Message) -> tuple[str, str]:
    """The whole of the e-mail: the same for everybody, but for which of two sentences."""
    says = Says(message.says)
    return SUBJECT[says], WORDS.format(says=says.label, address=settings.ADDRESS.rstrip("/"))


def send_what_waits(*, by: str = "candour remind") -> Sent:
    """Send each message that waits, one after another, and note each as it goes.

    Where the mail server refuses, the rest waits for the next time, and nothing is lost.
    """
    waiting = list(Message.objects.filter(sent_at=None).select_related("person").order_by("pk"))
    if not settings.SENDS_MAIL:
        return Sent(0, len(waiting), "No mail server is set: CANDOUR_MAIL_HOST.")
    sent = 0
    with get_connection() as connection:
        for message in waiting:
            subject, words = subject_and_words(message)
            try:
                EmailMessage(subject, words, to=[message.person.email], connection=connection).send()
            except OSError as error:
                return Sent(sent, len(waiting) - sent, f"The mail server refused: {error}")
            message.note_sent(by=by, at=timezone.now())
            sent += 1
    return Sent(sent, 0)
