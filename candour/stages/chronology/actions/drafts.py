"""A return written on screen: saved, handed in, and signed off by another person before it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act, refuse, take_version
from candour.kernel.papers.keeping import kept
from candour.kernel.papers.shelf import sha256_of
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import Draft, DraftState, Return
from candour.stages.chronology.writing.typed_rows import csv_of, fates_of, mapping_of, without_blanks

MOST_ROWS = 2_000
"""More than anybody types; a file takes any number."""
TWO_PEOPLE = (
    "You handed this in, or wrote in it. Another person of the agency signs it off: two people, not one."
)


def save_draft(
    *,
    by: Person,
    review: Review,
    agency: Organisation,
    rows: Sequence[Mapping[str, str]],
    version: int = 0,
) -> Draft:
    """Keep the rows as typed; they count for nothing yet.

    `version` is that of the draft they were read from,
    0 where there was none. Raises Changed where another version stands.
    """
    on = Draft(review=review, agency=agency)
    with act("saved_draft_of_return", by=by, on=on, needs=Can.SEND_RETURN) as doing:
        lock(review)
        draft = Draft.objects.filter(
            review=review, agency=agency, withdrawn_at=None, signed_off_at=None
        ).first()
        if draft is None and version:
            raise Trouble(
                "The draft was signed off or put aside meanwhile.", do="Save again to begin a new one."
            )
        if draft is None:
            draft = Draft(review=review, agency=agency, begun_at=timezone.now(), begun_by=by.username)
        else:
            _refuse_handed_in(draft)
            take_version(draft, version)
        draft.rows = _sound(rows)
        draft.saved_at, draft.saved_by = timezone.now(), by.username
        draft.written_by = sorted({*draft.written_by, by.username})
        draft.save()
        doing.made(draft)
    return draft


def _sound(rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    said = without_blanks(rows)
    if len(said) > MOST_ROWS:
        raise Trouble(f"There are more than {MOST_ROWS:,} rows.", do="Send them as a file instead.")
    return said


def _refuse_handed_in(draft: Draft) -> None:
    if draft.state == DraftState.HANDED_IN:
        raise Trouble(
            "This return waits for the agency's senior.", do="Take it back first, then go on writing."
        )


def hand_in_draft(*, by: Person, draft: Draft, version: int) -> None:
    """The author has done; the agency's senior reads it. Raises Trouble where no row of it could count."""
    with act("handed_in_return", by=by, on=draft, needs=Can.SEND_RETURN, version=version):
        _open_one(draft, DraftState.WRITING)
        if not any(one.is_row for one in fates_of(draft.rows)):
            raise Trouble("Nothing is written in it yet.", do="Write a row with a date and an event first.")
        draft.state = DraftState.HANDED_IN
        draft.handed_in_at, draft.handed_in_by = timezone.now(), by.username
        draft.save()


def take_back_handing_in(*, by: Person, draft: Draft) -> None:
    """The author goes on writing, until the senior has signed it off."""
    with act("took_back_handing_in", by=by, on=draft, needs=Can.SEND_RETURN):
        _open_one(draft, DraftState.HANDED_IN)
        draft.state = DraftState.WRITING
        _save(draft)


def give_back_draft(*, by: Person, draft: Draft, version: int, why: str) -> None:
    """The senior does not sign it off, and says why: the author goes on writing."""
    with act("gave_back_return", by=by, on=draft, needs=Can.SIGN_OFF_RETURN, why=why, version=version):
        _open_one(draft, DraftState.HANDED_IN)
        draft.state = DraftState.WRITING
        draft.given_back_at, draft.given_back_by = timezone.now(), by.username
        draft.given_back_why = why[:400]
        draft.save()


def sign_off_draft(*, by: Person, draft: Draft, version: int, on: date) -> Return:
    """The draft becomes a return like any file, kept as csv on the paper shelf, and waits to be read.

    Whoever handed it in or wrote in it is refused, and that is recorded.
    Raises Changed where it is not what was read.
    """
    if by.username in draft.writers:
        refuse("signed_off_return", by=by, on=draft, why=TWO_PEOPLE)
    with act("signed_off_return", by=by, on=draft, needs=Can.SIGN_OFF_RETURN, version=version) as doing:
        lock(draft.review)
        _open_one(draft, DraftState.HANDED_IN)
        if by.username in draft.writers:
            raise Trouble(TWO_PEOPLE, do="Ask them to read it.")
        sent = _as_return(draft, by, on)
        draft.state, draft.became = DraftState.SIGNED_OFF, sent
        draft.signed_off_at, draft.signed_off_by = timezone.now(), by.username
        draft.save()
        doing.why = sent.name
    return sent


def _as_return(draft: Draft, by: Person, on: date) -> Return:
    """Received from whoever handed it in, so that it is read in their name."""
    content, agency = csv_of(draft.rows), draft.agency
    there = Return.objects.filter(review=draft.review, agency=agency, sha256=sha256_of(content))
    if (same := there.filter(withdrawn_at=None).first()) is not None:
        raise Trouble(
            f"The very same rows are there already, as {same.name}.", do="Give it back or withdraw that one."
        )
    name = f"{agency.name.replace('/', '-')} written on screen {spoken_day(on)}.csv"
    paper = kept(by=by, review=draft.review, agency=agency, name=name, content=content)
    return Return.objects.create(
        review=draft.review,
        agency=agency,
        paper=paper,
        sha256=paper.sha256,
        received_on=on,
        received_at=paper.kept_at,
        received_by=draft.handed_in_by,
        mapping=mapping_of(draft.rows),
    )


def withdraw_draft(*, by: Person, draft: Draft) -> None:
    """Put a draft aside. What was typed in it stays."""
    with act("withdrew_draft_of_return", by=by, on=draft, needs=Can.SEND_RETURN):
        _open_one(draft)
        draft.withdrawn_at, draft.withdrawn_by = timezone.now(), by.username
        _save(draft)


def take_back_withdrawal_of_draft(*, by: Person, draft: Draft) -> None:
    """Go on with a draft that was put aside, where no other was begun since."""
    with act("took_back_withdrawal_of_draft", by=by, on=draft, needs=Can.SEND_RETURN):
        lock(draft.review)
        _refresh(draft)
        others = Draft.objects.filter(review=draft.review, agency=draft.agency, signed_off_at=None)
        if draft.withdrawn_at is None or others.filter(withdrawn_at=None).exists():
            raise Trouble("Another draft was begun since.", do="Withdraw that one first.")
        draft.withdrawn_at, draft.withdrawn_by, draft.state = None, "", DraftState.WRITING
        _save(draft)


def _open_one(draft: Draft, state: str = "") -> None:
    """Read anew inside the act. Raises Trouble where it is not, or no longer, as it would have to be."""
    _refresh(draft)
    gone = draft.withdrawn_at is not None or draft.signed_off_at is not None
    if gone or (state and draft.state != state):
        raise Trouble("Somebody moved this draft on meanwhile.", do="Look at it again.")


def _refresh(draft: Draft) -> None:
    """As it stands, and nobody else may change it until this act is over."""
    Draft.objects.select_for_update().get(pk=draft.pk)
    draft.refresh_from_db()


def _save(draft: Draft) -> None:
    """Whoever looked at it before is told that it has changed."""
    draft.version += 1
    draft.save()
