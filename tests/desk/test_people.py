"""An administrator lets people in, gives them posts and lets them go, and sees no review."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from candour.desk.one_time_links import token_for
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person, Post
from tests.cast import Cast, post
from tests.pace import some_quick

pytestmark = pytest.mark.django_db
PASSWORD = "three unlikely words"
NEW = {"name": "Bea Hall", "username": "bea.hall", "role": "board_manager"}


@pytest.fixture
def ann(client: Client, cast: Cast) -> Client:
    client.force_login(cast.administrator)
    return client


def at(name: str, *of: object) -> str:
    return reverse(f"desk:{name}", args=of)


def words(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def link_in(page: str) -> str:
    found = re.search(r"http://testserver(/join/[^<\s]+)", page)
    return found[1] if found else ""


def test_an_invited_person_joins_by_a_link_that_is_shown_once(ann: Client, cast: Cast) -> None:
    sent = ann.post(at("invite-person"), {**NEW, "organisation": cast.board.pk})
    assert sent["Location"] == at("one-time-link", "bea.hall")
    link = link_in(words(ann, sent["Location"]))
    assert not link_in(words(ann, sent["Location"])), "shown once"
    assert "No password" not in words(ann, at("person", "bea.hall"))
    assert "Not joined yet" in words(ann, at("people"))

    bea = Client()
    assert bea.post(link, {"password": PASSWORD})["Location"] == "/"
    assert "Business manager" in words(bea, at("account"))
    assert "Northmoor Board" in words(bea, at("account"))
    assert "Not joined yet" not in words(ann, at("person", "bea.hall"))
    done = ["invited_person", "gave_post", "chose_password"]
    assert list(Line.objects.values_list("did", flat=True)) == done


def test_somebody_who_will_only_sit_on_a_review_is_invited_without_a_post(ann: Client, cast: Cast) -> None:
    ann.post(at("invite-person"), {**NEW, "role": "none", "organisation": cast.police.pk})
    assert not Person.objects.get(username="bea.hall").posts.exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"username": "Manager"}, "The sign-in name manager is taken."),
        ({"username": "bea hall"}, "cannot be used as a sign-in name"),
        ({"name": ""}, "“Name” has no answer yet."),
        ({"role": ""}, "Choose a post"),
        ({"role": "king"}, "“Post”: "),
        ({"role": "national_reader"}, "National body is no role at Northmoor Board."),
        ({"organisation": ""}, "Choose the organisation."),
    ],
)
def test_a_mistake_is_named_and_what_was_typed_stays(
    ann: Client, cast: Cast, typed: dict[str, str], says: str
) -> None:
    told = {**NEW, "organisation": cast.board.pk, **typed}
    answer = ann.post(at("invite-person"), told)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert says in page
    assert "There is a problem" in page
    assert str(told["name"]) in page
    assert str(told["username"]) in page
    assert not Line.objects.exists()


def test_a_new_link_ends_the_password_the_old_links_and_the_sessions(ann: Client, cast: Cast) -> None:
    theirs = Client()
    theirs.force_login(cast.member)
    old = token_for(cast.member)
    sent = ann.post(at("reset-access", "member"))
    page = words(ann, sent["Location"])
    assert not get_user(theirs).is_authenticated  # type: ignore[arg-type]  # the client has a session too
    assert theirs.get(at("join", old)).status_code == 404
    assert theirs.get(link_in(page)).status_code == 200
    assert "No password now" in words(ann, at("people"))
    cast.member.refresh_from_db()
    assert not cast.member.has_usable_password()
    assert Line.objects.get().did == "reset_access"


def test_no_link_is_made_by_asking_for_its_page(ann: Client) -> None:
    assert not link_in(words(ann, at("one-time-link", "member")))


def test_nobody_resets_their_own_access(ann: Client, cast: Cast) -> None:
    answer = ann.post(at("reset-access", "administrator"))
    assert answer.status_code == 400
    assert "Change your password under your account" in answer.content.decode()


def test_a_post_ends_with_a_reason_and_is_given_anew(ann: Client, cast: Cast) -> None:
    end, anew = at("end-post", "chair", 1), at("give-post-anew", "chair", 1)
    assert "Say why, in a sentence." in ann.post(end, {"why": ""}).content.decode()
    assert ann.post(end, {"why": "Her term is over."})["Location"] == at("person", "chair")
    assert "Her term is over." in words(ann, at("person", "chair"))
    assert anew in words(ann, at("person", "chair"))
    assert ann.get(end).status_code == 404

    ann.post(anew)
    assert [one.ended_at is None for one in cast.chair.posts.all()] == [False, True]
    assert anew not in words(ann, at("person", "chair"))
    assert ann.post(anew).status_code == 400, "she holds it already"


def test_another_post_is_given_where_its_role_is_held(ann: Client, cast: Cast) -> None:
    give = at("give-post", "lead")
    refused = ann.post(give, {"role": "board_chair", "organisation": cast.police.pk})
    assert "Board chair is no role at Fenshire Police." in refused.content.decode()
    for _ in range(2):
        answer = ann.post(give, {"role": "board_member", "organisation": cast.board.pk})
    assert "Lead is Board member at Northmoor Board already." in answer.content.decode()
    assert cast.lead.posts.count() == 1


def test_whoever_is_let_go_is_out_at_once_and_may_come_back(ann: Client, cast: Cast) -> None:
    theirs = Client()
    theirs.force_login(cast.manager)
    ann.post(at("let-person-go", "manager"), {"why": "She has moved away."})
    assert not get_user(theirs).is_authenticated  # type: ignore[arg-type]
    assert "She has moved away." in words(ann, at("person", "manager"))
    assert "Let go" in words(ann, at("people"))

    ann.post(at("take-person-back", "manager"))
    theirs.force_login(cast.manager)
    assert "Child Wren" in words(theirs, at("reviews"))
    assert list(Line.objects.values_list("did", flat=True)[:2]) == ["let_person_go", "took_person_back"]


def test_somebody_who_has_a_password_always_administers(ann: Client, cast: Cast) -> None:
    end, go = at("end-post", "administrator", 1), at("let-person-go", "administrator")
    invited = Person.objects.create_user("carl", name="Carl")
    post(invited, cast.board, "administrator")
    for address in (end, go):
        page = ann.post(address, {"why": "I leave."}).content.decode()
        assert "is the only administrator who has a password" in page
    invited.set_password(PASSWORD)
    invited.save()
    assert ann.post(end, {"why": "I leave."})["Location"] == "/tasks/"
    assert ann.get(at("people")).status_code == 404


def test_a_name_is_corrected_and_the_sign_in_name_stays(ann: Client, cast: Cast) -> None:
    ann.post(at("correct-name", "chair"), {"name": "Chair of the board"})
    cast.chair.refresh_from_db()
    assert (cast.chair.name, cast.chair.username) == ("Chair of the board", "chair")


def test_no_review_shows_to_an_administrator(ann: Client, cast: Cast) -> None:
    for address in (at("people"), *(at("person", name) for name in cast.people)):
        page = words(ann, address)
        assert "Child Wren" not in page
        assert "Lead reviewer" not in page


PAGES = ["people", "invite-person", "organisations", "add-organisation"]
OF_A_PERSON = ["person", "reset-access", "correct-name", "let-person-go", "give-post", "one-time-link"]
BUTTONS = {"take-person-back": (), "give-post-anew": (1,)}


@pytest.mark.parametrize(
    ("who", "status"), some_quick([("manager", 403), ("family", 404), ("stranger", 404)], 0)
)
def test_others_are_kept_out(client: Client, cast: Cast, who: str, status: int) -> None:
    """A manager chooses people for seats, and so may know who there is; family learns of nobody."""
    Person.objects.create_user("stranger", name="Stranger")
    client.force_login(Person.objects.get(username=who))
    family_may_know = 403 if who == "family" else status
    for name in PAGES:
        assert client.post(at(name)).status_code == family_may_know, name
    for name in OF_A_PERSON:
        assert client.post(at(name, "chair")).status_code == status, name
    for name, more in BUTTONS.items():
        assert client.post(at(name, "chair", *more)).status_code == status, name
    assert "People" not in re.findall(r">([^<]+)</a></li>", words(client, at("account")))
    assert not Post.objects.exclude(given_by="tests").exists()
