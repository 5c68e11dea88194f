"""The cast with relations and households: kept, suggested, drawn, and a text read by other names."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from candour.domain.identity import RelationKind
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.stages.chronology.models import Entry
from candour.stages.report.actions import change_cast_member, keep_cast_member
from candour.stages.report.actions.relations import keep_household, keep_relation, withdraw_relation
from candour.stages.report.actions.words import link_word
from candour.stages.report.models import CastMember, CastReading, SetAside
from candour.stages.report.one_source import cast_of
from tests.cast import Cast
from tests.stages.report.written import plant, write_report

REPORT = "/reviews/2014-003/report/"
CAST = f"{REPORT}cast/"


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def shown(person: Person, address: str) -> str:
    answer = as_(person).get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content.decode()


def member(key: str) -> CastMember:
    return CastMember.objects.get(key=key)


def test_what_is_not_asked_of_a_kind_is_not_lost(cast: Cast) -> None:
    write_report(cast)
    said = {
        "kind": "adult",
        "name": "Delia Thorne",
        "aliases": ["Dee Thorne"],
        "pseudonym": "Mother",
        "note": "",
    }
    change_cast_member(
        by=cast.lead,
        member=member("mother"),
        version=1,
        former=["Delia Marsh"],
        sex="f",
        born=date(1980, 1, 1),
        **said,
    )
    change_cast_member(by=cast.lead, member=member("mother"), version=2, relation="mother", **said)

    kept = cast_of(cast.review).by_key["mother"]
    assert (kept.former, kept.sex, kept.born, kept.relation) == (
        ("Delia Marsh",),
        "f",
        date(1980, 1, 1),
        "mother",
    )
    page = shown(cast.lead, f"{CAST}mother/change/")
    assert "Maiden and former names" in page
    assert "Role" not in page


def test_each_kind_is_asked_what_it_has(cast: Cast) -> None:
    write_report(cast)
    assert "?kind=social_media" in shown(cast.lead, f"{CAST}add/")
    page = shown(cast.lead, f"{CAST}add/?kind=vehicle")
    assert "The registration mark" in page
    assert "Day of birth" not in page
    said = {
        "version": 1,
        "key": "worker",
        "kind": "professional",
        "name": "Pat Quill",
        "role": "social worker",
    }
    assert as_(cast.lead).post(f"{CAST}add/?kind=professional", said).status_code == 302
    assert "proposed: Social Worker" in shown(cast.lead, CAST)

    as_(cast.lead).post(f"{CAST}pseudonyms/")
    taken = member("worker").pseudonym
    assert taken.startswith("Social Worker")
    keep_cast_member(
        by=cast.lead,
        review=cast.review,
        key="other",
        kind="professional",
        name="Jo Vane",
        role="social worker",
    )
    as_(cast.lead).post(f"{CAST}pseudonyms/")
    assert member("worker").pseudonym == taken
    assert member("other").pseudonym not in ("", taken)


def family(cast: Cast) -> None:
    write_report(cast)
    home = keep_cast_member(
        by=cast.lead,
        review=cast.review,
        key="home",
        kind="address",
        name="14 Sedge Lane",
        pseudonym="Address 1",
    )
    keep_relation(by=cast.lead, review=cast.review, kind="parent", a=member("mother"), b=member("wren"))
    keep_household(
        by=cast.lead,
        review=cast.review,
        address=home,
        members=[member("mother"), member("wren")],
        begins=date(2013, 5, 1),
    )


def test_a_relation_and_a_household_join_the_cast_of_the_domain_and_can_be_taken_out(cast: Cast) -> None:
    family(cast)
    whole = cast_of(cast.review)
    assert [(one.kind, one.a, one.b) for one in whole.relations] == [(RelationKind.PARENT, "mother", "wren")]
    assert whole.households[0].members == ("mother", "wren")
    assert "14 Sedge Lane" in whole.register().addresses

    withdraw_relation(by=cast.lead, row=cast.review.cast_relations.get())
    assert cast_of(cast.review).relations == ()
    page = shown(cast.lead, f"{CAST}relations/")
    assert "taken out." in page
    backwards = {"a": "mother", "kind": "partner", "b": "wren", "begins": "1 May 2014", "ends": "1 May 2013"}
    refused = as_(cast.lead).post(f"{CAST}relations/add/", backwards)
    assert "It ends before it begins." in refused.content.decode()


def test_the_record_of_a_cast_and_its_relations_names_no_key_for_a_key_may_be_a_name(cast: Cast) -> None:
    report = write_report(cast)
    report.review.cast.filter(key="mother").update(key="delia-thorne")
    mother = member("delia-thorne")
    keep_cast_member(by=cast.lead, review=report.review, key="robin-thorne", kind="adult", name="Rob Thorne")
    keep_relation(by=cast.lead, review=report.review, kind="partner", a=mother, b=member("robin-thorne"))
    link_word(by=cast.lead, report=report, words="Dee", member=mother)

    said = [f"{line.why} {line.thing}" for line in Line.objects.all()]

    assert [one for one in said if "thorne" in one.casefold()] == []
    assert f"to cast member {mother.pk}" in " ".join(said)


def test_a_genogram_has_names_only_for_those_who_see_the_source_and_ask(cast: Cast) -> None:
    family(cast)
    drawn = shown(cast.lead, f"{CAST}genogram/?on=1+May+2014&by=name")
    assert "Delia Thorne" in drawn
    assert Line.objects.filter(did="opened_genogram", who="lead").count() == 1
    for who, query in ((cast.lead, ""), (cast.team, "&by=name")):
        page = shown(who, f"{CAST}genogram/?on=1+May+2014{query}")
        assert "Child Wren" in page
        assert "Thorne" not in page
        assert "Sedge" not in page


def test_without_the_source_nobody_is_drawn_of_whom_only_closed_words_speak(cast: Cast) -> None:
    family(cast)
    keep_cast_member(
        by=cast.lead, review=cast.review, key="father", kind="adult", name="Sam Ashby", pseudonym="Father"
    )
    keep_relation(by=cast.lead, review=cast.review, kind="parent", a=member("father"), b=member("wren"))
    address = f"{CAST}genogram/?on=1+May+2014"
    assert "Father" in shown(cast.lead, address)
    assert "Father" not in shown(cast.team, address)


def test_what_the_returns_name_is_suggested_and_decided_by_a_person(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "Mrs Tamsin Orpwood of Larkfield rang. Her step-father Karl Vesey was there.")
    as_(cast.lead).post(f"{CAST}suggested/read/")
    page = shown(cast.lead, f"{CAST}suggested/")
    assert "Tamsin Orpwood" in page
    assert "a title stands before it" in page
    assert "Delia" not in page

    decide = f"{CAST}suggested/decide/?words="
    new = as_(cast.lead).post(f"{decide}Karl+Vesey", {"decided": "new", "kind": "adult"})
    assert "name=Karl+Vesey" in new["Location"]
    joined = as_(cast.lead).post(f"{decide}Tamsin+Orpwood", {"decided": "alias", "member": "mother"})
    assert "Tamsin Orpwood" in member("mother").aliases
    assert "Undo" in shown(cast.lead, joined["Location"])
    assert (
        "Say why it is no secret."
        in as_(cast.lead).post(f"{decide}Larkfield", {"decided": "none"}).content.decode()
    )
    as_(cast.lead).post(f"{decide}Larkfield", {"decided": "none", "reason": "a county town"})
    after = shown(cast.lead, f"{CAST}suggested/")
    assert ">Tamsin Orpwood<" not in after
    assert "a county town" in after
    as_(cast.lead).post(f"{CAST}suggested/{SetAside.objects.get().pk}/again/")
    assert "decide/?words=Larkfield" in shown(cast.lead, f"{CAST}suggested/")
    assert not Entry.objects.exists()
    assert CastReading.objects.get().read_by == "lead"


def test_a_text_is_shown_by_other_names_and_nothing_of_it_is_kept(cast: Cast) -> None:
    write_report(cast)
    said = {"text": "Robbie went with Dee Thorne to Quillbury.", "to": "pseudonyms"}
    page = as_(cast.lead).post(f"{CAST}other-names/", said).content.decode()
    assert "Child Wren went with Mother to" in page
    assert '<strong class="undecided">Quillbury' in page
    back = as_(cast.lead).post(f"{CAST}other-names/", {"text": "Child Wren slept.", "to": "names"})
    assert "Robin Ashby-Thorne slept." in back.content.decode()
    assert not any("Quillbury" in line.why for line in Line.objects.all())
    assert as_(cast.team).post(f"{CAST}other-names/", said).status_code == 403
