"""Open bundles: words decided on paper by paper, the gate, and all that is signed before one is given out."""

from __future__ import annotations

import re

import pytest

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.papers.shelf import read_bytes
from candour.stages.chronology.actions import withdraw_return
from candour.stages.commission.actions import add_participant, write_letter
from candour.stages.commission.models import Letter
from candour.stages.hearing.actions import (
    ask_about_paper_word_again,
    bring_into_bundle,
    keep_paper_words,
)
from candour.stages.hearing.making import made_again
from candour.stages.hearing.models import KeptWord, Kind, Making
from candour.stages.report.actions import add_paragraph, add_part
from candour.stages.report.actions.images import sign_for_image
from candour.stages.report.models import ClosedCopy
from tests.cast import AT, Cast
from tests.files.hearing.sent import png
from tests.stages.chronology.sent import send
from tests.stages.hearing.begun import (
    BUNDLES,
    DAY,
    as_,
    begun,
    choose,
    keep_all,
    made,
    made_when_decided,
    text_of,
)
from tests.stages.report.test_orders import led_by_judge
from tests.stages.report.written import plant


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def lettered(cast: Cast, body: str) -> Letter:
    """A letter to somebody who takes part."""
    mother = add_participant(by=cast.lead, review=cast.review, side="family", called="the mother", wishes="")
    said = {"title": "a first letter", "body": body, "written_on": DAY}
    return write_letter(by=cast.lead, participant=mother, from_template="family-first", **said)


def keep_by_hand(making: Making) -> None:
    """Past the action, which would refuse a name."""
    for one in making.asked:
        said = {"sha256": one["sha256"], "paper": one["paper"], "words": one["words"], "reason": "By hand."}
        KeptWord.objects.create(report=making.bundle.report, kept_at=AT, kept_by="tests", **said)


@pytest.mark.django_db
def test_words_of_a_paper_are_put_to_a_person_with_their_place_and_kept_for_later_bundles(
    cast: Cast,
) -> None:
    report = led_by_judge(cast)
    letter = lettered(cast, "we met in Oldbridge, near the river.")
    bundle = begun(cast, report, "open", "the public")
    choose(cast, bundle, Kind.REPORT, Kind.LETTER)
    first = made(cast, bundle)
    assert first.state == "refused"
    (one,) = [one for one in first.asked if one["words"] == "Oldbridge"]
    (place,) = one["places"]
    assert place["around"] == ["we met in ", "Oldbridge", ", near the river."]
    tab, page = re.fullmatch(r"tab (\d+), page (\d+)", place["where"]).groups()
    assert tab == "1"
    keep_all(cast, first, reason="A town of that size.")
    making = made(cast, bundle)
    assert making.state == "made", making.found
    assert "Oldbridge" in text_of(making)[int(page) - 1]
    assert made_again(making) == read_bytes(making.sha256)

    later = begun(cast, report, "open", "the public")
    choose(cast, later, Kind.LETTER)
    assert made(cast, later).state == "made", "the same words in the same paper, title, tab and cover"
    letter.body = "we met in Oldbridge, by the river."
    letter.save()
    assert "Oldbridge" in {one["words"] for one in made(cast, later).asked}, "another paper"


@pytest.mark.django_db
def test_what_the_open_report_does_not_show_is_never_kept_and_the_gate_refuses_it_all_the_same(
    cast: Cast,
) -> None:
    report = led_by_judge(cast)
    lettered(cast, "delia thorne came to the office on 11 February 2014.")
    bundle = begun(cast, report, "open", "the public")
    choose(cast, bundle, Kind.REPORT, Kind.LETTER)
    first = made(cast, bundle)
    asked = {one["words"]: one for one in first.asked}
    for words in ("delia thorne", "11 February 2014"):
        with pytest.raises(Trouble, match="cannot be kept"):
            keep_paper_words(
                by=cast.lead, making=first, sha256=asked[words]["sha256"], words=[words], reason="Mine."
            )
    keep_by_hand(first)
    making = made(cast, bundle)

    assert (making.state, making.asked) == ("refused", [])
    told = {one["what"] for one in making.found}
    assert {"a name of the cast", "a day or a word that the open report does not tell"} <= told
    assert "elia" not in str(making.found)


@pytest.mark.django_db
def test_a_word_that_is_asked_about_again_waits_again(cast: Cast) -> None:
    lettered(cast, "we met in Oldbridge.")
    bundle = begun(cast, led_by_judge(cast), "open", "the public")
    choose(cast, bundle, Kind.LETTER)
    keep_all(cast, made(cast, bundle))
    kept = KeptWord.objects.get(words="Oldbridge")
    assert Line.objects.filter(did="kept_paper_words", why="Known to everybody.").exists()
    ask_about_paper_word_again(by=cast.lead, kept=kept)

    assert [one["words"] for one in made(cast, bundle).asked] == ["Oldbridge"]


@pytest.mark.django_db
def test_an_open_bundle_of_the_open_report_is_clean_and_holds_nothing_closed(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast), "open", "The public")
    choose(cast, bundle, Kind.REPORT)
    making = made_when_decided(cast, bundle)

    assert making.state == "made", making.found
    everything = " ".join(text_of(making))
    assert "It concerns the health of a child" in everything
    assert not any(words in everything for words in ("was ill", "Delia", "Robin", "CLOSED"))
    assert not ClosedCopy.objects.exists()
    assert made_again(making) == read_bytes(making.sha256)


@pytest.mark.django_db
def test_papers_as_agencies_sent_them_do_not_get_into_an_open_bundle(cast: Cast) -> None:
    report = led_by_judge(cast)
    send(cast, b"Date,Event\n2 March 2014,Seen with Delia Thorne at home\n3 March 2014,Quiet\n", "a.csv")
    bundle = begun(cast, report, "open", "The public")
    choose(cast, bundle, Kind.REPORT, Kind.FILE)
    making = made(cast, bundle)

    assert (making.state, making.sha256, making.pages) == ("refused", "", 0)
    assert "a.csv" in making.found[0]["where"]
    assert "that nobody decided on" in making.found[0]["what"]
    assert "Delia" not in str(making.found)


@pytest.mark.django_db
def test_a_name_that_nobody_decided_on_does_not_get_into_the_index_of_an_open_bundle(cast: Cast) -> None:
    report = led_by_judge(cast)
    send(cast, b"Date,Event\n2 March 2014,seen\n", "okonkwo-statement.csv")
    bundle = begun(cast, report, "open", "The public")
    choose(cast, bundle, Kind.REPORT, Kind.FILE, tab="Of Quillfeather")
    making = made(cast, bundle)

    assert making.state == "refused"
    assert {"what": "1 word that nobody decided on", "where": "the name of tab 1"} in making.found


@pytest.mark.django_db
def test_a_name_on_the_cover_of_an_open_bundle_is_a_leak_told_by_kind_and_page(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast), "open", "Delia Thorne")
    choose(cast, bundle, Kind.REPORT)
    first = made(cast, bundle)
    keep_by_hand(first)
    making = made(cast, bundle)

    assert making.state == "refused"
    assert {"what": "a name of the cast", "where": "bundle page 1"} in making.found
    assert "Delia" not in str(making.found)


@pytest.mark.django_db
@pytest.mark.parametrize(("audience", "is_named"), [("closed", True), ("open", False)])
def test_a_paper_withdrawn_after_it_was_chosen_is_in_no_later_copy_and_the_index_says_so(
    cast: Cast, audience: str, is_named: bool
) -> None:
    report = led_by_judge(cast)
    sent = send(cast, b"Date,Event\n2 March 2014,a quillfeather call\n", "quillfeather.csv")
    bundle = begun(cast, report, audience, "the public")
    choose(cast, bundle, Kind.REPORT, Kind.FILE)
    withdraw_return(by=cast.manager, return_=sent, why="Of another child.")
    making = made_when_decided(cast, bundle)

    assert making.state == "made", making.found
    everything = " ".join(" ".join(text_of(making)).split())
    assert "Not in the bundle: it was withdrawn since it was chosen." in everything
    assert ("quillfeather.csv" in everything) is is_named
    assert "a quillfeather call" not in everything
    assert "Withdrawn since it was chosen" in as_(cast.lead).get(f"{BUNDLES}{bundle.pk}/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("with_report", [True, False])
def test_a_picture_gets_into_an_open_bundle_once_somebody_signed_for_it(
    cast: Cast, with_report: bool
) -> None:
    report = led_by_judge(cast)
    bundle = begun(cast, report, "open", "The public")
    if with_report:
        choose(cast, bundle, Kind.REPORT)
    else:  # what waits in a report that is not in the bundle stops nothing
        plant(cast, report, "They saw Larkfield.")
    said = {"called": "a plan of the flat", "tab": "plans"}
    bring_into_bundle(by=cast.lead, bundle=bundle, name="plan.png", content=png(), **said)
    refused = made_when_decided(cast, bundle)
    assert refused.state == "refused"
    seals = {seal for one in refused.found for seal in re.findall(r"[0-9a-f]{64}", one["what"])}
    for seal in seals:
        image = {"sha256": seal, "where": "bundle 1", "shows": "An empty room.", "seen_on": DAY}
        sign_for_image(by=cast.lead, review=cast.review, **image)
    making = made(cast, bundle)

    assert making.state == "made", making.found
    assert "plan.png" not in " ".join(text_of(making))


@pytest.mark.django_db
def test_what_the_report_keeps_closed_is_in_no_open_bundle_in_the_words_of_a_paper(cast: Cast) -> None:
    report = led_by_judge(cast)
    part = add_part(by=cast.judge, report=report, title="More")
    closed = "the letters lay under the floor there"
    hidden = {"audience": "closed", "reason": "Of a living child.", "gist": "It concerns a find."}
    written = add_paragraph(by=cast.judge, part=part, text=f"[[wren]] says {closed}.", **hidden)
    lettered(cast, f"we were told that {closed.replace(' lay ', chr(10) + 'LAY ')} for years.")
    bundle = begun(cast, report, "open", "the public")
    choose(cast, bundle, Kind.LETTER)
    stopped = made_when_decided(cast, bundle)

    assert stopped.found[0]["what"] == "words that the report keeps closed", stopped.found
    assert closed not in str(stopped.found)
    type(written).objects.filter(pk=written.pk).update(audience="open", reason="", gist="")
    again = made(cast, bundle)
    assert again.state == "made", again.found
