"""What waits in the outbox is sent by e-mail. An e-mail says that something waits, never what."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from smtplib import SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from candour.kernel.outbox.models import Message, Says
from candour.kernel.outbox.writing import wishes_for_messages

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
    """How many went out, how many wait still, and how many were given up this time."""

    sent: int
    waiting: int
    why: str = ""
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one did not go out, in words, and whether trying again would change nothing."""

    why: str
    for_good: bool = False


def subject_and_words(message: Message) -> tuple[str, str]:
    """The whole of the e-mail: the same for everybody, but for which of two sentences."""
    says = Says(message.says)
    return SUBJECT[says], WORDS.format(says=says.label, address=settings.ADDRESS.rstrip("/"))


def send_what_waits(*, by: str = "candour remind") -> Sent:
    """Send each message that waits, one after another, and note on each what became of it.

    One that cannot go out keeps the reason, and the others go on; one that is refused for good is given up.
    Where the mail server itself cannot be reached, all wait for the next time. Two runs at once send each
    message once.
    """
    keys = list(Message.objects.waiting().order_by("pk").values_list("pk", flat=True))
    if not settings.SENDS_MAIL:
        return Sent(0, len(keys), "No mail server is set: CANDOUR_MAIL_HOST.")
    sent, given_up, why = 0, 0, ""
    connection = get_connection()
    for key in keys:
        message = Message.objects.select_related("person__wish").get(pk=key)
        if not message.claim(by=by, at=timezone.now()):
            continue
        try:
            connection.open()
        except OSError as error:
            message.let_go()
            why = f"The mail server cannot be reached: {refusal_in_words(error)}"
            break
        if refused := _refused(message, connection):
            message.note_refused(refused.why, by=by, at=timezone.now(), for_good=refused.for_good)
            given_up += refused.for_good
            why = f"Not every message went out. The last: {refused.why}"
        else:
            message.note_sent(by=by, at=timezone.now())
            sent += 1
    _close(connection)
    return Sent(sent, Message.objects.waiting().count(), why, given_up)


def _refused(message: Message, connection: Any) -> Refusal | None:
    """Send it; or say in words why it did not go out. After a refusal the connection is begun anew."""
    if not message.person.email or not wishes_for_messages(message.person):
        return Refusal("They gave no address, or wish for no messages.")
    subject, words = subject_and_words(message)
    try:
        EmailMessage(subject, words, to=[message.person.email], connection=connection).send()
    except (OSError, ValueError) as error:
        _close(connection)
        return Refusal(refusal_in_words(error), is_for_good(error))
    return None


def is_for_good(error: Exception) -> bool:
    """Whether it is the address or the message that is refused, with a code that says not to try again.

    Refused for whose name it goes out in, it is ours to mend: then it goes on waiting.
    """
    if isinstance(error, SMTPRecipientsRefused):
        return all(_says_never(code) for code, _ in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return _says_never(error.smtp_code) and not isinstance(error, SMTPSenderRefused)
    return isinstance(error, ValueError)


def refusal_in_words(error: Exception) -> str:
    """What the mail server said, in a sentence."""
    if isinstance(error, SMTPRecipientsRefused):
        ((code, words), *_) = error.recipients.values()
        return f"The mail server does not take this address: {_said(code, words)}"
    if isinstance(error, SMTPResponseException):
        return f"The mail server refused: {_said(error.smtp_code, error.smtp_error)}"
    if isinstance(error, ValueError):
        return f"This address cannot be written to: {error}"
    return f"The mail server refused: {error}"


def _says_never(code: int) -> bool:
    return 500 <= code < 600


def _said(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"


def _close(connection: Any) -> None:
    """What a server says to a goodbye changes nothing."""
    with suppress(OSError):
        connection.close()
