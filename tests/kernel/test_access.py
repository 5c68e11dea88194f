"""Who sees what: the list (`visible_to`, in SQL) and the door (`may`) always say the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from candour.desk.actions import give_post
from candour.domain.access import ROLES, Can, Scope
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.audit.models import Head, Line
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Organisation, Person, Post
from candour.kernel.reviews.models import Review, Seat
from candour.stages.decide.models import Decision, TestAnswer
from candour.stages.notify.models import Notification
from tests.cast import AT, Cast, person
from tests.kernel.papers_kept import keep_paper
from tests.pace import tries

pytestmark = pytest.mark.django_db
TABLES: tuple[Any, ...] = (Review, Seat, Paper, Notification, Decision, TestAnswer)


def fill(cast: Cast) -> None:
    """Papers of two agencies and of none on each review; a told and an untold decision at each board."""
    for review in (cast.review, cast.other_review):
        for agency in (cast.police, cast.social_care, None):
            Paper.objects.create(
                review=review, agency=agency, name="a", sha256="0" * 64, size=1, kept_at=AT, kept_by="t"
            )
    for board in (cast.board, cast.other_board):
        for number, told in enumerate((None, date(2014, 6, 1)), start=1):
            notification = Notification.objects.create(
                board=board,
                year=2014,
                number=number + 10 * board.pk,
                title="Child Alder",
                notified_on=date(2014, 5, 1),
                recorded_at=AT,
                recorded_by="t",
            )
            TestAnswer.objects.create(
                notification=notification,
                fact="died",
                answer="no",
                reason="r",
                answered_at=AT,
                answered_by="t",
            )
            Decision.objects.create(
                notification=notification,
                outcome="no_review",
                reasons="r",
                decided_on=date(2014, 6, 1),
                decided_at=AT,
                decided_by="t",
                told_national_on=told,
            )


@pytest.fixture
def filled(cast: Cast) -> Cast:
    fill(cast)
    return cast


def lists_and_doors(viewer: Person) -> list[tuple[str, set[int], set[int]]]:
    """For each table: its name, the rows in the viewer's list, the rows whose door opens."""
    return [
        (
            table._meta.label,
            set(table.objects.visible_to(viewer).values_list("pk", flat=True)),
            {row.pk for row in table.objects.all() if may(viewer, table.SEEN_WITH, row)},
        )
        for table in TABLES
    ]


def test_lists_and_doors_agree_for_the_whole_cast(filled: Cast) -> None:
    for name, viewer in filled.people.items():
        for table, listed, opened in lists_and_doors(viewer):
            assert listed == opened, f"{name}, {table}"


ENDED = {"ended_at": AT, "ended_by": "t"}
CONFLICT = {"conflict_declared_at": AT, "conflict_declared_by": "t"}
SEATS = st.tuples(
    st.sampled_from(["review", "other_review"]),
    st.sampled_from(sorted(word for word, role in ROLES.items() if role.scope is Scope.REVIEW)),
    st.sampled_from(["police", "social_care", None]),
    st.sampled_from([{}, ENDED, CONFLICT, {**ENDED, **CONFLICT}]),
)
POSTS = st.tuples(
    st.sampled_from(["board", "other_board", "nation", "police"]),
    st.sampled_from(sorted(word for word, role in ROLES.items() if role.scope is not Scope.REVIEW)),
    st.sampled_from([{}, ENDED]),
)


@tries(5 / 12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seats=st.lists(SEATS, max_size=4, unique_by=lambda seat: seat[:2]),
    posts=st.lists(POSTS, max_size=3, unique_by=lambda post: post[:2]),
    active=st.sampled_from([True, True, True, False]),
)
@example(seats=[], posts=[("board", "national_reader", {})], active=True)
@example(seats=[("review", "agency_author", None, {})], posts=[], active=True)
def test_lists_and_doors_agree_for_any_seats_and_posts(
    filled: Cast, seats: list[Any], posts: list[Any], active: bool
) -> None:
    with transaction.atomic():
        viewer = Person.objects.create(username="somebody", is_active=active)
        given_at = {"person": viewer, "given_at": AT, "given_by": "t"}
        for review, role, agency, more in seats:
            whose = getattr(filled, agency) if agency else None
            Seat.objects.create(review=getattr(filled, review), role=role, agency=whose, **given_at, **more)
        for place, role, more in posts:
            Post.objects.create(organisation=getattr(filled, place), role=role, **given_at, **more)
        found = lists_and_doors(viewer)
        transaction.set_rollback(True)

    for table, listed, opened in found:
        assert listed == opened, table
    if not active or all(more for *_, more in [*seats, *posts]):
        assert not any(listed for _, listed, _ in found), "nothing is seen by what ended, or over a conflict"


def test_whoever_has_no_seat_and_no_post_sees_nothing(filled: Cast) -> None:
    nobody = person("nobody")
    for table in (*TABLES, Organisation, Post, Line, Head):
        assert not table.objects.visible_to(nobody).exists(), table._meta.label
    assert list(Person.objects.visible_to(nobody)) == [nobody], "everybody knows of themselves"


def test_an_agency_author_sees_the_papers_of_that_agency_only(filled: Cast) -> None:
    seen = Paper.objects.visible_to(filled.author)
    assert {(paper.review, paper.agency) for paper in seen} == {(filled.review, filled.police)}


def test_nobody_keeps_a_paper_in_another_agencys_name(cast: Cast) -> None:
    """Found by trying: the review itself was asked, and there an author's own power was enough."""
    sent = {"by": cast.author, "review": cast.review, "name": "police.csv", "content": b"a,b\n"}
    with pytest.raises(PermissionDenied, match="send an agency's return"):
        keep_paper(**sent, agency=cast.social_care, needs=Can.SEND_RETURN)
    kept = keep_paper(**sent, agency=cast.police, needs=Can.SEND_RETURN)

    assert list(Paper.objects.all()) == [kept]


@pytest.mark.parametrize(
    ("role", "at"),
    [("national_reader", "board"), ("board_chair", "nation"), ("board_chair", "police"), ("family", "board")],
)
def test_a_post_is_given_only_where_its_role_is_held(cast: Cast, role: str, at: str) -> None:
    with pytest.raises(Trouble, match="is no role at"):
        give_post(by=cast.administrator, person=cast.team, organisation=getattr(cast, at), role=role)
    assert not cast.team.posts.exists()


def test_a_refusal_gives_every_reason(cast: Cast) -> None:
    verdict = may(cast.conflicted, Can.ORDER_RELEASE, cast.review)
    assert len(verdict.reasons) == 2
    assert not may(cast.administrator, Can.SEE_PROGRESS, cast.review), "no account sees everything"
