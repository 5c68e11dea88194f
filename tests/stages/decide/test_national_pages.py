"""The national body's pages on a decision, and the board's beside them: who may, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from candour.domain.rules import Power, load_regime
from candour.kernel.people.models import Person
from candour.stages.decide.actions import direct_review, hold_own_review
from candour.stages.decide.clocks import clocks_of
from candour.stages.decide.models import Challenge, Direction
from tests.cast import Cast, person, post
from tests.notified import not_reviewed, notified
from tests.pace import some_quick

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/decision/"
ON = date(2014, 6, 20)
DIRECT = Power(
    "direct", "The body", "The body may direct that a review is held.", "An invented law, s 1", True
)
OWN = Power("run_its_own", "The body", "The body may hold a review itself.", "An invented law, s 2", True)


@pytest.fixture
def head(cast: Cast) -> Person:
    somebody = person("head")
    post(somebody, cast.nation, "national_lead")
    return somebody


@pytest.fixture
def with_powers(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def give() -> None:
        law = load_regime("eng.scr.wt2013")
        invented = replace(law, powers=(*law.powers, DIRECT, OWN))
        monkeypatch.setattr("candour.stages.decide.national_law.regime_of", lambda _: invented)

    return give


def page_of(client: Client, address: str = ONE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def direction(cast: Cast, head: Person) -> Direction:
    decision = not_reviewed(cast)
    due = date(2030, 7, 18)
    return direct_review(by=head, decision=decision, words="Read it again.", made_on=ON, due_on=due)


def test_where_the_law_gives_no_power_none_is_offered_and_a_post_made_by_hand_is_refused(
    client: Client, cast: Cast, head: Person
) -> None:
    not_reviewed(cast)
    client.force_login(head)
    page = page_of(client)
    assert "gives no power to direct" in page
    assert "Ministers may set up a statutory inquiry." in page
    assert f"{ONE}direct/" not in page
    assert f"{ONE}national-review/" not in page

    for door in ("direct/", "national-review/"):
        said = {"words": "Hold one.", "due_on": "18 July 2030"}
        answer = client.post(f"{ONE}{door}", said).content.decode()
        assert "The law of this notification" in answer
    assert not Direction.objects.exists()
    assert not Challenge.objects.exists()


def test_a_direction_is_written_with_reasons_and_the_board_commissions_at_once(
    client: Client, cast: Cast, head: Person, with_powers: Callable[[], None]
) -> None:
    with_powers()
    not_reviewed(cast)
    client.force_login(head)
    assert f"{ONE}direct/" in page_of(client)
    lacking = client.post(f"{ONE}direct/", {"words": "", "due_on": "1 May 2014"}).content.decode()
    assert "This day has passed." in lacking
    assert not Direction.objects.exists()

    sent = client.post(f"{ONE}direct/", {"words": "Read the summary again.", "due_on": "18 July 2030"})
    assert sent.status_code == 302
    assert "An invented law, s 1" in page_of(client)
    assert f"{ONE}direct/" not in page_of(client), "it is directed once"

    client.force_login(cast.manager)
    page = page_of(client)
    assert "commissioned by 18 July 2030" in page
    assert "/decisions/N-2014-001/commission/" in page
    assert "there is no review" in page, "the board's own decision stays on the record"


def test_a_direction_starts_the_clocks_of_a_review_on_its_day(
    cast: Cast, head: Person, with_powers: Callable[[], None]
) -> None:
    with_powers()
    directed = direction(cast, head)

    started = {one.clock.name: one.start for one in clocks_of(directed.decision.notification, ON)}

    assert started["finish"] == ON
    assert started["tell_national_body"] == date(2014, 6, 4), "the clock of the decision itself stays"


def test_both_sides_read_one_history_with_who_and_what_was_taken_back(
    client: Client, cast: Cast, head: Person, with_powers: Callable[[], None]
) -> None:
    with_powers()
    given = direction(cast, head)
    client.force_login(cast.chair)
    client.post(f"{ONE}directions/{given.pk}/reply/", {"words": "We commission it in July."})
    client.post(f"{ONE}directions/{given.pk}/reply/undo/")
    client.force_login(head)
    client.post(f"{ONE}directions/{given.pk}/undo/")

    pages = []
    for viewer in (head, cast.national, cast.member, cast.manager):
        client.force_login(viewer)
        page = page_of(client)
        pages.append(
            page[page.index("What was said, in order") : page.index("What the national body may do")]
        )

    for page in pages:
        assert page.index("directs that a review is held") < page.index("We commission it in July.")
        assert "Head" in page
        assert page.count("Taken back") == 2


DOORS = ("answer/", "direct/", "national-review/", "answers/{said}/reply/", "directions/{given}/reply/")


@pytest.mark.parametrize(
    ("who", "answers"),
    some_quick(
        [
            ("head", (200, 200, 200, 403, 403)),
            ("national", (200, 403, 403, 403, 403)),
            ("manager", (403, 403, 403, 200, 200)),
            ("chair", (403, 403, 403, 200, 200)),
            ("member", (403, 403, 403, 403, 403)),
            ("outsider", (404,) * 5),
            ("lead", (404,) * 5),
            ("administrator", (404,) * 5),
        ],
        0,
        5,
    ),
)
def test_who_may_open_what(
    client: Client,
    cast: Cast,
    head: Person,
    with_powers: Callable[[], None],
    who: str,
    answers: tuple[int, ...],
) -> None:
    with_powers()
    given = direction(cast, head)
    said = hold_own_review(by=head, decision=given.decision, words="It matters to all.", made_on=ON)
    client.force_login(Person.objects.get(username=who))

    doors = [ONE + door.format(said=said.pk, given=given.pk) for door in DOORS]

    assert tuple(client.get(door).status_code for door in doors) == answers
    undo = f"{ONE}directions/{given.pk}/undo/"
    may_undo = {"head": 302, "outsider": 404, "lead": 404, "administrator": 404}.get(who, 403)
    assert client.post(undo).status_code == may_undo


def test_the_national_body_reads_a_notification_before_it_is_decided_and_nothing_of_reviews(
    client: Client, cast: Cast
) -> None:
    notified(cast)
    client.force_login(cast.national)

    assert "Child Alder" in page_of(client, "/decisions/N-2014-001/")
    for closed in ("chronology", "episodes", "report", "response", ""):
        assert client.get(f"/reviews/2014-003/{closed}/").status_code == 404


def test_advice_with_a_remedy_keeps_what_was_typed_until_it_is_whole(client: Client, cast: Cast) -> None:
    not_reviewed(cast)
    client.force_login(cast.national)
    said = {"words": "An inquiry would answer it.", "remedy": "Ministers may set up a statutory inquiry."}

    lacking = client.post(f"{ONE}answer/", {"kind": "disagree", **said}).content.decode()
    assert "Choose advise, or name nothing." in lacking
    assert "Say whether you ask for it or take it." in lacking
    assert "An inquiry would answer it." in lacking

    client.post(f"{ONE}answer/", {"kind": "advise", "remedy_step": "asks", **said})
    assert "advises and asks for: Ministers may set up a statutory inquiry" in page_of(client)
