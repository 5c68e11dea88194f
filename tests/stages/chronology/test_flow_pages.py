"""Who told whom, how long it took, the view from the tunnel, and the fence that opens for a reason."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.urls import reverse

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.actions.events import confirm_event
from candour.stages.chronology.actions.fences import open_fence
from candour.stages.chronology.knowledge.knowing import IN_PICTURE, knew
from candour.stages.chronology.knowledge.telling_matrix import matrix_of
from candour.stages.chronology.models import Entry, FenceOpened
from tests.pace import some_quick
from tests.stages.chronology.accounts import both, many
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

POLICE, SOCIAL = "Fenshire Police", "Northmoor children's services"
DAY = date(2014, 3, 6)
LATE = b"""Date,Officer,What happened,Informed,Date told,Status
1 May 2014,PC 1,Bruise seen by patrol,Northmoor children's services,9 May 2014,
2 May 2014,PC 1,Call logged,Northmoor children's services; HV,,not told
3 May 2014,PC 2,Letter sent,The clinic,,
"""
TOLD_FIRST = b"""Date,Officer,What happened,Informed,Date told,Date recorded
2 August 2014,PC 1,Bruise photographed,Northmoor children's services,3 August 2014,9 August 2014
"""
PAGES = ("flow", "times-taken", "tunnel")


def address(cast: Any, name: str, *more: str) -> str:
    return reverse(f"chronology:{name}", args=[cast.review.in_address, *more])


def shown(client: Any, cast: Any, name: str, **asked: str) -> str:
    client.force_login(cast.lead)
    response = client.get(address(cast, name), asked)
    assert response.status_code == 200
    return response.content.decode()


def rows(client: Any, cast: Any, name: str, **asked: str) -> list[dict[str, str]]:
    """The rows of a download as csv."""
    client.force_login(cast.lead)
    response = client.get(address(cast, name, "csv"), asked)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def one_event(cast: Any) -> None:
    """The lead confirms that both accounts of the strategy discussion tell of one event."""
    entries = [one for one in Entry.objects.filter(review=cast.review) if "Strategy" in one.body["event"]]
    confirm_event(by=cast.lead, review=cast.review, entries=entries, title="Strategy discussion")


@pytest.mark.parametrize("name", some_quick(PAGES, 0))
def test_who_may_open_it_and_that_it_was_opened_is_recorded(cast: Any, client: Any, name: str) -> None:
    both(cast)
    for who, status in {"lead": 200, "author": 403, "family": 403, "outsider": 404}.items():
        client.force_login(getattr(cast, who))
        assert client.get(address(cast, name)).status_code == status, who

    word = "opened_view_from_tunnel" if name == "tunnel" else "opened_information_flow"
    assert list(Line.objects.filter(did=word).values_list("who", flat=True)) == ["lead"]


@pytest.mark.parametrize("name", PAGES)
def test_before_any_return_the_page_says_what_to_do(cast: Any, client: Any, name: str) -> None:
    assert "No entries yet." in shown(client, cast, name)


@pytest.mark.parametrize("name", some_quick([*PAGES, "known"], 0))
def test_thousands_of_entries_come_by_the_hundred(cast: Any, client: Any, name: str) -> None:
    many(cast, 250)

    page = shown(client, cast, name, agency=POLICE, on="1 January 2014")

    assert page.count("<tr") < 130
    assert {"known": "Page 10 of 10", "tunnel": "Page 3 of 3"}.get(name, "") in page


@pytest.mark.parametrize("rows", [26, 49, 250])
def test_every_mark_of_the_picture_leads_to_a_row_of_the_page(cast: Any, client: Any, rows: int) -> None:
    many(cast, rows)

    page = shown(client, cast, "known", agency=POLICE, on="1 January 2014")

    marks = set(re.findall(r'href="#(e[0-9a-f]+)"', page))
    assert len(marks) == IN_PICTURE
    assert marks <= set(re.findall(r'<tr id="(e[0-9a-f]+)"', page))
    assert page.count("<tr id=") == 25


def test_the_matrix_says_who_told_whom_and_in_how_many_days(cast: Any, client: Any) -> None:
    both(cast)
    send(cast, LATE, "late.csv")

    page = shown(client, cast, "flow")
    row = matrix_of(whole_of(cast.review)).pairs[0]

    assert "The longest took 8 days: Fenshire Police to Northmoor children&#x27;s services." in page
    assert (row.words, row.days, row.otherwise) == (("3 told", "1 not"), "median 8 days", "1 not told")
    assert f'href="#{row.anchor}"' in page
    assert f'id="{row.anchor}"' in page


def test_what_is_in_no_record_of_the_one_told_is_listed(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, "flow")
    unrecorded = page.split('id="unrecorded"')[1].split('id="names"')[0]

    assert "Quarry path searched" in unrecorded
    assert "Strategy discussion" not in unrecorded


def test_names_that_match_nobody_are_listed_with_where_they_are_said(cast: Any, client: Any) -> None:
    send(cast, LATE, "late.csv")

    names = shown(client, cast, "flow").split('id="names"')[1]

    assert "The clinic" in names
    assert "late.csv, row 4" in names
    assert address(cast, "agency-names") in names


def test_how_long_a_thing_took_is_said_with_the_thing_behind_it(cast: Any, client: Any) -> None:
    send(cast, LATE, "late.csv")
    send(cast, b"Date,Event\n9 May 2014,Call taken\n", "social.csv", agency=cast.social_care)

    page = shown(client, cast, "times-taken")

    assert "The longest took 8 days, from Fenshire Police to Northmoor children&#x27;s services." in page
    assert "Bruise seen by patrol" in page.split('id="facts"')[0]
    (row,) = rows(client, cast, "download-times-taken")
    assert (row["agency"], row["to"], row["days"]) == (POLICE, SOCIAL, "8")


def test_the_view_from_the_tunnel_holds_nothing_later_or_elsewhere(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, "tunnel", agency=SOCIAL, on="6.3.14")

    assert "By the returns, Northmoor children&#x27;s services could see 3 entries" in page
    assert "4 entries, later or elsewhere on that day, are not on this page." in page
    for word in ("Orchard", "Quarry", "Noise complaint", "Lantern"):
        assert word not in page


def test_a_role_sees_its_rows_and_what_its_agency_was_told(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, "tunnel", agency=SOCIAL, on="9 June 2014", role="SW 2")

    assert "Orchard review meeting" in page
    assert "bruise at nursery" in page  # the police told the agency of it
    assert "Home visit and tea" not in page
    assert "2 entries of the agency stand under other roles or none." in page


def test_no_role_of_a_later_row_is_in_the_page_or_can_be_downloaded(cast: Any, client: Any) -> None:
    both(cast)
    asked = {"agency": SOCIAL, "on": "6 March 2014"}

    page = shown(client, cast, "tunnel", **asked)

    assert 'value="SW 1"' in page
    assert "SW 2" not in page
    assert 'value="SW 2"' in shown(client, cast, "tunnel", **asked | {"on": "9 June 2014"})
    for role, status in {"SW 1": 200, "SW 2": 404}.items():
        file = client.get(address(cast, "download-tunnel", "csv"), asked | {"role": role})
        assert file.status_code == status


def test_a_role_typed_beside_what_is_no_day_is_kept(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, "tunnel", agency=SOCIAL, on="March 2014", role="SW 1")

    assert 'value="SW 1" selected' in page
    assert "SW 2" not in page


def test_what_the_agency_told_before_it_was_recorded_could_be_seen_by_it(cast: Any, client: Any) -> None:
    send(cast, TOLD_FIRST, "police.csv")
    send(cast, b"Date,Event\n1 May 2014,Call taken\n", "social.csv", agency=cast.social_care)
    asked = {"agency": POLICE, "on": "5 August 2014"}

    known = shown(client, cast, "known", **asked)

    assert "surely knew one thing" in known
    assert "Own telling" in known
    assert "Bruise photographed" in known.split('id="known"')[1].split('id="held"')[0]
    assert "Bruise photographed" not in known.split('id="held"')[1]
    assert "Bruise photographed" in shown(client, cast, "tunnel", **asked)
    assert "Bruise photographed" not in shown(client, cast, "tunnel", agency=POLICE, on="2 August 2014")


def test_what_is_no_day_is_kept_and_explained(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, "tunnel", agency=SOCIAL, on="March 2014")

    assert "is not one day. Give the day" in page
    assert 'value="March 2014"' in page


def test_a_role_left_from_another_agency_is_said_and_the_whole_agency_shown(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, "tunnel", agency=SOCIAL, on="6 March 2014", role="PC 1")

    assert "stands under the role “PC 1”: the whole agency is shown." in page
    assert "Home visit and tea" in page


def test_of_a_confirmed_event_only_that_it_happened_is_seen(cast: Any, client: Any) -> None:
    both(cast)
    one_event(cast)
    found = knew(whole_of(cast.review), POLICE, date(2014, 3, 4))
    assert found.of_events == ()  # the other account is of the day after

    page = shown(client, cast, "tunnel", agency=POLICE, on="4 March 2014")
    assert "others wrote too" not in page

    found = knew(whole_of(cast.review), POLICE, date(2014, 3, 5))
    assert len(found.known) + len(found.held) + len(found.of_events) + found.perhaps_held + found.fenced == 7


def test_an_account_of_a_known_event_is_told_apart_from_what_was_held_elsewhere(
    cast: Any, client: Any
) -> None:
    police = b"Date,What happened\n5 March 2014,Strategy talk by phone\n"
    social = b"Date,What happened\n5 March 2014,Strategy talk with police\n4 March 2014,Home visit\n"
    send(cast, police, "p.csv")
    send(cast, social, "s.csv", agency=cast.social_care)
    one_event(cast)

    page = shown(client, cast, "known", agency=POLICE, on="6 March 2014")
    held = page.split('id="held"')[1].split('id="events"')[0]

    assert "Strategy talk with police" not in held
    assert "Home visit" in held
    assert "Strategy talk with police" in page.split('id="events"')[1]
    tunnel = shown(client, cast, "tunnel", agency=POLICE, on="6 March 2014")
    assert "Of 1 event that could be seen from here others wrote too" in tunnel
    assert "Strategy talk with police" not in tunnel
    lists = [row["list"] for row in rows(client, cast, "download-known", agency=POLICE, on="6 March 2014")]
    assert lists == ["known", "held by others", "of a known event"]


def test_the_fence_opens_with_a_reason_and_says_so_ever_after(cast: Any, client: Any) -> None:
    both(cast)
    asked = {"agency": SOCIAL, "on": "6 March 2014"}
    assert "Open the fence" in shown(client, cast, "known", **asked)

    fence = f"{address(cast, 'open-fence')}?agency={SOCIAL}&on=2014-03-06"
    response = client.post(fence, {"why": "The coroner asks what followed."})
    assert response.status_code == 302

    for name in ("known", "tunnel"):
        page = shown(client, cast, name, **asked)
        assert "Opened by Lead, " in page
        assert "The coroner asks what followed." in page
        assert "Orchard review meeting" in page
    line = Line.objects.get(did="opened_fence_of_knowledge")
    assert (line.who, line.why) == ("lead", "The coroner asks what followed.")


def test_another_day_keeps_its_fence(cast: Any, client: Any) -> None:
    both(cast)
    open_fence(by=cast.lead, review=cast.review, agency=SOCIAL, seen_on=DAY, why="Asked for.")

    assert "Orchard" not in shown(client, cast, "known", agency=SOCIAL, on="7 March 2014")
    assert "Orchard" not in shown(client, cast, "known", agency=POLICE, on="6 March 2014")


def test_without_a_reason_the_fence_stays_shut(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.lead)
    fence = f"{address(cast, 'open-fence')}?agency={SOCIAL}&on=2014-03-06"

    page = client.post(fence, {"why": " "}).content.decode()

    assert "Say why. Without a reason the fence stays shut." in page
    assert not FenceOpened.objects.exists()
    with pytest.raises(Trouble, match="opened with a reason"):
        open_fence(by=cast.lead, review=cast.review, agency=SOCIAL, seen_on=DAY, why=" ")


def test_opened_twice_the_first_reason_stands(cast: Any) -> None:
    for why in ("First.", "Second."):
        open_fence(by=cast.lead, review=cast.review, agency=SOCIAL, seen_on=DAY, why=why)

    assert [one.why for one in FenceOpened.objects.all()] == ["First."]


def test_the_way_back_leads_to_no_other_place(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.lead)
    fence = f"{address(cast, 'open-fence')}?agency={SOCIAL}&on=2014-03-06&back=https://elsewhere.invalid/"

    assert client.post(fence, {"why": "Asked for."}).url == f"{address(cast, 'known')}#later"


def test_who_may_open_the_fence(cast: Any, client: Any) -> None:
    both(cast)
    fence = f"{address(cast, 'open-fence')}?agency={SOCIAL}&on=2014-03-06"
    for who, status in {"lead": 200, "author": 403, "outsider": 404}.items():
        client.force_login(getattr(cast, who))
        assert client.get(fence).status_code == status, who


def test_the_download_has_the_rows_of_the_page_and_nothing_later(cast: Any, client: Any) -> None:
    both(cast)
    asked = {"agency": SOCIAL, "on": "6 March 2014"}
    found = knew(whole_of(cast.review), SOCIAL, DAY)

    lines = rows(client, cast, "download-known", **asked)

    assert [one["entry"] for one in lines] == [one.entry.id for one in (*found.known, *found.held)]
    assert (lines[-1]["list"], lines[-1]["days_held"]) == ("held by others", "370")
    seen = rows(client, cast, "download-tunnel", **asked)
    assert [one["entry"] for one in seen] == [one.entry.id for one in found.known]
    assert client.get(address(cast, "download-known", "xlsx"), asked).content[:2] == b"PK"
    assert client.get(address(cast, "download-known", "pdf"), asked).status_code == 404
    assert client.get(address(cast, "download-known", "csv")).status_code == 404


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("known", "Who knew what"),
        ("tunnel", "View from the tunnel"),
        ("flow", "Information flow"),
        ("times-taken", "How long things took"),
    ],
)
def test_each_workbook_goes_by_its_own_name(cast: Any, client: Any, name: str, title: str) -> None:
    both(cast)
    client.force_login(cast.lead)

    sent = client.get(address(cast, f"download-{name}", "xlsx"), {"agency": SOCIAL, "on": "6 March 2014"})

    book = openpyxl.load_workbook(io.BytesIO(sent.content))
    assert (book.properties.title, book.sheetnames) == (title, [title])


def test_only_who_may_take_the_chronology_away_downloads_its_tables(cast: Any, client: Any) -> None:
    both(cast)
    for name in ("flow", "times-taken"):
        for who, status in {"lead": 200, "team": 403, "outsider": 404}.items():
            client.force_login(getattr(cast, who))
            assert client.get(address(cast, f"download-{name}", "csv")).status_code == status, who
