"""The pages on which a board records what it was told."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from candour.kernel.audit.models import Line
from candour.stages.notify.models import Notification
from candour.stages.notify.reads import standing
from candour.stages.notify.told import told_in
from tests.cast import Cast
from tests.notified import commissioned, notified, to_be_reviewed
from tests.pace import some_quick

pytestmark = pytest.mark.django_db

NEW = "/decisions/new/northmoor/"


def form(**changed: str) -> dict[str, str]:
    return {
        "version": "1",
        "title": "Child Alder",
        "notified_on": "19 May 2014",
        "notifier": "Northmoor children's services",
        "incident": "early May 2014",
        "what_happened": "Invented.",
        "aware_by": "A health visitor",
        "aware_on": "14 May 2014",
        "regime": "eng.scr.wt2013",
        **changed,
    }


def rows(prefix: str, *filled: dict[str, str], before: int = 0) -> dict[str, str]:
    counts = {f"{prefix}-TOTAL_FORMS": str(len(filled)), f"{prefix}-INITIAL_FORMS": str(before)}
    return counts | {
        f"{prefix}-{nth}-{name}": said for nth, one in enumerate(filled) for name, said in one.items()
    }


def page_of(client: Client, address: str, data: dict[str, str]) -> str:
    return client.post(address, data).content.decode()


def test_a_notification_is_recorded_and_says_what_is_still_to_be_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)

    answer = client.post(NEW, form())

    notification = Notification.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/decisions/N-2014-001/")
    told = told_in(notification)
    assert told.incident is not None
    assert (told.incident.text, told.aware_on) == ("early May 2014", date(2014, 5, 14))
    assert notification.regime == "eng.scr.wt2013"
    assert Line.objects.get().did == "notified"
    page = client.get(answer["Location"]).content.decode()
    assert "1 to 10 May 2014" in page
    assert page.index("Still to be said") < page.index("The areas")


def sections(police: int) -> list[tuple[str, dict[str, str]]]:
    """All that can be said, section by section."""
    first = {"name": "Robin Invented", "born": "about three", "note": "At home"}
    second = {"name": "Sam Invented", "born": "", "note": ""}
    return [
        ("areas", {"area_incident": "Northmoor", "area_lives": "Eastmarsh", "area_placed_by": "Its council"}),
        ("children", rows("children", first, second)),
        ("child-2", {"looked_after": "yes", "register": "Child in need", "ethnicity": "White British"}),
        ("facts", {"harm": "A fracture.", "died": "no", "joint_working_concern": "unknown"}),
        ("agencies", {"agencies": str(police)}),
        ("told", rows("told", {"who": "The regulator", "on": "20 May 2014"})),
        ("family", {"wishes": "By letter."}),
        ("agencies", {"agencies": str(police), "with_fenshire-police": "The father"}),
    ]


def test_each_section_is_said_on_a_page_of_its_own(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    client.post(NEW, form())
    for version, (section, said) in enumerate(sections(cast.police.pk), start=1):
        answer = client.post(f"/decisions/N-2014-001/change/{section}/", {"version": str(version), **said})
        assert answer.status_code == 302, (section, answer.content.decode())

    told = told_in(Notification.objects.get())
    children = [(child.name, child.looked_after) for child in told.children]
    assert children == [("Robin Invented", ""), ("Sam Invented", "yes")]
    assert (told.area_lives, told.area_placed_by) == ("Eastmarsh", "Its council")
    assert (told.died, told.facts_said) == ("no", {"joint_working_concern": "unknown"})
    assert [(one.who, one.on) for one in told.told_to] == [("The regulator", date(2014, 5, 20))]
    assert told.involved_with == {"fenshire-police": "The father"}
    page = client.get("/decisions/N-2014-001/").content.decode()
    assert "Still to be said" not in page
    for words in ("Looked after: Yes", "The father", "What was changed", "Sam Invented, looked after: yes"):
        assert words in page, words


def test_what_the_notification_said_is_shown_at_the_test_and_is_not_its_answer(
    client: Client, cast: Cast
) -> None:
    notification = notified(cast, facts_said={"joint_working_concern": "yes"})
    client.force_login(cast.manager)

    page = client.get(f"/decisions/{notification.in_address}/tests/joint_working_concern/").content.decode()

    assert "The notification says:" in page
    assert " checked" not in page


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"aware_on": "20 May 2014"}, "after the day the board was told"),
        ({"notified_on": "31 February 2014"}, "31 February"),
        ({"aware_by": "", "notifier": "A health visitor"}, "has no answer yet"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client: Client, cast: Cast, changed: dict[str, str], says: str
) -> None:
    client.force_login(cast.manager)

    page = page_of(client, NEW, form(**changed))

    assert says in page
    assert "A health visitor" in page
    assert not Notification.objects.exists()


def test_the_name_it_goes_by_holds_no_child_s_own_name(client: Client, cast: Cast) -> None:
    one = f"/decisions/{notified(cast, 'Child Robin', children=()).in_address}/change"
    client.force_login(cast.manager)
    named = rows("children", {"name": "Robin Invented", "born": "", "note": ""})

    assert "holds a child’s own name" in page_of(client, f"{one}/children/", {"version": "1", **named})

    client.post(f"{one}/incident/", form())
    assert client.post(f"{one}/children/", {"version": "2", **named}).status_code == 302
    assert "holds a child’s own name" in page_of(
        client, f"{one}/incident/", form(version="3", title="Child Robin")
    )


def test_a_section_of_children_names_one_at_least(client: Client, cast: Cast) -> None:
    one = f"/decisions/{notified(cast, children=()).in_address}/change/children/"
    client.force_login(cast.manager)
    empty = rows("children", {"name": "", "born": "", "note": ""})
    assert "Name one at least" in page_of(client, one, {"version": "1", **empty})


def test_nothing_is_chosen_beforehand(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    address = f"/decisions/{notified(cast).in_address}/change/child-1/"
    assert " checked" not in client.get(address).content.decode()
    assert client.get(address.replace("child-1", "child-2")).status_code == 404


def test_two_who_change_one_notification_both_keep_their_words(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    client.force_login(cast.manager)
    address = f"/decisions/{notification.in_address}/change/family/"
    assert client.post(address, {"version": "1", "wishes": "Said first."}).status_code == 302

    page = page_of(client, address, {"version": "1", "wishes": "Said second."})

    assert "Said first." in page
    assert "Said second." in page
    assert client.post(address, {"version": "2", "wishes": "Said by both."}).status_code == 302
    assert Notification.objects.get().wishes == "Said by both."


def test_it_is_withdrawn_with_a_reason_and_stands_again(client: Client, cast: Cast) -> None:
    address = f"/decisions/{notified(cast).in_address}/"
    client.force_login(cast.manager)
    assert "has no answer yet" in page_of(client, f"{address}withdraw/", {"why": ""})

    client.post(f"{address}withdraw/", {"why": "Recorded twice."})
    assert "Recorded twice." in client.get(address).content.decode()

    client.post(f"{address}withdraw/undo/")
    assert Notification.objects.get().withdrawn_at is None


@pytest.mark.parametrize(
    ("who", "page", "changing"),
    some_quick(
        [
            ("manager", 200, 200),
            ("chair", 200, 403),
            ("member", 200, 403),
            ("outsider", 404, 404),
            ("lead", 404, 404),
        ],
        0,
        3,
    ),
)
def test_who_may_read_and_who_may_change(
    client: Client, cast: Cast, who: str, page: int, changing: int
) -> None:
    address = f"/decisions/{notified(cast).in_address}/"
    client.force_login(cast.people[who])

    assert client.get(address).status_code == page
    assert [client.get(f"{address}{one}/").status_code for one in ("change/areas", "withdraw")] == [
        changing
    ] * 2


def test_the_desk_shows_the_way_back_to_those_who_may_go_it(client: Client, cast: Cast) -> None:
    review = commissioned(cast)
    day = review.opened_on

    assert standing(review, cast.manager, day).href == "/decisions/N-2014-001/"
    assert standing(review, cast.lead, day).href == ""
    assert standing(cast.review, cast.manager, day).state == "done"


def test_a_decided_notification_says_so(client: Client, cast: Cast) -> None:
    address = f"/decisions/{to_be_reviewed(cast).notification.in_address}/"
    client.force_login(cast.manager)
    page = client.get(address).content.decode()

    assert "Decided on 4 June 2014: review." in page
    assert "Withdraw this notification" not in page


@pytest.mark.parametrize(
    ("law", "one", "several"), [("eng.sar", "adult", "adults"), ("wal.susr", "person", "people")]
)
def test_pages_speak_of_whom_the_law_is_about(
    client: Client, cast: Cast, law: str, one: str, several: str
) -> None:
    told = notified(cast, "Case Alder", area_lives="Eastmarsh", children=())
    Notification.objects.filter(pk=told.pk).update(regime=law)
    client.force_login(cast.manager)
    at = f"/decisions/{told.in_address}/"

    pages = [client.get(at), *(client.get(f"{at}change/{section}/") for section in ("areas", "children"))]

    words = [page.content.decode() for page in pages]
    assert f"Where the {one} lives" in words[0]
    assert f"3. The {several}" in words[0]
    assert f"if the {one} lives elsewhere" in words[1]
    assert f"Where the {one} is now" in words[2]
    for said in words:
        assert not re.search(r">[^<]*\bchild(ren)?\b", said.split("<main", 1)[1].split("</main", 1)[0])
